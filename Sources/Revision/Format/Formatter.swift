public import Semantics
internal import Syntax
public import TextModel

/// Writes a resolution in one form throughout, that of its own majority unless another is asked for:
/// labels, indentation, heading marks, the blank behind a label, the mark at the end of a paragraph,
/// one gap between blocks. It never
/// changes a word, and leaves alone what it cannot read for certain. Formatting twice is formatting once.
public struct Formatter {
  private let outline: Outline
  private let dialect: Dialect
  private let endsText: Bool

  /// - Parameter endsText: nothing follows the section, so one line end stands behind it.
  public init(_ meaning: SectionMeaning, dialect: DraftDialect = .auto, endsText: Bool = false) {
    outline = Outline(meaning)
    self.dialect = Dialect(outline, dialect)
    self.endsText = endsText
  }

  /// - Parameter range: only blocks that it touches are formatted; UTF-8 bytes from the start of the
  ///   section, `nil` for all.
  /// - Returns: edits in ascending order that do not overlap.
  public func edits(in range: Range<Int>? = nil) -> [TextEdit] {
    guard outline.tree.isRecognised else { return [] }
    let section = outline.section
    // Lines that end with CR alone are read, but not written.
    guard section.bytes.contains(0x0A) || !section.bytes.contains(0x0D) else { return [] }
    var lower = 0
    var upper = section.blocks.count
    if let range {
      lower = section.block(at: range.lowerBound)
      upper = min(upper, section.block(at: max(range.lowerBound, range.upperBound - 1)) + 1)
    }
    guard lower < upper else { return [] }
    let marks = EndMarks(outline).edits
    var edits: [TextEdit] = []
    for index in lower..<upper {
      edits += BlockFormatter(outline, dialect, endsText: endsText, index).edits
    }
    let bytes = section.starts[lower]..<section.start(ofBlock: upper)
    edits += marks.filter {
      bytes.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= bytes.upperBound
    }
    return checked(edits)
  }

  /// The edits, if the text behind them reads as the same paragraphs, labels and words; else only
  /// those that keep it so, found block by block.
  private func checked(_ edits: [TextEdit]) -> [TextEdit] {
    let sorted = edits.filter {
      !outline.section.bytes[$0.range].elementsEqual($0.replacement)
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
      // Where a tracked change stands in the way, the text stays as it is.
      .flatMap { outline.section.origin(of: [$0]) ?? [] }
    for (edit, next) in zip(sorted, sorted.dropFirst())
    where edit.range.upperBound > next.range.lowerBound { return [] }
    let before = Shape(outline.meaning)
    if keeps(sorted, before) { return sorted }
    return half(sorted[...], [], before)
  }

  /// Takes in as many edits as keep the text's shape: halves that do not are halved again.
  private func half(_ edits: ArraySlice<TextEdit>, _ taken: [TextEdit], _ before: Shape)
    -> [TextEdit]
  {
    if edits.isEmpty { return taken }
    let all = (taken + edits).sorted { $0.range.lowerBound < $1.range.lowerBound }
    if keeps(all, before) { return all }
    if edits.count == 1 { return taken }
    let middle = edits.startIndex + edits.count / 2
    return half(edits[middle...], half(edits[..<middle], taken, before), before)
  }

  private func keeps(_ edits: [TextEdit], _ before: Shape) -> Bool {
    let section = outline.section
    let bytes = section.source.applying(edits)
    let document = Document(bytes, vocabulary: section.vocabulary)
    guard document.sections.count == 1,
      let new = TextMeaning(document, profile: outline.meaning.profile).sections.first
    else { return false }
    return Shape(new) == before
  }
}

/// What formatting must not change: which paragraphs there are, where they stand, what their labels
/// mean, which words they have, and what references name.
private struct Shape: Equatable {
  struct Part: Equatable {
    var label: NewLabel?
    var parent: Int
    var clause: Int
    var annex: Int
    var level: Int
  }

  var parts: [Part]
  var kinds: [Block.Kind]
  var words: [UInt32]
  var targets: [[Int]]
  var clauses: Int

  init(_ meaning: SectionMeaning) {
    let tree = meaning.resolution
    let outline = Outline(meaning)
    parts = tree.paragraphs.indices.map {
      let paragraph = tree.paragraphs[$0]
      return Part(
        label: outline.label(of: $0), parent: paragraph.parent, clause: paragraph.clause,
        annex: paragraph.annex, level: paragraph.level)
    }
    kinds = meaning.section.blocks.map(\.kind).filter { $0 != .blank }
    words = meaning.section.blocks.flatMap { block in
      block.tokens.filter { $0.kind == .word || $0.kind == .number }.map(\.hash)
    }
    targets = meaning.references.map(\.targets)
    clauses = tree.clauses.count
  }
}
