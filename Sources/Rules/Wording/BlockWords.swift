internal import Syntax
internal import TextModel

/// What one pass over the words of a block leaves for the rules on words: where something stands that
/// one of them may want to look at. It is kept as long as the block is; most blocks leave nothing.
struct BlockWords: Sendable {
  struct Note: Sendable {
    enum Kind: UInt8, Sendable {
      /// A form of the house word list.
      case term
      /// The same word as the one before.
      case doubled
      /// A word with a letter of another script.
      case otherScript
      /// A word or number that may be two run together, old and new.
      case joint
      /// An opening square bracket.
      case bracket
    }

    var kind: Kind
    /// Indices in the block's tokens.
    var token: Int32
    var last: Int32
    /// Of a term: its number in the list.
    var entry: Int32 = -1
    /// Inside a quotation: not the author's words.
    var isQuoted: Bool
  }

  static let none = BlockWords()

  /// What few blocks have, kept apart: these values are copied for every block of every text.
  private var kept: Kept?

  private final class Kept: Sendable {
    let notes: [Note]

    init(notes: [Note]) { self.notes = notes }
  }

  private init() {}

  /// In the order of the text.
  var notes: [Note] { kept?.notes ?? [] }
  var hasNotes: Bool { kept != nil }

  /// Whether there is anything in a block that could be noted.
  @inline(__always)
  static func mayNote(_ block: Block) -> Bool {
    block.contents.contains(.squareBrackets) || block.index.mayBeNoted
  }

  /// Whether nothing can be noted of a changed word that was not, or was noted of it before: neither of
  /// the two words stands twice, and no word of the house list stands near.
  static func isAsBefore(_ change: WordChange, in block: Block, before: Block) -> Bool {
    let place = change.token
    guard block.index.count == before.index.count else { return false }
    return [block, before].allSatisfy { block in
      let tokens = block.tokens
      return block.index.terms.next(from: max(0, place - farthest)) > place + farthest
        && block.index.unusual.next(from: place) != place
        && tokens[place].hash != tokens[place - 1].hash
        && tokens[place].hash != tokens[place + 1].hash
    }
  }

  /// No form of the house list has more words, and none of them looks further around itself.
  private static let farthest = 12

  fileprivate init(_ notes: [Note]) { kept = notes.isEmpty ? nil : Kept(notes: notes) }
}

/// Reads the words of the blocks of a text, one after the other.
struct BlockWordReader {
  typealias Note = BlockWords.Note

  let terms: TermTable
  /// The parser has found the words that may stand in the house list, not those of a user's.
  let looksAtAll: Bool
  private var notes: [Note] = []

  init(_ terms: TermTable) {
    self.terms = terms
    looksAtAll = terms.hasOwn
  }

  /// - Parameter bytes: those of the block.
  mutating func words(of block: Block, _ bytes: ByteView) -> BlockWords {
    read(block, bytes)
    guard !notes.isEmpty else { return .none }
    defer { notes = [] }
    return BlockWords(notes)
  }

  private mutating func read(_ block: Block, _ bytes: ByteView) {
    block.withTokens { tokens in
      if looksAtAll || block.index.hasDoubled || block.contents.contains(.squareBrackets)
        || holdsUnusual(tokens, block.index.unusual, bytes)
      {
        readAll(tokens, from: block.headingTokenCount, bytes)
        return
      }
      // The words of a heading are its name.
      var walk = block.index.terms.walk()
      var place = walk.next()
      guard place < tokens.count else { return }
      let first = block.headingTokenCount
      let hasQuotes = block.contents.contains(.quotes)
      var quotes = 0
      var counted = 0
      while place < tokens.count {
        if place >= first, tokens[place].kind == .word, terms.mayMatch(tokens[place]) {
          while hasQuotes, counted < place {
            quotes &+= tokens[counted].kind == .quote ? 1 : 0
            counted &+= 1
          }
          if quotes & 1 == 0, let match = terms.match(tokens, at: place, from: first, bytes) {
            add(match)
          }
        }
        place = walk.next()
      }
    }
  }

  /// Whether one of the words that may have something to be noted has it.
  private func holdsUnusual(
    _ tokens: UnsafeBufferPointer<Token>, _ unusual: WordIndex.Places, _ bytes: ByteView
  ) -> Bool {
    var walk = unusual.walk()
    var place = walk.next()
    while place < tokens.count {
      let token = tokens[place]
      if token.kind == .word ? isUnusual(token, bytes) : Joint.start(token, place, tokens) != nil {
        return true
      }
      place = walk.next()
    }
    return false
  }

