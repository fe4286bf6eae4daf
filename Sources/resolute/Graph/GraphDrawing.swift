import Semantics

/// The graph as a drawing: the texts under each other, an arc to the right for each pair that cites,
/// its arrow at the cited text. Read without colour; every arc tells its citation when pointed at.
struct GraphDrawing {
  let graph: CitationGraph
  let drawsOutside: Bool

  private let row = 22
  private let left = 520
  private let top = 40

  func text() -> String {
    let shown = graph.nodes.indices.filter { drawsOutside || graph.nodes[$0].isRead }
    var place = [Int: Int]()
    for (line, index) in shown.enumerated() { place[index] = top + line * row }
    let edges = graph.edges.filter { place[$0.to] != nil }
    let reach = edges.map { width($0, place) }.max() ?? 0
    let size = (width: left + reach + 40, height: top + shown.count * row + 20)
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.width) \(size.height)" \
      width="\(size.width)" height="\(size.height)" font-family="sans-serif" font-size="13">
      <title>Who cites whom</title>
      <rect width="100%" height="100%" fill="#fff"/>
      <text x="10" y="18" font-weight="bold">Who cites whom</text>
      <defs><marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" \
      orient="auto"><path d="M0 0 8 4 0 8z" fill="#333"/></marker></defs>

      """
    for edge in edges {
      guard let from = place[edge.from], let to = place[edge.to] else { continue }
      let bend = left + width(edge, place) * 4 / 3
      let dash = to > from ? "" : " stroke-dasharray=\"4 2\""
      out += """
        <path d="M\(left + 6) \(from) C\(bend) \(from) \(bend) \(to) \(left + 8) \(to)" fill="none" \
        stroke="#333" stroke-opacity=".55" stroke-width="\(edge.mentions.count > 2 ? 2 : 1)"\(dash) \
        marker-end="url(#a)"><title>\(Markup.html(told(edge)))</title></path>

        """
    }
    for index in shown { out += label(graph.nodes[index], place[index] ?? 0) }
    return out + "</svg>\n"
  }

  private func label(_ node: CitationGraph.Node, _ y: Int) -> String {
    let style = node.isRead ? "" : " font-style=\"italic\""
    let subject = Markup.html(Markup.shortened(node.subject, to: 46))
    let body = node.body.isEmpty ? "" : " (\(node.body))"
    return """
      <text x="\(left)" y="\(y + 4)" text-anchor="end"\(style)><title>\(Markup.html(node.subject))\
      </title><tspan fill="#555">\(subject)</tspan> <tspan font-weight="bold">\
      \(Markup.html(node.label + body))</tspan></text>

      """
  }

  private func width(_ edge: CitationGraph.Edge, _ place: [Int: Int]) -> Int {
    let distance = abs((place[edge.from] ?? 0) - (place[edge.to] ?? 0)) / row
    return 24 + distance * 11
  }

  private func told(_ edge: CitationGraph.Edge) -> String {
    let count = edge.mentions.count == 1 ? "" : " (\(edge.mentions.count) times)"
    return "\(graph.nodes[edge.from].label) cites \(graph.nodes[edge.to].label)\(count)"
  }
}
