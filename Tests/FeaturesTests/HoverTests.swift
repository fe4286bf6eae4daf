import Features
import Testing

@Suite("Hover") struct HoverTests {
  /// What is marked, and what is said of it.
  private func hover(_ marked: String) -> String? {
    let draft = CaretDraft(marked)
    guard let found = draft.draft.hover(at: draft.offset) else { return nil }
    return "«\([UInt8](draft.text.utf8)[found.range].string)»\n" + found.help.plain
  }

  @Test("A citation: title, body, editions, standing, a later edition, uses")
  func citation() {
    let text = Harbour.draft(
      recalling: "a) Resolution 1‸46 (Rev. Busan, 2014) of the Plenipotentiary Conference;")
    #expect(
      hover(text) == """
        «Resolution 146 (Rev. Busan, 2014) of the Plenipotentiary Conference»
        Resolution 146 (Rev. Busan, 2014): Periodic review and revision of the International Telecommunication Regulations

        Plenipotentiary Conference

        Known editions: Antalya, 2006; Rev. Dubai, 2018

        In force (as known in 2018-11).

        A later edition is known: Rev. Dubai, 2018.

        Cited once in this draft.
        """)
  }

  @Test("An annex: its title and its first lines; that of another text is not known")
  func annex() {
    let annexes = """

      ANNEX 1 TO RESOLUTION 301 (DUBAI, 2018)

      Lamps for harbours

      1 Lamps with a lens.

      ANNEX 2 TO RESOLUTION 301 (DUBAI, 2018)

      Lamps for ships

      1 Lamps with a *coloured* lens.

      2 Lamps without a lens.

      """
    #expect(
      hover(Harbour.draft(recalling: "that An‸nex 2 to this resolution lists lamps,") + annexes)
        == """
        «Annex 2»
        ANNEX 2 TO RESOLUTION 301 (DUBAI, 2018)

        Lamps for ships

        1 Lamps with a coloured lens.

        2 Lamps without a lens.
        """)
    #expect(
      hover(
        Harbour.draft(recalling: "that Annex‸ 2 to Resolution 71 (Rev. Dubai, 2018) lists lamps,")
          + annexes) == nil)
  }

  @Test("A text that the register does not know")
  func unknown() {
    #expect(
      hover(Harbour.draft(recalling: "Resolution 9‸99 (Dubai, 2018) of this conference,"))
        == """
        «Resolution 999 (Dubai, 2018) of this conference»
        Resolution 999

        Plenipotentiary Conference

        Not in the register.

        Cited once in this draft.
        """)
  }

  @Test("A provision, an article, an action line")
  func parts() {
    #expect(
      hover(Harbour.draft(recalling: "No. 8‸1 of the Convention,"))
        == "«No. 81»\nNo. 81 of the Convention: Article 4, The Council")
    #expect(
      hover(Harbour.draft(recalling: "Article ‸1 of the Constitution,"))?
        .hasPrefix("«Article 1»\nArticle 1 of the Constitution: ") == true)
    #expect(
      hover(Harbour.draft(recalling: "Action Line ‸C5,"))
        == "«Action Line C5»\n"
        + "Action Line C5: Building confidence and security in the use of ICTs")
  }

  @Test("A reference shows its paragraph and the list that it opens")
  func reference() {
    #expect(
      hover(Harbour.draft(resolves: Harbour.numbered, instructs: "to act on resol‸ves 2 above."))
        == """
        «resolves 2 above»
        resolves

        2 to number each signal:

        i) by its harbour;

        ii) by its tone,
        """)
    #expect(
      hover(Harbour.draft(considering: Harbour.lettered, resolves: "as in considering ‸b) above,"))
        == """
        «considering b) above»
        considering

        b) that mariners of the Чёрное море rely on bells,
        """)
    #expect(
      hover(Harbour.draft(resolves: Harbour.numbered, instructs: "to act on resolves ‸9 above."))
        == "«resolves 9 above»\nresolves 9 above\n\nThe clause has no such paragraph.")
  }

  @Test("A heading tells what its clause is for")
  func heading() {
    #expect(
      hover(Harbour.draft().replacing("*instructs", with: "*inst‸ructs"))
        == """
        «instructs the Secretary-General»
        instructs the Secretary-General: operative clause

        Gives a task to an officer or organ that is bound to carry it out, such as the \
        Secretary-General, a Director of a Bureau or the Council.
        """)
    #expect(
      hover(Harbour.draft(considering: Harbour.lettered).replacing("*consid", with: "*con‸sid"))?
        .hasSuffix("\n\n2 paragraphs") == true)
  }

  @Test("An acronym: what it stands for, where it is spelled out and first used")
  func acronym() {
    #expect(
      hover(
        Harbour.draft(
          recalling: "a) WSIS 🌫 and bells;\n\nb) the World Summit on the Information Society "
            + "(WSIS);\n\nc) WS‸IS,"))
          == """
          «WSIS»
          WSIS: World Summit on the Information Society

          Spelled out in this draft:

          World Summit on the Information Society (WSIS)

          First used here:

          a) WSIS 🌫 and bells;
          """.replacing("a) WSIS", with: "WSIS"))
    #expect(
      hover(Harbour.draft(recalling: "the Harbour Lamp Group (HLG) and the lamps of H‸LG,"))
        == "«HLG»\nHLG\n\nSpelled out in this draft:\n\nHarbour Lamp Group (HLG)")
  }

  @Test(
    "Nothing for prose, unknown capitals and other texts",
    arguments: [
      Harbour.draft(considering: "that fo‸g is frequent,"),
      Harbour.draft(considering: "that QZX‸V is unknown,"),
      Harbour.draft(considering: "that тум‸ан is frequent,"),
      "# Read me\n\nResolution 1‸40 (Rev. Dubai, 2018)\n", "‸",
    ])
  func silence(text: String) { #expect(hover(text) == nil) }

  @Test("Marks of Markdown in the draft's words are shown as they are")
  func escapes() {
    let draft = CaretDraft(
      Harbour.draft(
        resolves: "1 to use <b> and `x` [1];\n\n2 to stop,", instructs: "to do resolves ‸1 above."))
    let help = draft.draft.hover(at: draft.offset)?.help
    #expect(help?.markdown == "**resolves**\n\n> 1 to use and \\`x\\` \\[1\\];")
  }
}

extension ArraySlice<UInt8> {
  var string: String { String(decoding: self, as: UTF8.self) }
}
