import Rules
import Testing

/// One recalled citation in a draft of the Plenipotentiary Conference of 2018.
private func recalling(_ citation: String) -> String {
  Frame.complete("*recalling*\n\n\(citation),\n")
}

private func resolving(_ task: String) -> String {
  Frame.complete("*resolves*\n\n\(task).\n")
}

/// A draft of another session of the same conference.
private func draft(_ session: String, _ clauses: String) -> String {
  """
  # RESOLUTION 999 (\(session))

  ## Lamps and radio logs in small harbours

  The Plenipotentiary Conference of the International Telecommunication Union (\(session)),

  \(clauses)
  """
}

@Suite("citation/form")
struct CitationFormTests {
  @Test(
    "what is wrong and how it reads when mended",
    arguments: [
      ("Resolution 140 (Antalya« 2006)", "Resolution 140 (Antalya, 2006)"),
      ("«Resolution 140 (Rev Busan, 2014)»", "Resolution 140 (Rev. Busan, 2014)"),
      ("«Resolution 140 (Rev. BUSAN, 2014)»", "Resolution 140 (Rev. Busan, 2014)"),
      ("«Resolution 140(Rev.Busan,2014)»", "Resolution 140 (Rev. Busan, 2014)"),
      ("«resolution 140 (Rev. Busan, 2014)»", "Resolution 140 (Rev. Busan, 2014)"),
      ("«resolution.140(Rev.BUSAN,2014)»", "Resolution 140 (Rev. Busan, 2014)"),
      ("«Resolution 646 (Rev. WRC-15)»", "Resolution 646 (Rev.WRC-15)"),
      ("«Resolution 646 (Rev.WRC-2015)»", "Resolution 646 (Rev.WRC-15)"),
      ("UNGA «Resolution A/70/125»", "UNGA Resolution 70/125"),
      ("the agenda («A/RES/70/1»)", "the agenda (Resolution 70/1)"),
      ("«action lines» C2 and C5", "Action Lines C2 and C5"),
      ("ITU-T «Recommendation X.509»", "Recommendation ITU-T X.509"),
      ("«Nos» 6 and 7 of the Constitution", "Nos. 6 and 7 of the Constitution"),
      (
        "«Resolution 140 of Plenipotentiary Conference (Antalya, 2006)»",
        "Resolution 140 (Antalya, 2006) of the Plenipotentiary Conference"
      ),
      (
        "Resolution 140 (Antalya, 2006) «of Plenipotentiary Conference»",
        "Resolution 140 (Antalya, 2006) of the Plenipotentiary Conference"
      ),
      (
        "Resolution 131 (Rev. Dubai, 2018) «of this Conference»",
        "Resolution 131 (Rev. Dubai, 2018) of this conference"
      ),
      (
        "Resolution 140 (Antalya, 2006)«» on lamps", "Resolution 140 (Antalya, 2006), on lamps"
      ),
    ])
  func form(_ wrong: String, _ right: String) {
    // An empty place is marked by a lone opening mark.
    let marked = wrong.contains("»") ? wrong : wrong.replacing("«", with: "«»")
    expect("citation/form", in: recalling(marked))
    let plain = wrong.replacing("«", with: "").replacing("»", with: "")
    #expect(fixed(recalling(plain), rule: "citation/form") == recalling(right))
    expect("citation/form", in: recalling(right))
  }

  @Test("several faults of one citation are told at once, those behind it apart")
  func together() {
    expect(
      "citation/form",
      in: recalling("UNGA «resolution A/70/125»«» on the outcome of the meeting"))
  }

  @Test(
    "good forms",
    arguments: [
      "Resolution 71 (Rev. Dubai, 2018) of this conference, on the plan",
      "Resolution ITU-R 61-2 (Rev. Sharm el-Sheikh, 2019) of the Radiocommunication Assembly",
      "Resolution 646 (Rev.WRC-15)", "Council Resolution 1106 (1996, last modified 2001)",
      "Recommendation ITU-T D.50 (05/2013)", "the WSIS action lines", "the resolutions of WTSA",
      "UNGA Resolution 70/125, on the outcome", "Resolution 75 (Rev. Hammamet, 2016) of WTSA",
    ])
  func good(_ citation: String) { expect("citation/form", in: recalling(citation)) }

