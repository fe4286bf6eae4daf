import Rules
import Testing

/// The marks that end paragraphs, clauses, formula and text.
@Suite("punctuation: ends")
struct PunctuationEndTests {
  private func clause(_ paragraphs: String) -> String {
    Frame.complete("*recalling*\n\n" + paragraphs)
  }

  @Test(
    "A paragraph that is not the last ends with a semicolon",
    arguments: [
      "a) lamps«,»\n\nb) bells,",
      "a) lamps«»\n\nb) bells,",
      "a) lamps«.»\n\nb) bells,",
      "a) lamps«:»\n\nb) bells,",
      "a) lamps«,\n;»\n\nb) bells,",
      "a) lamps«,;»\n\nb) bells,",
      "a) lamps«,» and\n\nb) bells,",
      "a) lamps and«»\n\nb) bells,",
      "a) lamps in harbours<sup>1</sup>«,»\n\nb) bells,",
      "a) \"lamps and bells«,»\"\n\nb) bells,",
      "a) [lamps«,»]\n\nb) bells,",
      "a) lamps:\n\ni) red«,»\n\nii) green;\n\nb) bells,",
      "a) lamps:\n\ni) red;\n\nii) green«,»\n\nb) bells,",
      "a) lamps:\n\n- red«»\n\n- green;\n\nb) bells,",
      "- a)\tlamps«,»\n- b)\tbells,",
    ])
  func itemEnd(_ text: String) { expect("punctuation/item-end", in: clause(text)) }

  @Test(
    "Neighbours that are right",
    arguments: [
      "a) lamps;\n\nb) bells,",
      "a) lamps<sup>1</sup>;\n\nb) bells,",
      "a) lamps;<sup>1</sup>\n\nb) bells,",
      "a) lamps;[^1]\n\nb) bells,",
      "a) \"lamps\";\n\nb) bells,",
      "a) \"lamps;\"\n\nb) bells,",
      "a) [lamps;]\n\nb) [bells],",
      "a) lamps, bells etc.;\n\nb) bells,",
      "a) lamps …\n\nb) bells,",
      "a) ...\n\nb) bells,",
      "a) lamps:\n\ni) red;\n\nii) green;\n\nb) bells,",
      "a) lamps:\n\n- red;\n\n- green;\n\nb) bells,",
      "a) bells;\n\nb) lamps:\n\ni) red;\n\nii) green,",
      "*a)*\tlamps;\n*b)*\tbells,",
      "a) lamps; – 43 –\n\nb) bells,",
      "a) lamps;\n\n---\n1 These are red.\n\nb) bells,",
      "a) lamps of the coast, which ships have seen from afar for many years and in all weathers, and\n\n---\n\nalso bells;\n\nb) horns,",
    ])
  func silent(_ text: String) {
    for rule in ["item-end", "clause-end", "document-end", "sublist-intro", "conjunction"] {
      expect("punctuation/" + rule, in: clause(text))
    }
  }

  @Test("An enumeration within one sentence has commas, a list has not")
  func enumeration() {
    expect(
      "punctuation/item-end",
      in: clause(
        "a) taking up\n\ni) the lamps,\n\nii) the bells, and\n\niii) the horns;\n\nb) the rest,"))
    expect(
      "punctuation/item-end",
      in: clause("a) these:\n\ni) the lamps«,»\n\nii) the bells;\n\nb) the rest,"))
  }

  @Test(
    "The last paragraph of a clause ends with a comma",
    arguments: [
      "a) lamps;\n\nb) bells«;»", "a) lamps;\n\nb) bells«.»", "the lamps«»", "the lamps«;»",
      "a) lamps:\n\ni) red;\n\nii) green;\n\nb) bells:\n\ni) big;\n\nii) small«;»",
      "the lamps<sup>1</sup>«.»",
    ])
  func clauseEnd(_ text: String) { expect("punctuation/clause-end", in: clause(text)) }

  @Test(
    "The last paragraph of all ends with a full stop",
    arguments: [
      "to light lamps«,»", "to light lamps«»", "1 to light lamps;\n\n2 to ring bells«;»",
      "to light lamps«,»\n\nANNEX TO RESOLUTION 999 (Dubai, 2018)\n\nLamps\n\nRed, green,",
    ])
  func documentEnd(_ text: String) {
    expect("punctuation/document-end", in: Frame.front + "*resolves*\n\n" + text + "\n")
  }

