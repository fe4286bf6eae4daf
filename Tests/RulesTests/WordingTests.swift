import Rules
import Testing

@Suite("wording")
struct WordingTests {
  /// A preamble of one paragraph.
  private func recalling(_ text: String) -> String {
    Frame.complete("*recalling*\n\n\(text),\n")
  }

  // MARK: - The word list

  @Test(
    "House forms in the word list",
    arguments: [
      "that «the ITU» is asked", "that «the ITU» has lamps", "the «member states» of harbours",
      "the «Member states» of harbours", "the «Sector members» of harbours",
      "the «Secretary General» of the harbour", "the «Secretary-general» of the harbour",
      "lamps on the «internet»", "other «fora» on lamps", "ten «percent» of lamps",
      "the «International Telecommunications Union» and lamps",
      "the «next Plenipotentiary Conference» on lamps",
    ])
  func term(_ text: String) { expect("wording/term", in: recalling(text)) }

  @Test(
    "Good forms that look alike",
    arguments: [
      "the ITU Council is asked", "that ITU is asked", "the ITU membership has lamps",
      "Member States and Sector Members", "MEMBER STATES of harbours", "forums on lamps",
      "the rule \"member states are free\" on lamps", "the Secretary\u{2011}General on lamps",
      "telecommunications/ICTs and telecommunication/ICT services",
      "the Plenipotentiary Conference (Busan, 2014) on lamps", "the states of a member",
    ])
  func goodTerm(_ text: String) { expect("wording/term", in: recalling(text)) }

  @Test("A form that only slips is a hint, and the sentence decides")
  func slip() {
    let text = recalling("the use of telecommunications/ICT and the ITU's lamps")
    let found = findings(text, rule: "wording/term")
    #expect(found.map { slice(text, $0.range) } == ["telecommunications/ICT", "the ITU"])
    #expect(found.allSatisfy { $0.severity == .hint && $0.fixes.first?.safety == .unsafe })
    #expect(fixed(text, rule: "wording/term").contains("telecommunications/ICTs and ITU's lamps"))
  }

  @Test("Another body's texts were not counted: one level lower")
  func lower() {
    let text = """
      RESOLUTION 28 (REV.WRC-15)

      Lamps

      The World Radiocommunication Conference (Geneva, 2015),

      considering

      that member states have lamps,

      resolves

      to light them.

      """
    #expect(findings(text, rule: "wording/term").map(\.severity) == [.information])
  }

  @Test(
    "Spelling",
    arguments: [
      ("to «recognise» lamps", "to recognize lamps"),
      ("«Organisation» of lamps", "Organization of lamps"),
      ("a «multi-stakeholder» «program»", "a multistakeholder programme"),
      ("the «colour» of «harbor» lamps", "the colour of harbour lamps"),
      ("to «analyze» lamps", "to analyse lamps"),
    ])
  func spelling(_ wrong: String, _ right: String) {
    let marked = wrong.replacing("«colour»", with: "colour")
    expect("wording/spelling", in: recalling(marked))
    let text = MarkedDraft(recalling(marked)).text
    #expect(fixed(text, rule: "wording/spelling").contains(right))
  }

  @Test(
    "Names, headings and words that only end alike are left alone",
    arguments: [
      "the Organisation for Economic Co-operation and Development", "to advise and to exercise",
      "the \"recognised\" lamps", "programmes and centres", "the World Trade Center of lamps",
    ])
  func goodSpelling(_ text: String) { expect("wording/spelling", in: recalling(text)) }

  // MARK: - Doubled words

  @Test(arguments: [
    "the report «and and» the plan", "the report «of\nof» the harbour", "*the «lamp lamp»*",
  ])
  func doubled(_ text: String) { expect("wording/doubled-word", in: recalling(text)) }

  @Test(arguments: [
    "that that harbour is dark", "they had had lamps", "lamps lamp's", "lamps, lamps and lamps",
    "lamps\tlamps", "Lamps lamps", "the lamp<sup>1</sup> lamp", "bis bis", "the *lamp* lamp",
  ])
  func notDoubled(_ text: String) { expect("wording/doubled-word", in: recalling(text)) }

  @Test func doubledFix() {
    let text = recalling("the report and and the plan")
    #expect(fixed(text, rule: "wording/doubled-word").contains("the report and the plan"))
  }

  // MARK: - Letters of another script

  @Test(arguments: [
    "the «ОТТ» services", "the l\u{61}mp and the «l\u{430}mp»", "the «ＩＴＵ» lamps",
  ])
  func homoglyph(_ text: String) { expect("wording/homoglyph", in: recalling(text)) }

  @Test(arguments: [
    "the angle α of lamps", "the ratio ΔT/T of lamps", "lamps of the harbour of Владивосток",
    "the café and the señor", "the Ω of lamps", "λ/4 lamps",
  ])
  func otherScripts(_ text: String) { expect("wording/homoglyph", in: recalling(text)) }

  // MARK: - Openings

  private func instructs(_ item: String) -> String {
    Frame.complete(
      "*resolves*\n\nthat lamps shall be lit,\n\n*instructs the Secretary-General*\n\n\(item).\n")
  }

  @Test(arguments: [
    "«that» the lamps be counted", "«report» on lamps to the Council",
    "«ensure» that lamps are lit",
  ])
  func opening(_ item: String) { expect("wording/opening", in: instructs(item)) }

  @Test(arguments: [
    "to report on lamps", "in close collaboration with the Directors, to count lamps",
    "that, in order to count lamps, a list be kept", "based on the reports, to count lamps",
    "further to count lamps", "the lamps",
  ])
  func goodOpening(_ item: String) { expect("wording/opening", in: instructs(item)) }

  @Test("What the body itself resolves may begin with that")
  func resolves() {
    expect("wording/opening", in: Frame.complete("*resolves*\n\nthat lamps shall be lit.\n"))
  }

  // MARK: - Serial comma

  private func reference(_ text: String) -> String {
    Frame.complete(
      """
      *resolves*

      1 that buoys shall be painted;

      2 that lamps shall be lit;

      3 that bells shall be rung,

      *instructs the Secretary-General*

      to report on \(text).

      """)
  }

  @Test func serialComma() {
    expect("wording/serial-comma", in: reference("*resolves* 1, 2«,» and 3 above"))
    expect("wording/serial-comma", in: reference("*resolves* 1, 2 and 3 above"))
    expect("wording/serial-comma", in: reference("*resolves* 1 and 2 above, and lamps"))
    let text = reference("resolves 1, 2, and 3 above")
    #expect(fixed(text, rule: "wording/serial-comma").contains("resolves 1, 2 and 3 above"))
  }
}