  @Test("two sessions run together are no matter of form")
  func mashed() {
    #expect(
      findings(recalling("Resolution 30 (Rev. Buenos AiresDubai, 20142017) of WTDC"))
        .allSatisfy { $0.rule != "citation/form" })
  }

  @Test("the United Nations' small letter is a hint")
  func unitedNations() {
    let found = findings(recalling("General Assembly resolution 68/262"), rule: "citation/form")
    #expect(found.map(\.severity) == [.hint])
  }
}

@Suite("citation/edition, rev-missing, rev-unexpected, this-conference")
struct CitationSessionTests {
  @Test("no such session, in a year that the list covers")
  func edition() {
    expect(
      "citation/edition",
      in: recalling("Resolution 140 (Rev. «Busan, 2015») of the Plenipotentiary Conference"))
    expect(
      "citation/edition", in: recalling("Resolution 30 (Rev. «Doha, 2017») of WTDC"))
    expect("citation/edition", in: recalling("Resolution 646 (Rev.«WRC-16»)"))
    #expect(
      fixed(
        recalling("Resolution 30 (Rev. Doha, 2017) of WTDC"), rule: "citation/edition")
        == recalling("Resolution 30 (Rev. Buenos Aires, 2017) of WTDC"))
  }

  @Test("outside of the years that the list covers it is a hint")
  func editionHint() {
    let found = findings(
      recalling("Resolution 7 (Nairobi, 1982) of the Plenipotentiary Conference"),
      rule: "citation/edition")
    #expect(found.map(\.severity) == [.hint])
  }

  @Test("sessions that were, other spellings, the draft's own, the Council's")
  func goodEditions() {
    for citation in [
      "Resolution 22 (Marrakech, 2002) of the Plenipotentiary Conference",
      "Resolution 1 (Dubai, 2012) of WCIT", "Resolution 81 (Buenos Aires, 2017) of WTDC",
      "Council Resolution 1305 (2009)", "Resolution 533 (Rev.WRC-2000)",
      "Opinion 4 (Lisbon, 2009) of WTPF", "Resolution 63 (Hyderabad, 2010) of WTDC",
    ] { expect("citation/edition", in: recalling(citation)) }
    let own = draft(
      "Samarkand, 2038",
      "*recalling*\n\nResolution 1 (Samarkand, 2038) of this conference,\n\n*resolves*\n\nto go on.\n"
    )
    #expect(findings(own, rule: "citation/edition").isEmpty)
  }

  @Test("a revised text without its mark")
  func revMissing() {
    expect(
      "citation/rev-missing", in: recalling("Resolution 200 «(Dubai, 2018)» of this conference"))
    #expect(
      fixed(
        recalling("Resolution 200 (Dubai, 2018) of this conference"), rule: "citation/rev-missing")
        == recalling("Resolution 200 (Rev. Dubai, 2018) of this conference"))
    // Where the first session follows from the numbers around it, it is a hint.
    let bounded = findings(
      recalling("Resolution 102 (Antalya, 2006) of the Plenipotentiary Conference"),
      rule: "citation/rev-missing")
    #expect(bounded.map(\.severity) == [.hint])
    expect("citation/rev-missing", in: recalling("Resolution 200 (Busan, 2014)"))
    expect("citation/rev-missing", in: recalling("Resolution 204 (Dubai, 2018) of this conference"))
  }

  @Test("a new text with the mark")
  func revUnexpected() {
    expect(
      "citation/rev-unexpected",
      in: recalling("Resolution 73 («Rev.» Minneapolis, 1998) of the Plenipotentiary Conference"))
    #expect(
      fixed(
        recalling("Resolution 73 (Rev. Minneapolis, 1998) of the Plenipotentiary Conference"),
        rule: "citation/rev-unexpected")
        == recalling("Resolution 73 (Minneapolis, 1998) of the Plenipotentiary Conference"))
    expect(
      "citation/rev-unexpected",
      in: recalling("Resolution 99 (Rev. Dubai, 2018) of this conference"))
  }

  @Test("the number alone does not tell: another body's equal number")
  func otherBody() {
    expect("citation/rev-missing", in: recalling("Resolution 200 (Buenos Aires, 2017) of WTDC"))
  }

  @Test("of this conference")
  func thisConference() {
    expect(
      "citation/this-conference",
      in: recalling("Resolution 58 (Rev. Busan, 2014) «of this conference»"))
    expect(
      "citation/this-conference",
      in: recalling("Resolution 71 (Rev. Dubai, 2018) of this conference"))
    expect(
      "citation/this-conference",
      in: recalling("Resolution 58 (Rev. Busan, 2014) of the Plenipotentiary Conference"))
    // Only of the same body: (Dubai, 2012) is another assembly's.
    expect(
      "citation/this-conference", in: recalling("Resolution 78 (Dubai, 2012) of WTSA"))
  }

  @Test("the long form for this session is a hint, in annexes nothing")
  func longForm() {
    let text = recalling("Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference")
    #expect(findings(text, rule: "citation/this-conference").map(\.severity) == [.hint])
    let annex =
      Frame.complete("*recalling*\n\nthe lamps,\n")
      + "\nANNEX TO RESOLUTION 999 (DUBAI, 2018)\n\nLamps\n\n"
      + "The work under Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference.\n"
    #expect(findings(annex, rule: "citation/this-conference").isEmpty)
  }

  @Test("a draft whose sessions were run together is that of the later one")
  func mashedDraft() {
    let text = draft(
      "BusanDUBAI, 20142018",
      "*recalling*\n\nResolution 58 (Rev. Busan, 2014) of this conference,\n\n*resolves*\n\nto go on.\n"
    )
    #expect(findings(text, rule: "citation/this-conference").map(\.severity) == [.error])
  }
}

