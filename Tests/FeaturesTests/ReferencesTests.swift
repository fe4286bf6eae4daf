import Features
import Testing

@Suite("References and highlights") struct ReferencesTests {
  static let sentence =
    "to follow resolves 1, resolves 1 to 3 and resolves 2 above, recalling b) and recalling b) ii)"

  private func at(_ words: String, _ marked: String) -> CaretText {
    CaretText(lamps(Self.sentence).replacing(words, with: marked))
  }

  @Test("A label is named by references to it, also from inside a range")
  func labels() {
    #expect(at("1 that lamps", "1| that lamps").highlights() == ["1 (declared)", "1", "1"])
    #expect(at("2 that HLG", "2| that HLG").highlights() == ["2 (declared)", "1 to 3", "2"])
    #expect(at("b) the report", "|b) the report").highlights() == ["b) (declared)", "b)", "b)"])
    #expect(at("ii) on", "ii)| on").highlights() == ["ii) (declared)", "ii)"])
    #expect(at("i) on wicks", "i)| on wicks").highlights() == ["i) (declared)"])
  }

  @Test("A reference has what its target has")
  func fromReference() {
    #expect(
      at("and resolves 2", "and resolves |2").highlights() == ["2 (declared)", "1 to 3", "2"])
  }

  @Test("A heading is named by references into its clause")
  func headings() {
    #expect(
      at("*resolves*", "*reso|lves*").highlights()
        == ["resolves (declared)", "resolves 1", "resolves 1 to 3", "resolves 2 above"])
  }

  @Test("A title has the citations of the text, here and elsewhere")
  func titles() {
    let others = index([
      "a": lamps("to follow Resolution 140 (Rev. Busan, 2014)", number: "71"),
      "b": lamps("to follow Resolution 141 (Rev. Busan, 2014)", number: "72"),
      "own": lamps("to follow Resolution 140 (Rev. Busan, 2014)"),
    ])
    let text = CaretText(
      lamps("to revise Resolution 140 (Rev. Busan, 2014)").replacing("RESOL", with: "|RESOL"))
    #expect(
      text.references(in: others) == [
        "2 to revise «Resolution 140 (Rev. Busan, 2014)».", "a 32:12",
      ])
    #expect(
      text.references(declaration: true, in: others) == [
        "«RESOLUTION 140 (Rev. Dubai, 2018)»", "2 to revise «Resolution 140 (Rev. Busan, 2014)».",
        "a 32:12",
      ])
  }

  @Test("A citation has all citations of that text, whatever the edition")
  func citations() {
    let others = index(["a": lamps("to act", number: "71"), "b": lamps("to act", number: "9")])
    let text = CaretText(lamps("to follow Resolution |71 (Rev. Dubai, 2018)"))
    #expect(
      text.references(in: others) == [
        "a) «Resolution 71 (Rev. Busan, 2014)» of the Ple…",
        "2 to follow «Resolution 71 (Rev. Dubai, 2018)».", "a 8:3", "b 8:3",
      ])
    #expect(text.references(declaration: true, in: others).contains("a 0:0"))
  }

  @Test("An acronym has all its uses in the resolution")
  func acronyms() {
    let text = CaretText(lamps("to ask H|LG and HLG-related bodies, not HLGX"))
    #expect(text.highlights() == ["HLG (declared)", "HLG", "HLG", "HLG", "HLG"])
    #expect(text.references().count == 4)
    #expect(text.references(declaration: true).count == 5)
  }

  @Test("A provision has the same provision of the same instrument")
  func provisions() {
    let text = CaretText(
      lamps(
        "to apply No. |81 of the Convention, No. 81 of the Constitution, No. 81 of the Convention"))
    #expect(text.highlights() == ["No. 81", "No. 81"])
  }

  @Test("Plain words have nothing")
  func nothing() {
    #expect(at("the sea", "the s|ea").highlights() == [])
    #expect(CaretText("").highlights() == [])
  }
}
