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
    let count = view.count
    // Eight bytes are loaded at once; the last few of a text are left to the careful path.
    let limit = count - 40 + min(slack, 40)
    var row = out.pointee.end
    let first = row.token
    var at = offset
    var flags = self.flags.rawValue
    var state: Token.Flags = emphasis != 0 ? .emphasised : []
    if footnoteDepth > 0 { state.insert(.footnote) }
    let plain = WordIndex.note(plainWord: state)
    var contents = out.pointee.contents
    var behind = self.behind
    while at < limit {
      if flags & Token.Flags.spaceBefore.rawValue == 0, base[at] == 0x20 {
        flags |= Token.Flags.spaceBefore.rawValue
        at &+= 1
      }
      // A second blank is for the careful path, as is all else that is no letter, digit or bracket.
      let run = LetterRun(base + at)
      if run.count == 0 {
        guard let token = other(base, at, flags | state.rawValue) else { break }
        if token.kind == .number {
          if behind == 0x3B, !token.hasSpaceBefore { contents.insert(.unevenGaps) }
          contents.insert(.numbers)
        } else {
          contents.formUnion([.marks, .brackets])
        }
        row.append(other: token)
        flags = 0
        behind = 0
        at = token.end
        if token.kind == .number, at < count, base[at] != 0x20 {
          behind = base[at]
          contents.formUnion(row.append(mark: behind, at: at, state))
          at &+= 1
        }
        continue
      }
      var end = at &+ run.count
      var capitals = run.capitals
      var isSmall = run.small != 0
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
          isSmall = isSmall || more.small != 0
          // Where a capital stands behind the first byte does not matter.
          capitals |= more.capitals & ~0xFF | (more.capitals & 0xFF) &<< 8
        }
        // A run that is too long for one token is cut on the careful path.
        if more.count == 8 || end &- at > 0xFF00 { break }
        hash = hasher.value(more)
      }
      // The limit keeps all that is looked at among the bytes that are there.
      var mark = base[end]
      if end >= count {
        // What stands behind the view is not of the block.
        guard end == count else { break }
        mark = 0x20
      }
      if mark != 0x20, !Self.isBehindPlain(mark) { break }
      let isDoubled: Bool
      if capitals == 0 {
        if behind != 0, behind != 0x2E, flags & Token.Flags.spaceBefore.rawValue == 0 {
          contents.insert(.unevenGaps)
        }
        isDoubled = row.append(
          small: Token(
            start: at, length: end &- at, kind: .word,
            flags: Token.Flags(rawValue: flags | state.rawValue), hash: hash), note: plain)
      } else {
        // The bit that makes a letter small is the one that is set for a capital.
        let isCapital = UInt8(truncatingIfNeeded: capitals)
        var note = plain
        flags |= state.rawValue | isCapital
        if !isSmall { flags |= Token.Flags.capitals.rawValue }
        if isCapital != 0, capitals != UInt64(isCapital) {
          note |= WordIndex.note(nameIsMixed: isSmall && end &- at > 7)
        }
        let token = Token(
          start: at, length: end &- at, kind: .word, flags: Token.Flags(rawValue: flags), hash: hash
        )
        if token.mayLackBlank(behind: behind) { contents.insert(.unevenGaps) }
        isDoubled = row.append(word: token, note: note)
      }
      contents.insert(.words)
      if isDoubled { out.pointee.hasDoubled = true }
      if mark == 0x20 {
        // Most words have one blank behind them.
        behind = 0
        if end < count {
          at = end &+ 1
          flags = Token.Flags.spaceBefore.rawValue
          continue
        }
        at = end
        flags = 0
        break
      }
      flags = 0
      behind = mark
      contents.formUnion(row.append(mark: mark, at: end, state))
      at = end &+ 1
    }
    offset = at
    self.flags = Token.Flags(rawValue: flags)
    guard row.token > first else { return }
    self.behind = behind
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
