import Features
import LanguageServerProtocol

enum SelectionRangeHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.selectionRange = true
  }

  static func answer(
    _ request: SelectionRangeRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [SelectionRange]? {
    let text = try state.draft(of: request.uri)
    return request.positions.map { position in
      let offset = text.map.offset(of: position)
      let ranges = text.draft.selectionRanges(at: offset).map(text.map.range)
      return SelectionRange(
        ranges.first ?? text.map.range(of: offset..<offset), Array(ranges.dropFirst()))
    }
  }
}
