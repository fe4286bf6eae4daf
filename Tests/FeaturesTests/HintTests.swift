import Features
import Syntax
import Testing

@Suite("Inlay hints and lenses") struct HintTests {
  private func hints(_ sentence: String, _ kinds: Set<InlayHint.Kind>) -> [String] {
    let text = CaretText(lamps(sentence))
    return text.draft.inlayHints(in: 0..<text.text.utf8.count, kinds: kinds).map { hint in
      let before = text.words(max(0, hint.offset - 10)..<hint.offset)
      return "\(before)‹\(hint.label)›"
    }
  }

  @Test("What a reference points at")
  func targets() {
    #expect(
      hints("to follow resolves 1 above and resolves 2 and 3 above and resolves above", [.target])
        == ["es 1 above‹that lamps be lit;›", "nd 3 above‹that HLG report; +1›"])
    #expect(hints("to follow resolves 9 above", [.target]) == [])
    #expect(
      hints("to follow recalling a) above", [.target])
        == ["g a) above‹Resolution 71 (Rev. Busan, 2014) of the…›"])
  }

  @Test("A later edition, and each kind can be switched off")
  func editions() {
    let sentence = "to follow resolves 1 above and Resolution 140 (Rev. Busan, 2014)"
    #expect(hints(sentence, [.edition]) == ["san, 2014)‹later: Rev. Dubai, 2018›"])
    #expect(hints(sentence, []) == [])
    #expect(hints(sentence, [.edition, .target]).count == 2)
  }

  @Test("Only hints of the range; more of them on demand")
  func detail() {
    let text = CaretText(lamps("to follow resolves 1 and 2 above|"))
    let draft = text.draft
    #expect(draft.inlayHints(in: 0..<(text.offset - 1)).count(where: { $0.kind == .target }) == 0)
    #expect(
      draft.inlayHints(in: (text.offset - 4)..<(text.offset + 3)).map(\.offset) == [text.offset])
    let detail = draft.inlayHintDetail(.target, at: text.offset)
    #expect(detail?.tooltip == "1 that lamps be lit;\n2 that HLG report;")
    #expect(detail?.target.map(text.words) == "1 that lamps be lit;")
    #expect(draft.inlayHintDetail(.target, at: 3) == nil)
  }

  @Test("Lenses count references and who cites")
  func lenses() {
    let text = CaretText(
      lamps("to follow resolves 1 above, resolves 1 and 2 above and recognizing above"))
    let draft = text.draft
    let others = index([
      "a": lamps("to follow Resolution 140 (Rev. Dubai, 2018)", number: "3"),
      "b": lamps("to act", number: "4"),
    ])
    let shown = draft.codeLenses(Set(CodeLens.Kind.allCases)).map {
      "\(text.words($0.range)): \(draft.title(of: $0, in: others, text: "own") ?? "-")"
    }
    #expect(
      shown == [
        "RESOLUTION 140 (Rev. Dubai, 2018): cited by 1 text", "recognizing: 1 reference",
        "1: 2 references", "2: 1 reference",
      ])
    #expect(draft.codeLenses([]) == [])
  }

  @Test("Place and year are edited together where they are equal")
  func linked() {
    func ranges(_ words: String, _ marked: String) -> [String] {
      let back = "\nANNEX TO RESOLUTION 140 (REV. DUBAI, 2018)\n\nOil\n"
      let text = CaretText(lamps("to act", back: back).replacing(words, with: marked))
      return text.draft.linkedEditingRanges(at: text.offset).map(text.line)
    }
    #expect(
      ranges("(Rev. Dubai", "(Rev. Du|bai") == [
        "RESOLUTION 140 (Rev. «Dubai», 2018)", "The Plenipotentiary Conference of the Internatio…",
      ])
    #expect(ranges("DUBAI, 2018", "DUBAI, 20|18").count == 3)
    #expect(ranges("DUBAI", "DU|BAI") == [])
    #expect(ranges("Lamps", "La|mps") == [])
  }
}
