internal import Grammar
internal import Syntax
internal import TextModel

/// The acronyms of a text: where they are used and where they are spelled out. All rules on acronyms
/// ask it; it looks only at words that have two capitals.
struct AcronymTable {
  struct Use {
    /// In `names`.
    var name: Int
    /// Index of the block in the section.
    var block: Int
    /// Index of its first token in the block.
    var token: Int
    /// In the section; the plural's s included.
    var span: Span
    var isPlural: Bool
    /// Stands where an acronym need not be known yet: title, subject, heading, footnote, capitals.
    var isExempt: Bool
    /// A word beside it is in capitals: it may be one of a line in capitals.
    var isShouted: Bool
    /// It stands in brackets, and the words before them have its initials.
    var defines: Bool
    /// It stands alone in brackets.
    var isBracketed: Bool
    /// Index of the annex it stands in, -1 in the body.
    var annex: Int
  }

  struct Name {
    /// Without the plural's s; special hyphens as plain ones.
    var text: [UInt8]
    /// Indices in `uses`, in the order of the text.
    var uses: [Int] = []
    var role: AcronymUse.Use?
    var string: String { String(decoding: text, as: UTF8.self) }
  }

  private(set) var uses: [Use] = []
  private(set) var names: [Name] = []
  private var index: [UInt64: Int] = [:]
  /// By the hash of a word in capitals.
  private var known: [UInt32: Spelled] = [:]
  private var annex = 0
  /// Comparing each name with each: in a text with more of them nobody would read the answer.
  static let mostNames = 1_000

  init(_ text: SectionContext) {
    text.section.bytes.withByteView { view in
      for block in text.words.indices where text.words[block].hasNames {
        read(block, view, text)
      }
    }
  }

  func definitions(_ name: Name) -> [Use] {
    name.uses.map { uses[$0] }.filter(\.defines)
  }

  // MARK: - Reading

  private mutating func read(_ block: Int, _ view: ByteView, _ text: SectionContext) {
    let kind = text.section.blocks[block].kind
    guard kind != .title, kind != .annexTitle, kind != .proposal, kind != .sectionTitle else {
      return
    }
    let start = text.section.start(ofBlock: block)
    let tokens = text.section.blocks[block].tokens
    let headingEnd = text.section.blocks[block].heading?.tokenCount ?? 0
    let place = Place(
      annex: annex(at: start, text),
      exempt: kind == .footnote || kind == .markdownHeading || kind == .furniture
        || text.tree.subject.contains(start))
    var taken = -1
    var quotes = 0
    var counted = 0
    text.words[block].forEachName { first in
      guard first > taken, first < tokens.count else { return }
      var last = first
      // CWG-WSIS&SDG is three tokens.
      while last + 2 < tokens.count, tokens[last + 1].isMark(0x26),
        !tokens[last + 1].hasSpaceBefore, !tokens[last + 2].hasSpaceBefore,
        tokens[last + 2].kind == .word, tokens[last + 2].flags.contains(.capital)
      {
        last += 2
      }
      taken = last
      let span = Span(Int(tokens[first].start), tokens[last].end).shifted(by: start)
      // The same single word reads the same each time.
      let isPlain = first == last && tokens[first].flags.contains(.capitals)
      let single = isPlain ? tokens[first].hash : 0
      guard let spelling = known[single] ?? spell(view, span, single) else { return }
      let line = Surroundings(tokens, first, last)
      if line.isSymbol { return }
      // Quoted words are not the author's.
      while counted < first {
        quotes += tokens[counted].kind == .quote ? 1 : 0
        counted += 1
      }
      let isQuoted = quotes % 2 == 1
      uses.append(
        Use(
          name: spelling.name, block: block, token: first,
          span: Span(span.lower, span.lower + spelling.length),
          isPlural: spelling.isPlural,
          isExempt: place.exempt || first < headingEnd || line.isCapitals || isQuoted
            || tokens[first].flags.contains(.footnote),
          isShouted: line.isShouted,
          defines: line.isBracketed && spelling.length == span.count && !isQuoted
            && Expansion.fits(names[spelling.name].text, tokens[..<max(0, first - 1)], view, start),
          isBracketed: line.isBracketed, annex: place.annex))
      names[uses[uses.count - 1].name].uses.append(uses.count - 1)
    }
  }

