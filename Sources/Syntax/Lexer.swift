internal import TextModel

/// Cuts the bytes of one block into tokens. One pass, no look back, every byte sequence accepted.
struct Lexer {
  let view: ByteView
  /// How many bytes behind the view may be read, eight at a time, though they are not of the block.
  let slack: Int
  /// Of a buffer that outlives the lexer.
  let out: UnsafeMutablePointer<TokenRow>
  var offset: Int
  var flags: Token.Flags = [.spaceBefore, .lineStart]
  var emphasis: UInt8 = 0
  /// Open `[1: ` footnotes; tokens inside carry `.footnote`.
  var footnoteDepth = 0
  var linkText = 0
  /// The mark right before that wants a blank behind it; 0 where there is none.
  var behind: UInt8 = 0

  /// - Parameter offset: where to begin, in bytes from the start of the view.
  ///   - out: where the tokens go; what it held before is gone.
  ///   - slack: how many bytes there are behind the view.
  init(_ view: ByteView, from offset: Int, into out: TokenBuffer, slack: Int = 0) {
    self.view = view
    self.slack = max(0, slack)
    self.offset = offset
    self.out = out.state
    out.state.pointee.clear()
    // No byte gives more than one token.
    out.state.pointee.reserve(max(0, view.count - offset) + 2)
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

  /// - Parameter hasInnerCapital: an ASCII capital stands behind the first byte.
  @inline(__always)
  mutating func add(
    _ end: Int, _ kind: Token.Kind, _ extra: Token.Flags, _ hash: UInt32,
    hasInnerCapital: Bool = false
  ) {
    var all = flags.union(extra)
    if emphasis != 0 { all.insert(.emphasised) }
    if footnoteDepth > 0 { all.insert(.footnote) }
    note(end, kind, all, hash)
    out.pointee.append(
      Token(start: offset, end: end, kind: kind, flags: all, hash: hash),
      hasInnerCapital: hasInnerCapital)
    offset = end
    flags = []
  }

  /// Keeps what the gap before a token and the token itself tell of the block.
  @inline(__always)
  private mutating func note(
    _ end: Int, _ kind: Token.Kind, _ flags: Token.Flags, _ hash: UInt32
  ) {
    if flags.contains(.special) { out.pointee.contents.insert(.specialWords) }
    let mark = Token.parting(kind, hash)
    if mark != 0 {
      if flags.contains(.spaceBefore) { out.pointee.contents.insert(.unevenGaps) }
    } else if behind != 0 {
      let token = Token(start: offset, end: end, kind: kind, flags: flags, hash: hash)
      if token.mayLackBlank(behind: behind) { out.pointee.contents.insert(.unevenGaps) }
    }
    behind = mark
  }

  /// Passes over bytes that leave no token and do not separate words.
  mutating func skip(to end: Int) { offset = max(end, offset + 1) }

  mutating func run() {
    while offset < view.count {
      if Self.isPlain(view[offset]) || view[offset] == 0x20 && Self.isPlain(view[offset + 1]) {
        plainWords()
        guard offset < view.count else { return }
      }
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

  /// Letters and digits, joined by apostrophes and hyphens that stand between two of them.
  mutating func word() {
    var hasher = WordHasher()
    var extra: Token.Flags = []
    if isASCIIUpper(view[offset]) { extra.insert(.capital) }
    var small = false
    var capitals: UInt64 = 0
    var end = offset
    let limit = offset + 0xFF00
    while end < limit {
      let run = view.letters(from: end)
      hasher.add(run.bytes, count: run.count)
      small = small || run.small != 0
      let large = run.bytes & ~run.small & 0x2020_2020_2020_2020
      capitals |= end == offset ? large & ~0xFF : large
      end &+= run.count
      if run.count == 8 { continue }
      let byte = view[end]
      if byte <= 0x26 || byte == 0x2C || byte == 0x3B || byte == 0x2E { break }
      guard let next = join(at: end, &hasher, &extra) else { break }
      if next.small { small = true }
      end = next.end
    }
    finishWord(end, extra, small, hasher.value, hasInnerCapital: capitals != 0)
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
  mutating func finishWord(
    _ end: Int, _ extra: Token.Flags, _ small: Bool, _ hash: UInt32, hasInnerCapital: Bool
  ) {
    var extra = extra
    if !small { extra.insert(.capitals) }
    if view[end] == 0x3A, isAddress(at: offset, wordEnd: end) {
      var stop = end
      while !isBlankOrEnd(view[stop]), stop < view.count { stop += 1 }
      while stop > end, isTrailingMark(view[stop - 1]) { stop -= 1 }
      add(min(stop, offset + 0xFF00), .opaque, [], 0)
      return
    }
    add(max(end, offset + 1), .word, extra, hash, hasInnerCapital: hasInnerCapital)
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
}
