internal import Grammar

/// What the words of a block may be, told by one look into a table for each word while the block is
/// made: a reader goes from one word that may concern it to the next and passes over all others. It
/// errs only on the side of telling too much.
public struct WordIndex: Sendable {
  /// Places in the block's tokens, a bit for each.
  @frozen
  public struct Places: Sendable {
    @usableFromInline let low: UInt64
    @usableFromInline let high: UInt64
    /// Few blocks have more than 128 tokens.
    @usableFromInline let rest: Rest?
    @usableFromInline let use: Use

    @inlinable
    @inline(__always)
    init(_ low: UInt64, _ high: UInt64, _ rest: Rest?, _ use: Use) {
      self.low = low
      self.high = high
      self.rest = rest
      self.use = use
    }

    /// The first 128 places.
    @inlinable public var bits: (low: UInt64, high: UInt64) { (low, high) }

    /// Behind the last token of any block.
    @inlinable static var nowhere: Int { Int(Int32.max) }

    /// There is no place.
    @inlinable
    @inline(__always)
    public var isEmpty: Bool { low | high == 0 && rest?.has(use) != true }

    /// The first place from `index` on; at or behind the token count where there is none.
    @inlinable
    @inline(__always)
    public func next(from index: Int) -> Int {
      guard index >= 0 else { return index }
      if index < 64 {
        let bits = low & (~0 &<< UInt64(truncatingIfNeeded: index))
        if bits != 0 { return bits.trailingZeroBitCount }
      }
      if index < 128 {
        let bits =
          index < 64 ? high : high & (~0 &<< UInt64(truncatingIfNeeded: index &- 64))
        if bits != 0 { return 64 &+ bits.trailingZeroBitCount }
      }
      guard let rest else { return Self.nowhere }
      return rest.next(use, from: max(index, 128))
    }

    /// Goes over all places: quicker than to look for each from the one before.
    @inlinable
    @inline(__always)
    public func walk() -> Walk { Walk(self) }
  }

  /// Gives the places from the first to the last.
  @frozen
  public struct Walk {
    @usableFromInline var low: UInt64
    @usableFromInline var high: UInt64
    @usableFromInline let places: Places
    /// Where to go on behind the first 128.
    @usableFromInline var from = 128

    @inlinable
    @inline(__always)
    init(_ places: Places) {
      low = places.low
      high = places.high
      self.places = places
    }

    /// At or behind the token count where there is none.
    @inlinable
    @inline(__always)
    public mutating func next() -> Int {
      if low != 0 {
        let place = low.trailingZeroBitCount
        low &= low &- 1
        return place
      }
      if high != 0 {
        let place = 64 &+ high.trailingZeroBitCount
        high &= high &- 1
        return place
      }
      guard let rest = places.rest else { return Places.nowhere }
      let place = rest.next(places.use, from: from)
      from = place &+ 1
      return place
    }
  }

  @usableFromInline
  enum Use: Int, Sendable { case opener, citation, term, unusual, name, pair }

  /// The places from the 129th on: for each 64 of them a word for each use.
  @usableFromInline
  final class Rest: Sendable {
    private let words: [UInt64]
    /// A bit for each use that there is a place of.
    @usableFromInline let present: UInt8

    /// Whether there is a place of a use.
    @inlinable
    func has(_ use: Use) -> Bool { present &>> UInt8(use.rawValue) & 1 != 0 }

    /// Whether all places are the same but those of terms and unusual words.
    fileprivate func pointsAlike(_ other: Rest) -> Bool {
      words.count == other.words.count
        && words.indices.allSatisfy { place in
          let use = place % Self.uses
          return use == Use.term.rawValue || use == Use.unusual.rawValue
            || words[place] == other.words[place]
        }
    }

    fileprivate init(_ words: [UInt64]) {
      self.words = words
      var present: UInt8 = 0
      for place in words.indices where words[place] != 0 {
        present |= 1 &<< UInt8(truncatingIfNeeded: place % Self.uses)
      }
      self.present = present
    }

