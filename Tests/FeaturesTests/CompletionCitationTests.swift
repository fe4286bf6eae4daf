import Features
import Testing

@Suite("Completion: citations") struct CompletionCitationTests {
  @Test("A number behind the noun: the draft's own session, with and without title")
  func number() {
    let draft = CaretDraft(Harbour.draft(recalling: "a) Resolution 146‸;"))
    #expect(
      draft.list(.citation, first: 2) == """
        Resolution 146 (Rev. Dubai, 2018) of this conference | Periodic review and revision of the International Telecommunication Regulations | Resolution 146 → Resolution 146 (Rev. Dubai, 2018) of this conference
        Resolution 146 (Rev. Dubai, 2018) of this conference, on … | with its title | Resolution 146 → Resolution 146 (Rev. Dubai, 2018) of this conference, on periodic review and revision of the International Telecommunication Regulations
        """)
  }

  @Test("Another session of the body, and another body, are named")
  func owners() {
    let text = Harbour.draft(recalling: "a) Resolution 181‸;")
    #expect(
      CaretDraft(text).list(.citation, first: 1).hasSuffix(
        "→ Resolution 181 (Guadalajara, 2010) of the Plenipotentiary Conference"))
    let other = CaretDraft(Harbour.draft(recalling: "a) Resolution 71 bue‸;"))
    #expect(
      other.list(.citation, first: 1).hasSuffix(
        "→ Resolution 71 (Rev. Buenos Aires, 2017) of the World Telecommunication Development "
          + "Conference (WTDC)"))
  }

  @Test("A body that was introduced keeps its short name; a second mention is short")
  func short() {
    let draft = CaretDraft(
      Harbour.draft(
        recalling: """
          a) the World Telecommunication Development Conference (WTDC);

          b) Resolution 146 (Rev. Dubai, 2018) of this conference;

          c) Resolution 71 bue‸;
          """))
    #expect(
      draft.list(.citation, first: 1).hasSuffix(
        "→ Resolution 71 (Rev. Buenos Aires, 2017) of WTDC"))
    let second = CaretDraft(
      Harbour.draft(
        recalling: """
          a) Resolution 146 (Rev. Dubai, 2018) of this conference;

          b) Resolution 14‸;
          """))
    #expect(
      second.list(.citation, first: 1)
        == "Resolution 146 (Rev. Dubai, 2018) | Periodic review and revision of the International "
        + "Telecommunication Regulations | Resolution 14 → Resolution 146 (Rev. Dubai, 2018)")
    #expect(second.suggestions().items.contains { $0.note == "cited 1×" })
  }

  @Test("Words of the title, and an acronym, behind the noun")
  func words() {
    let words = CaretDraft(Harbour.draft(recalling: "a) Resolution confidence sec‸;"))
    #expect(words.list(.citation, first: 1).hasPrefix("Resolution 130 (Rev. Dubai, 2018) of this"))
    let acronym = CaretDraft(Harbour.draft(recalling: "a) Resolution WSIS‸;"))
    #expect(acronym.list(.citation, first: 1).hasPrefix("Resolution 140 (Rev. Dubai, 2018) of"))
    let slip = CaretDraft(Harbour.draft(recalling: "a) Resolution confidense sec‸;"))
    #expect(slip.list(.citation, first: 1).hasPrefix("Resolution 130 (Rev. Dubai, 2018) of this"))
  }

  @Test("Two words of a title alone, where they fit few texts")
  func title() {
    let draft = CaretDraft(
      Harbour.draft(considering: "the work on building confidence and security‸"))
    #expect(
      draft.list(first: 1)
        == "Resolution 130 (Rev. Dubai, 2018) of this conference | Strengthening the role of ITU in "
        + "building confidence and security in the use of information and communication "
        + "technologies | confidence and security → Resolution 130 (Rev. Dubai, 2018) of this "
        + "conference")
  }

  @Test("The beginning of the noun gives what the draft cites, most cited first")
  func noun() {
    let draft = CaretDraft(
      Harbour.draft(
        recalling: """
          a) Resolution 146 (Rev. Dubai, 2018) of this conference;

          b) Resolution 130 (Rev. Dubai, 2018) of this conference;

          c) Resolution 130 (Rev. Dubai, 2018), as revised;

          d) the Res‸
          """))
    let labels = draft.suggestions().items.map(\.label)
    #expect(
      labels.prefix(2) == [
        "Resolution 130 (Rev. Dubai, 2018)", "Resolution 146 (Rev. Dubai, 2018)",
      ])
    #expect(labels.dropFirst(2).contains { $0.contains("of this conference") })
    #expect(draft.suggestions().isCut)
  }

  @Test("The body before the noun belongs to the citation")
  func leading() {
    let draft = CaretDraft(Harbour.draft(recalling: "a) Council Resolution 1306‸;"))
    #expect(
      draft.list(.citation, first: 1).hasSuffix(
        "| Council Resolution 1306 → Council Resolution 1306 (Rev. 2015)"))
    let assembly = CaretDraft(Harbour.draft(recalling: "a) UNGA Resolution 70/125‸;"))
    #expect(
      assembly.list(.citation, first: 1).hasSuffix(
        "| UNGA Resolution 70/125 → United Nations General Assembly (UNGA) Resolution 70/125"))
  }

  @Test("In a list the number alone is put in")
  func list() {
    let draft = CaretDraft(
      Harbour.draft(recalling: "a) Resolutions 71 (Rev. Dubai, 2018) and 146‸;"))
    #expect(
      draft.list(.citation, first: 1).hasSuffix("| 146 → 146 (Rev. Dubai, 2018) of this conference")
    )
    let first = CaretDraft(Harbour.draft(recalling: "a) Resolutions 146‸;"))
    #expect(first.list(.citation, first: 1).contains("| 146 → 146 (Rev. Dubai, 2018)"))
  }

  @Test("A bracket that the editor closed is replaced with the rest")
  func bracket() {
    let draft = CaretDraft(Harbour.draft(recalling: "a) Resolution 146 (Rev. Du‸);"))
    #expect(
      draft.list(.citation, first: 1).hasSuffix(
        "| Resolution 146 (Rev. Du) → Resolution 146 (Rev. Dubai, 2018) of this conference"))
  }

  @Test("Texts that the draft cannot know are not offered")
  func later() {
    let draft = CaretDraft(Harbour.draft(recalling: "a) Resolution 14‸;"))
    for item in draft.suggestions(limit: 60).items {
      #expect(!item.label.contains("2022") && !item.label.contains("WRC-23"), "\(item.label)")
    }
  }

  @Test("The list says whether it was cut")
  func cut() {
    let text = Harbour.draft(recalling: "a) Resolution 1‸;")
    #expect(CaretDraft(text).suggestions(limit: 3).isCut)
    #expect(!CaretDraft(text.replacing("Resolution 1", with: "Resolution 146")).suggestions().isCut)
  }

  @Test("The help of an entry tells the text, its editions and its standing")
  func help() throws {
    let draft = CaretDraft(Harbour.draft(recalling: "a) Resolution 146‸;"))
    let key = try #require(draft.suggestions().items.first?.key)
    #expect(SuggestionKey(key.description) == key)
    #expect(
      draft.draft.help(for: key)?.plain == """
        Resolution 146 (Rev. Dubai, 2018): Periodic review and revision of the International Telecommunication Regulations

        Plenipotentiary Conference

        Known editions: Antalya, 2006; Rev. Dubai, 2018

        In force (as known in 2018-11).
        """)
  }

  @Test(
    "Prose, finished citations and the middle of words give nothing",
    arguments: [
      "that fog is very‸ frequent,", "that Resolution 146 (Rev. Dubai, 2018) of this ‸",
      "that the resolution of conflicts‸", "that the Resolution should ‸", "that fog is fre‸quent,",
      "that the resolve of mari‸", "that туман бывает часто‸", "that 雾很常见‸", "",
      "that Resolution 146 (Rev. Dubai, 2018); and th‸",
    ])
  func silence(words: String) {
    let draft = CaretDraft(
      Harbour.draft(considering: words.isEmpty ? "that `Res‸` is code," : words))
    #expect(draft.list() == "")
  }
}
