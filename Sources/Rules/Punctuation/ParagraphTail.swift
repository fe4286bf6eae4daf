internal import Semantics
internal import Syntax

/// The last few tokens of a paragraph, footnotes left out: its mark, also inside closing brackets or
/// behind a line break, and a conjunction behind the mark. Offsets count from the section.
struct Tail {
  /// `,`, `.`, `:`, `;` (a full-width one as its plain form), or 0.
  private(set) var mark: UInt8 = 0
  /// All marks that stand together at the end; empty without one.
  private(set) var span = Span.none
  /// More than one mark, or a mark that stands alone on its line.
  private(set) var doubled = false
  private(set) var fullWidth = false
  private(set) var quoted = false
  /// An ellipsis or an unfilled placeholder: nobody can tell how it will end.
  private(set) var isUnfinished = false
  /// "and" or "or" as last word.
  private(set) var conjunction: Span?
  private(set) var beforeConjunction: UInt8 = 0
  /// Behind the mark or word before the conjunction.
  private(set) var gapBeforeConjunction = 0

  /// Before the last word, where the paragraph ends with one.
  private var end: Cursor?

  private static let and = wordHash("and")
  private static let or = wordHash("or")

  /// The common case, seen at once: the last token is the right mark, and a word stands before it.
  static func isPlain(_ last: Block, _ expected: UInt8) -> Bool {
    last.withTokens { tokens in
      guard tokens.count > 1 else { return false }
      let last = tokens[tokens.count - 1]
      guard last.isMark(expected), !last.flags.contains(.lineStart) else { return false }
      switch tokens[tokens.count - 2].kind {
      case .word, .number, .quote: return !last.flags.contains(.footnote)
      default: return tokens[tokens.count - 2].isMark(0x29)
      }
    }
  }

  /// - Complexity: constant but for a paragraph with long footnotes at its end.
  init(_ paragraph: Paragraph, _ text: SectionContext) {
    let section = text.section
    guard paragraph.lastBlock < section.blocks.count else { return }
    var tokens = Cursor(section: section, block: paragraph.lastBlock, first: paragraph.block)
    tokens.skip(behind: paragraph.end)
    tokens.skipRunningHead()
    let behind = tokens
    guard var last = tokens.next() else { return }
    // Brackets and quotation marks may close behind the mark.
    while Self.closes(last.token), let before = tokens.next() {
      guard Self.plainMark(before.token) != 0 || Self.closes(before.token) else { break }
      if last.token.kind == .quote { quoted = true }
      last = before
    }
    if last.token.kind == .symbol, last.token.hash == 0x2026 { isUnfinished = true }
    if last.token.kind == .word {
      end = behind
      readConjunction(last, &tokens)
      return
    }
    mark = Self.plainMark(last.token)
    guard mark != 0 else { return }
    fullWidth = last.token.kind == .fullWidth
    span = last.span
    guard let before = tokens.next() else { return }
    let other = Self.plainMark(before.token)
    if mark == 0x2E, other == 0x2E { isUnfinished = true }
    if last.ownLine, !fullWidth {
      doubled = true
      span = Span(other == 0 ? before.span.upper : before.span.lower, span.upper)
    } else if other != 0, other != 0x2E, !fullWidth, before.token.kind == .mark {
      doubled = true
      span = Span(before.span.lower, span.upper)
    }
  }

  private mutating func readConjunction(_ last: Cursor.Item, _ tokens: inout Cursor) {
    guard last.token.hash == Self.and || last.token.hash == Self.or else { return }
    var start = last.span
    var before = tokens.next()
    // "and/or"
    if let slash = before, slash.token.isMark(0x2F), let and = tokens.next() {
      start = Span(and.span.lower, start.upper)
      before = tokens.next()
    }
    guard let before else { return }
    conjunction = Span(start.lower, last.span.upper)
    beforeConjunction = Self.plainMark(before.token)
    gapBeforeConjunction = before.span.upper
  }

