/// Reads small things at a place in a text. Each function gives the offset after what it read, or
/// `nil`; offsets outside the text give `nil`.
struct Scanner {
  let bytes: [UInt8]

  subscript(_ at: Int) -> UInt8? {
    bytes.indices.contains(at) ? bytes[at] : nil
  }

  func word(_ word: String, _ at: Int) -> Int? {
    var i = at
    for byte in word.utf8 {
      guard self[i] == byte else { return nil }
      i += 1
    }
    return i
  }

  /// A word that does not go on.
  func wholeWord(_ text: String, _ at: Int) -> Int? {
    guard let end = word(text, at), !isLetterOrDigit(end) else { return nil }
    return end
  }

  /// One space, no-break space (C2 A0) or line feed.
  func space(_ at: Int) -> Int? {
    switch self[at] {
    case UInt8(ascii: " "), UInt8(ascii: "\n"): return at + 1
    case 0xc2: return self[at + 1] == 0xa0 ? at + 2 : nil
    default: return nil
    }
  }

  /// The words of `text` with one space of any kind between them.
  func words(_ text: String, _ at: Int) -> Int? {
    var i = at
    for (index, part) in text.split(separator: " ").enumerated() {
      if index > 0 {
        guard let next = space(i) else { return nil }
        i = next
      }
      guard let next = word(String(part), i) else { return nil }
      i = next
    }
    return isLetterOrDigit(i) ? nil : i
  }

  func digits(_ at: Int, max: Int = 4) -> Int? {
    var i = at
    while let byte = self[i], isDigit(byte) { i += 1 }
    return i > at && i - at <= max ? i : nil
  }

  func year(_ at: Int) -> (end: Int, value: Int)? {
    guard let end = digits(at), end - at == 4, let value = number(at..<end) else { return nil }
    return (end, value)
  }

  /// Words in capitals and what joins them, up to a comma: the place of a session.
  func place(_ at: Int) -> Int? {
    guard let first = self[at], first >= 0x80 || isCapital(first) else { return nil }
    var i = at
    while let byte = self[i], byte >= 0x80 || isLetter(byte) || byte == 0x20 || byte == 0x2d {
      i += 1
      if i - at > 30 { return nil }
    }
    return i
  }

  func number(_ range: Range<Int>) -> Int? {
    Int(text(range))
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }

  func isLetterOrDigit(_ at: Int) -> Bool {
    self[at].map { isLetter($0) || isDigit($0) } ?? false
  }

  func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// The line that a place stands in, without its line feed.
  func line(_ at: Int) -> Range<Int> {
    var start = min(max(at, 0), bytes.count)
    var end = start
    while start > 0, self[start - 1] != 0x0a { start -= 1 }
    while let byte = self[end], byte != 0x0a { end += 1 }
    return start..<end
  }

  /// Whether a place stands between quotation marks of its line; what others said is not judged.
  func isQuoted(_ at: Int) -> Bool {
    let line = line(at)
    var straight = 0
    var curly = 0
    for i in line.lowerBound..<max(line.lowerBound, min(at, line.upperBound)) {
      if self[i] == UInt8(ascii: "\"") { straight += 1 }
      if word("\u{201c}", i) != nil { curly += 1 }
      if word("\u{201d}", i) != nil { curly -= 1 }
    }
    return straight % 2 == 1 || curly > 0
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }
func isLetter(_ byte: UInt8) -> Bool { isCapital(byte & 0xdf) && byte < 0x80 }
