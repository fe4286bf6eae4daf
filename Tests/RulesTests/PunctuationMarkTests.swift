import Rules
import Testing

/// Brackets, quotation marks, blanks, full-width marks, section signs.
@Suite("punctuation: marks")
struct PunctuationMarkTests {
  private func clause(_ words: String) -> String {
    Frame.complete("*recalling*\n\nthat \(words),")
  }

  @Test(
    "Brackets without a partner",
    arguments: [
      "the lamps «(»red and green", "the lamps red and green«)»", "the lamps «(»§ 102b)",
      "the lamps «(»as in *considering* a)", "the lamps «[»red", "the lamps red«]»",
      "the lamps (red)«)» and green", "«(»(red) lamps", "the lamps, «(»red (2018)",
      "Resolution 71 (Dubai, 2018)«)»",
    ])
  func brackets(_ words: String) {
    expect("punctuation/brackets", in: clause(words), others: ["reference/dangling"])
  }

  @Test(
    "A bracket that belongs to a label, and other pairs",
    arguments: [
      "the lamps (§ 90 q))", "the lamps (§ 78a) of the Tunis Agenda)", "§§ 27 c) and 50 d) hold",
      "the lamps (§§ 27 and 30)", "the lamps (§ 12)", "the lamps (§§ 35 a) - e))",
      "*considering* a) and b) above hold", "what *considering* c) ii) says (see there)",
      "a) lamps, b) bells, and c) horns are seen", "the things (a) lamps, (b) bells",
      "the things (namely a) lamps; b) bells)", "1) lamps, 2) bells and 3) horns are seen",
      "(see annex a)", "(option 2)", "lamp(s) and bell(s)", "[the lamps (red)]",
      "a [link](https://example.org/a_(b)) is seen", "*resolves* 5 b)bis holds",
      "*resolves* 7a)/8a) or 7b)/8b) hold", "`a)` and `(` are code",
    ])
  func labels(_ words: String) {
    let found = findings(clause(words), rule: "punctuation/brackets")
    #expect(found.isEmpty, "\(words)")
  }

  @Test("Square brackets may hold several paragraphs, round ones may not")
  func several() {
    expect(
      "punctuation/brackets",
      in: Frame.complete("*recalling*\n\na) [the lamps;\n\nb) the bells;]\n\nc) the horns,"))
    expect(
      "punctuation/brackets",
      in: Frame.complete("*recalling*\n\na) «(»the lamps;\n\nb) the bells«)»;\n\nc) the horns,"))
    expect(
      "punctuation/brackets",
      in: Frame.complete("*recalling*\n\nthe lamps (red and of\n\n---\n\ngreen colour),"))
  }

  @Test(
    "Quotation marks without a partner",
    arguments: [
      "lamps are «\"»red", "lamps are red«\"» and green", "lamps are «“»red", "lamps are red«”»",
      "\"red\" lamps and «\"»green ones",
    ])
  func quotes(_ words: String) { expect("punctuation/quotes", in: clause(words)) }

  @Test(
    "Quotation marks in pairs, and what is none",
    arguments: [
      "lamps are \"red\"", "lamps are “red” and “green”", "the harbours' lamps and Members’ bells",
      "the \"Bells \"and\" Lamps\" report", "(\"red\")", "*\"red\"*", "the place 41° 7' 30\" N",
      "«red» lamps".replacingGuillemets, "\"red\", \"green\" and \"white\"",
    ])
  func pairs(_ words: String) {
    let found = findings(clause(words), rule: "punctuation/quotes")
    #expect(found.isEmpty, "\(words)")
  }

  @Test("A quotation of several paragraphs closes in a later one")
  func quotation() {
    expect(
      "punctuation/quotes",
      in: Frame.complete("*recalling*\n\na) the words \"lamps;\n\nb) and bells\",\n"))
  }

  @Test(
    "Blanks",
    arguments: [
      "the«  »lamps", "the«\u{A0} »lamps", "the lamps« », the bells", "the lamps (red« ») burn",
      "the lamps;«»the bells", "the lamps,«»the bells", "the lamps:«»red ones",
      "the lamps burn.«»The bells ring", "the«»70th lamp", "in«»2018 lamps",
      "the \"lamps\";«»bells", "the lamps (red)«»and bells", "*the lamps*« »; bells",
    ])
  func blanks(_ words: String) { expect("punctuation/spacing", in: clause(words)) }