  /// Whether the words behind the last mark are a clause heading that lost its line break: `..., having
  /// noted`. The paragraph itself ends with that mark.
  func endsWithHeading(_ text: SectionContext) -> Bool {
    guard var cursor = end else { return false }
    var words: [UInt32] = []
    while words.count < 8, let item = cursor.next() {
      guard item.token.kind == .word else {
        return Self.plainMark(item.token) != 0 && Self.isHeading(words.reversed(), text)
      }
      words.append(item.token.hash)
    }
    return false
  }

  /// A known heading; one of three words or more may go on for two words.
  private static func isHeading(_ words: [UInt32], _ text: SectionContext) -> Bool {
    guard let first = words.first else { return false }
    return text.section.vocabulary.preambularPhrases(from: first).contains { phrase in
      words.starts(with: phrase)
        && (words.count == phrase.count || phrase.count > 2 && words.count <= phrase.count + 2)
    }
  }

  static func plainMark(_ token: Token) -> UInt8 {
    switch token.kind {
    case .mark:
      switch token.hash {
      case 0x2C, 0x2E, 0x3A, 0x3B: UInt8(truncatingIfNeeded: token.hash)
      default: 0
      }
    case .fullWidth:
      switch token.hash {
      case 0xFF0C, 0x3001: 0x2C
      case 0xFF1B: 0x3B
      case 0xFF1A: 0x3A
      case 0x3002, 0xFF0E: 0x2E
      default: 0
      }
    default: 0
    }
  }

  private static func closes(_ token: Token) -> Bool {
    token.kind == .quote || token.isMark(0x5D) || token.isMark(0x29)
  }
}

/// The tokens of a paragraph from its end, across the blocks that a page break cut it into.
struct Cursor {
  struct Item {
    var token: Token
    /// From the section's start.
    var span: Span
    /// Nothing else of the paragraph stands on its line.
    var ownLine: Bool
  }

  let section: Section
  private var block: Int
  private let first: Int
  private var index: Int

  init(section: Section, block: Int, first: Int) {
    self.section = section
    self.block = block
    self.first = first
    index = section.blocks[block].tokens.count
  }

  /// Passes over what stands behind an offset: footnotes, page numbers.
  mutating func skip(behind offset: Int) {
    let tokens = section.blocks[block].tokens
    let start = section.starts[block]
    while index > 0, tokens[index - 1].end + start > offset, !isClosing(tokens[index - 1]) {
      index -= 1
    }
  }

  private func isClosing(_ token: Token) -> Bool {
    guard !token.flags.contains(.footnote) else { return false }
    return token.kind == .quote || token.isMark(0x5D) || token.isMark(0x29)
  }

  /// Passes over a running title or page number behind a mark: `. PART III - RESOLUTIONS`,
  /// `. D - 5 503`. Capitals and numbers alone, with a dash between blanks among them.
  mutating func skipRunningHead() {
    let tokens = section.blocks[block].tokens
    var i = index
    var dash = false
    while i > 1, index - i < 8 {
      let token = tokens[i - 1]
      switch token.kind {
      case .word where token.flags.contains(.capitals): break
      case .number: break
      case .dash where token.hasSpaceBefore && i < index && tokens[i].hasSpaceBefore: dash = true
      case .mark where token.isMark(0x2E) || token.isMark(0x3B):
        if dash, index - i > 2 { index = i }
        return
      default: return
      }
      i -= 1
    }
  }

  mutating func next() -> Item? {
    while index == 0 {
      guard block > first else { return nil }
      block -= 1
      switch section.blocks[block].kind {
      case .footnote, .furniture, .blank, .comment: continue
      default: index = section.blocks[block].tokens.count
      }
    }
    index -= 1
    let token = section.blocks[block].tokens[index]
    return Item(
      token: token, span: token.span.shifted(by: section.starts[block]),
      ownLine: token.flags.contains(.lineStart))
  }
}
