import Features
import LanguageServerProtocol

enum DeclarationHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.declaration = true
  }

  static func answer(
    _ request: DeclarationRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Targets? {
    try state.targets(of: request, links: state.client.declarationLinks) {
      $0.declaration(at: $1, in: $2, text: $3)
    }
  }
}