@Suite("citation/inconsistent: titles")
struct CitationTitlesInUseTests {
  private func recallingTwo(_ first: String, _ second: String) -> String {
    Frame.complete("*recalling*\n\na) \(first);\n\nb) \(second),\n")
  }

  @Test(
    "one edition of a text has one title",
    arguments: [
      (
        "Resolution 920 (Dubai, 2018) of this conference, on lamps in small harbours",
        "Resolution 920 (Dubai, 2018), on «radio logs of large ships»"
      ),
      (
        "UNGA Resolution 70/925, on the high-level meeting on bells",
        "UNGA Resolution 70/925, on «the registration of fog signals»"
      ),
    ])
  func different(_ first: String, _ second: String) {
    expect("citation/inconsistent", in: recallingTwo(first, second))
  }

  @Test(
    "shortened, reworded and later titles are good",
    arguments: [
      (
        "Resolution 920 (Dubai, 2018) of this conference, on lamps in small harbours of islands",
        "Resolution 920 (Dubai, 2018), on the lamps of harbours"
      ),
      (
        "UNGA Resolution 70/925, on the outcomes of the World Summit on the Information Society (WSIS)",
        "UNGA Resolution 70/925, on the WSIS outcomes"
      ),
      (
        "Resolution 920 (Rev. Busan, 2014), on lamps", "Resolution 920 (Rev. Dubai, 2018), on bells"
      ),
      (
        "Resolutions 920 (Dubai, 2018) and 921 (Dubai, 2018), on lamps",
        "Resolution 920 (Dubai, 2018), on bells"
      ),
      ("Resolution 920 (Dubai, 2018), on lamps", "Resolution 921 (Dubai, 2018), on bells"),
      ("Resolution 920 (Dubai, 2018), on lamps", "Resolution 920 (Dubai, 2018)"),
      (
        "Annex 1 to Resolution 920 (Dubai, 2018), on lamps",
        "Resolution 920 (Dubai, 2018), on bells"
      ),
    ])
  func alike(_ first: String, _ second: String) {
    let found = findings(recallingTwo(first, second), rule: "citation/inconsistent")
    #expect(found.isEmpty, "\(found.map(\.message))")
  }
}

@Suite("citation/superseded, abrogated, unknown, inconsistent, title")
struct CitationRegisterTests {
  @Test("a later edition is told to a draft that can know it, and to no other")
  func superseded() {
    let clause =
      "*recalling*\n\nResolution 99 (Rev. Busan, 2014) of the Plenipotentiary Conference,\n\n*resolves*\n\nto go on.\n"
    #expect(findings(draft("Dubai, 2018", clause), rule: "citation/superseded").count == 1)
    #expect(findings(draft("Busan, 2014", clause), rule: "citation/superseded").isEmpty)
    #expect(findings(draft("Guadalajara, 2010", clause), rule: "citation/superseded").isEmpty)
  }

  @Test("a chronological recital names the later edition too")
  func recital() {
    expect(
      "citation/superseded",
      in: recalling(
        "Resolutions 99 (Rev. Dubai, 2018), 99 (Rev. Busan, 2014) and 99 (Rev. Guadalajara, 2010) of the Plenipotentiary Conference"
      ))
  }

