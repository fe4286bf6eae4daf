import Features
import Semantics
import Syntax
import Testing
import TextModel

/// Texts that were cut and mixed at random: every answer lies inside the text.
@Suite("Mangled texts") struct RobustnessTests {
  private static let pieces = [
    "RESOLUTION 5 (Rev. Dubai, 2018)\n", "*resolves*\n", "recalling\n", "1 ", "a) ", "i) ", "\r\n",
    "\n\n", "resolves 1 to 3 above", " of Resolution 71 (Rev.", "🚢", "灯", "شاي", "ANNEX 1\n",
    "Annex 2 to this resolution", "<sup>1</sup>", "[^1]", "\n[^1]: see resolves 2 above.\n",
    "(HLG)", "Harbour Lamp Group (HLG)", "\u{0}", "<!-- ", " -->", "```\n", "**", "|",
    "The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),\n",
  ]

  @Test("No answer leaves the text", arguments: [11, 12, 13, 14, 15, 16])
  func ranges(_ seed: UInt64) {
    var random = SemanticTokenTests.Steps(state: seed)
    for _ in 0..<25 {
      var bytes = Array(lamps("to follow resolves 1 to 3, recalling b) ii) and Annex 1").utf8)
      for _ in 0..<random.below(30) {
        let at = random.below(bytes.count)
        let end = min(bytes.count, at + (random.below(3) == 0 ? random.below(60) : 0))
        bytes.replaceSubrange(at..<end, with: Self.pieces[random.below(Self.pieces.count)].utf8)
      }
      let draft = Draft(Document(bytes))
      for _ in 0..<40 {
        let offset = random.below(bytes.count + 20) - 10
        let ranges = answers(draft, offset)
        #expect(
          ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= bytes.count },
          "seed \(seed), offset \(offset)")
      }
      let tokens = SemanticTokens(draft, encoding: .utf16).data
      #expect(tokens.count % 5 == 0)
      let lines = LineIndex(bytes).starts.count
      #expect(FoldingRanges(draft).folds.allSatisfy { $0.lines.upperBound < lines })
      #expect(inside(draft.documentSymbols(), 0..<bytes.count), "seed \(seed)")
    }
  }

  private func answers(_ draft: Draft, _ offset: Int) -> [Range<Int>] {
    var ranges = draft.selectionRanges(at: offset)
    for found in draft.definition(at: offset) + draft.declaration(at: offset) {
      ranges.append(found.origin)
      if case .here(let whole, let name) = found.place { ranges += [whole, name] }
    }
    ranges += draft.documentHighlights(at: offset).map(\.range)
    ranges += draft.linkedEditingRanges(at: offset)
    for call in draft.outgoingCitations(at: offset) {
      for case .here(let range) in call.ranges { ranges.append(range) }
    }
    for hint in draft.inlayHints(in: offset..<(offset + 200)) {
      ranges.append(hint.offset..<hint.offset)
      #expect(draft.inlayHintDetail(hint.kind, at: hint.offset) != nil)
    }
    for lens in draft.codeLenses([.references]) {
      ranges.append(lens.range)
      #expect(draft.title(of: lens) != nil)
    }
    return ranges
  }

  private func inside(_ symbols: [Symbol], _ outer: Range<Int>) -> Bool {
    symbols.allSatisfy { symbol in
      outer.lowerBound <= symbol.range.lowerBound && symbol.range.upperBound <= outer.upperBound
        && symbol.range.lowerBound <= symbol.nameRange.lowerBound
        && symbol.nameRange.upperBound <= symbol.range.upperBound && !symbol.name.isEmpty
        && inside(symbol.children, symbol.range)
    }
  }
}
