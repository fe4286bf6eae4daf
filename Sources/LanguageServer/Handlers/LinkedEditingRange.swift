import Features
import LanguageServerProtocol

enum LinkedEditingRangeHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.linkedEditingRange = client.linkedEditing
  }

  static func answer(
    _ request: LinkedEditingRangeRequest, _ state: inout ServerState
  ) throws(ResponseError) -> LinkedEditingRanges? {
    let text = try state.draft(of: request.place.uri)
    let ranges = text.draft.linkedEditingRanges(
      at: text.map.offset(of: request.place.position))
    guard !ranges.isEmpty else { return nil }
    // A place may have blanks in it, but not the marks that end it.
    return LinkedEditingRanges(ranges: ranges.map(text.map.range), wordPattern: "[^(),;]+")
  }
}
