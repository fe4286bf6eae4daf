/// Plants citation defects in real texts, one in each copy. It shares nothing with the program that is
/// to find them: it reads texts with its own scanner and knows what its own tables say.
public struct PlantGenerator: Sendable {
  public var facts: Facts

  public init() throws {
    facts = try Facts()
  }

  public init(facts: Facts) {
    self.facts = facts
  }

  /// Up to `count` different plants, the kinds in turn; fewer where the texts give no more. The same
  /// texts in the same order and the same seed give the same plants.
  public func plants(in texts: [Source], seed: UInt64, count: Int) -> [Plant] {
    var random = SeededRandom(seed: seed)
    var pools = pools(texts, &random)
    var result: [Plant] = []
    while result.count < max(count, 0), pools.contains(where: { !$0.isEmpty }) {
      for index in pools.indices where !pools[index].isEmpty && result.count < count {
        // By text first, or a text with many citations would crowd out the others.
        let draw = pools[index].draw(&random)
        result.append(plant(draw.edit, texts[draw.text]))
      }
    }
    return result
  }

  /// How many different plants of each kind the texts can give.
  public func capacity(of texts: [Source], seed: UInt64) -> [Plant.Kind: Int] {
    var random = SeededRandom(seed: seed)
    let pools = pools(texts, &random)
    return Dictionary(uniqueKeysWithValues: zip(Plant.Kind.allCases, pools.map(\.count)))
  }

  private func pools(_ texts: [Source], _ random: inout SeededRandom) -> [Pool] {
    let sites = sites(texts)
    return Plant.Kind.allCases.map { kind in
      Pool(
        sites.map { site in
          var seen: Set<[UInt8]> = []
          return site.edits(kind, &random).filter {
            seen.insert(Array("\($0.range) ".utf8) + $0.new).inserted
          }
        })
    }
  }

  func sites(_ texts: [Source]) -> [Site] {
    var sites = texts.map { Site($0.bytes, facts) }
    var neighbours: [String: Set<Int>] = [:]
    for site in sites {
      for citation in site.citations {
        guard let key = site.neighbourKey(citation), let range = citation.single?.numbers[0],
          let number = site.scanner.number(range)
        else { continue }
        neighbours[key, default: []].insert(number)
      }
    }
    let sorted = neighbours.mapValues { $0.sorted() }
    for index in sites.indices { sites[index].neighbours = sorted }
    return sites
  }

  private func plant(_ edit: Edit, _ source: Source) -> Plant {
    var text = source.bytes
    let original = Array(text[edit.range])
    text.replaceSubrange(edit.range, with: edit.new)
    return Plant(
      source: source.name, kind: edit.kind, text: text,
      range: edit.range.lowerBound..<edit.range.lowerBound + edit.new.count, original: original,
      needs: edit.needs)
  }
}

/// The edits of one kind that are left, by text.
private struct Pool {
  private var byText: [(text: Int, edits: [Edit])]

  init(_ edits: [[Edit]]) {
    byText = edits.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset, $0.element) }
  }

  var isEmpty: Bool { byText.isEmpty }
  var count: Int { byText.reduce(0) { $0 + $1.edits.count } }

  /// Takes one out. The pool must not be empty.
  mutating func draw(_ random: inout SeededRandom) -> (text: Int, edit: Edit) {
    let index = Int.random(in: byText.indices, using: &random)
    let at = Int.random(in: byText[index].edits.indices, using: &random)
    let text = byText[index].text
    let edit = byText[index].edits.remove(at: at)
    if byText[index].edits.isEmpty { byText.remove(at: index) }
    return (text, edit)
  }
}
