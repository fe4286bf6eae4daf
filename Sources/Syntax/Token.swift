internal import TextModel

/// A word, number or mark of a block's text. Marks of emphasis, soft hyphens, anchors, comments and
/// the like leave no token: a text pasted from a word processor gives the tokens of its clean form.
public struct Token: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    case word
    case number
    /// One ASCII mark: the byte itself tells which.
    case mark
    case quote
    case dash
    case sectionSign
    /// A full-width form or CJK punctuation.
    case fullWidth
    /// Any other character beyond ASCII.
    case symbol
    /// Markup that is not to be read: a link's target, code, an address, an anchor.
    case opaque
    /// A footnote mark (`<sup>1</sup>`, `[footnoteRef:1]`, `[^1]`).
    case footnoteMark
  }

  public struct Flags: OptionSet, Sendable, Equatable {
    public let rawValue: UInt8
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// White space of any kind stands before it.
    @inlinable public static var spaceBefore: Flags { Flags(rawValue: 1) }
    /// It is the first of its line.
    @inlinable public static var lineStart: Flags { Flags(rawValue: 2) }
    @inlinable public static var emphasised: Flags { Flags(rawValue: 4) }
    /// It stands in a footnote's text inside the paragraph (`[1: ...]`).
    @inlinable public static var footnote: Flags { Flags(rawValue: 8) }
    /// A word with a letter of a script other than Latin.
    @inlinable public static var otherScript: Flags { Flags(rawValue: 16) }
    /// A word whose first letter is a capital.
    @inlinable public static var capital: Flags { Flags(rawValue: 32) }
    /// A word without a small letter.
    @inlinable public static var capitals: Flags { Flags(rawValue: 64) }
    /// A word with a digit, a soft hyphen or a special hyphen in it.
    @inlinable public static var special: Flags { Flags(rawValue: 128) }
  }

  /// What a block's words hold, told while they are cut, so that a rule can pass over a block in which
  /// there is nothing for it.
  public struct Contents: OptionSet, Sendable, Equatable {
    public let rawValue: UInt32
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    static var words: Contents { Contents(of: .word) }
    static var marks: Contents { Contents(of: .mark) }
    @inlinable public static var numbers: Contents { Contents(of: .number) }
    @inlinable public static var quotes: Contents { Contents(of: .quote) }
    @inlinable public static var dashes: Contents { Contents(of: .dash) }
    @inlinable public static var sectionSigns: Contents { Contents(of: .sectionSign) }
    @inlinable public static var fullWidth: Contents { Contents(of: .fullWidth) }
    @inlinable public static var symbols: Contents { Contents(of: .symbol) }
    @inlinable public static var footnoteMarks: Contents { Contents(of: .footnoteMark) }
    /// Round, square or curly ones.
    @inlinable public static var brackets: Contents { Contents(rawValue: 1 << 12) }
    /// Square ones.
    @inlinable public static var squareBrackets: Contents { Contents(rawValue: 1 << 10) }
    /// A comment, which leaves no token.
    @inlinable public static var comments: Contents { Contents(rawValue: 1 << 13) }
    /// A gap other than one blank behind a word or mark: several blanks, a blank before a common mark or
    /// a line end, none between such a mark and a word that wants one.
    @inlinable public static var unevenGaps: Contents { Contents(rawValue: 1 << 15) }
    /// A word with `Token.Flags.special`.
    @inlinable public static var specialWords: Contents { Contents(rawValue: 1 << 11) }
    /// Something that a tracked change may begin with.
    static var changes: Contents { Contents(rawValue: 1 << 24) }
    /// Something stands behind the last word or mark on its line.
    @inlinable public static var trailingBlanks: Contents { Contents(rawValue: 1 << 17) }
    /// A word with a letter of another script.
    @inlinable public static var otherScript: Contents { Contents(rawValue: 1 << 14) }

    @inlinable
    @inline(__always)
    init(of kind: Kind) { self.init(rawValue: 1 << UInt32(kind.rawValue)) }
  }

  /// Byte offset from the start of the block.
  public var start: UInt32
  /// Bytes; a longer run is cut into several tokens.
  public var length: UInt16
  public var kind: Kind
  public var flags: Flags
  /// For words: a hash of the lower-case letters; for numbers: the value, cut to 32 bits;
  /// for marks and quotes: the byte or the scalar.
  public var hash: UInt32

  /// What a reader sees beyond the last word: neither word nor mark.
  public static let none = Token(start: 0, end: 0, kind: .symbol, flags: [], hash: 0)

  @inlinable public var end: Int { Int(start) + Int(length) }
  @inlinable public var span: Span { Span(Int(start), end) }
  @inlinable
  public func isMark(_ byte: UInt8) -> Bool { kind == .mark && hash == UInt32(byte) }
  @inlinable public var hasSpaceBefore: Bool { flags.contains(.spaceBefore) }

  @inline(__always)
  init(start: Int, end: Int, kind: Kind, flags: Flags, hash: UInt32) {
    // Blocks are shorter than 4 GB and the lexer cuts runs at 64 KB.
    self.start = UInt32(truncatingIfNeeded: start)
    length = UInt16(clamping: end &- start)
    self.kind = kind
    self.flags = flags
    self.hash = hash
  }

  /// - Parameter length: below 64 KB.
  @inline(__always)
  init(start: Int, length: Int, kind: Kind, flags: Flags, hash: UInt32) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.length = UInt16(truncatingIfNeeded: length)
    self.kind = kind
    self.flags = flags
    self.hash = hash
  }
}

