import Features
import JSON
import LanguageServerProtocol

enum DocumentLinkHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.documentLink = ResolveOptions(resolve: true)
  }

  /// Addresses are sent with their targets; the file of a Markdown link is worked out when the user
  /// follows it.
  static func answer(
    _ request: DocumentLinkRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [DocumentLink]? {
    let open = try state.draft(of: request.uri)
    let hasTooltips = state.client.documentLinkTooltips
    return open.draft.links().map { link in
      let range = open.map.range(of: link.range)
      let tooltip = hasTooltips ? link.tooltip : nil
      switch link.target {
      case .address(let address):
        return DocumentLink(range: range, target: address, tooltip: tooltip)
      case .file(let path):
        return DocumentLink(
          range: range, target: nil, tooltip: tooltip,
          data: ["uri": .string(open.uri.rawValue), "path": .string(path)])
      }
    }
  }
}