  private func isUnusual(_ word: Token, _ bytes: ByteView) -> Bool {
    if word.flags.contains(.otherScript) { return true }
    if word.flags.contains(.special) { return Joint.hasYear(word, bytes) }
    return word.length > 7 && !word.flags.contains(.capitals) && Joint.hasSeam(word, bytes)
  }

  /// Looks at each word.
  private mutating func readAll(
    _ tokens: UnsafeBufferPointer<Token>, from first: Int, _ bytes: ByteView
  ) {
    var before: UInt32 = 0
    var quotes = 0
    for index in 0..<tokens.count {
      let token = tokens[index]
      guard token.kind == .word else {
        before = 0
        if token.kind == .number {
          if let joint = Joint.start(token, index, tokens) { note(.joint, joint, quotes) }
        } else if token.kind == .quote {
          quotes &+= 1
        } else if token.kind == .mark, token.hash == 0x5B {
          note(.bracket, index, quotes)
        }
        continue
      }
      if !token.flags.isDisjoint(with: [.capital, .special, .otherScript]) {
        unusual(token, index, quotes, bytes)
      }
      guard index >= first else { continue }
      if quotes & 1 == 0, terms.mayMatch(token),
        let match = terms.match(tokens, at: index, from: first, bytes)
      {
        add(match)
      }
      if token.hash == before { note(.doubled, index, quotes) }
      before = token.hash
    }
  }

  private mutating func note(_ kind: Note.Kind, _ token: Int, _ quotes: Int) {
    let token = Int32(truncatingIfNeeded: token)
    notes.append(Note(kind: kind, token: token, last: token, isQuoted: quotes & 1 == 1))
  }

  private mutating func add(_ match: TermTable.Match) {
    let note = Note(
      kind: .term, token: Int32(truncatingIfNeeded: match.tokens.lowerBound),
      last: Int32(truncatingIfNeeded: match.tokens.upperBound),
      entry: Int32(truncatingIfNeeded: match.entry), isQuoted: false)
    // Two words of one entry may both lead to it.
    if let last = notes.last, last.kind == .term, last.entry == note.entry,
      last.token == note.token
    {
      return
    }
    notes.append(note)
  }

  @inline(__always)
  private mutating func unusual(
    _ token: Token, _ index: Int, _ quotes: Int, _ bytes: ByteView
  ) {
    if token.flags.contains(.otherScript) { note(.otherScript, index, quotes) }
    if token.flags.contains(.special), Joint.hasYear(token, bytes) { note(.joint, index, quotes) }
    if !token.flags.contains(.capitals), !token.flags.contains(.special), token.length > 7,
      Joint.hasSeam(token, bytes)
    {
      note(.joint, index, quotes)
    }
  }
}

extension Token {
  /// A number of four digits that reads as a year.
  var isYearLike: Bool { kind == .number && length == 4 && hash >= 1900 && hash < 2100 }
}

/// Cheap signs of two words or years run together.
private enum Joint {
  /// Where two years in a row begin, or one number as long as two years.
  @inline(__always)
  static func start(_ token: Token, _ index: Int, _ tokens: UnsafeBufferPointer<Token>) -> Int? {
    if token.length == 8 { return index }
    guard index > 0, token.hasSpaceBefore else { return nil }
    let before = tokens[index - 1]
    let isPair =
      before.kind == .number
      ? token.isYearLike && before.isYearLike
      : token.length == 2 && before.kind == .word && before.flags.contains(.special)
    return isPair ? index - 1 : nil
  }

  /// `2016Dubai`, `2015implementing` (behind a hyphen too), `Development2030`.
  static func hasYear(_ token: Token, _ bytes: ByteView) -> Bool {
    guard token.length > 7 else { return false }
    let start = Int(token.start)
    var digits = 0
    for offset in start..<token.end {
      if isASCIIDigit(bytes[offset]) {
        digits += 1
      } else {
        if digits == 4, isASCIILetter(bytes[offset]) { return true }
        digits = 0
      }
    }
    return digits == 4 && isASCIILetter(bytes[token.end - 5])
  }

  /// A small letter before a capital, as in `BusanDUBAI`.
  static func hasSeam(_ token: Token, _ bytes: ByteView) -> Bool {
    for offset in (Int(token.start) + 1)..<token.end
    where isASCIIUpper(bytes[offset]) && isASCIILower(bytes[offset - 1]) {
      return true
    }
    return false
  }
}
