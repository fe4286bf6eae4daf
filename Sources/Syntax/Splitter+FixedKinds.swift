internal import TextModel

extension Splitter {
  /// Kinds that a few characters settle.
  func fixed(_ line: LineShape, _ byte: UInt8) -> Block.Kind? {
    switch byte {
    case 0x60, 0x7E:  // ``` and ~~~
      let open = view[line.content + 1] == byte && view[line.content + 2] == byte
      return open ? .code : nil
    case 0x3C:
      if view.matches("<!--", at: line.content) { return .comment }
      if view.matchesFolded("<sup>", at: line.content) { return .footnote }
      return nil
    case 0x5B:
      if view[line.content + 1] == 0x5E {
        var i = line.content
        while i < line.contentEnd, view[i] != 0x5D { i += 1 }
        return view[i + 1] == 0x3A ? .footnote : nil
      }
      return isNumberedFootnote(line) ? .footnote : nil
    case 0x7C: return .table
    case 0x52, 0xC3:
      if view.matches("Ref.", at: line.content)
        || view.matchesFolded("reasons:", at: line.content)
        || view.matches("Reason:", at: line.content)
        || view.matches("Reasons", at: line.content) && line.contentEnd - line.content == 7
        || view.matches("Réf.", at: line.content)
      {
        return .closing
      }
    default: break
    }
    if isRule(line) || isPageFurniture(line) { return .furniture }
    if context.kind == .furniture, isPlainFootnote(line) { return .footnote }
    return nil
  }

  /// `[1: text]` on a line of its own.
  private func isNumberedFootnote(_ line: LineShape) -> Bool {
    var i = line.content + 1
    while isASCIIDigit(view[i]) { i += 1 }
    return i > line.content + 1 && view[i] == 0x3A
  }

  /// A footnote under a rule: its number, glued or with a tab, and a capital letter.
  private func isPlainFootnote(_ line: LineShape) -> Bool {
    var i = line.content
    while isASCIIDigit(view[i]) { i += 1 }
    guard i > line.content, i - line.content <= 2 else { return false }
    i = LineShape.skipBlanks(view, i, line.contentEnd)
    return isASCIIUpper(view[i])
  }

  /// `---`, `____`, `***`, `===`.
  private func isRule(_ line: LineShape) -> Bool {
    var i = line.start
    while i < line.textEnd, LineShape.blankLength(view, i) > 0 { i += 1 }
    let byte = view[i]
    guard byte == 0x2D || byte == 0x5F || byte == 0x2A || byte == 0x3D else { return false }
    var count = 0
    while i < line.textEnd {
      if view[i] == byte { count += 1 } else if view[i] != 0x20, view[i] != 0x09 { return false }
      i += 1
    }
    return count >= 3
  }

  /// A page number between dashes, or a running head such as `RES25-2`.
  private func isPageFurniture(_ line: LineShape) -> Bool {
    let length = line.contentEnd - line.content
    guard length <= 14 else { return false }
    var digits = 0
    var capitals = 0
    var joins = 0
    var i = line.content
    while i < line.contentEnd {
      let byte = view[i]
      if isASCIIDigit(byte) {
        digits += 1
      } else if isASCIIUpper(byte) {
        capitals += 1
      } else if byte == 0x2D || byte == 0x2F {
        joins += 1
      } else if byte != 0xE2, byte != 0x80, byte != 0x93, byte != 0x20 {
        return false
      }
      i += 1
    }
    let dashed = line.listMark >= 0 || view[line.content] == 0xE2
    if dashed, digits > 0, capitals == 0 {
      let last = view[line.contentEnd - 1]
      return last == 0x93 || last == 0x2D
    }
    return capitals >= 2 && digits > 0 && joins > 0 && joins <= 2 && view[line.content] != 0x2D
      && isASCIIUpper(view[line.content]) && isRunningHead(line)
      && !TitleReader(view: view, line: line, afterBlank: true).isNumberedMark
  }

  private func isRunningHead(_ line: LineShape) -> Bool {
    for i in line.content..<max(line.content, line.contentEnd) where view[i] == 0x20 {
      return false
    }
    return true
  }
}
