internal import TextModel

/// Tells how a line ends: footnotes, marks of emphasis and page numbers behind the last word aside.
struct EndingReader {
  let view: ByteView
  let vocabulary: Vocabulary

  func read(_ line: LineShape, kind: Block.Kind) -> SplitContext.Ending {
    var end = line.contentEnd
    while true {
      let trimmed = strip(end, from: line.content)
      if trimmed == end { break }
      end = trimmed
    }
    guard end > line.content else { return .start }
    switch view[end - 1] {
    case 0x3B: return .semicolon
    case 0x3A: return .colon
    case 0x2C: return .comma
    case 0x2E: return isNumberSign(end, from: line.content) ? .reference : .stop
    case 0xBC, 0x9B, 0x8C, 0x82:
      // ， ； 。 of a Chinese keyboard
      return view[end - 3] >= 0xE3 ? .semicolon : .other
    default: break
    }
    guard kind != .title, isASCIILetter(view[end - 1]) else { return .other }
    let roles = vocabulary.roles(of: lastWord(end, from: line.content))
    if kind != .heading,
      !roles.isDisjoint(with: [.opensReference, .operativeVerb, .preambularVerb])
    {
      return .reference
    }
    return roles.contains(.openEnd) ? .open : .other
  }

  private func strip(_ end: Int, from start: Int) -> Int {
    var i = end
    while i > start {
      let byte = view[i - 1]
      if byte == 0x20 || byte == 0x09 || byte == 0x2A || byte == 0x5F || byte == 0x5C {
        i -= 1
      } else if byte == 0xA0, view[i - 2] == 0xC2 {
        i -= 2
      } else {
        break
      }
    }
    if i > start, view[i - 1] == 0x5D, let open = footnoteStart(i, from: start) { return open }
    if i - 6 > start, view.matchesFolded("</sup>", at: i - 6) {
      var j = i - 6
      while j > start, !view.matchesFolded("<sup>", at: j) { j -= 1 }
      return j
    }
    if i > start + 3, view[i - 1] == 0x3E, view[i - 2] == 0x2D, view[i - 3] == 0x2D {
      var j = i - 3
      while j > start, !view.matches("<!--", at: j) { j -= 1 }
      return j
    }
    return pageNumber(i, from: start)
  }

  /// `[1: text]`, `[^1]`, `[footnoteRef:1]` at the end.
  private func footnoteStart(_ end: Int, from start: Int) -> Int? {
    var i = end - 1
    let limit = max(start, end - 2_000)
    while i > limit, view[i] != 0x5B { i -= 1 }
    guard view[i] == 0x5B else { return nil }
    let next = view[i + 1]
    if next == 0x5E || view.matches("[footnoteRef:", at: i) { return i }
    var j = i + 1
    while isASCIIDigit(view[j]) { j += 1 }
    return j > i + 1 && view[j] == 0x3A ? i : nil
  }

  /// A page number between dashes, left at the end by a converter: ` – 43 –`.
  private func pageNumber(_ end: Int, from start: Int) -> Int {
    guard end - 8 > start, view[end - 1] == 0x93, view[end - 3] == 0xE2 else { return end }
    var i = end - 3
    while i > start, view[i - 1] == 0x20 { i -= 1 }
    let digits = i
    while i > start, isASCIIDigit(view[i - 1]) { i -= 1 }
    guard i < digits else { return end }
    while i > start, view[i - 1] == 0x20 { i -= 1 }
    guard i - 3 > start, view[i - 1] == 0x93, view[i - 3] == 0xE2 else { return end }
    return i - 3
  }

  private func isNumberSign(_ end: Int, from start: Int) -> Bool {
    if end - 3 >= start, view.matches("No.", at: end - 3) {
      return end - 3 == start || !isASCIILetter(view[end - 4])
    }
    return end - 4 >= start && view.matches("Nos.", at: end - 4)
  }

  private func lastWord(_ end: Int, from start: Int) -> UInt32 {
    var i = end
    while i > start, isASCIILetter(view[i - 1]) || view[i - 1] == 0x2D { i -= 1 }
    let run = view.letters(from: i)
    if run.count < 8, run.count == end - i { return WordHasher.value(run) }
    var hasher = WordHasher()
    for j in i..<max(i, end) { hasher.add(asciiLower(view[j])) }
    return hasher.value
  }
}
