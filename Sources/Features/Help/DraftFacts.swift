internal import Catalogue
internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// What a resolution says of itself, as the register asks for it.
struct DraftFacts {
  let meaning: SectionMeaning
  /// `PP`
  var body: String { meaning.profile.body }
  let session: AdoptingSession?
  let year: Int?

  init(_ meaning: SectionMeaning) {
    self.meaning = meaning
    let tree = meaning.resolution
    let body = meaning.profile.body
    var session: AdoptingSession?
    var year: Int?
    for shape in [tree.formula, tree.title].compactMap({ $0 }) where session == nil {
      let value = shape.yearValue
      guard value >= 1850, value < 2200 else { continue }
      year = year ?? value
      let written = shape.place.isEmpty ? nil : meaning.plainText(shape.place)
      if let known = Session.session(body: body, place: written, year: value)?.place {
        session = AdoptingSession(place: known, year: value)
      } else if let written {
        session = AdoptingSession(place: written, year: value)
      } else if shape.form == .wrc {
        session = Session.all.first { $0.body == body && $0.year == value }
          .flatMap { $0.place.map { AdoptingSession(place: $0, year: value) } }
      }
    }
    self.session = session
    self.year = year
  }

  /// How often each text of the register is cited in the whole resolution, and which are cited before an
  /// offset of the section.
  func citations(before offset: Int) -> (uses: [EntryID: Int], mentioned: Set<EntryID>) {
    var uses: [EntryID: Int] = [:]
    var mentioned: Set<EntryID> = []
    for citation in meaning.citations.prefix(Self.most) {
      guard let id = citation.entryID else { continue }
      uses[id, default: 0] += 1
      if citation.span.lower < offset { mentioned.insert(id) }
    }
    return (uses, mentioned)
  }

  /// Beyond this many citations the first ones tell enough.
  private static let most = 1_000
}

extension Citation {
  /// What the register knows the cited text by.
  var entryID: EntryID? {
    guard let body, let kind = TextKind(rawValue: kind.rawValue), !number.isEmpty else {
      return nil
    }
    var number = number
    if body == .radioAssembly, let dash = number.utf8.firstIndex(of: UInt8(ascii: "-")) {
      number = String(number[..<dash])
    }
    return EntryID(body: body.rawValue, kind: kind, number: number)
  }
}

extension SectionMeaning {
  /// The citation that holds an offset of the section.
  func citation(at offset: Int) -> Citation? {
    var low = 0
    var high = citations.count
    while low < high {
      let middle = (low + high) / 2
      if citations[middle].span.lower <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, citations.indices.contains(low - 1) else { return nil }
    let found = citations[low - 1]
    let end = max(found.span.upper, found.ownerSpan.upper)
    return offset < end ? found : nil
  }

  /// The reference that holds an offset of the section.
  func reference(at offset: Int) -> Reference? {
    var low = 0
    var high = references.count
    while low < high {
      let middle = (low + high) / 2
      if references[middle].span.lower <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, references.indices.contains(low - 1) else { return nil }
    let found = references[low - 1]
    return found.span.contains(offset) ? found : nil
  }

  /// The clause whose heading begins last at or before an offset, by its index.
  func clause(at offset: Int) -> Int? {
    let clauses = resolution.clauses
    var low = 0
    var high = clauses.count
    while low < high {
      let middle = (low + high) / 2
      if clauses[middle].heading.span.lower <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The paragraph that begins last before an offset, by its index.
  func paragraph(before offset: Int) -> Int? {
    let paragraphs = resolution.paragraphs
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].span.lower < offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// A label as written, without marks of emphasis: `b)bis`; empty without one.
  func label(_ paragraph: Paragraph) -> String {
    guard let label = paragraph.label else { return "" }
    let bytes = section.string(label.span).utf8.filter { $0 != 0x2A && $0 != 0x5F }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The labels that lead from the clause to a paragraph: `c) ii)`; empty where one has none.
  func path(_ index: Int) -> String {
    let paragraphs = resolution.paragraphs
    var labels: [String] = []
    var place = index
    while paragraphs.indices.contains(place), labels.count < 8 {
      let label = label(paragraphs[place])
      guard !label.isEmpty, paragraphs[place].label?.form != .bullet else { return "" }
      labels.append(label)
      // `1.1` holds the label above it.
      if paragraphs[place].label?.form == .decimal { break }
      place = paragraphs[place].parent
    }
    return labels.reversed().joined(separator: " ")
  }

  /// The first words of a span, as a reader sees them, at most `limit` bytes of the text.
  func opening(_ span: Span, limit: Int) -> String {
    guard span.count > limit else { return plainText(span) }
    return plainText(Span(span.lower, span.lower + limit)) + " …"
  }
}
