import Features
import Syntax
import Testing

@Suite("Document symbols") struct OutlineTests {
  static func lines(_ symbols: [Symbol], _ indent: String = "") -> [String] {
    symbols.flatMap { symbol in
      [indent + [symbol.name, symbol.detail].filter { !$0.isEmpty }.joined(separator: " | ")]
        + lines(symbol.children, indent + "  ")
    }
  }

  @Test("Resolution, clauses, paragraphs, annexes")
  func tree() {
    let back = """

      ANNEX TO RESOLUTION 140 (REV. DUBAI, 2018)

      1 Wicks.

      2 Oil:

      a) of whales;

      b) of olives.

      """
    #expect(
      Self.lines(Draft(Document(lamps("to act", back: back))).documentSymbols()) == [
        "RESOLUTION 140 (Rev. Dubai, 2018) | Lamps in harbours", "  recalling",
        "    a) | Resolution 71 (Rev. Busan, 2014) of the Plenipotentiary…",
        "    b) | the report of the Harbour Lamp Group (HLG):", "      i) | on wicks;",
        "      ii) | on oil,", "  recognizing", "    the sea,", "  resolves",
        "    1 | that lamps be lit;", "    2 | that HLG report;", "    3 | to thank the HLG,",
        "  instructs the Secretary-General", "    1 | to act;", "    2 | to act.",
        "  ANNEX TO RESOLUTION 140 (REV. DUBAI, 2018)", "    1 | Wicks.", "    2 | Oil:",
        "      a) | of whales;", "      b) | of olives.",
      ])
  }

  @Test("Each range holds its name and its children; names are never empty")
  func nesting() {
    func check(_ symbols: [Symbol], inside outer: Range<Int>) {
      for symbol in symbols {
        #expect(outer.lowerBound <= symbol.range.lowerBound)
        #expect(symbol.range.upperBound <= outer.upperBound)
        #expect(symbol.range.lowerBound <= symbol.nameRange.lowerBound, "\(symbol.name)")
        #expect(symbol.nameRange.upperBound <= symbol.range.upperBound, "\(symbol.name)")
        #expect(!symbol.name.isEmpty)
        check(symbol.children, inside: symbol.range)
      }
    }
    for text in [
      lamps("to act"), lamps("to act") + "\n" + lamps("to wait", number: "2"),
      "DECISION 5 (Rev. Dubai, 2018)\r\n\r\nТеплый свет 灯\r\n\r\n*considering*\r\n\r\n🚢,\r\n\r\n*decides*\r\n\r\n1 灯🚢;\r\n\r\n2 .\r\n",
    ] {
      let symbols = Draft(Document(text)).documentSymbols()
      #expect(!symbols.isEmpty)
      check(symbols, inside: 0..<text.utf8.count)
    }
  }
}