  @Test(
    "Gaps that are right",
    arguments: [
      "the lamps  \nand bells", "the lamps\\\nand bells", "the\tlamps",
      "CHF 5 000 000 and 1,5 lamps",
      "No. 13, e.g. lamps, i.e. bells", "Add.1, Rev.1 and Resolution 28 (Rev.WRC-15)",
      "10:30 hours",
      "the domain .org", "lamps ... and bells", "https://example.org/a;b,c", "AT&amp;T lamps",
      "Recommendation ITU-T D.50", "lamps <sup>1</sup> and bells", "countries1 and SDG5",
      "x  =  y", "PP-18:A and B", "the ratio 1 : 2", "Name      Place      Year", "a,b and c",
      "lamp(s), bell(s)", "the 70th lamp", "**the** *lamps*, bells", "the lamps<!-- x --> , bells",
    ])
  func gaps(_ words: String) {
    let found = findings(clause(words), rule: "punctuation/spacing")
    #expect(found.isEmpty, "\(words): \(found)")
  }

  @Test("A blank at a line end is a hint; two break the line")
  func lineEnd() {
    let text = Frame.complete("*recalling* \n\na) lamps; \n\nb) bells,  \n")
    let found = findings(text, rule: "punctuation/spacing")
    #expect(found.map(\.severity) == [.hint, .hint])
    #expect(fixed(text, rule: "punctuation/spacing").contains("a) lamps;\n"))
  }

  @Test(
    "Full-width marks",
    arguments: [
      ("lamps«，»bells", "lamps, bells"), ("lamps«（»red«）»", "lamps (red)"),
      ("lamps«；» bells", "lamps; bells"), ("lamps«、»bells", "lamps, bells"),
      ("lamps 灯，光 and bells", "lamps 灯，光 and bells"),
    ])
  func fullWidth(_ marked: String, _ right: String) {
    let text = clause(marked)
    expect("punctuation/full-width", in: text)
    #expect(fixed(MarkedDraft(text).text, rule: "punctuation/full-width") == clause(right))
  }

  @Test("A full-width comma that ends a clause is one finding")
  func fullWidthEnd() {
    expect("punctuation/full-width", in: Frame.complete("*recalling*\n\nthe lamps«，»\n"))
  }

  @Test(
    "Forms of a paragraph of a summit text",
    arguments: [
      ("«§64» holds", "§ 64 holds"), ("«§ 102b)» holds", "§ 102 b) holds"),
      ("«§ 102 (b)» holds", "§ 102 b) holds"), ("«§ 20(c)» holds", "§ 20 c) holds"),
      ("«§35 d)» holds", "§ 35 d) holds"), ("«§ 78a» of the Plan", "§ 78 a) of the Plan"),
      ("§§ 27 c) and «50d)» hold", "§§ 27 c) and 50 d) hold"),
      ("«§» 113-118 hold", "§§ 113-118 hold"),
      ("«paragraphs 29-82» of the Tunis Agenda hold", "§§ 29-82 of the Tunis Agenda hold"),
      ("«para 6.5» of the report", "§ 6.5 of the report"),
      ("«para. 6» of the report", "§ 6 of the report"),
    ])
  func sectionSign(_ marked: String, _ right: String) {
    let text = clause(marked)
    expect("punctuation/section-sign", in: text)
    #expect(fixed(MarkedDraft(text).text, rule: "punctuation/section-sign") == clause(right))
  }

  @Test(
    "Forms that are right",
    arguments: [
      "§ 64 holds", "§\u{A0}78 a) holds", "§§ 113-118 hold", "§§ 27 and 50 hold",
      "§§ 35 a) - e) hold", "§ 90 q) and § 12 hold", "paragraph 3 of Article 2 holds",
      "the paragraphs of the Tunis Agenda hold", "§ 5bis holds",
    ])
  func sectionSignRight(_ words: String) {
    expect("punctuation/section-sign", in: clause(words))
  }
}

extension String {
  /// Guillemets, which mark findings in these tests, written as scalars.
  fileprivate var replacingGuillemets: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0 == "«" ? "\u{201C}" : $0 == "»" ? "\u{201D}" : $0 }))
  }
}