extension Token {
  /// The mark itself, where it is one that parts words: none before it and a blank behind it; else 0.
  @inline(__always)
  static func parting(_ kind: Kind, _ hash: UInt32) -> UInt8 {
    guard kind == .mark else { return 0 }
    switch hash {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x29: return UInt8(truncatingIfNeeded: hash)
    default: return 0
    }
  }

  /// This token, where it is a mark that parts words; else 0.
  public var parting: UInt8 { Self.parting(kind, hash) }

  /// Whether a blank may be missing between a mark that parts words and this token: behind a full stop
  /// only where a sentence may begin (`F.791` is a number), and no number has one but behind `;`. The
  /// lexer asks it of each token, and the rule once more.
  @inline(__always)
  public func mayLackBlank(behind mark: UInt8) -> Bool {
    guard mark != 0, !hasSpaceBefore else { return false }
    switch kind {
    case .word:
      return mark != 0x2E
        || flags.contains(.capital) && flags.isDisjoint(with: [.capitals, .special])
    case .number: return mark == 0x3B
    default: return false
    }
  }
}

/// Hashes a word from its small letters, however they come: singly or eight at a time. Equal words
/// have equal hashes whatever their case; unequal words differ in practice.
struct WordHasher {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var pending: UInt64 = 0
  private var pendingBits: UInt64 = 0

  /// - Parameter count: bytes, at most 8; the first is the lowest.
  @inline(__always)
  mutating func add(_ bytes: UInt64, count: Int) {
    let bits = UInt64(truncatingIfNeeded: count) &* 8
    pending |= bytes &<< pendingBits
    let filled = pendingBits &+ bits
    if filled >= 64 {
      mix()
      // What did not fit; a shift by 64 would be one by 0.
      pending = pendingBits == 0 ? 0 : bytes &>> (64 &- pendingBits)
      pendingBits = filled &- 64
    } else {
      pendingBits = filled
    }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { add(UInt64(byte), count: 1) }

  @inline(__always)
  private mutating func mix() {
    state = (state ^ pending) &* 0xFF51_AFD7_ED55_8CCD
    state ^= state &>> 32
  }

  /// Eight letters, when all that came before were given in this way too.
  @inline(__always)
  mutating func add(full bytes: UInt64) {
    pending = bytes
    mix()
  }

  /// The value of a word that ends with these letters, at most seven, behind full runs alone.
  @inline(__always)
  func value(_ last: LetterRun) -> UInt32 {
    var copy = self
    copy.pending = last.bytes | UInt64(truncatingIfNeeded: last.count) &<< 59
    copy.mix()
    return UInt32(truncatingIfNeeded: copy.state ^ copy.state &>> 29)
  }

  /// The value of a word of at most seven letters.
  @inline(__always)
  static func value(_ word: LetterRun) -> UInt32 { WordHasher().value(word) }

  @inline(__always)
  var value: UInt32 {
    var copy = self
    copy.pending |= copy.pendingBits &<< 56
    copy.mix()
    return UInt32(truncatingIfNeeded: copy.state ^ copy.state &>> 29)
  }
}

/// The hash a lexer gives to a word.
public func wordHash(_ word: some StringProtocol) -> UInt32 { hash(word.utf8) }

/// The same, where the kind of string is known: other modules get this one ready made.
public func wordHash(_ word: String) -> UInt32 { hash(word.utf8) }

public func wordHash(_ word: Substring) -> UInt32 { hash(word.utf8) }

private func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var hasher = WordHasher()
  for byte in bytes { hasher.add(asciiLower(byte)) }
  return hasher.value
}
