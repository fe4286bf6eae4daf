import Features
import LanguageServerProtocol

enum OnTypeFormattingHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.onTypeFormatting = OnTypeFormattingOptions(
      firstTrigger: "\n", moreTriggers: [".", ";"])
  }

  static func answer(
    _ request: OnTypeFormattingRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [LanguageServerProtocol.TextEdit]? {
    let open = try state.draft(of: request.place.uri)
    let offset = open.map.offset(of: request.place.position)
    return open.wire(open.draft.typing(request.character, at: offset))
  }
}
