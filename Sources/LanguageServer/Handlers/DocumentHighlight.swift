import Features
import LanguageServerProtocol

enum DocumentHighlightHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.documentHighlight = true
  }

  static func answer(
    _ request: DocumentHighlightRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [DocumentHighlight]? {
    let text = try state.draft(of: request.place.uri)
    return text.draft.documentHighlights(at: text.map.offset(of: request.place.position)).map {
      DocumentHighlight(
        range: text.map.range(of: $0.range), kind: $0.isDeclaration ? .write : .read)
    }
  }
}
