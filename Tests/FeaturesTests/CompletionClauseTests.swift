import Features
import Grammar
import Rules
import Semantics
import Syntax
import Testing

@Suite("Completion: clauses, labels, references, acronyms") struct CompletionClauseTests {
  // MARK: References

  @Test("Labels of the clause that is named, with the first words of each")
  func references() {
    let draft = CaretDraft(
      Harbour.draft(resolves: Harbour.numbered, instructs: "to act in line with resolves ‸"))
    #expect(
      draft.list() == """
        1 above | to keep a register of fog signals; |  → 1 above
        2 above | to number each signal: |  → 2 above
        2 i) above | by its harbour; |  → 2 i) above
        2 ii) above | by its tone, |  → 2 ii) above
        """)
    #expect(
      draft.accepting("2 i) above")?.hasSuffix("to act in line with resolves 2 i) above\n") == true)
  }

  @Test("Letters stand in italics where the name of the clause does; behind a list of labels too")
  func letters() {
    let one = CaretDraft(
      Harbour.draft(considering: Harbour.lettered, resolves: "to act on *considering* ‸"))
    #expect(
      one.list() == """
        a) above | that fog is frequent 🌫; |  → *a)* above
        b) above | that mariners of the Чёрное море rely on bells, |  → *b)* above
        """)
    let two = CaretDraft(
      Harbour.draft(considering: Harbour.lettered, resolves: "to act on considering a) and b‸"))
    #expect(
      two.list() == "b) above | that mariners of the Чёрное море rely on bells, | b → b) above")
  }

  @Test(
    "Below, a clause without labels, an addressee without article, a direction that stands there")
  func forms() {
    let below = CaretDraft(
      Harbour.draft(considering: "that resolves ‸ is needed", resolves: Harbour.numbered))
    #expect(below.list(first: 1).hasPrefix("1 below | "))
    let whole = CaretDraft(Harbour.draft(instructs: "to report as in resolves ‸"))
    #expect(whole.list() == "above | to keep a register of fog signals, |  → above")
    let addressee = CaretDraft(
      Harbour.draft(
        instructs: "1 to publish it;\n\n2 to send it,",
        end: "\n*invites Member States*\n\nto follow instructs Secretary-General ‸"))
    #expect(
      addressee.list() == """
        1 above | to publish it; |  → 1 above
        2 above | to send it, |  → 2 above
        """)
    let directed = CaretDraft(
      Harbour.draft(resolves: Harbour.numbered, instructs: "to act on resolves ‸ above"))
    #expect(directed.list(first: 1).hasSuffix("→ 1"))
  }

  @Test("At its start a clause name is a heading, and the paragraph itself is no target")
  func noReference() {
    #expect(CaretDraft(Harbour.draft(end: "\nresolves ‸")).list(.reference) == "")
    let own = CaretDraft(Harbour.draft(resolves: "1 to act on resolves ‸;\n\n2 to stop,"))
    #expect(own.list(.reference) == "2 below | to stop, |  → 2 below")
  }

  @Test("The help of a reference is the paragraph")
  func referenceHelp() throws {
    let draft = CaretDraft(
      Harbour.draft(resolves: Harbour.numbered, instructs: "to act in line with resolves ‸"))
    let key = try #require(draft.suggestions().items.last?.key)
    #expect(draft.draft.help(for: key)?.plain == "2 ii) by its tone,")
    #expect(draft.draft.help(for: .paragraph(3)) == nil)
  }

  // MARK: Headings

  @Test("In the preamble unused headings come first; used ones come as further")
  func preamble() {
    let draft = CaretDraft(Harbour.draft(considering: "that fog is frequent,\n\n‸"))
    #expect(
      draft.list(.heading, first: 5) == """
        considering further | preambular clause |  → *considering further*
        recognizing | preambular clause |  → *recognizing*
        recalling further | preambular clause |  → *recalling further*
        noting | preambular clause |  → *noting*
        taking into account | preambular clause |  → *taking into account*
        """)
  }

  @Test("Behind an operative clause only operative ones are offered")
  func operative() {
    let draft = CaretDraft(Harbour.draft(end: "\n‸"))
    let labels = draft.suggestions().items.filter { $0.kind == .heading }.map(\.label)
    #expect(labels.contains("invites"))
    #expect(!labels.contains("resolves") && labels.contains("further resolves"))
    #expect(!labels.contains("noting"))
  }

  @Test("A letter or two give whole headings with the usual addressees")
  func addressed() {
    let draft = CaretDraft(Harbour.draft(end: "\ninv‸"))
    #expect(
      draft.list(.heading) == """
        invites | operative clause, with an addressee | inv → *invites 
        invites Member States | operative clause | inv → *invites Member States*
        invites Member States and Sector Members | operative clause | inv → *invites Member States and Sector Members*
        invites Member States, Sector Members, Associates and Academia | operative clause | inv → *invites Member States, Sector Members, Associates and Academia*
        invites the ITU Council | operative clause | inv → *invites the ITU Council*
        """)
  }

  @Test("Marks of emphasis that the author and the editor wrote are kept in pairs")
  func emphasis() {
    let draft = CaretDraft(Harbour.draft(considering: "that fog is frequent,\n\n*takin‸*"))
    #expect(
      draft.list(.heading, first: 1)
        == "taking into account | preambular clause | *takin* → *taking into account*")
    let plain = CaretDraft(
      Harbour.draft(considering: "fog,\n\ntaking into‸").replacing("*", with: ""))
    #expect(
      plain.list(.heading, first: 1)
        == "taking into account | preambular clause | taking into → taking into account")
  }

  @Test("A decision decides, a resolution resolves")
  func kind() {
    let text = """
      DECISION 9 (Dubai, 2018)

      Bells

      The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),

      considering

      that bells ring,

      ‸
      """
    let labels = CaretDraft(text).suggestions().items.map(\.label)
    #expect(labels.contains("decides") && !labels.contains("resolves"))
  }

  // MARK: Addressees

  @Test("Addressees behind the verb, those of the draft first")
  func addressees() {
    let draft = CaretDraft(Harbour.draft(end: "\nrequests ‸"))
    #expect(
      draft.list(.addressee, first: 3) == """
        the Secretary-General | addressed in this draft |  → the Secretary-General
        Member States | - |  → Member States
        the ITU Council | - |  → the ITU Council
        """)
  }

  @Test("A second name, a name without its article, and whom to work with")
  func secondName() {
    let second = CaretDraft(Harbour.draft(end: "\ninvites Member States and Sec‸"))
    #expect(
      second.list(.addressee) == """
        the Secretary-General | addressed in this draft | Sec → the Secretary-General
        Sector Members | - | Sec → Sector Members
        """)
    let tail = CaretDraft(Harbour.draft(end: "\n*instructs the Secretary-General, in cons‸"))
    #expect(
      tail.list(first: 1) == "in consultation with | with whom | in cons → in consultation with ")
  }

  // MARK: Labels

  @Test("The next label in the style of the last, at each level")
  func labels() {
    let digit = CaretDraft(Harbour.draft(resolves: "1 to keep a register;\n\n‸"))
    #expect(digit.list(.label) == "2 | next paragraph |  → 2 ")
    let letter = CaretDraft(Harbour.draft(considering: "- *a)* fog;\n- ‸"))
    #expect(letter.list(.label) == "b) | next paragraph | -  → - *b)* ")
    let nested = CaretDraft(
      Harbour.draft(resolves: "1 to number:\n\ni) by harbour;\n\n‸"))
    #expect(
      nested.list(.label) == """
        ii) | next paragraph |  → ii) 
        2 | next paragraph |  → 2 
        """)
    let opened = CaretDraft(Harbour.draft(resolves: "1 to number:\n\n‸"))
    #expect(opened.list(.label).hasPrefix("i) | first paragraph of the list |  → i) "))
    let decimal = CaretDraft(Harbour.draft(resolves: "1 to number:\n\n1.1 by harbour;\n\n1‸"))
    #expect(decimal.list(.label).hasPrefix("1.2 | next paragraph | 1 → 1.2 "))
    let first = CaretDraft(Harbour.draft(considering: "‸"))
    #expect(first.list(.label) == "a) | first of several paragraphs |  → a) ")
  }

  @Test("CRLF and a tab behind the label are kept")
  func lineEnds() {
    let text = Harbour.draft(resolves: "1\tto keep a register;\n\n‸").replacing("\n", with: "\r\n")
    #expect(CaretDraft(text).list(.label) == "2 | next paragraph |  → 2\t")
  }

  // MARK: Acronyms

  @Test("An acronym is spelled out at its first use and not again")
  func acronyms() {
    let new = CaretDraft(Harbour.draft(recalling: "the outcome of WSI‸,"))
    #expect(
      new.list() == """
        World Summit on the Information Society (WSIS) | first use | WSI → World Summit on the Information Society (WSIS)
        WSIS | World Summit on the Information Society | WSI → WSIS
        """)
    let known = CaretDraft(
      Harbour.draft(
        recalling: "a) the World Summit on the Information Society (WSIS);\n\nb) (WSI‸);"))
    #expect(known.list() == "WSIS | World Summit on the Information Society | WSI → WSIS")
    let own = CaretDraft(
      Harbour.draft(recalling: "a) the Harbour Lamp Group (HLG);\n\nb) the lamps of HL‸;"))
    #expect(own.list(first: 1) == "HLG | Harbour Lamp Group (HLG) | HL → HLG")
  }

  // MARK: Snippets

  @Test("Each whole resolution is a text that is recognised and has its body's profile")
  func wholeResolutions() throws {
    let items = CaretDraft("reso‸").suggestions().items
    #expect(items.count == 6)
    for item in items {
      let draft = Draft(Document(item.text))
      #expect(draft.meaning.isRecognised, "\(item.label)")
      let errors = draft.judgement.findings.filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(item.label): \(errors)")
    }
    let profiles = items.map { Draft(Document($0.text)).meaning.sections[0].profile.id }
    #expect(Set(profiles).count == 6, "\(profiles)")
    #expect(CaretDraft("‸").suggestions().items.count == 6)
  }

  @Test("Snippets only for clients that know them")
  func snippets() throws {
    let draft = CaretDraft("reso‸")
    let snippet = try #require(draft.suggestions(snippets: true).items.first)
    #expect(snippet.isSnippet)
    #expect(snippet.text.hasPrefix("RESOLUTION ${1:1} (${2:Doha}, ${3:2026})\n\n${4:Subject"))
    #expect(snippet.text.contains("Union ($2, $3),"))
    let plain = try #require(draft.suggestions().items.first)
    #expect(!plain.isSnippet && !plain.text.contains("$"))
  }

  @Test("A clause and an annex in the form of the body")
  func clauseAndAnnex() {
    let draft = CaretDraft(Harbour.draft(end: "\nann‸"))
    #expect(
      draft.list(.snippet) == """
        annex | ANNEX TO RESOLUTION 301 (Dubai, 2018) | ann → ANNEX TO RESOLUTION 301 (Dubai, 2018)

        Subject of the annex

        Text of the annex.
        """)
    let clause = CaretDraft(Harbour.draft(end: "\nclau‸"))
    #expect(clause.list(.snippet).contains("→ *resolves*\n\n1 to …;\n\n2 to …,"))
  }

  @Test("A text that is no resolution gives nothing")
  func otherTexts() {
    #expect(CaretDraft("# Read me\n\nAs Resolution 14‸ says").list() == "")
    #expect(CaretDraft("Notes of a meeting\n\n‸").list() == "")
    #expect(CaretDraft(Harbour.draft(end: "\n```\nResolution 14‸\n```\n")).list() == "")
  }

  @Test("Every caret in a text, in and out of it, is answered")
  func everywhere() {
    let text = Harbour.draft(
      recalling: "a) Resolutions 71 (Rev. Dubai, 2018) and 14;\n\nb) WSIS 🌫 信息 قرار,",
      considering: Harbour.lettered, resolves: Harbour.numbered,
      instructs: "to act on resolves 2 i) above.", end: "\ninvites Member States and ")
    let draft = Draft(Document(text))
    for offset in -3...(text.utf8.count + 3) {
      for item in draft.suggestions(at: offset).items {
        #expect(item.range.lowerBound <= offset && offset <= item.range.upperBound)
        #expect(item.range.upperBound <= text.utf8.count)
        if let key = item.key { #expect(draft.help(for: key) != nil, "\(key)") }
      }
      _ = draft.hover(at: offset)
    }
  }
}
