import Features
import LanguageServerProtocol

enum RangeFormattingHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.rangeFormatting = RangeFormattingOptions(ranges: client.formatsRanges)
  }

  static func answer(
    _ request: RangeFormattingRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [LanguageServerProtocol.TextEdit]? {
    let open = try state.draft(of: request.uri)
    return open.wire(
      open.draft.formatting(
        in: [open.map.offsets(of: request.range)], dialect: open.settings.dialect))
  }
}
