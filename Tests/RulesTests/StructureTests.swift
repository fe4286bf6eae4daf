import Rules
import Testing

@Suite("structure")
struct StructureTests {
  /// A whole text of a few lines; each part can be another one or nothing.
  static func draft(
    title: String = "RESOLUTION 999 (Rev. Dubai, 2018)",
    subject: String = "Lamps and radio logs in small harbours",
    formula: String =
      "The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),",
    body: String = "*recalling*\n\nthe report on harbour radio,\n\n*resolves*\n\nto continue."
  ) -> String {
    [title, subject, formula, body].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  static func levels(_ text: String, _ rule: String) -> [Severity] {
    findings(text, rule: rule).map(\.severity)
  }

  // MARK: - Title

  @Test(arguments: [
    "RESOLUTION 999 (Rev. Dubai«» 2018)",
    "RESOLUTION 999 («Rev» Dubai, 2018)",
    "RESOLUTION 999 («rev.» Dubai, 2018)",
    "RESOLUTION 999 («Revised» Dubai, 2018)",
    "RESOLUTION 999 (Rev.«»Dubai, 2018)",
    "RESOLUTION 999 (Rev. Dubai, 2018«»",
    "RESOLUTION 999 «(Rev. Dubai)»",
    "RESOLUTION 999 «(Rev. Dubai, 18)»",
    "RESOLUTION 999 «(2018, Dubai)»",
    "RESOLUTION 999 «(Dubai, 20188)»",
    "RESOLUTION 999 (Rev. «»2018)",
    "RESOLUTION 999«»",
    "«RESOLUTON» 999 (Rev. Dubai, 2018)",
    "RESOLUTION 999 «BUSAN, 2014»",
    "«DECISON» 5 (Rev. Dubai, 2018)",
    "«RESOLUTION 999 (Rev. Dubai, 2018).»",
  ])
  func malformedTitle(_ title: String) {
    expect("structure/title", in: Self.draft(title: title))
  }

  @Test(arguments: [
    "RESOLUTION 999 (Rev. Dubai, 2018)", "RESOLUTION 999 (REV. DUBAI, 2018)",
    "DECISION 5 (Dubai, 2018)", "## RECOMMENDATION 7 (DUBAI, 2018)",
    "DRAFT NEW RESOLUTION [AFCP-1]", "RESOLUTION COM6/4", "RESOLUTION No. 13",
    "RESOLUTION 999 (Rev. BusanDUBAI, 20142018)", "RESOLUTION 999 (REV. BUSANDUBAI, 20148)",
  ])
  func goodTitle(_ title: String) {
    #expect(Self.levels(Self.draft(title: title), "structure/title").isEmpty)
  }

  @Test func titlesOfRadioConferences() {
    func text(_ title: String) -> String {
      Self.draft(
        title: title, formula: "The World Radiocommunication Conference (Geneva, 2015),")
    }
    expect("structure/title", in: text("RESOLUTION 28 (REV.WRC-15)"))
    expect("structure/title", in: text("RESOLUTION 28 (WRC-15)"))
    expect("structure/title", in: text("RESOLUTION 28 (REV.« »WRC-15)"))
    expect("structure/title", in: text("RESOLUTION 28 (REV.WRC-«2015»)"))
    expect("structure/title", in: text("RESOLUTION 28 (REV.WRC« »15)"))
    #expect(
      fixed(MarkedDraft(text("RESOLUTION 28 (REV.WRC-2015)")).text, rule: "structure/title")
        .hasPrefix("RESOLUTION 28 (REV.WRC-15)\n"))
  }

  @Test func titleOfAnEarlierRadioConference() {
    let text = Self.draft(title: "RESOLUTION 111 (ORB-88)", formula: "")
    #expect(findings(text).map(\.rule) == ["structure/enacting-formula"])
    #expect(findings(text).map(\.severity) == [.warning])
  }

  @Test func missingTitle() {
    // Formula and clauses are there: a warning; else an error.
    let whole = Self.draft(title: "", subject: "")
    #expect(Self.levels(whole, "structure/title") == [.warning])
    #expect(findings(whole, rule: "structure/title").map(\.range) == [0..<0])
    let clauses = Self.draft(title: "", subject: "", formula: "")
    #expect(Self.levels(clauses, "structure/title") == [.error])
    // Blank lines before the text are not its start.
    #expect(findings("\n\n" + whole, rule: "structure/title").map(\.range) == [2..<2])
  }

