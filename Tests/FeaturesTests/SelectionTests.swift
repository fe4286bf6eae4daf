import Features
import Syntax
import Testing

@Suite("Selection") struct SelectionTests {
  private func ranges(_ marked: String) -> [String] {
    let text = CaretText(marked)
    return text.draft.selectionRanges(at: text.offset).map { range in
      let words = text.words(range).split(whereSeparator: \.isWhitespace)
      return words.count > 5
        ? words.prefix(2).joined(separator: " ") + " ... " + words.suffix(2).joined(separator: " ")
        : words.joined(separator: " ")
    }
  }

  @Test("From a word of a reference to the whole text")
  func reference() {
    #expect(
      ranges(lamps("to see. To follow resolves |2 and 3 above") + "\n") == [
        "2", "resolves 2 and 3 above", "To follow ... 3 above.", "to see. ... 3 above.",
        "2 to ... 3 above.", "*instructs the ... 3 above.", "*resolves* 1 ... 3 above.",
        "RESOLUTION 140 ... Of cotton.",
        "RESOLUTION 140 ... Of cotton.",
      ])
  }

  @Test("A citation with its owner and its title")
  func citation() {
    let text = lamps("to act").replacing(
      "Resolution 71 (Rev. Bus", with: "Resolution 71 (Rev. Bu|s")
    #expect(
      ranges(text).prefix(5) == [
        "Busan", "(Rev. Busan, 2014)", "Resolution 71 (Rev. Busan, 2014)",
        "Resolution 71 ... Plenipotentiary Conference", "Resolution 71 ... strategic plan",
      ])
  }

  @Test("A paragraph under another, then the one above, the clause, the preamble")
  func nested() {
    #expect(
      ranges(lamps("to act").replacing("on oil", with: "on o|il")) == [
        "oil", "on oil,", "ii) on oil,", "b) the ... on oil,", "*recalling* a) ... on oil,",
        "*recalling* a) ... the sea,", "RESOLUTION 140 ... Of cotton.",
        "RESOLUTION 140 ... Of cotton.",
      ])
  }

  @Test("Each range lies strictly inside the next, at every byte of a text in many scripts")
  func strictlyNested() {
    let text =
      lamps("follow 灯🚢 resolves 2 above، ضوء") + "\r\n\r\nANNEX\r\n\r\nСвет\r\n"
    let draft = Draft(Document(text))
    for offset in 0...text.utf8.count {
      let ranges = draft.selectionRanges(at: offset)
      #expect(!ranges.isEmpty)
      for (inner, outer) in zip(ranges, ranges.dropFirst()) {
        #expect(
          outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
            && inner != outer)
      }
      #expect(ranges.last == 0..<text.utf8.count)
    }
    #expect(Draft(Document("")).selectionRanges(at: 3) == [0..<0])
  }
}
