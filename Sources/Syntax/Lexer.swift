internal import TextModel

/// Cuts the bytes of one block into tokens. One pass, no look back, every byte sequence accepted.
struct Lexer {
  let view: ByteView
  /// How many bytes behind the view may be read, eight at a time, though they are not of the block.
  private let slack: Int
  private let buffer: TokenBuffer
  let out: UnsafeMutablePointer<TokenRow>
  var offset: Int
  var flags: Token.Flags = [.spaceBefore, .lineStart]
  var emphasis: UInt8 = 0
  /// Open `[1: ` footnotes; tokens inside carry `.footnote`.
  var footnoteDepth = 0
  var linkText = 0
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
  mutating func add(_ end: Int, _ kind: Token.Kind, _ extra: Token.Flags, _ hash: UInt32) {
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
  mutating func skip(to end: Int) { offset = max(end, offset + 1) }

  mutating func run() {
    while offset < view.count {
      if isASCIILetter(view[offset]) || view[offset] == 0x20 && isASCIILetter(view[offset + 1]) {
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

  /// Takes words of ASCII letters with a blank before and a blank or a common mark behind, which is
  /// nearly all of a text, and stops before anything else. This loop is a third of the cost of reading
  /// a text, so it keeps little enough at hand for the processor's registers.
  private mutating func plainWords() {
    guard let base = view.pointer else { return }
    out.pointee.reserve(64)
    let start = offset
    let count = view.count
    // Eight bytes are loaded at once; the last few of a text are left to the careful path. No byte
    // gives more than one token.
    let limit = min(count - 40 + min(slack, 40), start + out.pointee.room - 2)
    var row = out.pointee.end
    let first = row.token
    var at = start
    var flags = self.flags.rawValue
    var state: Token.Flags = emphasis != 0 ? .emphasised : []
    if footnoteDepth > 0 { state.insert(.footnote) }
    while at < limit {
      if base[at] == 0x20 {
        // A second blank is for the careful path.
        if flags & Token.Flags.spaceBefore.rawValue != 0 { break }
        flags |= Token.Flags.spaceBefore.rawValue
        at &+= 1
      }
      let run = LetterRun(base + at)
      var end = at &+ run.count
      var small = run.small
      var capitals = run.bytes & ~run.small & 0x2020_2020_2020_2000
      let hash: UInt32
      if run.count < 8 {
        if run.count == 0 { break }
        hash = WordHasher.value(run)
      } else {
        var hasher = WordHasher()
        hasher.add(full: run.bytes)
        var more = run
        while more.count == 8, end < limit {
          more = LetterRun(base + end)
          if more.count == 8 { hasher.add(full: more.bytes) }
          end &+= more.count
          small |= more.small
          capitals |= more.bytes & ~more.small & 0x2020_2020_2020_2020
        }
        // A run that is too long for one token is cut on the careful path.
        if more.count == 8 || end &- at > 0xFF00 { break }
        hash = hasher.value(more)
      }
      var mark: UInt8 = 0x20
      if end < count {
        mark = base[end]
        if mark != 0x20, mark != 0x2C, mark != 0x3B, mark != 0x2E, mark != 0x29 { break }
      } else if end > count {
        // What stands behind the view is not of the block, though it is there.
        break
      }
      // Without a blank a mark stands before the word: one that this loop took, or one before it.
      if flags & Token.Flags.spaceBefore.rawValue == 0, at != start || isBehindMark {
        out.pointee.contents.insert(.unevenGaps)
      }
      // The bit that makes a letter small is the one that is set for a capital.
      flags |= ~base[at] & Token.Flags.capital.rawValue | state.rawValue
      if small == 0 { flags |= Token.Flags.capitals.rawValue }
      if row.append(
        word: Token(
          start: at, length: end &- at, kind: .word, flags: Token.Flags(rawValue: flags), hash: hash
        ),
        hasInnerCapital: capitals != 0)
      {
        out.pointee.hasDoubled = true
      }
      flags = 0
      at = end
      if mark != 0x20 {
        row.append(
          mark: Token(start: at, length: 1, kind: .mark, flags: state, hash: UInt32(mark)))
        out.pointee.contents.formUnion(mark == 0x29 ? [.marks, .brackets] : .marks)
        at &+= 1
      }
    }
    offset = at
    self.flags = Token.Flags(rawValue: flags)
    guard row.token > first else { return }
    isBehindMark = (row.token - 1).pointee.kind == .mark
    out.pointee.contents.insert(.words)
    out.pointee.end = row
  }

  /// Letters and digits, joined by apostrophes and hyphens that stand between two of them.
  mutating func word() {
    var hasher = WordHasher()
    var extra: Token.Flags = []
    if isASCIIUpper(view[offset]) { extra.insert(.capital) }
    var small = false
    var end = offset
    let limit = offset + 0xFF00
    while end < limit {
      let run = view.letters(from: end)
      hasher.add(run.bytes, count: run.count)
      small = small || run.small != 0
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
  mutating func finishWord(_ end: Int, _ extra: Token.Flags, _ small: Bool, _ hash: UInt32) {
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
}