  @Test func fixesOfTitles() {
    for (wrong, right) in [
      ("RESOLUTION 999 (Rev. Dubai 2018)", "RESOLUTION 999 (Rev. Dubai, 2018)"),
      ("RESOLUTION 999 (Rev Dubai, 2018", "RESOLUTION 999 (Rev. Dubai, 2018)"),
      ("RESOLUTON 999 (Rev. Dubai, 2018)", "RESOLUTION 999 (Rev. Dubai, 2018)"),
      ("RESOLUTION 999", "RESOLUTION 999 (Dubai, 2018)"),
    ] {
      let after = fixed(Self.draft(title: wrong), rule: "structure/title")
      #expect(after == Self.draft(title: right))
    }
  }

  // MARK: - Subject

  @Test(arguments: [
    "Lamps in small harbours«.»", "Lamps in small harbours«,»", "Lamps in small harbours«;»",
    "«lamps» in small harbours", "«LAMPS IN SMALL HARBOURS»",
    "**Lamps in  \nsmall harbours«.»**",
  ])
  func badSubject(_ subject: String) {
    expect("structure/subject", in: Self.draft(subject: subject))
  }

  @Test(arguments: [
    "Lamps in small harbours", "Journal of lamps:", "ITU", "ITU DNS WSIS", "e-Lamps in harbours",
    "Lamps in harbours ...", "Lamps, buoys, etc.", "Lamps of the Gulf of U.S.",
    "\"Lamps\" in harbours",
    "5G lamps", "Lamps in developing countries<sup>1</sup>",
  ])
  func goodSubject(_ subject: String) {
    expect("structure/subject", in: Self.draft(subject: subject))
  }

  @Test func missingSubject() {
    expect("structure/subject", in: "«»" + Self.draft(subject: ""))
  }

  @Test func nothingBehindTheFormulaIsSubject() {
    // A site that drops short lines has lost the first heading.
    expect(
      "structure/subject",
      in: Self.draft(body: "the report on lamps,\n\n*resolves*\n\nto continue."))
  }

  // MARK: - Enacting formula

  static let union = "The Plenipotentiary Conference of the International Telecommunication Union"

  @Test(arguments: [
    union + " («Rev.» Dubai, 2018),", union + " (Dubai«» 2018),", union + "«»,",
    "«The Plenipotentary Conference of the International Telecommunication Union» (Dubai, 2018),",
    "«The Plenipotentiary Conference» (Dubai, 2018),",
    "«The World Telecommunication Development Conference» (Dubai, 2018),",
    "«The World Telecommunication Standardization Assembly» (Dubai, 2018),",
  ])
  func badFormula(_ formula: String) {
    expect("structure/enacting-formula", in: Self.draft(formula: formula))
  }

  @Test func levelsOfFormulas() {
    let rule = "structure/enacting-formula"
    let short = Self.draft(formula: "The Plenipotentiary Conference (Dubai, 2018),")
    #expect(Self.levels(short, rule) == [.warning])
    #expect(fixed(short, rule: rule) == Self.draft())
    #expect(Self.levels(Self.draft(formula: ""), rule) == [.error])
    let council = Self.draft(title: "RESOLUTION 1332 (C11)", formula: "The ITU Council,")
    #expect(Self.levels(council, rule) == [.hint])
    let place = Self.draft(title: "RESOLUTION 1332 (C11)", formula: "The Council (Geneva, 2011),")
    #expect(Self.levels(place, rule) == [.warning])
    let other = Self.draft(title: "RESOLUTION 1332 (C11)")
    #expect(Self.levels(other, rule) == [.error])
  }

  @Test(arguments: [
    (
      "RESOLUTION 999 (Rev. Hammamet, 2016)",
      "The World Telecommunication Standardization Assembly (Hammamet, 2016),"
    ),
    (
      "RESOLUTION 999 (Rev. Kigali, 2022)",
      "The World Telecommunication Development Conference (Kigali, 2022),"
    ),
    ("RESOLUTION 28 (REV.WRC-15)", "The World Radiocommunication Conference (Geneva, 2015),"),
    ("RESOLUTION ITU-R 1-6", "The ITU Radiocommunication Assembly,"),
    ("RESOLUTION 1332 (C11, last amended C19)", "The Council,"),
    // A session that nobody knows yet, two bodies in one place and year.
    ("RESOLUTION 999 (Nairobi, 2030)", union + " (Nairobi, 2030),"),
    (
      "RESOLUTION 999 (Dubai, 2012)",
      "The World Telecommunication Standardization Assembly (Dubai, 2012),"
    ),
  ])
  func goodFormula(_ title: String, _ formula: String) {
    expect("structure/enacting-formula", in: Self.draft(title: title, formula: formula))
  }

