import Features
import LanguageServerProtocol
import Semantics

enum DefinitionHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.definition = true
  }

  static func answer(
    _ request: DefinitionRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Targets? {
    try state.targets(of: request, links: state.client.definitionLinks) {
      $0.definition(at: $1, in: $2, text: $3)
    }
  }
}

extension ServerState {
  /// What a question about a place leads to.
  mutating func targets(
    of request: some TargetsRequest, links: Bool,
    _ find: (Draft, Int, TextIndex, String) -> [Destination]
  ) throws(ResponseError) -> Targets? {
    let text = try draft(of: request.place.uri)
    let found = find(
      text.draft, text.map.offset(of: request.place.position), index(except: text.uri), text.key)
    return text.targets(found, links: links)
  }
}