    /// The same with another word at one of the places.
    fileprivate func replacing(_ place: Int, by uses: UInt8) -> Rest {
      let first = (place - 128) / 64 * Self.uses
      guard place >= 128, first + Self.uses <= words.count else { return self }
      var bits = Bits(words[first..<(first + Self.uses)])
      bits.replace(place % 64, by: uses)
      guard !bits.list.elementsEqual(words[first..<(first + Self.uses)]) else { return self }
      var words = words
      words.replaceSubrange(first..<(first + Self.uses), with: bits.list)
      return Rest(words)
    }

    @usableFromInline
    func next(_ use: Use, from index: Int) -> Int {
      var at = (index - 128) / 64 * Self.uses + use.rawValue
      guard at < words.count else { return Places.nowhere }
      var bits = words[at] & (~0 &<< UInt64(truncatingIfNeeded: index))
      while bits == 0 {
        at += Self.uses
        guard at < words.count else { return Places.nowhere }
        bits = words[at]
      }
      return 128 + at / Self.uses * 64 + bits.trailingZeroBitCount
    }

    fileprivate static let uses = 6
  }

  @usableFromInline var first = Bits()
  @usableFromInline var second = Bits()
  @usableFromInline var rest: Rest?

  /// Words in small letters that may open a heading, and so a reference.
  @inlinable public var openers: Places { Places(first.openers, second.openers, rest, .opener) }
  /// Nouns of citations and section signs.
  @inlinable public var citations: Places {
    Places(first.citations, second.citations, rest, .citation)
  }
  /// Words of the house word list.
  @inlinable public var terms: Places { Places(first.terms, second.terms, rest, .term) }
  /// Words that may be two run together or have a digit or a letter of another script; numbers beside a
  /// number or as long as two years.
  @inlinable public var unusual: Places { Places(first.unusual, second.unusual, rest, .unusual) }
  /// Words that may be acronyms: a capital behind the first letter, or capitals alone.
  @inlinable public var names: Places { Places(first.names, second.names, rest, .name) }
  /// Whether there are `names`.
  @inlinable public var hasNames: Bool {
    first.names | second.names != 0 || rest?.has(.name) == true
  }
  /// Whether there are `openers` or `citations`. These questions hand on no list of places: they are
  /// asked of every block.
  @inlinable public var mayRefer: Bool {
    first.openers | second.openers | first.citations | second.citations != 0
      || rest?.has(.opener) == true || rest?.has(.citation) == true
  }
  /// Whether there are `terms` or `unusual` words, or doubled ones.
  @inlinable public var mayBeNoted: Bool {
    hasDoubled || first.terms | second.terms | first.unusual | second.unusual != 0
      || rest?.has(.term) == true || rest?.has(.unusual) == true
  }
  /// Whether there are `citations`.
  @inlinable public var hasCitations: Bool {
    first.citations | second.citations != 0 || rest?.has(.citation) == true
  }
  /// Round and square brackets and quotation marks.
  @inlinable public var pairs: Places { Places(first.pairs, second.pairs, rest, .pair) }
  /// How many words and numbers there are, footnotes left out.
  public fileprivate(set) var count = 0
  /// A word stands twice in a row.
  public fileprivate(set) var hasDoubled = false

  /// No words.
  init() {}

  /// Whether what more than one block may be read for begins at the same tokens: references, citations,
  /// names, brackets. Terms and unusual words concern their block alone.
  func pointsAlike(_ other: WordIndex) -> Bool {
    guard first.pointsAlike(other.first), second.pointsAlike(other.second), count == other.count
    else { return false }
    guard let rest, let others = other.rest else { return rest == nil && other.rest == nil }
    return rest.pointsAlike(others)
  }

  /// The index of the same block with a plain word for another one.
  ///
  /// - Parameters:
  ///   - place: of the word among the tokens.
  ///   - uses: what it may be by its letters.
  func replacing(_ place: Int, by uses: UInt8, hasDoubled: Bool) -> WordIndex {
    var copy = self
    copy.hasDoubled = hasDoubled
    switch place {
    case 0..<64: copy.first.replace(place, by: uses)
    case 64..<128: copy.second.replace(place - 64, by: uses)
    default: copy.rest = rest?.replacing(place, by: uses)
    }
    return copy
  }

