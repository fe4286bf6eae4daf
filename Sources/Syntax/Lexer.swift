internal import TextModel

/// Cuts the bytes of one block into tokens. One pass, no look back, every byte sequence accepted.
struct Lexer {
  let view: ByteView
  /// How many bytes behind the view may be read, eight at a time, though they are not of the block.
  private let slack: Int
  private let buffer: TokenBuffer
  private let out: UnsafeMutablePointer<TokenRow>
  private var offset: Int
  private var flags: Token.Flags = [.spaceBefore, .lineStart]
  private var emphasis: UInt8 = 0
  /// Open `[1: ` footnotes; tokens inside carry `.footnote`.
  private var footnoteDepth = 0
  private var linkText = 0
  /// The last token was a mark that wants a blank behind it.
  private var isBehindMark = false

  /// - Parameter offset: where to begin, in bytes from the start of the view.
  ///   - out: where the tokens go; what it held before is gone.
  ///   - slack: how many bytes there are behind the view.
  init(_ view: ByteView, from offset: Int, into out: TokenBuffer, slack: Int = 0) {
    self.view = view
    self.slack = max(0, slack)
    self.offset = offset
    buffer = out
    self.out = out.state
    out.state.pointee.clear()
  }

  /// Takes up the emphasis that is open where the tokens begin, by reading the marks before them.
  mutating func startEmphasis(from start: Int) {
    var i = start
    while i < offset {
      let byte = view[i]
      guard byte == 0x2A || byte == 0x5F else {
        i += 1
        continue
      }
      var end = i
      while view[end] == byte, end < offset { end += 1 }
      // A bullet is no emphasis.
      if view[end] > 0x20 || end - i > 1 { emphasis ^= end - i >= 3 ? 3 : UInt8(end - i) }
      i = end
    }
  }

  @inline(__always)
  private mutating func add(_ end: Int, _ kind: Token.Kind, _ extra: Token.Flags, _ hash: UInt32) {
    var all = flags.union(extra)
    if emphasis != 0 { all.insert(.emphasised) }
    if footnoteDepth > 0 { all.insert(.footnote) }
    note(kind, all, hash)
    out.pointee.append(Token(start: offset, end: end, kind: kind, flags: all, hash: hash))
    offset = end
    flags = []
  }

  /// Keeps what the gap before a token and the token itself tell of the block.
  @inline(__always)
  private mutating func note(_ kind: Token.Kind, _ flags: Token.Flags, _ hash: UInt32) {
    if flags.contains(.special) { out.pointee.contents.insert(.specialWords) }
    if kind == .mark {
      if flags.contains(.spaceBefore), hash != 0x28, hash != 0x5B {
        out.pointee.contents.insert(.unevenGaps)
      }
      isBehindMark = hash != 0x28 && hash != 0x5B && hash != 0x2F && hash != 0x26
    } else {
      if isBehindMark, !flags.contains(.spaceBefore) { out.pointee.contents.insert(.unevenGaps) }
      isBehindMark = false
    }
  }

  /// Passes over bytes that leave no token and do not separate words.
  private mutating func skip(to end: Int) { offset = max(end, offset + 1) }

  mutating func run() {
    while offset < view.count {
      plainWords()
      guard offset < view.count else { return }
      let byte = view[offset]
      switch byteClass(byte) {
      case .lower, .upper: word()
      case .digit: number()
      case .blank:
        if flags.contains(.spaceBefore) { out.pointee.contents.insert(.unevenGaps) }
        flags.insert(.spaceBefore)
        offset += 1
      case .lineEnd:
        if flags.contains(.spaceBefore) { out.pointee.contents.insert(.unevenGaps) }
        flags.formUnion([.spaceBefore, .lineStart])
        offset += 1
      case .multibyte: multibyte()
      case .mark: mark(byte)
      case .control: skip(to: offset + 1)
      }
    }
  }

  // MARK: - Words and numbers

