internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// The acronyms of a text: where they are used and where they are spelled out. All rules on acronyms
/// ask it; it looks only at words that have two capitals, and not at those that everyone knows.
struct AcronymTable {
  struct Use {
    /// Index of the block in the section.
    var block: Int
    /// Index of its first token in the block.
    var token: Int
    /// In the section; the plural's s included.
    var span: Span
    var isPlural: Bool
    /// Stands where an acronym need not be known yet: title, subject, heading, footnote, capitals.
    var isExempt = false
    /// A word beside it is in capitals: it may be one of a line in capitals.
    var isShouted = false
    /// It stands in brackets, and the words before them have its initials.
    var defines = false
    /// It stands alone in brackets.
    var isBracketed = false
    /// Index of the annex it stands in, -1 in the body.
    var annex: Int
  }

  struct Name {
    /// Without the plural's s; special hyphens as plain ones.
    var text: [UInt8]
    var role: AcronymUse.Use?
    var useCount = 0
    var pluralCount = 0
    /// The first use of all.
    var earliest: Use
    /// The first use that is not exempt.
    var first: Use?
    var firstPlural: Use?
    /// Uses in brackets.
    var bracketed: [Use] = []
    var string: String { String(decoding: text, as: UTF8.self) }
    var isDefined: Bool { !bracketed.isEmpty }
  }

  private(set) var names: [Name] = []
  private var index = HashIndex(capacity: 12)
  /// The numbers of names that are one word in plain capitals, as most are, by hash and length of the
  /// word: it is spelled once.
  private var plain = HashIndex(capacity: 12)
  private var annex = 0
  /// Comparing each name with each: in a text with more of them nobody would read the answer.
  static let mostNames = 1_000

  init(_ text: SectionContext) {
    names.reserveCapacity(16)
    let blocks = text.section.blocks
    text.section.bytes.withByteView { view in
      for block in blocks.indices where blocks[block].index.hasNames {
        read(blocks[block], block, view, text)
      }
    }
  }

  // MARK: - Reading

  private mutating func read(
    _ block: Block, _ number: Int, _ view: ByteView, _ text: SectionContext
  ) {
    let kind = block.kind
    guard kind != .title, kind != .annexTitle, kind != .proposal, kind != .sectionTitle else {
      return
    }
    let start = text.section.start(ofBlock: number)
    let headingEnd = block.headingTokenCount
    let annex = annex(at: start, text)
    // What is deleted before its first word belongs to the block, not to the subject.
    let front = block.tokens.first.map { start + Int($0.start) } ?? start
    let isExempt =
      kind == .footnote || kind == .markdownHeading || text.tree.subject.contains(front)
    let hasQuotes = block.contents.contains(.quotes)
    var walk = block.index.names.walk()
    block.withTokens { tokens in
      var taken = -1
      var quotes = 0
      var counted = 0
      while true {
        let first = walk.next()
        guard first < tokens.count else { return }
        guard first > taken else { continue }
        let token = tokens[first]
        let last = Self.last(tokens, from: first)
        taken = last
        if last == first, Self.passedOver.contains(token.hash) { continue }
        let span = Span(Int(token.start), tokens[last].end).shifted(by: start)
        let word = last == first ? token.plainCapitals : nil
        let known = word.map { plain[$0] } ?? -1
        guard let spelling = known < 0 ? AcronymSpelling(view, span) : .plain(span.count),
          !Surroundings.isSymbol(tokens, first, last)
        else { continue }
        let place =
          known >= 0
          ? known
          : name(spelling, view, span.lower) {
            Use(block: number, token: first, span: span, isPlural: spelling.isPlural, annex: annex)
          }
        if let word, known < 0 { _ = plain.insert(place, word) }
        let isBracketed = Surroundings.isBracketed(tokens, first, last)
        // What stands around it matters where the name is new, and where it may be explained.
        let isNew = self.names[place].count(isPlural: spelling.isPlural)
        guard isBracketed || isNew else { continue }
        while hasQuotes, counted < first {
          quotes &+= tokens[counted].kind == .quote ? 1 : 0
          counted &+= 1
        }
        // Quoted words are not the author's.
        let isQuoted = quotes % 2 == 1
        let line = Surroundings(tokens, first, last)
        let use = Use(
          block: number, token: first, span: Span(span.lower, span.lower + spelling.length),
          isPlural: spelling.isPlural,
          isExempt: isExempt || first < headingEnd || line.isCapitals || isQuoted
            || token.flags.contains(.footnote),
          isShouted: line.isShouted,
          defines: isBracketed && spelling.length == span.count && !isQuoted
            && Expansion.fits(self.names[place].text, tokens[..<max(0, first - 1)], view, start),
          isBracketed: isBracketed, annex: annex)
        self.names[place].add(use)
      }
    }
  }

