internal import Grammar

/// What the words of a block may be, told by one look into a table for each word while the block is
/// made: a reader goes from one word that may concern it to the next and passes over all others. It
/// errs only on the side of telling too much.
public struct WordIndex: Sendable {
  /// Places in the block's tokens: a bit for each of the first 128; whoever reads on asks each one.
  @frozen
  public struct Places: Sendable {
    @usableFromInline var low: UInt64 = 0
    @usableFromInline var high: UInt64 = 0

    @usableFromInline init() {}

    @inline(__always)
    mutating func mark(_ index: Int) {
      if index < 64 {
        low |= 1 &<< UInt64(truncatingIfNeeded: index)
      } else if index < 128 {
        high |= 1 &<< UInt64(truncatingIfNeeded: index &- 64)
      }
    }

    /// The first 128 places.
    @inlinable public var bits: (low: UInt64, high: UInt64) { (low, high) }

    /// The first place from `index` on; at or behind the token count where there is none.
    @inlinable
    @inline(__always)
    public func next(from index: Int) -> Int {
      guard index >= 0, index < 128 else { return index }
      if index < 64 {
        let bits = low & (~0 &<< UInt64(truncatingIfNeeded: index))
        if bits != 0 { return bits.trailingZeroBitCount }
      }
      let bits =
        index < 64 ? high : high & (~0 &<< UInt64(truncatingIfNeeded: index &- 64))
      return bits != 0 ? 64 &+ bits.trailingZeroBitCount : 128
    }
  }

  /// Words in small letters that may open a heading, and so a reference.
  public fileprivate(set) var openers = Places()
  /// Nouns of citations and section signs.
  public fileprivate(set) var citations = Places()
  /// Words of the house word list.
  public fileprivate(set) var terms = Places()
  /// Words with a capital, a digit or a letter of another script; numbers beside a number or as long
  /// as two years.
  public fileprivate(set) var unusual = Places()
  /// How many words and numbers there are, footnotes left out.
  public fileprivate(set) var count = 0
  /// A word stands twice in a row.
  public fileprivate(set) var hasDoubled = false

  init() {}

  /// Takes notice of the token that is put at a place.
  @inline(__always)
  mutating func note(_ token: Token, at place: Int, after before: Token, _ uses: WordUses.Table) {
    guard token.kind.rawValue <= Token.Kind.number.rawValue else {
      if token.kind == .sectionSign { citations.mark(place) }
      return
    }
    if token.kind == .number {
      if !token.flags.contains(.footnote) { count &+= 1 }
      let isPair =
        before.kind == .number || before.kind == .word && before.flags.contains(.special)
      if isPair || token.length == 8 { unusual.mark(place) }
      return
    }
    note(word: token, at: place, after: before, uses)
  }

  @inline(__always)
  mutating func note(
    word token: Token, at place: Int, after before: Token, _ uses: WordUses.Table
  ) {
    if !token.flags.contains(.footnote) { count &+= 1 }
    if token.hash == before.hash, before.kind == .word { hasDoubled = true }
    let use = uses[token]
    if use != 0 {
      if use & WordUses.opener != 0 { openers.mark(place) }
      if use & WordUses.citation != 0 { citations.mark(place) }
      if use & WordUses.term != 0 { terms.mark(place) }
    }
    if !token.flags.isDisjoint(with: [.capital, .special, .otherScript]) { unusual.mark(place) }
  }
}

/// What a word may be, by the low bits of its hash and its capital.
final class WordUses: @unchecked Sendable {
  static let opener: UInt8 = 1
  static let citation: UInt8 = 2
  static let term: UInt8 = 4
  fileprivate static let half = 4096

  /// A byte for each slot: first of words in small letters, then of those with a capital. Written only
  /// while it is made; lives as long as the vocabulary.
  struct Table {
    fileprivate let slots: UnsafeMutablePointer<UInt8>

    @inline(__always)
    subscript(word: Token) -> UInt8 {
      // The flag's bit, moved to its place without a branch.
      let capital = Int(word.flags.rawValue & Token.Flags.capital.rawValue) &<< 7
      return slots[Int(word.hash) & (WordUses.half - 1) | capital]
    }
  }

  let table: Table

  init(_ language: Language, openers: some Sequence<UInt32>) {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.half * 2)
    table.initialize(repeating: 0, count: Self.half * 2)
    func mark(_ hash: UInt32, _ use: UInt8, small: Bool, capital: Bool) {
      let slot = Int(hash) & (Self.half - 1)
      if small { table[slot] |= use }
      if capital { table[slot + Self.half] |= use }
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