  /// Takes words of ASCII letters with a blank before and a blank or a common mark behind, which is
  /// nearly all of a text, and stops before anything else. Keeps to its own copies of everything: this
  /// loop is half of the cost of reading a text.
  private mutating func plainWords() {
    guard let base = view.pointer else { return }
    // Eight bytes are loaded at once; the last few of a text are left to the careful path.
    let count = view.count
    let limit = count - 40 + min(slack, 40)
    var at = offset
    var flags = self.flags
    var state: Token.Flags = emphasis != 0 ? .emphasised : []
    if footnoteDepth > 0 { state.insert(.footnote) }
    while at < limit {
      if base[at] == 0x20 {
        // A second blank is for the careful path.
        if flags.contains(.spaceBefore) { break }
        flags.insert(.spaceBefore)
        at &+= 1
      }
      let first = ByteView.letters(base + at)
      var end = at &+ first.count
      var small = first.small
      var hash: UInt32
      if first.count == 8 {
        var hasher = WordHasher()
        hasher.add(first.bytes, count: 8)
        var more = first
        while more.count == 8, end < limit {
          more = ByteView.letters(base + end)
          hasher.add(more.bytes, count: more.count)
          end &+= more.count
          small = small || more.small
        }
        if more.count == 8 { break }
        hash = hasher.value
      } else {
        if first.count == 0 { break }
        hash = WordHasher.value(first.bytes, count: first.count)
      }
      guard end < count else {
        if end == count {
          appendPlain(end, flags.union(state), base[at], small, hash, &at)
          flags = []
        }
        break
      }
      let mark = base[end]
      let isMark = mark == 0x2C || mark == 0x3B || mark == 0x2E || mark == 0x29
      guard mark == 0x20 || isMark else { break }
      appendPlain(end, flags.union(state), base[at], small, hash, &at)
      flags = []
      if isMark {
        out.pointee.append(
          mark: Token(start: at, end: at &+ 1, kind: .mark, flags: state, hash: UInt32(mark)))
        if mark == 0x29 { out.pointee.contents.insert(.brackets) }
        isBehindMark = true
        at &+= 1
      }
    }
    offset = at
    self.flags = flags
  }

  @inline(__always)
  private mutating func appendPlain(
    _ end: Int, _ flags: Token.Flags, _ first: UInt8, _ small: Bool, _ hash: UInt32, _ at: inout Int
  ) {
    var flags = flags
    if isBehindMark {
      if !flags.contains(.spaceBefore) { out.pointee.contents.insert(.unevenGaps) }
      isBehindMark = false
    }
    if isASCIIUpper(first) { flags.insert(.capital) }
    if !small { flags.insert(.capitals) }
    out.pointee.append(
      word: Token(start: at, end: end, kind: .word, flags: flags, hash: hash))
    at = end
  }

  /// Letters and digits, joined by apostrophes and hyphens that stand between two of them.
  private mutating func word() {
    var hasher = WordHasher()
    var extra: Token.Flags = []
    if isASCIIUpper(view[offset]) { extra.insert(.capital) }
    var small = false
    var end = offset
    let limit = offset + 0xFF00
    while end < limit {
      let run = view.letters(from: end)
      hasher.add(run.bytes, count: run.count)
      small = small || run.small
      end &+= run.count
      if run.count == 8 { continue }
      let byte = view[end]
      if byte <= 0x26 || byte == 0x2C || byte == 0x3B || byte == 0x2E { break }
      guard let next = join(at: end, &hasher, &extra) else { break }
      if next.small { small = true }
      end = next.end
    }
    finishWord(end, extra, small, hasher.value)
  }