  /// CWG-WSIS&SDG is three tokens.
  static func last(_ tokens: UnsafeBufferPointer<Token>, from first: Int) -> Int {
    var last = first
    while last + 2 < tokens.count, tokens[last + 1].isMark(0x26),
      !tokens[last + 1].hasSpaceBefore, !tokens[last + 2].hasSpaceBefore,
      tokens[last + 2].kind == .word, tokens[last + 2].flags.contains(.capital)
    {
      last += 2
    }
    return last
  }

  /// The annex that holds a place, or -1. Annexes stand in the order of the text, as the blocks do.
  private mutating func annex(at start: Int, _ text: SectionContext) -> Int {
    while annex < text.tree.annexes.count, text.tree.annexes[annex].span.upper <= start {
      annex += 1
    }
    return annex < text.tree.annexes.count && text.tree.annexes[annex].span.contains(start)
      ? annex : -1
  }

  private mutating func name(
    _ spelling: AcronymSpelling, _ view: ByteView, _ start: Int, _ use: () -> Use
  ) -> Int {
    if let known = index.insert(names.count, spelling.key) { return known }
    let text = spelling.text(view, start)
    names.append(Name(text: text, role: Self.role(spelling.key), earliest: use()))
    return names.count - 1
  }

  /// Places in the list of the language.
  private static let known: HashIndex = {
    var known = HashIndex()
    for (place, acronym) in Language.english.acronyms.enumerated() {
      _ = known.insert(place, AcronymSpelling.key(of: acronym.name.utf8))
    }
    return known
  }()

  private static func role(_ key: UInt64) -> AcronymUse.Use? {
    let place = known[key]
    return place < 0 ? nil : Language.english.acronyms[place].use
  }

  /// Whether a name needs no explanation.
  static func isKnown(_ name: ArraySlice<UInt8>) -> Bool {
    isKnown(AcronymSpelling.key(of: name))
  }

  static func isKnown(_ key: UInt64) -> Bool { role(key) == .known }

  /// The names that no rule has anything to say of.
  private static let passedOver = WordSet(
    Language.english.acronyms.filter { $0.use != .plural }.map { wordHash($0.name) })
}

extension Token {
  /// Tells a word that is nothing but capitals from all others; `nil` for those.
  fileprivate var plainCapitals: UInt64? {
    guard flags.contains(.capitals), flags.isDisjoint(with: [.special, .otherScript]) else {
      return nil
    }
    return UInt64(hash) | UInt64(length) << 32
  }
}

extension AcronymTable.Name {
  /// Counts a use.
  /// - Returns: whether the name was not used like that before where it must be known.
  @inline(__always)
  fileprivate mutating func count(isPlural: Bool) -> Bool {
    useCount += 1
    pluralCount += isPlural ? 1 : 0
    return first == nil || isPlural && firstPlural == nil
  }

  fileprivate mutating func add(_ use: AcronymTable.Use) {
    if useCount == 1 { earliest = use }
    if first == nil, !use.isExempt { first = use }
    if use.isPlural, firstPlural == nil { firstPlural = use }
    if use.isBracketed { bracketed.append(use) }
  }
}