  private struct Spelled {
    var name: Int
    var isPlural: Bool
    var length: Int
  }

  private mutating func spell(_ view: ByteView, _ span: Span, _ single: UInt32) -> Spelled? {
    guard let spelling = AcronymSpelling(view, span) else { return nil }
    let spelled = Spelled(
      name: name(spelling.text), isPlural: spelling.isPlural, length: spelling.length)
    // The hash does not tell capitals from small letters.
    if single != 0, !spelling.isPlural, spelling.length == span.count,
      spelling.text.allSatisfy({ isASCIIUpper($0) })
    {
      known[single] = spelled
    }
    return spelled
  }

  /// The annex that holds a place, or -1. Annexes stand in the order of the text, as the blocks do.
  private mutating func annex(at start: Int, _ text: SectionContext) -> Int {
    while annex < text.tree.annexes.count, text.tree.annexes[annex].span.upper <= start {
      annex += 1
    }
    return annex < text.tree.annexes.count && text.tree.annexes[annex].span.contains(start)
      ? annex : -1
  }

  private struct Place {
    var annex: Int
    var exempt: Bool
  }

  private mutating func name(_ text: [UInt8]) -> Int {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
    if let known = index[key] { return known }
    index[key] = names.count
    names.append(Name(text: text, role: Self.roles[text]))
    return names.count - 1
  }

  private static let roles: [[UInt8]: AcronymUse.Use] = Dictionary(
    Language.english.acronyms.map { (Array($0.name.utf8), $0.use) },
    uniquingKeysWith: { first, _ in first })
}

/// How a word with two capitals reads as an acronym.
struct AcronymSpelling {
  private(set) var text: [UInt8] = []
  private(set) var isPlural = false
  /// Bytes of the text that belong to it: not those of `-related` behind it.
  private(set) var length = 0

  /// `nil` for a word that is none: two words run together, a session (`WTDC-17`), a numeral.
  init?(_ view: ByteView, _ span: Span) {
    var offset = span.lower
    var small = 0
    var capitals = 0
    while offset < span.upper {
      let byte = view[offset]
      if isASCIIUpper(byte) {
        // Small letters and then a capital: GSMmap, no acronym. One is right: IoT.
        if small > 1 { return nil }
        small = 0
        capitals += 1
        text.append(byte)
      } else if isASCIILower(byte) {
        small += 1
        text.append(byte)
      } else if byte == 0x26 {
        small = 0
        text.append(byte)
      } else if byte == 0x2D || byte == 0xE2 {
        let width = byte == 0x2D ? 1 : 3
        // The tail of a compound: ICT-enabled. A name goes on with a capital: CWG-Internet.
        if isASCIIDigit(view[offset + width]) { return nil }
        guard isASCIIUpper(view[offset + width]) else { break }
        small = 0
        text.append(0x2D)
        offset += width - 1
        if !isASCIIUpper(view[offset + 2]), isASCIILower(view[offset + 2]) {
          // A whole word: taken as it is.
          offset += 1
          while isASCIILower(view[offset]) || isASCIIUpper(view[offset]) {
            text.append(view[offset])
            offset += 1
          }
          continue
        }
      } else if byte == 0xC2, view[offset + 1] == 0xAD {
        offset += 1
      } else if byte == 0x27 {
        // ITU's
        break
      } else {
        return nil
      }
      offset += 1
    }
    if view[offset] == 0xE2, view[offset + 2] == 0x99 { small = 0 }
    length = offset - span.lower
    guard capitals > 1 else { return nil }
    if small == 1, text.last == 0x73, text.count > 2 {
      isPlural = true
      text.removeLast()
    } else if small > 0, !text.contains(0x2D) {
      // Connected: a name in small letters behind capitals is no acronym.
      if small > 1 { return nil }
    }
    if text.allSatisfy({ $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }) { return nil }
  }
}

