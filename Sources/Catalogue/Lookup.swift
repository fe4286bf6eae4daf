/// What the lookup knows of the draft it is asked for.
public struct LookupContext: Sendable {
  /// The body whose text the draft is, `PP`; `nil` where it is not known.
  public var body: String?
  /// The year of the draft: later texts and editions are not offered first.
  public var year: Int?
  /// How often the draft already cites a text, by id.
  public var uses: [EntryID: Int]
  /// The kinds looked for; empty for all.
  public var kinds: Set<TextKind>
  /// At most this many answers.
  public var limit: Int
  /// Words with one slip are tried where no text fits.
  public var forgivesSlips: Bool

  public init(
    body: String? = nil, year: Int? = nil, uses: [EntryID: Int] = [:],
    kinds: Set<TextKind> = [], limit: Int = 20, forgivesSlips: Bool = true
  ) {
    self.body = body
    self.year = year
    self.uses = uses
    self.kinds = kinds
    self.limit = limit
    self.forgivesSlips = forgivesSlips
  }
}

/// One answer of the lookup.
public struct RegisterMatch: Sendable, Hashable {
  public var entry: Entry
  /// The edition to cite: the one the query names (`dub`), else the newest that the draft can know.
  public var edition: Edition?
  /// Higher is better; only the order means something.
  public var score: Int
}

extension Register {
  /// Texts for what a person typed: number, beginnings of title words, place or year of an edition,
  /// kind, body, acronym, in any order; every word must fit. Where no text fits, words with one slip
  /// (a letter wrong, missing, doubled or swapped) are tried.
  ///
  /// Order: how well the words fit, then the body that the query names or else the draft's own, texts in
  /// force, recent ones, and those that the draft already cites. A number that only begins one of that
  /// body goes before the same number of another. An empty query gives the texts the draft cites, most cited first.
  public func lookup(_ text: String, in context: LookupContext = LookupContext()) -> [RegisterMatch]
  {
    let query = Query(text, register: self)
    guard context.limit > 0 else { return [] }
    if query.tokens.isEmpty { return cited(in: context) }
    var hits = hits(query, context, slips: false)
    if hits.isEmpty, context.forgivesSlips { hits = self.hits(query, context, slips: true) }
    hits.sort { $0.score == $1.score ? $0.order < $1.order : $0.score > $1.score }
    var matches: [RegisterMatch] = []
    for hit in hits.prefix(context.limit) {
      guard let entry = (hit.own ? overlay : base)?.entry(hit.row) else { continue }
      let edition = namedEdition(entry, query) ?? entry.edition(knownIn: context.year)
      matches.append(RegisterMatch(entry: entry, edition: edition, score: hit.score))
    }
    return matches
  }

  /// Texts of the context's body and kinds that a draft of its year can know, those in force first, then
  /// the newest; for a list that is shown before anything is typed.
  public func newest(in context: LookupContext) -> [RegisterMatch] {
    guard let body = context.body?.foldedBytes, context.limit > 0 else { return [] }
    var hits: [Hit] = []
    for (own, store) in [(true, overlay), (false, Optional(base))] {
      guard let store else { continue }
      for (row, item) in store.index.items.enumerated() {
        let kind = TextKind.allCases[min(Int(item.kind), TextKind.allCases.count - 1)]
        guard store.index.bodies.indices.contains(Int(item.body)),
          store.index.bodies[Int(item.body)] == body, !item.abrogated, item.lastYear > 0,
          context.kinds.isEmpty || context.kinds.contains(kind),
          Int(item.lastYear) <= context.year ?? Int.max
        else { continue }
        if !own, overlay != nil, let id = store.id(row), hides(id) { continue }
        let score = Int(item.lastYear) + (item.inForce ? 10_000 : 0)
        hits.append(Hit(own: own, row: row, score: score, order: row))
      }
    }
    hits.sort { $0.score == $1.score ? $0.order < $1.order : $0.score > $1.score }
    return hits.prefix(context.limit).compactMap { hit in
      (hit.own ? overlay : base)?.entry(hit.row).map {
        RegisterMatch(entry: $0, edition: $0.edition(knownIn: context.year), score: hit.score)
      }
    }
  }

  private struct Hit {
    var own: Bool
    var row: Int
    var score: Int
    var order: Int
  }

  private func hits(_ query: Query, _ context: LookupContext, slips: Bool) -> [Hit] {
    var hits: [Hit] = []
    for (own, store) in [(true, overlay), (false, Optional(base))] {
      guard let store else { continue }
      let scorer = Scorer(query, store.index, context, slips: slips)
      var uses: [Int: Int] = [:]
      for (id, count) in context.uses { for row in store.rows(id) { uses[row] = count } }
      for (row, score) in scorer.scores() {
        var score = score
        if !own, overlay != nil, let id = store.id(row), hides(id) { continue }
        if let count = uses[row] { score += 6 * min(max(count, 0), 4) }
        hits.append(Hit(own: own, row: row, score: score, order: row))
      }
    }
    return hits
  }

  private func cited(in context: LookupContext) -> [RegisterMatch] {
    let order = context.uses.sorted { a, b in
      a.value == b.value ? a.key.precedes(b.key) : a.value > b.value
    }
    return order.lazy.filter { context.kinds.isEmpty || context.kinds.contains($0.key.kind) }
      .compactMap { id, count in
        entries(id).first.map {
          RegisterMatch(entry: $0, edition: $0.edition(knownIn: context.year), score: count)
        }
      }.prefix(context.limit).map { $0 }
  }

  /// The newest edition whose place, year or suffix a word of the query begins, if any.
  private func namedEdition(_ entry: Entry, _ query: Query) -> Edition? {
    for token in query.tokens {
      if String(decoding: token.bytes, as: UTF8.self) == entry.number.asciiLowered { continue }
      let found = entry.editions.last { edition in
        let words = edition.description.foldedBytes.split { !$0.isWord && $0 != UInt8(ascii: "-") }
        return words.contains {
          token.startsWithDigit ? $0.elementsEqual(token.bytes) : $0.starts(with: token.bytes)
        }
      }
      if token.bytes.count >= 3, let found { return found }
    }
    return nil
  }
}