  // MARK: - Notes

  /// A token that counts as a word, in a note; the three lowest bits are those of `WordUses`, bits of
  /// a token's flags stand where they stand there.
  private static var counted: UInt8 { 0x40 }
  private static var special: UInt8 { Token.Flags.special.rawValue }
  private static var kept: Token.Flags { [.special, .otherScript] }
  /// A word that may be an acronym.
  private static var name: UInt8 { 0x20 }
  /// A bracket or quotation mark.
  static var pair: UInt8 { 0x08 }

  /// Of a word of plain small letters; what stands in footnotes does not count.
  static func note(plainWord flags: Token.Flags) -> UInt8 {
    flags.contains(.footnote) ? 0 : counted
  }

  /// What is to be added for a word that may be an acronym.
  /// - Parameter isMixed: it may be two words run together.
  @inline(__always)
  static func note(nameIsMixed isMixed: Bool) -> UInt8 { isMixed ? name | special : name }

  /// - Parameter hasInnerCapital: a capital stands behind its first byte.
  static func note(word token: Token, hasInnerCapital: Bool) -> UInt8 {
    let note = token.flags.rawValue & kept.rawValue | note(plainWord: token.flags)
    let isCapitals = token.flags.contains(.capitals)
    guard !token.flags.isDisjoint(with: [.capital, .special, .otherScript]),
      isCapitals ? token.length > 1 : hasInnerCapital
    else { return note }
    return note | Self.note(nameIsMixed: !isCapitals && token.length > 7)
  }

  /// - Parameter isPair: a number or a word with digits stands right before.
  static func note(_ token: Token, isPair: Bool) -> UInt8 {
    switch token.kind {
    case .number:
      return note(plainWord: token.flags) | (isPair || token.length == 8 ? special : 0)
    case .sectionSign: return WordUses.citation
    case .mark:
      return token.hash & ~1 == 0x28 || token.hash == 0x5B || token.hash == 0x5D ? pair : 0
    case .quote: return pair
    default: return 0
    }
  }

  /// - Parameters:
  ///   - notes: one for each token, and eight bytes of 0 behind the last.
  init(_ notes: UnsafePointer<UInt8>, count places: Int, hasDoubled: Bool) {
    self.hasDoubled = hasDoubled
    first = Bits(notes, count: min(64, places), words: &count)
    guard places > 64 else { return }
    second = Bits(notes + 64, count: min(64, places - 64), words: &count)
    guard places > 128 else { return }
    var words: [UInt64] = []
    words.reserveCapacity((places - 65) / 64 * Rest.uses)
    for place in stride(from: 128, to: places, by: 64) {
      words += Bits(notes + place, count: min(64, places - place), words: &count).list
    }
    rest = Rest(words)
  }

  /// The notes of at most 64 tokens, turned from a byte for each token to a word for each bit.
  @usableFromInline
  struct Bits: Sendable {
    @usableFromInline var openers: UInt64 = 0
    @usableFromInline var citations: UInt64 = 0
    @usableFromInline var terms: UInt64 = 0
    @usableFromInline var unusual: UInt64 = 0
    @usableFromInline var names: UInt64 = 0
    @usableFromInline var pairs: UInt64 = 0

    init() {}

    /// - Parameter words: as `list` gives them.
    fileprivate init(_ words: ArraySlice<UInt64>) {
      let words = Array(words)
      guard words.count == Rest.uses else { return }
      openers = words[0]
      citations = words[1]
      terms = words[2]
      unusual = words[3]
      names = words[4]
      pairs = words[5]
    }

    /// A word for each use, in their order.
    fileprivate var list: [UInt64] { [openers, citations, terms, unusual, names, pairs] }

    /// - Parameter place: below 64.
    fileprivate mutating func replace(_ place: Int, by uses: UInt8) {
      let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: place)
      func put(_ bits: inout UInt64, _ isSet: Bool) { bits = isSet ? bits | bit : bits & ~bit }
      put(&openers, uses & WordUses.opener != 0)
      put(&citations, uses & WordUses.citation != 0)
      put(&terms, uses & WordUses.term != 0)
      put(&unusual, false)
      put(&names, false)
      put(&pairs, false)
    }