  @Test func theFinalCommaBelongsToAnotherRule() {
    let text = Self.draft(formula: Self.union + " (Dubai, 2018)")
    #expect(findings(text, rule: "structure/enacting-formula").isEmpty)
  }

  // MARK: - Title and formula

  @Test(arguments: [
    ("(Rev. Dubai, 2018)", "(«Busan, 2014»)"), ("(Rev. Dubai, 2018)", "(Dubai, «2014»)"),
    ("(Rev. Dubai, 2018)", "(«Busan», 2018)"), ("(REV. DUBAI, 2018)", "(Dubai, 2018)"),
    ("(Rev. Marrakesh, 2002)", "(Marrakech, 2002)"),
    // Old and new text run together.
    ("(Rev. BusanDUBAI, 20142018)", "(BusanDUBAI, 20142018)"),
    ("(Rev. BusanDUBAI, 20142018)", "(Dubai, 2018)"), ("(Rev. Busan, 2014)", "(BusanDubai, 2014)"),
    ("(REV. BUSANDUBAI, 20184)", "(Busan, 2014)"),
  ])
  func mismatch(_ bracket: String, _ session: String) {
    let formula = Self.union + " \(session),"
    let text = Self.draft(title: "RESOLUTION 999 " + bracket, formula: formula)
    expect(
      "structure/title-formula-mismatch", in: text, others: ["draft/tracked-change-residue"])
  }

  @Test func radioConferenceOfAnotherYear() {
    expect(
      "structure/title-formula-mismatch",
      in: Self.draft(
        title: "RESOLUTION 28 (REV.WRC-19)",
        formula: "The World Radiocommunication Conference (Geneva, «2015»),"))
  }

  // MARK: - Parts

  @Test func partOrder() {
    expect(
      "structure/part-order",
      in: Frame.complete(
        """
        *recalling*

        the report on harbour radio,

        *resolves*

        that buoys shall be painted,

        *«considering»*

        the report on lamps,

        *noting*

        the report on bells,

        *instructs the Secretary-General*

        to report,

        *«recognizing»*

        the report on logs.
        """))
  }

  @Test func annexesHaveTheirOwnOrder() {
    expect(
      "structure/part-order",
      in: Self.draft(
        title: "RESOLUTION 999 (Dubai, 2018)",
        body: """
          *resolves*

          to adopt the annex to this resolution.

          ANNEX TO RESOLUTION 999 (Dubai, 2018)

          *considering*

          the report on lamps,

          *resolves*

          to light them.
          """))
  }

  @Test func wordsOfACutParagraphAreNoHeadings() {
    expect(
      "structure/part-order",
      in: Frame.complete(
        """
        *resolves*

        1 that the painting of buoys as recommended by the report on harbours is to be
        encouraged;

        2 that lamps shall be lit;

        3 to follow Resolution 66 (Rev. Dubai, 2018) of this conference and, in particular,
        *instructs the Director of the Telecommunication Development Bureau thereof, on lamps*
        to light them.
        """))
  }

  @Test func noOperativePart() {
    let rule = "structure/no-operative-part"
    expect(rule, in: "«»" + Self.draft(body: "*recalling*\n\nthe report on harbour radio."))
    expect(
      rule, in: Self.draft(body: "*noting*\n\nthe lamps,\n\n*invites Member States*\n\nto act."))
    // A text of another house is not judged.
    #expect(findings("The General Assembly,\n\nRecalling its plan,\n\n- Expresses\n").isEmpty)
    // A text that is no resolution has no missing parts.
    #expect(findings("# Read me\n\nThis is a list of lamps.\n").isEmpty)
  }
}

@Suite("A text that breaks off")
struct UnfinishedTests {
  @Test("is not told that it lacks an operative part, nor that its last word lacks a mark")
  func breaksOff() {
    let text =
      Frame.front + "*recalling*\n\na) the report on harbour radio;\n\nb) the report on the"
    #expect(findings(text).filter { $0.severity <= .warning }.isEmpty)
    #expect(findings(text, rule: "structure/no-operative-part").map(\.severity) == [.information])
  }

  @Test("but a preamble that ends as a text does is an error")
  func endsWithoutOperativePart() {
    let text = Frame.front + "*recalling*\n\nthe report on harbour radio.\n"
    #expect(findings(text, rule: "structure/no-operative-part").map(\.severity) == [.error])
  }
}