  /// What goes on with a word though it is no ASCII letter: a digit, an apostrophe or hyphen before
  /// another letter, a letter beyond ASCII.
  private func join(at end: Int, _ hasher: inout WordHasher, _ extra: inout Token.Flags)
    -> (end: Int, small: Bool)?
  {
    let byte = view[end]
    if isASCIIDigit(byte) {
      extra.insert(.special)
      hasher.add(byte)
      return (end + 1, false)
    }
    if byte == 0x2D || byte == 0x27 {
      guard isWordByte(view[end + 1]) else { return nil }
      hasher.add(byte)
      return (end + 1, false)
    }
    guard byte >= 0x80 else { return nil }
    let (scalar, length) = decode(at: end)
    switch scalarClass(scalar) {
    case .latin:
      for i in 0..<length { hasher.add(view[end + i]) }
      return (end + length, true)
    case .otherLetter:
      out.pointee.contents.insert(.otherScript)
      extra.insert(.otherScript)
      for i in 0..<length { hasher.add(view[end + i]) }
      return (end + length, true)
    case .hyphen:
      guard isWordByte(view[end + length]) else { return nil }
      extra.insert(.special)
      hasher.add(0x2D)
    case .softHyphen: extra.insert(.special)
    case .apostrophe:
      guard isWordByte(view[end + length]) else { return nil }
      hasher.add(0x27)
    default: return nil
    }
    return (end + length, false)
  }

  @inline(__always)
  private mutating func finishWord(_ end: Int, _ extra: Token.Flags, _ small: Bool, _ hash: UInt32)
  {
    var extra = extra
    if !small { extra.insert(.capitals) }
    if view[end] == 0x3A, isAddress(at: offset, wordEnd: end) {
      var stop = end
      while !isBlankOrEnd(view[stop]), stop < view.count { stop += 1 }
      while stop > end, isTrailingMark(view[stop - 1]) { stop -= 1 }
      add(min(stop, offset + 0xFF00), .opaque, [], 0)
      return
    }
    add(max(end, offset + 1), .word, extra, hash)
  }

  /// Digits, and what is glued to them: `2nd`, `61-2`, `66B` are one token of kind word.
  private mutating func number() {
    var end = offset
    var value: UInt32 = 0
    let limit = offset + 0xFF00
    while end < limit, isASCIIDigit(view[end]) {
      value = value > 99_999_999 ? value : value &* 10 &+ UInt32(view[end] &- 0x30)
      end &+= 1
    }
    let next = view[end]
    if isASCIILetter(next) || (next == 0x2D && isASCIILetter(view[end + 1])) {
      word()
      return
    }
    add(end, .number, [], value)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte >= 0xC3
  }

  private func isAddress(at start: Int, wordEnd: Int) -> Bool {
    guard view[wordEnd] == 0x3A, view[wordEnd + 1] == 0x2F, view[wordEnd + 2] == 0x2F else {
      return false
    }
    return view.matchesFolded("http", at: start) || view.matchesFolded("ftp", at: start)
  }

