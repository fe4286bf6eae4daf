internal import Semantics
internal import Syntax
internal import TextModel

/// Where the author types: the line up to the caret and what stands around it. Offsets count from the
/// start of the section unless they are called absolute.
struct TypingPlace {
  let meaning: SectionMeaning
  /// Where the section begins in the text.
  let base: Int
  let offset: Int
  let lineStart0: Int
  /// The line up to the caret.
  let before: [UInt8]
  /// The byte behind the caret; 0 at the end.
  let next: UInt8
  /// Index of the block that holds the caret.
  let block: Int
  private let isRecognised: Bool
  private let textCount: Int

  var section: Section { meaning.section }
  var tree: Resolution { meaning.resolution }

  /// Of a line, only so much before the caret is looked at.
  private static let reach = 4_096

  init?(_ draft: Draft, at absolute: Int) {
    guard absolute >= 0, absolute <= draft.document.count,
      let (meaning, base) = draft.section(at: absolute)
    else { return nil }
    self.meaning = meaning
    self.base = base
    let offset = absolute - base
    self.offset = offset
    let (start, before, next) = meaning.section.bytes.withByteView { view in
      var start = offset
      while start > 0, offset - start < Self.reach, view[start - 1] != 0x0A, view[start - 1] != 0x0D
      {
        start -= 1
      }
      return (start, view.array(start, offset), view[offset])
    }
    lineStart0 = start
    self.before = before
    self.next = next
    block = meaning.section.block(at: max(0, min(offset, meaning.section.bytes.count) - 1))
    isRecognised = meaning.resolution.signals > 0
    textCount = draft.document.count
  }

  /// The section is, or begins to be, a resolution.
  var isInDraft: Bool { isRecognised }

  /// Nothing stands in the text but a word that is being typed.
  var isAloneInText: Bool {
    textCount < 200 && lineStart0 == 0
      && section.bytes.dropFirst(offset).allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
  }

  /// The caret stands at the end of a word or behind one, in text that is read.
  var isInText: Bool {
    if isASCIILetter(next) || isASCIIDigit(next) || next >= 0xC3 { return false }
    guard section.blocks.indices.contains(block) else { return false }
    // In code within the line.
    if before.reduce(0, { $0 + ($1 == 0x60 ? 1 : 0) }) % 2 == 1 { return false }
    let found = section.blocks[block]
    switch found.kind {
    case .code, .comment, .table:
      // The empty lines behind it belong to the block.
      return offset > section.start(ofBlock: block) + found.content.upper + 1
    case .title, .formula, .annexTitle, .proposal:
      return offset > section.start(ofBlock: block) + found.content.upper
    default: return true
    }
  }

  /// The range from an offset of the section to the caret, in bytes from the start of the text.
  func range(from start: Int, extra: Int = 0) -> Range<Int> {
    let lower = max(lineStart0, min(start, offset))
    return (base + lower)..<(base + offset + max(0, extra))
  }

  /// The text from an offset of the section to the caret.
  func typed(from start: Int) -> String {
    String(decoding: before.dropFirst(max(0, start - lineStart0)), as: UTF8.self)
  }

  // MARK: - Words

  /// A word before the caret, for comparison.
  struct Word {
    /// Offset in the section.
    var start: Int
    var end: Int
    var bytes: ArraySlice<UInt8>
    var text: String { String(decoding: bytes, as: UTF8.self) }
    /// As the lexer hashes it.
    var hash: UInt32 { wordHash(text) }
    var isCapitalised: Bool { bytes.first.map(isASCIIUpper) ?? false }
  }

  /// The words of the line before the caret, the last first, cut at blanks; marks of emphasis at their
  /// ends are left out. The first is empty where the caret stands behind a blank.
  func words(limit: Int) -> [Word] {
    var words: [Word] = []
    var end = before.count
    while words.count < limit {
      var start = end
      while start > 0, !Self.isBlank(before[start - 1]) { start -= 1 }
      var from = start
      var to = end
      while from < to, Self.isEmphasis(before[from]) { from += 1 }
      while to > from, Self.isEmphasis(before[to - 1]) { to -= 1 }
      words.append(
        Word(start: lineStart0 + from, end: lineStart0 + to, bytes: before[from..<to]))
      while start > 0, Self.isBlank(before[start - 1]) { start -= 1 }
      // A no-break space is two bytes.
      if start > 0, before[start - 1] == 0xC2 { start -= 1 }
      guard start > 0 else { break }
      end = start
    }
    return words
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0xA0 }
  static func isEmphasis(_ byte: UInt8) -> Bool { byte == 0x2A || byte == 0x5F }

  // MARK: - The start of a line

  struct LineStart {
    /// Where the typed text begins, behind indentation; marks of emphasis belong to it.
    var start: Int
    /// Without marks of emphasis.
    var typed: String
    /// The author has typed a mark of emphasis.
    var hasEmphasis: Bool
    /// A mark of emphasis stands behind the caret: the editor has closed it.
    var isClosed: Bool
  }

  /// What is typed of a new paragraph: the caret is at the start of a line that can begin one, with at
  /// most a few words before it.
  var lineStart: LineStart? {
    var place = 0
    while place < before.count, Self.isBlank(before[place]) { place += 1 }
    let start = place
    while place < before.count, Self.isEmphasis(before[place]) { place += 1 }
    let typed = before[place...]
    guard typed.count <= 60, Self.opensParagraph(typed), beginsParagraph else { return nil }
    let rest = section.bytes.withByteView { view -> Bool in
      var end = offset
      while Self.isEmphasis(view[end]) { end += 1 }
      while Self.isBlank(view[end]) { end += 1 }
      return end >= view.count || view[end] == 0x0A || view[end] == 0x0D
    }
    guard rest else { return nil }
    return LineStart(
      start: lineStart0 + start, typed: String(decoding: typed, as: UTF8.self),
      hasEmphasis: place > start, isClosed: Self.isEmphasis(next))
  }

  /// Words of a heading, or a label and nothing behind it.
  private static func opensParagraph(_ typed: ArraySlice<UInt8>) -> Bool {
    if typed.allSatisfy({ isASCIILetter($0) || $0 == 0x20 || $0 == 0x2D }) { return true }
    return typed.allSatisfy {
      isASCIILetter($0) || isASCIIDigit($0) || $0 == 0x29 || $0 == 0x2E || $0 == 0x2D
    }
  }

  /// The line before is empty, or ends a paragraph.
  private var beginsParagraph: Bool {
    section.bytes.withByteView { view in
      var place = lineStart0
      var lineEnds = 0
      while place > 0 {
        let byte = view[place - 1]
        if byte == 0x0A || byte == 0x0D && view[place] != 0x0A {
          lineEnds += 1
        } else if byte != 0x0D, !Self.isBlank(byte), !Self.isEmphasis(byte) {
          break
        }
        place -= 1
      }
      if place == 0 || lineEnds > 1 { return true }
      switch view[place - 1] {
      case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ","):
        return true
      default:
        let kind =
          section.blocks.indices.contains(section.block(at: place - 1))
          ? section.blocks[section.block(at: place - 1)].kind : .text
        return kind == .heading || kind == .title || kind == .formula || kind == .annexTitle
      }
    }
  }

  // MARK: - The paragraph

  /// The paragraph that holds the caret, by its index; -1 on a line of its own.
  var paragraph: Int {
    guard let index = meaning.paragraph(before: offset + 1) else { return -1 }
    let found = tree.paragraphs[index]
    return offset <= found.span.upper + 1 ? index : -1
  }
}