extension Token {
  fileprivate var isInCapitals: Bool {
    kind == .word && flags.contains(.capitals) && length > 2 && flags.isDisjoint(with: .special)
  }
}

/// What stands around an acronym in its block.
private struct Surroundings {
  var isBracketed: Bool
  /// It is a word of a line in capitals, or of a list of names.
  var isCapitals: Bool
  var isShouted: Bool
  /// It belongs to a document's symbol (JIU/REP/2012) or is a part of a longer name.
  var isSymbol: Bool

  init(_ tokens: [Token], _ first: Int, _ last: Int) {
    let before = first > 0 ? tokens[first - 1] : nil
    let after = last + 1 < tokens.count ? tokens[last + 1] : nil
    isBracketed = before?.isMark(0x28) == true && after?.isMark(0x29) == true
    isShouted = before?.isInCapitals == true || after?.isInCapitals == true
    var capitals = before?.kind == .quote && after?.kind == .quote
    for index in max(0, first - 3)..<min(last + 4, tokens.count)
    where index < first || index > last {
      if tokens[index].isInCapitals { capitals = true }
    }
    isCapitals = capitals
    // A hyphen that a line end has parted from the rest of the name.
    let isParted =
      after?.kind == .dash && after?.hasSpaceBefore == false
      || before?.kind == .dash && before?.hasSpaceBefore == false
    let goesOn = after?.isMark(0x28) == true && after?.hasSpaceBefore == false
    isSymbol = isParted || goesOn || Self.isNumbered(tokens, last)
  }

  private static func isNumbered(_ tokens: [Token], _ last: Int) -> Bool {
    var index = last + 1
    while index + 1 < tokens.count, tokens[index].isMark(0x2F), !tokens[index].hasSpaceBefore,
      !tokens[index + 1].hasSpaceBefore
    {
      if tokens[index + 1].kind == .number || tokens[index + 1].flags.contains(.special) {
        return true
      }
      index += 2
    }
    return false
  }
}

/// The words that an acronym in brackets stands for.
enum Expansion {
  /// Whether the initials of the words before the bracket give the acronym: each letter begins a word
  /// (or a part of one), in order; words may be passed over, but not the first letter.
  static func fits(_ name: [UInt8], _ before: ArraySlice<Token>, _ view: ByteView, _ start: Int)
    -> Bool
  {
    let letters = name.filter { isASCIILetter($0) }.map { asciiLower($0) }
    guard var wanted = letters.indices.last else { return false }
    var misses = 0
    var limit = letters.count * 2 + 6
    for token in before.reversed() {
      limit -= 1
      if limit < 0 { return false }
      if token.kind == .mark, token.hash == 0x3B || token.hash == 0x2E { return false }
      guard token.kind == .word else { continue }
      let parts = initials(token, view, start)
      var hit = false
      for part in parts.reversed() where part == letters[wanted] {
        hit = true
        if wanted == 0 { return true }
        wanted -= 1
      }
      if !hit, token.length > 3 { misses += 1 }
      if misses > 4 { return false }
    }
    return false
  }

  /// First letters of a word and of its parts behind hyphens, small; inner capitals count too.
  private static func initials(_ token: Token, _ view: ByteView, _ start: Int) -> [UInt8] {
    var found: [UInt8] = []
    var isFirst = true
    for offset in (start + Int(token.start))..<(start + token.end) {
      let byte = view[offset]
      if isFirst || isASCIIUpper(byte) { found.append(asciiLower(byte)) }
      isFirst = !isASCIILetter(byte)
    }
    return found
  }
}