  private func isBlankOrEnd(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private func isTrailingMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x2E, 0x3B, 0x3A, 0x29, 0x5D, 0x3E, 0x22, 0x27, 0x2A: true
    default: false
    }
  }

  // MARK: - Marks

  private mutating func mark(_ byte: UInt8) {
    switch byte {
    case 0x2A:  // *
      emphasisRun(byte)
    case 0x5F:  // _
      emphasisRun(byte)
    case 0x5C:  // a backslash takes a mark's meaning, or ends a line
      offset += 1
    case 0x5B: openBracket()
    case 0x5D: closeBracket()
    case 0x3C: lessThan()
    case 0x60: code()
    case 0x22: add(offset + 1, .quote, [], UInt32(byte))
    case 0x2D: add(offset + 1, .dash, [], UInt32(byte))
    case 0x28, 0x29, 0x7B, 0x7D:
      out.pointee.contents.insert(.brackets)
      add(offset + 1, .mark, [], UInt32(byte))
    default: add(offset + 1, .mark, [], UInt32(byte))
    }
  }

  private mutating func emphasisRun(_ byte: UInt8) {
    var end = offset
    while view[end] == byte { end += 1 }
    let before = offset == 0 ? 0x20 : view[offset - 1]
    let length = end - offset
    // A run between two blanks is a mark of its own (a bullet, a product), never emphasis.
    if before <= 0x20, view[end] <= 0x20 || end >= view.count, length == 1 {
      add(end, .symbol, [], UInt32(byte))
      return
    }
    let bits: UInt8 = length >= 3 ? 3 : UInt8(length)
    emphasis ^= bits
    skip(to: end)
  }

  private mutating func openBracket() {
    // [bookmark: ...] and [footnoteRef:1] are left by converters of word-processor files.
    if view.matches("[bookmark:", at: offset) {
      skip(to: closing(from: offset))
      return
    }
    if view.matches("[footnoteRef:", at: offset) {
      let end = closing(from: offset)
      let digits = offset + 13
      // The converter repeats the mark as plain digits behind the bracket.
      var after = end
      var i = digits
      while isASCIIDigit(view[i]), view[i] == view[after] {
        i += 1
        after += 1
      }
      if view[i] != 0x5D { after = end }
      add(after, .footnoteMark, [], 0)
      return
    }
    if view[offset + 1] == 0x5E {
      add(closing(from: offset), .footnoteMark, [], 0)
      return
    }
    var i = offset + 1
    while isASCIIDigit(view[i]) { i += 1 }
    if i > offset + 1, i < offset + 5, view[i] == 0x3A {
      footnoteDepth += 1
      let digits = i - offset - 1
      i += 1
      while view[i] == 0x20 || view[i] == 0x09 { i += 1 }
      // The footnote's own number follows once more, before a tab.
      var j = i
      var k = offset + 1
      while j < i + digits, view[j] == view[k] {
        j += 1
        k += 1
      }
      if j == i + digits, view[j] == 0x09 || view[j] == 0x20 { i = j }
      flags.insert(.spaceBefore)
      skip(to: i)
      return
    }
    if isLink(at: offset) {
      linkText += 1
      skip(to: offset + 1)
      return
    }
    out.pointee.contents.formUnion([.brackets, .squareBrackets])
    add(offset + 1, .mark, [], 0x5B)
  }

  private mutating func closeBracket() {
    if linkText > 0, view[offset + 1] == 0x28 {
      linkText -= 1
      skip(to: closingParenthesis(from: offset + 1))
      return
    }
    if footnoteDepth > 0 {
      footnoteDepth -= 1
      skip(to: offset + 1)
      return
    }
    out.pointee.contents.formUnion([.brackets, .squareBrackets])
    add(offset + 1, .mark, [], 0x5D)
  }

  /// A bracket whose partner on the same line is followed at once by `(target)`.
  private func isLink(at start: Int) -> Bool {
    var depth = 0
    var i = start
    let limit = min(view.count, start + 400)
    while i < limit {
      let byte = view[i]
      if byte == 0x5B { depth += 1 }
      if byte == 0x5D {
        depth -= 1
        if depth == 0 { return view[i + 1] == 0x28 }
      }
      if byte == 0x0A || byte == 0x0D { return false }
      i += 1
    }
    return false
  }

  private func closing(from start: Int) -> Int {
    var i = start
    while i < view.count, view[i] != 0x5D, view[i] != 0x0A, view[i] != 0x0D { i += 1 }
    return view[i] == 0x5D ? i + 1 : i
  }

  private func closingParenthesis(from start: Int) -> Int {
    var depth = 0
    var i = start
    while i < view.count, view[i] != 0x0A, view[i] != 0x0D {
      if view[i] == 0x28 { depth += 1 }
      if view[i] == 0x29 {
        depth -= 1
        if depth == 0 { return i + 1 }
      }
      i += 1
    }
    return i
  }

  private mutating func lessThan() {
    if view.matches("<!--", at: offset) {
      var i = offset + 4
      while i < view.count, !view.matches("-->", at: i) { i += 1 }
      out.pointee.contents.insert(.comments)
      skip(to: min(view.count, i + 3))
      return
    }
    if view.matchesFolded("<sup>", at: offset) {
      var i = offset + 5
      while i < view.count, i < offset + 80, !view.matchesFolded("</sup>", at: i) { i += 1 }
      if view.matchesFolded("</sup>", at: i) {
        add(i + 6, .footnoteMark, [], 0)
        return
      }
    }
    let next = view[offset + 1]
    if isASCIILetter(next) || next == 0x2F {
      var i = offset + 1
      let limit = min(view.count, offset + 300)
      while i < limit, view[i] != 0x3E, view[i] != 0x3C, view[i] != 0x0A { i += 1 }
      if view[i] == 0x3E {
        skip(to: i + 1)
        return
      }
    }
    add(offset + 1, .mark, [], 0x3C)
  }

  private mutating func code() {
    var run = 0
    while view[offset + run] == 0x60 { run += 1 }
    var i = offset + run
    while i < view.count, view[i] != 0x60, view[i] != 0x0A { i += 1 }
    guard view[i] == 0x60 else {
      add(offset + 1, .mark, [], 0x60)
      return
    }
    while view[i] == 0x60 { i += 1 }
    add(min(i, offset + 0xFF00), .opaque, [], 0)
  }

  // MARK: - Beyond ASCII

  private func decode(at offset: Int) -> (UInt32, Int) { decodeScalar(view, at: offset) }

  private mutating func multibyte() {
    let (scalar, length) = decode(at: offset)
    switch scalarClass(scalar) {
    case .latin, .otherLetter: word()
    case .space:
      if flags.contains(.spaceBefore) { out.pointee.contents.insert(.unevenGaps) }
      flags.insert(.spaceBefore)
      offset += length
    case .softHyphen, .invisible: offset += length
    case .hyphen, .dash: add(offset + length, .dash, [], scalar)
    case .quote, .apostrophe: add(offset + length, .quote, [], scalar)
    case .section: add(offset + length, .sectionSign, [], scalar)
    case .fullWidth: add(offset + length, .fullWidth, [], scalar)
    case .symbol: add(offset + length, .symbol, [], scalar)
    }
  }
}

