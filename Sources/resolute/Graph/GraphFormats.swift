import JSON
import Semantics
import TextModel

enum GraphFormat: String, CaseIterable, Sendable {
  case dot
  case mermaid
  case json
  case html
  case svg
}

/// The graph of citations in each of its formats.
struct GraphReport {
  let graph: CitationGraph
  let problems: [(path: String, message: String)]
  /// Whether texts that are only cited are drawn; JSON and the page always have them.
  let drawsOutside: Bool

  func text(_ format: GraphFormat) -> String {
    switch format {
    case .dot: dot()
    case .mermaid: mermaid()
    case .json: json()
    case .svg: GraphDrawing(graph: graph, drawsOutside: drawsOutside).text()
    case .html: GraphPage(graph: graph, json: json()).text()
    }
  }

  private var drawnNodes: [Int] {
    graph.nodes.indices.filter { drawsOutside || graph.nodes[$0].isRead }
  }

  private var drawnEdges: [CitationGraph.Edge] {
    graph.edges.filter { drawsOutside || graph.nodes[$0.to].isRead }
  }

  private func label(_ node: CitationGraph.Node) -> String {
    node.body.isEmpty ? node.label : "\(node.label) (\(node.body))"
  }

  private func dot() -> String {
    var out = "digraph citations {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n"
    for index in drawnNodes {
      let node = graph.nodes[index]
      let subject = Markup.shortened(node.subject, to: 48)
      let text = subject.isEmpty ? label(node) : "\(label(node))\n\(subject)"
      let style = node.isRead ? "" : ", style=dashed"
      out += "  \(Markup.dot(node.id)) [label=\(Markup.dot(text))\(style)];\n"
    }
    for edge in drawnEdges {
      let count = edge.mentions.count > 1 ? " [label=\"\(edge.mentions.count)\"]" : ""
      let (from, to) = (graph.nodes[edge.from].id, graph.nodes[edge.to].id)
      out += "  \(Markup.dot(from)) -> \(Markup.dot(to))\(count);\n"
    }
    return out + "}\n"
  }

  private func mermaid() -> String {
    var out = "flowchart LR\n"
    for index in drawnNodes {
      let node = graph.nodes[index]
      let text = Markup.mermaid(label(node))
      out += node.isRead ? "  n\(index)[\(text)]\n" : "  n\(index)([\(text)])\n"
    }
    for edge in drawnEdges {
      let count = edge.mentions.count > 1 ? "|\(edge.mentions.count)|" : ""
      out += "  n\(edge.from) -->\(count) n\(edge.to)\n"
    }
    return out
  }

  private func json() -> String {
    var json = JSONWriter(capacity: 65_536, indentation: 2)
    json.beginObject()
    json.key("version")
    json.int(1)
    json.key("texts")
    json.beginArray()
    for (index, node) in graph.nodes.enumerated() { write(node, index, to: &json) }
    json.endArray()
    json.key("citations")
    json.beginArray()
    for edge in graph.edges { write(edge, to: &json) }
    json.endArray()
    writeProblems(problems, to: &json)
    json.endObject()
    return json.text + "\n"
  }

  private func write(_ node: CitationGraph.Node, _ index: Int, to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(node.id)
    json.key("label")
    json.string(node.label)
    json.key("kind")
    if let kind = node.name?.kind.rawValue { json.string(kind) } else { json.null() }
    json.key("body")
    if node.body.isEmpty { json.null() } else { json.string(node.body) }
    json.key("number")
    if let number = node.name?.number { json.string(number) } else { json.null() }
    json.key("subject")
    json.string(node.subject)
    json.key("read")
    json.bool(node.isRead)
    json.key("cites")
    json.int(graph.edges.count { $0.from == index })
    json.key("citedBy")
    json.int(graph.edges.count { $0.to == index })
    json.key("files")
    json.beginArray()
    for source in node.sources {
      json.beginObject()
      json.key("path")
      json.string(source.file)
      json.key("title")
      json.string(source.title)
      json.key("year")
      if let year = source.year { json.int(year) } else { json.null() }
      json.key("line")
      json.int(source.range.start.line + 1)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func write(_ edge: CitationGraph.Edge, to json: inout JSONWriter) {
    json.beginObject()
    json.key("from")
    json.string(graph.nodes[edge.from].id)
    json.key("to")
    json.string(graph.nodes[edge.to].id)
    json.key("count")
    json.int(edge.mentions.count)
    json.key("places")
    json.beginArray()
    for mention in edge.mentions {
      json.beginObject()
      json.key("file")
      json.string(mention.file)
      json.key("line")
      json.int(mention.citation.range.start.line + 1)
      json.key("column")
      json.int(mention.citation.range.start.column + 1)
      json.key("offset")
      json.int(mention.citation.range.bytes.lowerBound)
      json.key("place")
      if let place = mention.citation.place { json.string(place) } else { json.null() }
      json.key("year")
      if let year = mention.citation.year { json.int(year) } else { json.null() }
      json.key("revised")
      json.bool(mention.citation.revised)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