    fileprivate func pointsAlike(_ other: Bits) -> Bool {
      openers == other.openers && citations == other.citations && names == other.names
        && pairs == other.pairs
    }

    @inline(__always)
    fileprivate init(_ notes: UnsafePointer<UInt8>, count: Int, words: inout Int) {
      var counted: UInt64 = 0
      var place = 0
      while place < count {
        let bytes = UnsafeRawPointer(notes + place).loadUnaligned(as: UInt64.self)
        let at = UInt64(truncatingIfNeeded: place)
        openers |= Self.lowest(bytes) &<< at
        citations |= Self.lowest(bytes &>> 1) &<< at
        terms |= Self.lowest(bytes &>> 2) &<< at
        // otherScript, special
        unusual |= Self.lowest(bytes &>> 4 | bytes &>> 7) &<< at
        names |= Self.lowest(bytes &>> 5) &<< at
        pairs |= Self.lowest(bytes &>> 3) &<< at
        counted |= Self.lowest(bytes &>> 6) &<< at
        place &+= 8
      }
      words &+= counted.nonzeroBitCount
    }

    /// The lowest bits of eight bytes side by side: each is moved to its place by one summand of the
    /// factor.
    @inline(__always)
    private static func lowest(_ bytes: UInt64) -> UInt64 {
      ((bytes & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) &>> 56
    }
  }
}

/// What a word may be, by the low bits of its hash and its capital.
final class WordUses: @unchecked Sendable {
  /// One bit each, in the order in which `WordIndex` takes them.
  static let opener: UInt8 = 1
  static let citation: UInt8 = 2
  static let term: UInt8 = 4
  fileprivate static let size = 16384

  /// A byte for each slot, few enough that the slots stay in the processor's nearest cache: the lower
  /// half is of words in small letters, the upper one of those with a capital. Written only while it is
  /// made; lives as long as the vocabulary.
  struct Table {
    fileprivate let slots: UnsafeMutablePointer<UInt8>

    @inline(__always)
    subscript(word: Token) -> UInt8 {
      // The flag's bit, moved to its place without a branch.
      let shift = (word.flags.rawValue & Token.Flags.capital.rawValue) &>> 3
      return slots[Int(word.hash) & (WordUses.size - 1)] &>> shift & 7
    }

    /// Of a word in small letters.
    @inline(__always)
    subscript(small hash: UInt32) -> UInt8 { slots[Int(hash) & (WordUses.size - 1)] & 7 }
  }

  let table: Table
  /// For the buffers of texts that are read with it.
  let spare = SpareRows()

  init(_ language: Language, openers: some Sequence<UInt32>) {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.size)
    table.initialize(repeating: 0, count: Self.size)
    func mark(_ hash: UInt32, _ use: UInt8, small: Bool, capital: Bool) {
      let slot = Int(hash) & (Self.size - 1)
      if small { table[slot] |= use }
      if capital { table[slot] |= use << 4 }
    }
    for hash in openers { mark(hash, Self.opener, small: true, capital: false) }
    // What is annexed is no citation, but speaks of an annex as one does.
    for noun in CitationNouns.all + ["annexed"] {
      mark(wordHash(noun), Self.citation, small: true, capital: true)
    }
    for term in language.terms where term.level != .off {
      for trigger in term.triggers {
        mark(trigger.hash, Self.term, small: !trigger.capital, capital: trigger.capital)
      }
    }
    self.table = Table(slots: table)
  }

  deinit { table.slots.deallocate() }
}

/// The words that a citation may begin with; the reader of citations knows what each of them begins.
public enum CitationNouns {
  public static let all: [String] =
    [
      "resolution", "decision", "recommendation", "opinion", "no", "article", "art", "paragraph",
      "para", "document",
    ].flatMap { [$0, $0 + "s"] } + ["annex", "annexes", "action", "res", "cs", "cv"]
}
