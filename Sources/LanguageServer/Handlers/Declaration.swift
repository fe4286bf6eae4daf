import Features
import LanguageServerProtocol

enum DeclarationHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.declaration = true
  }

  static func answer(
    _ request: DeclarationRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Targets? {
    let text = try state.draft(of: request.place.uri)
    let found = text.draft.declaration(
      at: text.map.offset(of: request.place.position), in: state.index(except: text.uri),
      text: text.key)
    return text.targets(found, links: state.client.declarationLinks)
  }
}
