import Features
import LanguageServerProtocol

enum HoverHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.hover = true
  }

  static func answer(
    _ request: HoverRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Hover? {
    let open = try state.draft(of: request.place.uri)
    let offset = open.map.offset(of: request.place.position)
    guard let found = open.draft.hover(at: offset, register: open.register) else { return nil }
    return Hover(
      contents: found.help.content(for: state.client.hoverFormats),
      range: open.map.range(of: found.range))
  }
}
