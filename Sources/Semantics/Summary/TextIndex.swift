/// Summaries of many texts, with what a look-up needs beside them. Each text has a key, which is
/// whatever the caller calls it by; nothing is read from the key.
public struct TextIndex: Sendable {
  public struct Place: Sendable, Equatable {
    /// The key of the text.
    public var text: String
    public var resolution: ResolutionSummary
  }

  private struct Key: Hashable {
    var kind: Citation.Kind
    var number: String

    init(_ name: TextName) {
      kind = name.kind
      number = name.number
    }
  }

  private struct Entry: Sendable {
    var text: String
    /// Index of the resolution in the text.
    var resolution: Int
  }

  private var summaries: [String: TextSummary] = [:]
  private var titles: [Key: [Entry]] = [:]
  private var citing: [Key: [Entry]] = [:]

  public init() {}

  public var count: Int { summaries.count }
  /// Keys in alphabetical order.
  public var texts: [String] { summaries.keys.sorted() }

  /// The summary of a text; setting `nil` forgets the text.
  public subscript(text: String) -> TextSummary? {
    get { summaries[text] }
    set {
      if let old = summaries[text] {
        if old == newValue { return }
        remove(text, old)
      }
      summaries[text] = newValue
      if let newValue { add(text, newValue) }
    }
  }

  /// The texts that a name may mean.
  /// - Parameter text: a key to leave out: that of the draft that asks.
  public func resolutions(named name: TextName, except text: String? = nil) -> [Place] {
    places(titles[Key(name)], except: text).filter { place in
      place.resolution.name.map(name.mayBe) ?? false
    }
  }

  /// The texts that cite a text, whatever the edition.
  public func resolutions(citing name: TextName, except text: String? = nil)
    -> [(place: Place, citations: [CitationSummary])]
  {
    places(citing[Key(name)], except: text).compactMap { place in
      let found = place.resolution.citations.filter { $0.name.mayBe(name) }
      return found.isEmpty ? nil : (place, found)
    }
  }

  private func places(_ entries: [Entry]?, except text: String?) -> [Place] {
    var places: [Place] = []
    for entry in entries ?? [] where entry.text != text {
      guard let resolutions = summaries[entry.text]?.resolutions,
        resolutions.indices.contains(entry.resolution)
      else { continue }
      places.append(Place(text: entry.text, resolution: resolutions[entry.resolution]))
    }
    return places.sorted { ($0.text, $0.start) < ($1.text, $1.start) }
  }

  private mutating func add(_ text: String, _ summary: TextSummary) {
    for (index, resolution) in summary.resolutions.enumerated() {
      let entry = Entry(text: text, resolution: index)
      if let name = resolution.name { titles[Key(name), default: []].append(entry) }
      for key in Set(resolution.citations.map { Key($0.name) }) {
        citing[key, default: []].append(entry)
      }
    }
  }

  private mutating func remove(_ text: String, _ summary: TextSummary) {
    for resolution in summary.resolutions {
      if let name = resolution.name { Self.remove(text, from: &titles, Key(name)) }
      for key in Set(resolution.citations.map { Key($0.name) }) {
        Self.remove(text, from: &citing, key)
      }
    }
  }

  private static func remove(_ text: String, from table: inout [Key: [Entry]], _ key: Key) {
    guard var entries = table.removeValue(forKey: key) else { return }
    entries.removeAll { $0.text == text }
    if !entries.isEmpty { table[key] = entries }
  }
}

extension TextIndex.Place {
  fileprivate var start: Int { resolution.range.bytes.lowerBound }
}
