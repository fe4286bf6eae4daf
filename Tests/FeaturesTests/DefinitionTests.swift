import Features
import Testing

@Suite("Definition and declaration") struct DefinitionTests {
  struct Case: CustomTestStringConvertible {
    var sentence: String
    var lines: [String]
    init(_ sentence: String, _ lines: String...) {
      self.sentence = sentence
      self.lines = lines
    }
    var testDescription: String { sentence }
  }

  static let cases = [
    Case("to follow resol|ves 2 above", "«2» that HLG report;"),
    Case("to follow resolves |2 above", "«2» that HLG report;"),
    Case("to follow resolves 2| above", "«2» that HLG report;"),
    Case("to follow reso|lves 1 and 3 above", "«1» that lamps be lit;", "«3» to thank the HLG,"),
    Case("to follow resolves 1 and |3 above", "«3» to thank the HLG,"),
    Case(
      "to follow |resolves 1 to 3 above", "«1» that lamps be lit;", "«2» that HLG report;",
      "«3» to thank the HLG,"),
    Case("to follow recalling b) i|i) above", "«ii)» on oil,"),
    Case("to follow recog|nizing above", "*«recognizing»*"),
    Case("to follow |resolves 9 above"),
    Case("to act as before|"),
    Case("to ask H|LG", "b) the report of the Harbour Lamp Group («HLG»):"),
    Case("to ask ABC|D"),
    Case("to revise Resolution 1|40 (Rev. Dubai, 2018)", "«RESOLUTION 140 (Rev. Dubai, 2018)»"),
    Case("to revise Resolution 7|1 (Rev. Dubai, 2018)"),
  ]
  @Test("From the words of a sentence", arguments: cases) func sentences(_ example: Case) {
    #expect(CaretText(lamps(example.sentence)).definition() == example.lines)
  }

  @Test("A label, a heading, a title, a note lead to themselves")
  func themselves() {
    let text = lamps("to act")
    func at(_ words: String, _ marked: String) -> [String] {
      CaretText(text.replacing(words, with: marked)).definition()
    }
    #expect(at("1 that", "1| that") == ["«1» that lamps be lit;"])
    #expect(at("*recognizing*", "*reco|gnizing*") == ["*«recognizing»*"])
    #expect(at("RESOLUTION", "RESO|LUTION") == ["«RESOLUTION 140 (Rev. Dubai, 2018)»"])
    #expect(at("Lamps in", "Lam|ps in") == ["«RESOLUTION 140 (Rev. Dubai, 2018)»"])
  }

  @Test("A footnote mark leads to its note, the note to itself")
  func footnotes() {
    let text = lamps("to act")
    let mark = CaretText(text.replacing("wicks<sup>", with: "wicks<s|up>"))
    #expect(mark.definition() == ["«<sup>1</sup>» Of cotton."])
    let note = CaretText(text.replacing("\n<sup>1", with: "\n<sup>|1"))
    #expect(note.definition() == ["«<sup>1</sup>» Of cotton."])
    #expect(note.references() == ["i) on wicks«<sup>1</sup>»;"])
  }

  @Test("Several resolutions in one text: a citation leads to the edition it names, else to all")
  func sameText() {
    let other = lamps("to act", number: "71") + "\n"
    let both = CaretText(other + lamps("to follow Resolution 7|1 (Rev. Dubai, 2018)"))
    #expect(both.definition() == ["«RESOLUTION 71 (Rev. Dubai, 2018)»"])
    let older = CaretText(other + lamps("to follow Resolution 7|1 (Rev. Busan, 2014)"))
    #expect(older.definition() == ["«RESOLUTION 71 (Rev. Dubai, 2018)»"])
    let decision = CaretText(other + lamps("to follow Decision 7|1 (Rev. Dubai, 2018)"))
    #expect(decision.definition() == [])
  }

  @Test("A citation leads to another text of the workspace")
  func otherText() {
    let others = index([
      "a": lamps("to act", number: "71"),
      "b": lamps("to act", number: "71").replacing("Dubai, 2018", with: "Busan, 2014"),
    ])
    let exact = CaretText(lamps("to follow Resolution 7|1 (Rev. Busan, 2014)"))
    #expect(exact.definition(in: others) == ["b 0:0"])
    let none = CaretText(lamps("to follow Resolution 7|1 (Rev. Antalya, 2006)"))
    #expect(none.definition(in: others) == ["a 0:0", "b 0:0"])
    let part = CaretText(lamps("to follow reso|lves 2 of Resolution 71 (Rev. Dubai, 2018)"))
    #expect(part.definition(in: others) == ["a 0:0"])
    #expect(
      CaretText(lamps("to follow Resolution 7|2 (Rev. Busan, 2014)")).definition(in: others) == [])
  }

  @Test("An annex is found by its number")
  func annexes() {
    let back = """

      ANNEX 1 TO RESOLUTION 140 (REV. DUBAI, 2018)

      Wicks

      ANNEX 2 TO RESOLUTION 140 (REV. DUBAI, 2018)

      Oil

      """
    let second = CaretText(lamps("to apply Annex |2 to this resolution", back: back))
    #expect(second.definition() == ["«ANNEX 2 TO RESOLUTION 140 (REV. DUBAI, 2018)»"])
    #expect(second.references() == ["2 to apply «Annex 2» to this resolution."])
    let foreign = CaretText(lamps("to apply Annex |2 to Decision 5 (Rev. Dubai, 2018)", back: back))
    #expect(foreign.definition() == [])
    let missing = CaretText(lamps("to apply Annex |3 to this resolution", back: back))
    #expect(missing.definition() == [])
  }

  @Test("Declared is a paragraph by its clause, a text by its first citation")
  func declarations() {
    #expect(CaretText(lamps("to follow resolves |2 above")).declaration() == ["*«resolves»*"])
    #expect(
      CaretText(lamps("to follow Resolution |71 (Rev. Dubai, 2018)")).declaration()
        == ["a) «Resolution 71 (Rev. Busan, 2014)» of the Ple…"])
    #expect(
      CaretText(lamps("to ask H|LG")).declaration()
        == ["b) the report of the Harbour Lamp Group («HLG»):"])
  }

  @Test("A target is told with all that stands under it")
  func whole() {
    let text = CaretText(lamps("to follow recalling |b) above"))
    let places = text.draft.definition(at: text.offset).map(\.place)
    guard case .here(let whole, _)? = places.first else {
      Issue.record("no target")
      return
    }
    #expect(text.words(whole).hasPrefix("b) the report"))
    #expect(text.words(whole).hasSuffix("ii) on oil,"))
  }

  @Test("A text that is no resolution is left in silence")
  func silence() {
    let text = CaretText(
      "# Readme\n\nSee resolves |2 above and Resolution 71 (Rev. Busan, 2014).\n")
    #expect(text.definition() == [])
    #expect(text.highlights() == [])
    #expect(text.references() == [])
    #expect(text.draft.documentSymbols() == [])
  }
}
