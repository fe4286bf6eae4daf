internal import TextModel

/// Marks, brackets, markup and characters beyond ASCII.
extension Lexer {
  // MARK: - Marks

  mutating func mark(_ byte: UInt8) {
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
      if byte == 0x7B { noteChange() }
      add(offset + 1, .mark, [], UInt32(byte))
    case 0x7E:
      noteChange()
      add(offset + 1, .mark, [], UInt32(byte))
    default: add(offset + 1, .mark, [], UInt32(byte))
    }
  }

  /// The document looks for tracked changes only where something may begin one.
  private func noteChange() {
    if view.opensChange(at: offset) { out.pointee.contents.insert(.changes) }
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
      noteChange()
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

  func decode(at offset: Int) -> (UInt32, Int) { decodeScalar(view, at: offset) }

  mutating func multibyte() {
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
