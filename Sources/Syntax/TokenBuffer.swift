/// Tokens on their way into an array: one buffer serves all blocks of a text.
final class TokenBuffer {
  /// Behind a pointer, since the lexer's loops write it for each word.
  let state: UnsafeMutablePointer<TokenRow>
  private let uses: WordUses

  init(_ vocabulary: Vocabulary) {
    uses = vocabulary.uses
    state = .allocate(capacity: 1)
    state.initialize(to: TokenRow(vocabulary.uses.table))
  }

  deinit {
    state.pointee.deallocate()
    state.deallocate()
  }

  /// What the tokens hold.
  var contents: Token.Contents { state.pointee.contents }
  /// What the words among them may be.
  var index: WordIndex { state.pointee.index }
  var count: Int { state.pointee.count }

  /// A copy of the tokens.
  var array: [Token] {
    Array(UnsafeBufferPointer(start: state.pointee.tokens, count: state.pointee.count))
  }
}

/// Tokens, and what was noted of each while it came.
struct TokenRow {
  private(set) var tokens: UnsafeMutablePointer<Token>
  /// A byte for each token, as `WordIndex` wants them.
  private var notes: UnsafeMutablePointer<UInt8>
  private var capacity = 512
  private let uses: WordUses.Table
  private(set) var count = 0
  private var hasDoubled = false
  /// The hash of the last token if that was a word, else 0.
  private var lastWord: UInt32 = 0
  var contents: Token.Contents = []

  init(_ uses: WordUses.Table) {
    self.uses = uses
    tokens = .allocate(capacity: capacity)
    notes = .allocate(capacity: capacity + 8)
  }

  func deallocate() {
    tokens.deallocate()
    notes.deallocate()
  }

  mutating func clear() {
    count = 0
    contents = []
    hasDoubled = false
    lastWord = 0
  }

  /// What the tokens may be; asked once, when they are all there.
  var index: WordIndex {
    // The index takes eight notes at a time.
    (notes + count).initialize(repeating: 0, count: 8)
    return WordIndex(notes, count: count, hasDoubled: hasDoubled)
  }

  // MARK: - Taking up

  @inline(__always)
  func hasRoom(for more: Int) -> Bool { count &+ more <= capacity }

  mutating func reserve(_ more: Int) {
    if !hasRoom(for: more) { grow() }
  }

  @inline(never)
  private mutating func grow() {
    let tokens = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    tokens.moveInitialize(from: self.tokens, count: count)
    self.tokens.deallocate()
    self.tokens = tokens
    let notes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 8)
    notes.moveInitialize(from: self.notes, count: count)
    self.notes.deallocate()
    self.notes = notes
    capacity *= 2
  }

  mutating func append(_ token: Token) {
    reserve(1)
    contents.insert(Token.Contents(of: token.kind))
    if token.kind == .word {
      append(word: token)
      return
    }
    let isPair = count > 0 && tokens[count - 1].isBeforeNumber
    (notes + count).initialize(to: WordIndex.note(token, isPair: isPair))
    (tokens + count).initialize(to: token)
    count &+= 1
    lastWord = 0
  }

  /// A word, where there is room for it.
  @inline(__always)
  mutating func append(word token: Token) {
    if token.hash == lastWord { hasDoubled = true }
    lastWord = token.hash
    (notes + count).initialize(to: WordIndex.note(word: token, uses))
    (tokens + count).initialize(to: token)
    count &+= 1
  }

  /// A mark, where there is room for it.
  @inline(__always)
  mutating func append(mark token: Token) {
    (notes + count).initialize(to: 0)
    (tokens + count).initialize(to: token)
    count &+= 1
    lastWord = 0
  }
}

extension Token {
  /// A number behind it is one of two, or its number goes on.
  fileprivate var isBeforeNumber: Bool {
    kind == .number || kind == .word && flags.contains(.special)
  }
}