  @Test("an abrogated text binds no later draft")
  func abrogated() {
    let clauses =
      "*recalling*\n\nthe lamps,\n\n*resolves*\n\nto follow Resolution 185 (Busan, 2014) of the Plenipotentiary Conference.\n"
    #expect(
      findings(draft("Bucharest, 2022", clauses), rule: "citation/abrogated").map(\.severity)
        == [.warning])
    #expect(findings(draft("Dubai, 2018", clauses), rule: "citation/abrogated").isEmpty)
    #expect(findings(draft("Busan, 2014", clauses), rule: "citation/abrogated").isEmpty)
  }

  @Test("a number beyond all that is known")
  func unknown() {
    expect(
      "citation/unknown",
      in: recalling("Resolution «740» (Rev. Busan, 2014) of the Plenipotentiary Conference"))
    expect("citation/unknown", in: recalling("Resolution 213 (Dubai, 2018) of this conference"))
    let later = draft(
      "Doha, 2026",
      "*recalling*\n\nResolution 222 (Doha, 2026) of this conference,\n\n*resolves*\n\nto go on.\n")
    #expect(findings(later, rule: "citation/unknown").isEmpty)
  }

  @Test("two editions in operative clauses")
  func inconsistent() {
    let both = """
      *resolves*

      1 to follow Resolution 131 (Rev. Dubai, 2018) of this conference;

      2 to report on Resolution 131 «(Rev. Busan, 2014)» of the Plenipotentiary Conference.
      """
    expect("citation/inconsistent", in: Frame.complete(both))
    let recalled = """
      *recalling*

      Resolution 131 (Rev. Busan, 2014) of the Plenipotentiary Conference,

      *resolves*

      to follow Resolution 131 (Rev. Dubai, 2018) of this conference.
      """
    expect("citation/inconsistent", in: Frame.complete(recalled))
    let otherBody = """
      *resolves*

      1 to follow Resolution 30 (Rev. Dubai, 2018) of this conference;

      2 to follow Resolution 30 (Rev. Buenos Aires, 2017) of WTDC.
      """
    expect("citation/inconsistent", in: Frame.complete(otherBody))
  }

  @Test("titles are compared loosely")
  func title() {
    expect(
      "citation/title",
      in: recalling("Resolution 66 (Rev. Dubai, 2018) of this conference, on «small harbours»"))
    expect(
      "citation/title",
      in: recalling(
        "Resolution 71 (Rev. Dubai, 2018) of this conference, on the strategic plan for the Union"))
  }
}

@Suite("citation/plural, provision, action-line")
struct CitationPartRuleTests {
  @Test(
    "a singular noun before several numbers",
    arguments: [
      ("«Action Line» C8 and C9", "Action Lines C8 and C9"),
      ("Council «Resolution» 1332 and 1334", "Council Resolutions 1332 and 1334"),
      ("«No.» 92 and 147 of the Constitution", "Nos. 92 and 147 of the Constitution"),
      ("«Article» 17 and 18 of the Constitution", "Articles 17 and 18 of the Constitution"),
    ])
  func plural(_ wrong: String, _ right: String) {
    expect("citation/plural", in: recalling(wrong))
    let plain = wrong.replacing("«", with: "").replacing("»", with: "")
    #expect(fixed(recalling(plain), rule: "citation/plural") == recalling(right))
    expect("citation/plural", in: recalling(right))
  }

  @Test("near neighbours")
  func singular() {
    expect("citation/plural", in: recalling("either Article 9 or 11 of the Constitution"))
    expect(
      "citation/plural", in: recalling("Resolution 71 (Rev. Dubai, 2018) and 3 reports"))
    expect("citation/plural", in: recalling("Action Line C2 and the reports"))
  }

  @Test("provisions beyond the last, or in another article")
  func provisions() {
    expect("citation/provision", in: recalling("No. «982» of the Convention"))
    expect("citation/provision", in: recalling("Nos. 92 and «961» of the Constitution"))
    expect("citation/provision", in: recalling("No. 81 of the Convention"))
    expect("citation/provision", in: recalling("No. 1005 of the Convention"))
    expect("citation/provision", in: recalling("No. 47 in Article 8 of the ITU Constitution"))
    expect("citation/provision", in: recalling("No. «147» in Article 8 of the ITU Constitution"))
    expect("citation/provision", in: recalling("No. 22.5C of the Radio Regulations"))
  }

  @Test("there are eleven action lines")
  func actionLines() {
    expect("citation/action-line", in: recalling("Action Lines C2 and «C12»"))
    expect("citation/action-line", in: recalling("Action Lines C1 and C11"))
  }
}
