internal import Synchronization

/// Tokens on their way into an array: one buffer serves all blocks of a text.
final class TokenBuffer {
  /// Behind a pointer, since the lexer's loops write it for each word.
  let state: UnsafeMutablePointer<TokenRow>
  private let uses: WordUses
  /// Where the tokens of the blocks go.
  private var store = TokenStore.empty
  private let storeSize: Int

  /// - Parameter size: how many tokens are kept in one piece of memory; with 0 those of each block have
  ///   their own, so that no edit keeps more alive than its blocks.
  init(_ vocabulary: Vocabulary, keeping size: Int) {
    storeSize = size
    uses = vocabulary.uses
    state = uses.spare.take() ?? TokenRow.allocate(uses.table)
  }

  deinit { uses.spare.keep(state) }

  /// What the tokens hold.
  var contents: Token.Contents { state.pointee.contents }
  /// What the words among them may be.
  var index: WordIndex { state.pointee.index }
  var count: Int { state.pointee.count }

  /// A copy of the tokens for a block to keep.
  func keep() -> TokenList {
    let count = state.pointee.count
    if store.room < count { store = TokenStore(capacity: max(count, storeSize)) }
    return store.add(UnsafeBufferPointer(start: state.pointee.tokens, count: count))
  }

  /// A copy of the tokens.
  var array: [Token] {
    Array(UnsafeBufferPointer(start: state.pointee.tokens, count: state.pointee.count))
  }
}

/// The memory of buffers that are done with: the next text, or the next edit, takes it over.
final class SpareRows: Sendable {
  private struct Row: @unchecked Sendable {
    let state: UnsafeMutablePointer<TokenRow>
  }

  private let rows = Mutex<[Row]>([])
  private static let most = 4

  func take() -> UnsafeMutablePointer<TokenRow>? { rows.withLock { $0.popLast() }?.state }

  /// What one long block has made large is given up.
  func keep(_ state: UnsafeMutablePointer<TokenRow>) {
    let row = Row(state: state)
    let isKept = rows.withLock { rows in
      guard rows.count < Self.most, row.state.pointee.isSmall else { return false }
      rows.append(row)
      return true
    }
    if !isKept { TokenRow.deallocate(state) }
  }

  deinit { while let state = take() { TokenRow.deallocate(state) } }
}

/// Tokens, and what was noted of each while it came.
struct TokenRow {
  /// Where the next token goes.
  struct End {
    fileprivate(set) var token: UnsafeMutablePointer<Token>
    /// A byte for each token, as `WordIndex` wants them.
    fileprivate var note: UnsafeMutablePointer<UInt8>
    fileprivate let uses: WordUses.Table

    /// A word, where there is room for it.
    /// - Parameter note: all but what the word may be by its letters.
    /// - Returns: whether the token before has the same hash.
    @inline(__always)
    mutating func append(word: Token, note plain: UInt8) -> Bool {
      append(word, note: plain | uses[word])
    }

    /// A word in small letters, where there is room for it.
    @inline(__always)
    mutating func append(small word: Token, note plain: UInt8) -> Bool {
      append(word, note: plain | uses[small: word.hash])
    }

    @inline(__always)
    private mutating func append(_ word: Token, note whole: UInt8) -> Bool {
      let isDoubled = (token - 1).pointee.hash == word.hash
      note.initialize(to: whole)
      token.initialize(to: word)
      token += 1
      note += 1
      return isDoubled
    }

    /// Anything but a word, where there is room for it.
    @inline(__always)
    mutating func append(other: Token) {
      note.initialize(to: WordIndex.note(other, isPair: (token - 1).pointee.isBeforeNumber))
      token.initialize(to: other)
      token += 1
      note += 1
    }

    /// A common mark with no blank before it, where there is room for it.
    /// - Returns: what it is.
    @inline(__always)
    mutating func append(mark: UInt8, at start: Int, _ flags: Token.Flags) -> Token.Contents {
      let isBracket = mark == 0x29
      note.initialize(to: isBracket ? WordIndex.pair : 0)
      token.initialize(
        to: Token(start: start, length: 1, kind: .mark, flags: flags, hash: UInt32(mark)))
      token += 1
      note += 1
      return isBracket ? [.marks, .brackets] : .marks
    }
  }

  private(set) var tokens: UnsafeMutablePointer<Token>
  private var notes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  var end: End
  var contents: Token.Contents = []
  /// A word stands twice in a row.
  var hasDoubled = false

  static func allocate(_ uses: WordUses.Table) -> UnsafeMutablePointer<TokenRow> {
    let state = UnsafeMutablePointer<TokenRow>.allocate(capacity: 1)
    state.initialize(to: TokenRow(uses))
    return state
  }

  static func deallocate(_ state: UnsafeMutablePointer<TokenRow>) {
    state.pointee.deallocate()
    state.deallocate()
  }

  private init(_ uses: WordUses.Table) {
    capacity = 512
    (tokens, notes) = Self.allocate(capacity)
    end = End(token: tokens, note: notes, uses: uses)
  }

  /// One token stands before the first, so that each has one before it, and eight notes behind the
  /// last, since the index takes eight at a time.
  private static func allocate(_ capacity: Int)
    -> (UnsafeMutablePointer<Token>, UnsafeMutablePointer<UInt8>)
  {
    let tokens = UnsafeMutablePointer<Token>.allocate(capacity: capacity + 1)
    tokens.initialize(to: .none)
    return (tokens + 1, .allocate(capacity: capacity + 8))
  }

  /// No more than a few thousand tokens fit.
  var isSmall: Bool { capacity <= 4096 }

  private func deallocate() {
    (tokens - 1).deallocate()
    notes.deallocate()
  }

  mutating func clear() {
    end.token = tokens
    end.note = notes
    contents = []
    hasDoubled = false
  }

  var count: Int { end.token - tokens }

  /// What the tokens may be; asked once, when they are all there.
  var index: WordIndex {
    end.note.initialize(repeating: 0, count: 8)
    return WordIndex(notes, count: count, hasDoubled: hasDoubled)
  }

  /// How many tokens more there is room for.
  private var room: Int { capacity - count }

  mutating func reserve(_ more: Int) {
    if room < more { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let count = count
    while room < more { capacity *= 2 }
    let (tokens, notes) = Self.allocate(capacity)
    tokens.moveInitialize(from: self.tokens, count: count)
    notes.moveInitialize(from: self.notes, count: count)
    deallocate()
    self.tokens = tokens
    self.notes = notes
    end.token = tokens + count
    end.note = notes + count
  }

  /// - Parameter hasInnerCapital: of a word: a capital stands behind its first byte.
  mutating func append(_ token: Token, hasInnerCapital: Bool) {
    reserve(1)
    contents.insert(Token.Contents(of: token.kind))
    if token.kind == .word {
      let note = WordIndex.note(word: token, hasInnerCapital: hasInnerCapital)
      if end.append(word: token, note: note) { hasDoubled = true }
      return
    }
    end.append(other: token)
  }
}

extension Token {
  /// A number behind it is one of two, or its number goes on.
  fileprivate var isBeforeNumber: Bool {
    kind == .number || kind == .word && flags.contains(.special)
  }
}
