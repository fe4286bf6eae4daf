import Features
import LanguageServerProtocol

/// Offered by `RangeFormattingHandler`.
enum RangesFormattingHandler: RequestHandler {
  static func answer(
    _ request: RangesFormattingRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [LanguageServerProtocol.TextEdit]? {
    let open = try state.draft(of: request.uri)
    return open.wire(
      open.draft.formatting(
        in: request.ranges.map { open.map.offsets(of: $0) }, dialect: open.settings.dialect))
  }
}