/// Tokens on their way into an array: one buffer serves all blocks of a text.
final class TokenBuffer {
  /// Behind a pointer, since the lexer's loops write it for each word.
  fileprivate let state: UnsafeMutablePointer<TokenRow>
  private let uses: WordUses

  init(_ vocabulary: Vocabulary) {
    uses = vocabulary.uses
    state = .allocate(capacity: 1)
    state.initialize(to: TokenRow(uses: vocabulary.uses.table))
  }

  deinit {
    state.pointee.deallocate()
    state.deallocate()
  }

  /// What the tokens hold.
  var contents: Token.Contents { state.pointee.contents }
  var index: WordIndex { state.pointee.index }
  var count: Int { state.pointee.count }

  /// A copy of the tokens.
  var array: [Token] {
    Array(UnsafeBufferPointer(start: state.pointee.base, count: state.pointee.count))
  }
}

/// Tokens, and what was noted of them while they came.
private struct TokenRow {
  private(set) var base = UnsafeMutablePointer<Token>.allocate(capacity: 512)
  private var capacity = 512
  private let uses: WordUses.Table
  private(set) var count = 0
  var contents: Token.Contents = []
  private(set) var index = WordIndex()
  private var last = Token.none

  init(uses: WordUses.Table) { self.uses = uses }

  func deallocate() { base.deallocate() }

  mutating func clear() {
    count = 0
    contents = []
    index = WordIndex()
    last = .none
  }

  @inline(__always)
  mutating func append(_ token: Token) {
    if count == capacity { grow() }
    (base + count).initialize(to: token)
    index.note(token, at: count, after: last, uses)
    last = token
    count &+= 1
    contents.formUnion(Token.Contents(of: token.kind))
  }

  /// A word of which nothing is special.
  @inline(__always)
  mutating func append(word token: Token) {
    if count == capacity { grow() }
    (base + count).initialize(to: token)
    index.note(word: token, at: count, after: last, uses)
    last = token
    count &+= 1
    contents.formUnion(Token.Contents(of: .word))
  }

  @inline(__always)
  mutating func append(mark token: Token) {
    if count == capacity { grow() }
    (base + count).initialize(to: token)
    last = token
    count &+= 1
    contents.formUnion(Token.Contents(of: .mark))
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