  @Test(
    "What stands behind the last full stop is not judged",
    arguments: [
      "to light lamps.\n\nANNEX TO RESOLUTION 999 (Dubai, 2018)\n\nLamps\n\n1 Red\n\n2 Green",
      "to light lamps.\n\nDone at Dubai",
      "to light lamps. PART III - RESOLUTIONS",
      "1 to light lamps;\n\n2 to ring bells.\n\nRef.: Documents C07/94 and C07/104",
    ])
  func behind(_ text: String) {
    let found = findings(Frame.front + "*resolves*\n\n" + text + "\n").filter {
      $0.rule.hasPrefix("punctuation")
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test(
    "A colon introduces a list",
    arguments: [
      "a) lamps«;»\n\ni) red;\n\nii) green;\n\nb) bells,",
      "a) lamps«»\n\ni) red;\n\nii) green;\n\nb) bells,",
      "a) lamps«,»\n\n- red;\n\n- green;\n\nb) bells,",
    ])
  func sublistIntro(_ text: String) { expect("punctuation/sublist-intro", in: clause(text)) }

  @Test("No conjunction before the last paragraph")
  func conjunction() {
    expect("punctuation/conjunction", in: clause("a) lamps; «and»\n\nb) bells,"))
    expect("punctuation/conjunction", in: clause("a) lamps; «or»\n\nb) bells,"))
    expect("punctuation/conjunction", in: clause("a) lamps; «and/or»\n\nb) bells,"))
    #expect(
      fixed(clause("a) lamps; and\n\nb) bells,"), rule: "punctuation/conjunction")
        == clause("a) lamps;\n\nb) bells,"))
  }

  @Test(
    "Fixes put the right mark",
    arguments: [
      ("a) lamps,\n;\n\nb) bells,", "a) lamps;\n\nb) bells,"),
      ("a) lamps, and\n\nb) bells,", "a) lamps;\n\nb) bells,"),
      ("a) lamps and\n\nb) bells,", "a) lamps;\n\nb) bells,"),
      ("a) lamps\n\nb) bells,", "a) lamps;\n\nb) bells,"),
      ("a) lamps<sup>1</sup>.\n\nb) bells,", "a) lamps<sup>1</sup>;\n\nb) bells,"),
    ])
  func fixes(_ wrong: String, _ right: String) {
    #expect(fixed(clause(wrong), rule: "punctuation/item-end") == clause(right))
  }

  @Test("In a Council text the convention was not counted")
  func council() {
    let text = """
      R 1282 Lamps in small harbours

      (C07)

      The Council,

      *recalling*

      a) the lamps; and

      b) the buoys,

      c) the bells,

      *resolves*

      to continue this work.
      """
    #expect(findings(text, rule: "punctuation/item-end").map(\.severity) == [.warning])
    #expect(findings(text, rule: "punctuation/conjunction").isEmpty)
  }

  @Test(
    "The formula ends with a comma",
    arguments: [("«:»", ":"), ("«»", ""), ("«;»", ";"), ("", ",")])
  func formula(_ marks: String, _ mark: String) {
    let marked = mark == "," ? "2018)," : "2018)" + marks
    let text = Frame.complete("*recalling*\n\nthe lamps,")
      .replacingFirst("(Dubai, 2018),", with: "(Dubai, " + marked)
    expect("punctuation/formula-end", in: text)
  }

  @Test("A line in italics that begins as a heading does is no paragraph")
  func italicLine() {
    let text = clause(
      "a) the report on lamps and, in particular,\n\n"
        + "*instructs the Harbour Board thereof, on lamps, bells etc.*\n\n"
        + "to meet its aims;\n\nb) the report on bells«.»\n\nc) the report on horns,")
    let draft = MarkedDraft(text)
    let found = findings(draft.text, rule: "punctuation/item-end")
    #expect(found.map(\.range) == draft.ranges)
  }

  @Test("A heading that lost its line break is not a paragraph's missing mark")
  func gluedHeading() {
    expect(
      "punctuation/item-end",
      in: clause("the principle of equal lamps, having noted\n\na) lamps;\n\nb) bells,"),
      others: ["numbering/missing", "numbering/lone-item", "structure/heading"])
  }
}
