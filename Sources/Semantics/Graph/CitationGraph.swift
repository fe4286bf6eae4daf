public import Catalogue
internal import Syntax

/// Who cites whom among texts: the texts that were read, those that they cite, and the citations
/// between them. All editions of a text are one node.
public struct CitationGraph: Sendable {
  /// A file in which a text stands.
  public struct Source: Sendable, Equatable {
    /// As the caller calls it.
    public var file: String
    public var title: String
    public var year: Int?
    /// Of the title, else the beginning.
    public var range: SummaryRange
  }

  public struct Node: Sendable, Equatable {
    /// `nil` for a text without a number.
    public var name: TextName?
    /// Unlike that of any other node: `PP/resolution/140`.
    public var id: String
    /// From the newest edition that was read, else from the register; may be empty.
    public var subject: String
    /// Empty for a text that is only cited.
    public var sources: [Source]

    public var isRead: Bool { !sources.isEmpty }
    /// `Resolution 140`, or the file of a text without a number.
    public var label: String {
      name.map { "\($0.kind.noun) \($0.number)" } ?? sources.first?.file ?? id
    }
    /// `PP`; empty where it is not known.
    public var body: String { name?.body?.rawValue ?? "" }
  }

  /// A place where one text cites another.
  public struct Mention: Sendable, Equatable {
    public var file: String
    public var citation: CitationSummary
  }

  public struct Edge: Sendable, Equatable {
    /// Indices in `nodes`.
    public var from: Int
    public var to: Int
    /// In the order of the files.
    public var mentions: [Mention]
  }

  /// Texts that were read, then those that are only cited; by body, kind and number.
  public let nodes: [Node]
  /// By `from`, then `to`. A text that cites itself has no edge for it.
  public let edges: [Edge]

  /// - Parameters:
  ///   - texts: in the order in which they are to be named.
  ///   - register: gives subjects of texts that are only cited.
  public init(_ texts: [(file: String, summary: TextSummary)], register: Register) {
    var builder = GraphBuilder()
    for (file, summary) in texts { builder.add(file, summary) }
    (nodes, edges) = builder.build(register)
  }
}

private struct GraphBuilder {
  private var nodes: [CitationGraph.Node] = []
  private var byName: [TextName: Int] = [:]
  private var citing: [(node: Int, file: String, resolution: ResolutionSummary)] = []

  mutating func add(_ file: String, _ summary: TextSummary) {
    for (index, resolution) in summary.resolutions.enumerated() {
      let source = CitationGraph.Source(
        file: file, title: resolution.title, year: resolution.year, range: resolution.titleRange)
      let node: Int
      if let name = resolution.name {
        node = self.node(name)
        // The newest edition names the subject.
        let newest = nodes[node].sources.compactMap(\.year).max() ?? Int.min
        if !resolution.subject.isEmpty, resolution.year ?? Int.min >= newest {
          nodes[node].subject = resolution.subject
        }
      } else {
        node = nodes.count
        nodes.append(
          .init(name: nil, id: "\(file)#\(index + 1)", subject: resolution.subject, sources: []))
      }
      nodes[node].sources.append(source)
      citing.append((node, file, resolution))
    }
  }

  private mutating func node(_ name: TextName) -> Int {
    if let known = byName[name] { return known }
    let body = name.body?.rawValue ?? "?"
    nodes.append(
      .init(
        name: name, id: "\(body)/\(name.kind.rawValue)/\(name.number)", subject: "", sources: []))
    byName[name] = nodes.count - 1
    return nodes.count - 1
  }

  mutating func build(_ register: Register) -> ([CitationGraph.Node], [CitationGraph.Edge]) {
    let read = nodes.indices.filter { nodes[$0].isRead }
    var edges: [[Int]: [CitationGraph.Mention]] = [:]
    for (node, file, resolution) in citing {
      for citation in resolution.citations {
        let cited = target(citation.name, read)
        guard cited != node else { continue }
        edges[[node, cited], default: []].append(.init(file: file, citation: citation))
      }
    }
    for index in nodes.indices where nodes[index].subject.isEmpty {
      guard let name = nodes[index].name, let body = name.body,
        let kind = TextKind(rawValue: name.kind.rawValue),
        let entry = register.entries(body: body.rawValue, kind: kind, number: name.number).last
      else { continue }
      nodes[index].subject = entry.title ?? ""
    }
    let order = nodes.indices.sorted { Self.key(nodes[$0]) < Self.key(nodes[$1]) }
    var place = Array(repeating: 0, count: nodes.count)
    for (new, old) in order.enumerated() { place[old] = new }
    let sorted = edges.map { ends, mentions in
      CitationGraph.Edge(from: place[ends[0]], to: place[ends[1]], mentions: mentions)
    }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    return (order.map { nodes[$0] }, sorted)
  }

  /// A citation that does not tell its body means the only text of that number that was read.
  private mutating func target(_ name: TextName, _ read: [Int]) -> Int {
    if let known = byName[name], nodes[known].isRead { return known }
    let fitting = read.filter { nodes[$0].name?.mayBe(name) ?? false }
    if fitting.count == 1, let only = fitting.first { return only }
    return node(name)
  }

  private struct Key: Comparable {
    var group: Int
    var body: String
    var kind: String
    var number: Int
    var text: String

    static func < (a: Key, b: Key) -> Bool {
      (a.group, a.body, a.kind, a.number, a.text) < (b.group, b.body, b.kind, b.number, b.text)
    }
  }

  private static func key(_ node: CitationGraph.Node) -> Key {
    let number = node.name?.number ?? ""
    return Key(
      group: node.isRead ? 0 : 1, body: node.body.isEmpty ? "~" : node.body,
      kind: node.name?.kind.rawValue ?? "~", number: Int(number.prefix { $0.isNumber }) ?? Int.max,
      text: number.isEmpty ? node.id : number)
  }
}
