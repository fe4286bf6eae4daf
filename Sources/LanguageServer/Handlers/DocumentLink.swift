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
  ) throws(ResponseError) -> WireList<DocumentLink>? {
    let open = try state.draft(of: request.uri)
    let hasTooltips = state.client.documentLinkTooltips
    let links = WrittenSections(open.draft, previous: state.texts[open.uri]?.sent.links) { index in
      var json = MovableJSON()
      let place = open.place(ofSection: index)
      for link in open.draft.links(ofSection: index) {
        let sent = self.link(link, place, open.uri, hasTooltips: hasTooltips)
        json.append(sent.jsonBytes)
      }
      return json
    }
    state.texts[open.uri]?.sent.links = links
    return .written(links.list)
  }

  private static func link(
    _ link: TextLink, _ place: SectionPlace, _ uri: DocumentURI, hasTooltips: Bool
  ) -> DocumentLink {
    let range = place.range(of: link.range)
    let tooltip = hasTooltips ? link.tooltip : nil
    switch link.target {
    case .address(let address): return DocumentLink(range: range, target: address, tooltip: tooltip)
    case .file(let path):
      return DocumentLink(
        range: range, target: nil, tooltip: tooltip,
        data: ["uri": .string(uri.rawValue), "path": .string(path)])
    }
  }
}
