internal import TextModel

/// The outer shape of one line, before anyone asks what it means.
struct LineShape {
  /// Offsets in the view.
  var start: Int
  /// Behind blanks, heading hashes, list mark, anchors and marks of emphasis.
  var content: Int
  /// Behind the last byte that is neither blank nor a mark of emphasis.
  var contentEnd: Int
  /// Before the line end.
  var textEnd: Int
  /// Behind the line end.
  var next: Int
  var indent = 0
  var hashes = 0
  /// Offset of a list mark, or -1.
  var listMark = -1
  /// Marks of emphasis directly before the content.
  var emphasis = 0
  /// Behind the comments that the line opens with, or -1.
  var commentEnd = -1

  var isBlank: Bool { content >= contentEnd }
}

extension LineShape {
  init(_ view: ByteView, from start: Int) {
    self.start = start
    textEnd = view.endOfLine(from: start)
    next = view.afterLineEnd(textEnd)
    var i = start
    var last = textEnd
    // Blanks, no-break spaces and invisible marks around the text.
    while true {
      let byte = view[i]
      guard i < textEnd else { break }
      if byte == 0x20 || byte == 0x09 || byte == 0x0C || byte == 0x0B {
        i += 1
        indent += 1
      } else if byte == 0xC2, view[i + 1] == 0xA0 {
        i += 2
        indent += 1
      } else if byte == 0xEF, view[i + 1] == 0xBB, view[i + 2] == 0xBF {
        i += 3
      } else {
        break
      }
    }
    if let end = Self.commentEnd(view, from: i, to: textEnd) {
      i = end
      commentEnd = end
    }
    content = i
    contentEnd = i
    guard i < textEnd else { return }
    contentEnd = Self.trimmedEnd(view, from: i, to: textEnd)
    last = contentEnd
    readMarks(view, from: i, last: last)
  }

  /// Behind the comments that a line opens with; `nil` where it opens with none, or has nothing else.
  private static func commentEnd(_ view: ByteView, from start: Int, to end: Int) -> Int? {
    guard view[start] == 0x3C, view.matches("<!--", at: start) else { return nil }
    var i = start
    while i < end, view.matches("<!--", at: i) {
      i += 4
      while i < end, !view.matches("-->", at: i) { i += 1 }
      guard i + 3 <= end else { return nil }
      i += 3
      while i < end, view[i] == 0x20 || view[i] == 0x09 { i += 1 }
    }
    return i < end ? i : nil
  }

  private mutating func readMarks(_ view: ByteView, from start: Int, last: Int) {
    var i = start
    if view[i] == 0x23 {
      var hashes = 0
      while view[i + hashes] == 0x23, hashes < 7 { hashes += 1 }
      if hashes <= 6, Self.blankLength(view, i + hashes) > 0 {
        self.hashes = hashes
        i = Self.skipBlanks(view, i + hashes, last)
      }
    }
    let mark = Self.listMarkLength(view, i)
    if mark > 0, hashes == 0 {
      let after = i + mark
      if Self.blankLength(view, after) > 0, after < last {
        listMark = i
        i = Self.skipBlanks(view, after, last)
      }
    }
    // Anchors of a converter stand before the text they name.
    while view.matches("[bookmark:", at: i) {
      var j = i
      while j < last, view[j] != 0x5D { j += 1 }
      guard j < last else { break }
      i = Self.skipBlanks(view, j + 1, last)
    }
    let beforeEmphasis = i
    while i < last, view[i] == 0x2A || view[i] == 0x5F { i += 1 }
    emphasis = i - beforeEmphasis
    if emphasis > 3 {
      i = beforeEmphasis
      emphasis = 0
    }
    content = i
    contentEnd = max(i, last)
    guard emphasis > 0 else { return }
    while contentEnd > content,
      view[contentEnd - 1] == 0x2A || view[contentEnd - 1] == 0x5F || view[contentEnd - 1] == 0x20
    {
      contentEnd -= 1
    }
  }

  static func blankLength(_ view: ByteView, _ offset: Int) -> Int {
    let byte = view[offset]
    if byte == 0x20 || byte == 0x09 { return 1 }
    return byte == 0xC2 && view[offset + 1] == 0xA0 ? 2 : 0
  }

  static func skipBlanks(_ view: ByteView, _ offset: Int, _ limit: Int) -> Int {
    var i = offset
    while i < limit {
      let length = blankLength(view, i)
      if length == 0 { break }
      i += length
    }
    return i
  }

  /// The offset behind the last byte that is not blank.
  static func trimmedEnd(_ view: ByteView, from start: Int, to end: Int) -> Int {
    var last = end
    while last > start {
      let byte = view[last - 1]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C {
        last -= 1
      } else if byte == 0xA0, last - 2 >= start, view[last - 2] == 0xC2 {
        last -= 2
      } else {
        break
      }
    }
    return last
  }

  /// `-`, `*`, `+`, `•`, `–`, `—`, `·`, `▪`, `o` is a letter and is not one.
  static func listMarkLength(_ view: ByteView, _ i: Int) -> Int {
    switch view[i] {
    case 0x2D, 0x2A, 0x2B: return 1
    case 0xC2: return view[i + 1] == 0xB7 ? 2 : 0
    case 0xE2:
      let second = view[i + 1]
      let third = view[i + 2]
      if second == 0x80, third == 0xA2 || third == 0x93 || third == 0x94 || third == 0xA3 {
        return 3
      }
      return second == 0x96 && (third == 0xAA || third == 0xA0) ? 3 : 0
    case 0xEF:
      // The private-use bullet of a word processor's symbol font.
      return view[i + 1] == 0x82 && view[i + 2] == 0xB7 ? 3 : 0
    default: return 0
    }
  }
}
