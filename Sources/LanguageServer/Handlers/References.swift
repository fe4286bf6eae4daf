import Features
import LanguageServerProtocol

enum ReferencesHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.references = true
  }

  static func answer(
    _ request: ReferencesRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [Location]? {
    let text = try state.draft(of: request.place.uri)
    return text.draft.references(
      at: text.map.offset(of: request.place.position), declaration: request.includesDeclaration,
      in: state.index(except: text.uri), text: text.key
    ).map(text.location)
  }
}
