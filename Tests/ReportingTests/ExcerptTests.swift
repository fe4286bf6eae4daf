import Testing

@testable import Reporting

/// The excerpt for the text between `[` and `]`, two lines.
private func excerpt(_ marked: String) -> String {
  let bytes = Array(marked.utf8)
  let open = bytes.firstIndex(of: UInt8(ascii: "[")) ?? 0
  let close = (bytes.firstIndex(of: UInt8(ascii: "]")) ?? 1) - 1
  return excerpt(bytes.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }, open..<close)
}

private func excerpt(_ bytes: [UInt8], _ range: Range<Int>) -> String {
  let excerpt = Excerpt(of: range, in: SourceText(bytes))
  return
    "\(excerpt.line)|\(excerpt.text)\n \(String(repeating: " ", count: String(excerpt.line).count))\(excerpt.underline)"
}

@Suite struct ExcerptTests {
  @Test func marksTheExactBytes() {
    #expect(excerpt("one\ntwo [three] four\n") == "2|two three four\n      ^^^^^")
    #expect(excerpt("[a]) x") == "1|a) x\n  ^")
  }

  @Test func anEmptyRangeStandsBetweenCharacters() {
    #expect(excerpt("ab[]cd") == "1|abcd\n    ‸")
    #expect(excerpt("ab[]\r\ncd") == "1|ab\n    ‸")
    #expect(excerpt("ab\n[]") == "2|\n  ‸")
    #expect(excerpt("[]") == "1|\n  ‸")
  }

  @Test func wideCombiningAndTabbedCharactersKeepTheirColumns() {
    #expect(excerpt("漢字 [x]") == "1|漢字 x\n       ^")
    #expect(excerpt("[漢]字") == "1|漢字\n  ^^")
    #expect(excerpt("e\u{301}e\u{301} [x]") == "1|e\u{301}e\u{301} x\n     ^")
    #expect(excerpt("\ta\t[b]") == "1|    a   b\n          ^")
    #expect(excerpt("a[\t]b") == "1|a   b\n   ^^^")
  }

  @Test func controlsAreShownAndInvalidBytesReplaced() {
    #expect(excerpt("a\u{1B}[]m") == "1|a\\u{1b}m\n         ‸")
    #expect(excerpt([0x61, 0xFF, 0x62], 2..<3) == "1|a\u{FFFD}b\n    ^")
    #expect(excerpt([0x61, 0xE2, 0x82], 1..<2) == "1|a\u{FFFD}\n   ^")
  }

  @Test func aRangeOverSeveralLinesIsMarkedOnItsFirst() {
    #expect(excerpt("a [b\nc] d") == "1|a b\n    ^")
  }

  @Test func aRangeInsideACharacterMarksIt() {
    #expect(excerpt(Array("é x".utf8), 1..<2) == "1|é x\n  ^")
  }

  @Test func longLinesAreCutAroundTheMark() {
    let words = String(repeating: "word ", count: 100)
    let whole = Excerpt(of: 250..<254, in: SourceText(Array(words.utf8)))
    #expect(whole.text.count == 100)
    #expect(whole.text.hasPrefix("…") && whole.text.hasSuffix("…"))
    #expect(whole.underline == String(repeating: " ", count: 41) + "^^^^")
    #expect(Array(whole.text)[41..<45] == ["w", "o", "r", "d"])
    let start = Excerpt(of: 0..<4, in: SourceText(Array(words.utf8)))
    #expect(start.text.hasPrefix("word") && start.text.hasSuffix("…"))
    let all = Excerpt(of: 0..<500, in: SourceText(Array(words.utf8)))
    #expect(all.underline == String(repeating: "^", count: 99))
  }

  @Test(arguments: [
    [UInt8](repeating: 0x61, count: 500_000), [UInt8](repeating: 0x80, count: 500_000),
    [UInt8](repeating: 0x1B, count: 500_000),
    Array(String(repeating: "\u{301}", count: 100_000).utf8),
    Array(String(repeating: "漢", count: 100_000).utf8),
  ])
  func aHugeLineStaysShort(_ bytes: [UInt8]) {
    let source = SourceText(bytes)
    for low in [0, 150_000, bytes.count - 1, bytes.count] {
      let excerpt = Excerpt(of: low..<min(low + 3, bytes.count), in: source)
      #expect(excerpt.text.unicodeScalars.count <= 1000)
      #expect(excerpt.underline.contains("^") != (low == bytes.count))
    }
  }
}
