internal import TextModel

/// The words, short numbers, marks and blanks that nearly all of a text is made of.
extension Lexer {
  /// What `plainWords` may take.
  static func isPlain(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte == 0x28
  }

  /// Takes words of ASCII letters and short numbers with a blank before and a blank or a common mark
  /// behind, and opening brackets, and stops before anything else. This loop is a third of the cost of
  /// reading a text, so it does little for a word in small letters and keeps little enough at hand for
  /// the processor's registers.
  mutating func plainWords() {
    guard let base = view.pointer else { return }
    out.pointee.reserve(64)
    let count = view.count
    // Eight bytes are loaded at once; the last few of a text are left to the careful path. No byte
    // gives more than one token.
    let limit = min(count - 40 + min(slack, 40), offset + out.pointee.room - 2)
    var row = out.pointee.end
    let first = row.token
    var at = offset
    var flags = self.flags.rawValue
    var state: Token.Flags = emphasis != 0 ? .emphasised : []
    if footnoteDepth > 0 { state.insert(.footnote) }
    let plain = WordIndex.note(plainWord: state)
    var contents = out.pointee.contents
    var isBehindMark = isBehindMark
    while at < limit {
      if base[at] == 0x20 {
        // A second blank is for the careful path.
        if flags & Token.Flags.spaceBefore.rawValue != 0 { break }
        flags |= Token.Flags.spaceBefore.rawValue
        at &+= 1
      }
      let run = LetterRun(base + at)
      if run.count == 0 {
        guard let token = other(base, at, flags | state.rawValue) else { break }
        if token.kind == .number {
          if isBehindMark, !token.hasSpaceBefore { contents.insert(.unevenGaps) }
          contents.insert(.numbers)
        } else {
          contents.formUnion([.marks, .brackets])
        }
        row.append(other: token)
        flags = 0
        isBehindMark = false
        at = token.end
        if token.kind == .number, at < count, base[at] != 0x20 {
          isBehindMark = true
          contents.formUnion(row.append(mark: base[at], at: at, state))
          at &+= 1
        }
        continue
      }
      var end = at &+ run.count
      let firstCapitals = run.capitals
      var capitals = firstCapitals & ~0xFF
      var small = run.small
      let hash: UInt32
      if run.count < 8 {
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
          capitals |= more.capitals
        }
        // A run that is too long for one token is cut on the careful path.
        if more.count == 8 || end &- at > 0xFF00 { break }
        hash = hasher.value(more)
      }
      var mark: UInt8 = 0x20
      if end < count {
        mark = base[end]
        if !Self.isBehindPlain(mark) { break }
      } else if end > count {
        // What stands behind the view is not of the block, though it is there.
        break
      }
      if flags & Token.Flags.spaceBefore.rawValue == 0, isBehindMark {
        contents.insert(.unevenGaps)
      }
      contents.insert(.words)
      flags |= state.rawValue
      var note = plain
      if firstCapitals | capitals != 0 {
        // The bit that makes a letter small is the one that is set for a capital.
        let isCapital = UInt8(truncatingIfNeeded: firstCapitals)
        flags |= isCapital
        if small == 0 { flags |= Token.Flags.capitals.rawValue }
        if isCapital != 0, capitals != 0 {
          note |= WordIndex.note(nameIsMixed: small != 0 && end &- at > 7)
        }
      }
      if row.append(
        word: Token(
          start: at, length: end &- at, kind: .word, flags: Token.Flags(rawValue: flags), hash: hash
        ),
        note: note)
      {
        out.pointee.hasDoubled = true
      }
      if mark == 0x20 {
        // Most words have one blank behind them.
        at = end &+ 1
        flags = Token.Flags.spaceBefore.rawValue
        isBehindMark = false
        if end < count { continue }
        at = end
        flags = 0
        break
      }
      flags = 0
      isBehindMark = true
      contents.formUnion(row.append(mark: mark, at: end, state))
      at = end &+ 1
    }
    offset = at
    self.flags = Token.Flags(rawValue: flags)
    guard row.token > first else { return }
    self.isBehindMark = isBehindMark
    out.pointee.contents = contents
    out.pointee.end = row
  }

  /// A blank or a mark that may stand behind a word without being a part of it.
  @inline(__always)
  private static func isBehindPlain(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2C || byte == 0x3B || byte == 0x2E || byte == 0x29
  }

  /// An opening bracket, or a number of at most eight digits with a blank, a common mark or nothing
  /// behind it.
  @inline(__always)
  private func other(_ base: UnsafePointer<UInt8>, _ at: Int, _ flags: UInt8) -> Token? {
    let count = view.count
    let flags = Token.Flags(rawValue: flags)
    guard at < count else { return nil }
    if base[at] == 0x28 {
      return Token(start: at, length: 1, kind: .mark, flags: flags, hash: 0x28)
    }
    var end = at
    var value: UInt32 = 0
    while end < count, isASCIIDigit(base[end]) {
      if end &- at == 8 { return nil }
      value = value &* 10 &+ UInt32(base[end] &- 0x30)
      end &+= 1
    }
    guard end > at, end == count || Self.isBehindPlain(base[end]) else { return nil }
    return Token(start: at, length: end &- at, kind: .number, flags: flags, hash: value)
  }
}
