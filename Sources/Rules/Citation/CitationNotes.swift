internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// What the citation rules share of one text: its own session, what the register knows of each cited
/// text, and where each citation stands.
final class CitationNotes {
  /// Of the draft itself.
  struct OwnSession {
    var place: String
    var year: Int
  }

  /// In the order of `SectionMeaning.citations`; `nil` where the register knows nothing.
  let facts: [CitedFacts?]
  /// In that order too: the same number for citations of one text, counted from 0.
  let texts: [Int]
  /// How many texts are cited.
  let textCount: Int
  let body: CitedBody?
  /// `nil` where neither formula nor title gives place and year.
  let session: OwnSession?
  /// "Now" for all that the register says: the year that the user set, else that of the draft; `nil`
  /// where neither tells.
  let year: Int?
  /// The number in its own title.
  let number: String
  private let clauses: [Clause]
  private let annexStart: Int

  init(_ text: SectionContext) {
    let tree = text.tree
    let knowledge = text.settings.knowledge
    let citations = text.meaning.citations
    var numbers = HashIndex(capacity: citations.count)
    var texts: [Int] = []
    texts.reserveCapacity(citations.count)
    var facts: [CitedFacts?] = []
    facts.reserveCapacity(citations.count)
    var firsts: [Int] = []
    for index in citations.indices {
      if let known = numbers.insert(firsts.count, citations[index].key) {
        texts.append(known)
        facts.append(facts[firsts[known]])
      } else {
        texts.append(firsts.count)
        firsts.append(index)
        let key = citations[index].key
        facts.append(knowledge.facts(key: key) ?? knowledge.facts(citations[index]))
      }
    }
    self.texts = texts
    self.facts = facts
    textCount = firsts.count
    body = CitedBody(rawValue: text.profile.body)
    number = tree.title.map { text.string($0.number) } ?? ""
    session = Self.session(text)
    year =
      text.settings.asOf?.year ?? session?.year
      ?? [tree.formula?.yearValue, tree.title?.yearValue].compactMap { $0 }
      .first { $0 >= 1850 && $0 < 2200 }
    clauses = tree.clauses
    annexStart = tree.annexes.first?.span.lower ?? Int.max
  }

  /// The part of the body that an offset stands in; `nil` for annexes and what stands before the
  /// first heading.
  func part(at offset: Int) -> ClausePart? {
    guard offset < annexStart else { return nil }
    var low = 0
    var high = clauses.count
    while low < high {
      let middle = (low + high) / 2
      if clauses[middle].heading.span.lower <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? clauses[low - 1].part : nil
  }

  func isInAnnex(_ offset: Int) -> Bool { offset >= annexStart }

  /// Place and year of the formula, else of the title. Where tracked changes ran two sessions
  /// together, the later one: that is the draft after acceptance.
  static func session(_ text: SectionContext) -> OwnSession? {
    for (shape, mark) in [
      (text.tree.formula, text.formulaSession), (text.tree.title, text.titleSession),
    ] {
      guard let shape else { continue }
      if let mark {
        return OwnSession(place: mark.canonicalPlace, year: mark.year)
      }
      if let later = laterSession(shape, text) { return later }
    }
    return radioSession(text)
  }

  /// A radio conference has its year alone in the title.
  private static func radioSession(_ text: SectionContext) -> OwnSession? {
    guard let title = text.tree.title, title.form == .wrc, title.yearValue > 0 else { return nil }
    let session = Session.all.first { $0.body == "WRC" && $0.year == title.yearValue }
    return session?.place.map { OwnSession(place: $0, year: title.yearValue) }
  }

  /// The session that the profile's body held in the later of two years run together, where its
  /// place is one of those run together.
  private static func laterSession(_ shape: TitleShape, _ text: SectionContext) -> OwnSession? {
    guard shape.form != .wrc, shape.year.count == 8 else { return nil }
    let digits = text.string(shape.year)
    let years = [digits.prefix(4), digits.suffix(4)].compactMap { Int($0) }
    let places = text.plain(shape.place).lowercased()
    guard let year = years.max(),
      let session = Session.all.first(where: {
        $0.body == text.profile.body && $0.year == year
          && places.holds($0.place?.lowercased() ?? "-")
      }), let place = session.place
    else { return nil }
    return OwnSession(place: place, year: year)
  }
}

final class CitationMemory {
  var notes: CitationNotes?
}

extension SectionContext {
  /// Made at the first question; texts without citations never ask.
  var citationNotes: CitationNotes {
    if let notes = citationMemory.notes { return notes }
    let notes = CitationNotes(self)
    citationMemory.notes = notes
    return notes
  }

  var citations: [Citation] { meaning.citations }
}

extension Citation {
  /// Place and year, as they stand in the bracket.
  var sessionSpan: Span {
    guard !placeSpan.isEmpty else { return yearSpan }
    return Span(placeSpan.lower, yearSpan.upper)
  }

  /// `(Rev. Dubai, 2018)` or `(WRC-19)`, with nothing run together.
  @inline(__always)
  var hasOwnSession: Bool {
    !bracketSpan.isEmpty && !defects.contains(.mashed) && !yearSpan.isEmpty && year != nil
  }

  /// `Resolution 71`, for messages.
  var name: String {
    let noun = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    return body == .radioAssembly ? "\(noun) ITU-R \(number)" : "\(noun) \(number)"
  }
}
