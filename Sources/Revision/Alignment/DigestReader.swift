internal import Semantics
internal import Syntax
internal import TextModel

/// Reads clauses, paragraphs and references of a section for a digest.
struct DigestReader {
  fileprivate let meaning: SectionMeaning
  private let section: Section
  fileprivate let tree: Resolution
  private(set) var clauses: [EditionDigest.Clause] = []
  private(set) var paragraphs: [EditionDigest.Paragraph] = []
  private(set) var references: [EditionDigest.Reference] = []
  private(set) var words: [UInt32] = []

  init(_ meaning: SectionMeaning) {
    self.meaning = meaning
    section = meaning.section
    tree = meaning.resolution
  }

  mutating func read() {
    clauses = tree.clauses.map { clause in
      EditionDigest.Clause(
        heading: meaning.plainText(clause.heading.span), part: clause.part, annex: clause.annex,
        paragraphs: clause.paragraphs, words: clause.words, coreCount: clause.coreCount)
    }
    words.reserveCapacity(section.bytes.count / 10)
    paragraphs.reserveCapacity(tree.paragraphs.count)
    var next = 0
    for index in tree.paragraphs.indices {
      // References come in the order of the text, those in footnotes aside.
      while next < meaning.references.count, meaning.references[next].paragraph < index {
        next += 1
      }
      var end = next
      while end < meaning.references.count, meaning.references[end].paragraph == index { end += 1 }
      readParagraph(index, meaning.references[next..<end])
      next = end
    }
    references = meaning.references.map { reference in
      let isWhole =
        !reference.isExternal && reference.clause >= 0 && reference.rivals.isEmpty
        && !reference.items.isEmpty && reference.items.allSatisfy { $0.outcome == .found }
      var targets: [Int] = []
      if !reference.isExternal, reference.clause >= 0, !reference.items.isEmpty {
        for target in reference.targets where !targets.contains(target) { targets.append(target) }
      }
      return EditionDigest.Reference(
        paragraph: reference.paragraph, clause: reference.isExternal ? -1 : reference.clause,
        targets: targets, isWhole: isWhole, isAmbiguous: !reference.rivals.isEmpty,
        labels: reference.items.map { plain($0.span) },
        hasRange: reference.items.contains(where: \.endsRange), before: wordsBefore(reference))
    }
  }

  private mutating func readParagraph(_ index: Int, _ references: ArraySlice<Reference>) {
    let paragraph = tree.paragraphs[index]
    let start = words.count
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var labelled = hash
    let small = SmallWords.english
    for block in paragraph.block...max(paragraph.block, paragraph.lastBlock)
    where section.blocks.indices.contains(block) {
      let offset = section.starts[block]
      for token in section.blocks[block].tokens {
        guard token.kind == .word || token.kind == .number else { continue }
        if token.flags.contains(.footnote) { continue }
        let at = Int(token.start) + offset
        guard at >= paragraph.text.lower, at < paragraph.text.upper else { continue }
        labelled = (labelled ^ UInt64(token.hash)) &* 0x100_0000_01B3
        if references.contains(where: { Self.isLabel(at, of: $0) }) { continue }
        hash = (hash ^ UInt64(token.hash)) &* 0x100_0000_01B3
        if !small.contains(token.hash) { words.append(token.hash) }
      }
    }
    paragraphs.append(
      EditionDigest.Paragraph(
        label: label(index), clause: paragraph.clause, annex: paragraph.annex,
        parent: paragraph.parent, words: start..<words.count, hash: hash, hashWithLabels: labelled,
        hasLabel: paragraph.label != nil && paragraph.form != .bullet))
  }

  /// Whether an offset is inside the labels of a reference.
  private static func isLabel(_ offset: Int, of reference: Reference) -> Bool {
    guard let first = reference.items.first, let last = reference.items.last else { return false }
    return offset >= first.span.lower && offset < last.span.upper
  }

  /// The labels that lead to a paragraph.
  private func label(_ index: Int) -> String {
    let paragraph = tree.paragraphs[index]
    guard let label = paragraph.label, paragraph.form != .bullet else { return "" }
    let own = plain(label.span)
    // `1.2` names its parents already; only a parent that stands before it can lead to it.
    guard paragraph.form != .decimal, paragraph.parent >= 0, paragraph.parent < paragraphs.count,
      case let above = paragraphs[paragraph.parent].label, !above.isEmpty
    else { return own }
    return above + " " + own
  }

  private func plain(_ span: Span) -> String {
    var bytes: [UInt8] = []
    for offset in span.range where section.bytes.indices.contains(offset) {
      let byte = section.bytes[offset]
      if byte != 0x2A, byte != 0x5F { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func wordsBefore(_ reference: Reference) -> [UInt32] {
    let block = section.block(at: reference.span.lower)
    guard section.blocks.indices.contains(block) else { return [] }
    let offset = section.starts[block]
    let tokens = section.blocks[block].tokens
    var at = tokens.count
    while at > 0, Int(tokens[at - 1].start) + offset >= reference.span.lower { at -= 1 }
    var found: [UInt32] = []
    while at > 0, found.count < 3 {
      at -= 1
      if tokens[at].kind == .word || tokens[at].kind == .number { found.append(tokens[at].hash) }
    }
    return found + Array(repeating: 0, count: 3 - found.count)
  }

  /// From the label to the last word of each paragraph.
  func places(start: Int, line: Int, encoding: PositionEncoding) -> [SummaryRange] {
    let lines = LineIndex(section.bytes)
    func position(_ offset: Int) -> TextPosition {
      var position = lines.position(of: offset, in: section.bytes, encoding: encoding)
      position.line += line
      return position
    }
    return tree.paragraphs.map { paragraph in
      SummaryRange(
        paragraph.span.lower + start..<max(paragraph.span.lower, paragraph.span.upper) + start,
        from: position(paragraph.span.lower), to: position(paragraph.span.upper))
    }
  }
}

extension DigestReader {
  private static let openingLength = 60

  /// The first words of each paragraph.
  func openings() -> [String] {
    tree.paragraphs.map { paragraph in
      let end = min(paragraph.text.upper, paragraph.text.lower + 2 * Self.openingLength)
      let whole = meaning.plainText(Span(paragraph.text.lower, end))
      guard whole.utf8.count > Self.openingLength else { return whole }
      var short = ""
      for word in whole.split(separator: " ") {
        if short.utf8.count + word.utf8.count > Self.openingLength { break }
        short += short.isEmpty ? String(word) : " " + word
      }
      return short.isEmpty ? "…" : short + " …"
    }
  }
}

/// Words that say little of what a paragraph is about.
enum SmallWords {
  static let english: Set<UInt32> = Set(
    [
      "the", "of", "and", "to", "in", "a", "an", "that", "for", "on", "with", "by", "as", "its",
      "or",
      "be", "is", "are", "at", "from", "this", "these", "those", "which", "their", "it", "has",
      "have", "been", "such", "also", "any", "all", "into", "s",
    ].map { wordHash($0) })
}
