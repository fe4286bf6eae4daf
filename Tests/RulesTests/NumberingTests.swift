import Rules
import Testing

@Suite("numbering")
struct NumberingTests {
  /// Paragraphs of a preambular clause.
  private func clause(_ paragraphs: String) -> String {
    Frame.complete("*recalling*\n\n" + paragraphs)
  }

  /// Paragraphs of an operative clause that is the last.
  private func operative(_ paragraphs: String) -> String {
    Frame.front + "*resolves*\n\n" + paragraphs + "\n"
  }

  // MARK: - Sequence

  @Test(
    "A gap is found once, on the first label behind it",
    arguments: [
      "a) one;\n\n«c)» two;\n\nd) three,",
      "«b)» one;\n\nc) two,",
      "*a)* one;\n\n*«c)»* two,",
      "- a) one;\n- «c)» two;\n- d) three,",
      "a)\tone;\n\n«c)»\ttwo,",
      "a) one:\n\ni) red;\n\n«iii)» green;\n\nb) two,",
      "a) one;\n\nb) two;\n\n«f)» three;\n\ng) four;\n\n«j)» five,",
      "a) one;\n\nb) two;\n\nb)bis more;\n\n«d)» three,",
    ])
  func gap(_ text: String) { expect("numbering/gap", in: clause(text)) }

  @Test(
    "Sequences that are good",
    arguments: [
      "a) one;\n\nb) two;\n\nb)bis more;\n\nb)ter more;\n\nc) three,",
      "a) one:\n\ni) red;\n\nii) green;\n\nb) two:\n\ni) red;\n\nii) green,",
      "a) one;\n\nb) two;\n\nc) three;\n\nd) four;\n\ne) five;\n\nf) six;\n\ng) seven;\n\n"
        + "h) eight;\n\ni) nine;\n\nj) ten,",
      "the reports, with a view to:\n\ni) red;\n\nii) green,",
      "a) one, notably\n16 June 2015 and the days behind it;\n\nb) two,",
      "a) the level of\n\n0.39 dB and more;\n\nb) two,",
    ])
  func good(_ text: String) { expect("numbering/gap", in: clause(text)) }

  @Test(
    "A duplicate is found on the second, a run of them once",
    arguments: [
      "a) one;\n\nb) two;\n\n«b)» three,",
      "a) one;\n\nb) two;\n\n«a)» three;\n\nb) four,",
      "a) one;\n\na)bis more;\n\n«a)bis» more;\n\nb) two,",
    ])
  func duplicate(_ text: String) { expect("numbering/duplicate", in: clause(text)) }

  @Test("A label out of order is found on the first that is smaller")
  func order() {
    expect(
      "numbering/order", in: operative("1 one;\n\n4 two;\n\n«2» three;\n\n3 four;\n\n5 five."),
      others: ["numbering/gap"])
    expect("numbering/order", in: operative("1 one;\n\n2 two;\n\n3 three;\n\n«2bis» more."))
  }

  @Test("The labels behind a lost heading begin anew")
  func lostHeading() {
    let text = clause("a) one;\n\nb) two, having noted\n\na) three;\n\nb) four,")
    #expect(findings(text).filter { $0.rule.hasPrefix("numbering") }.isEmpty)
    expect("numbering/duplicate", in: clause("a) one;\n\nb) two;\n\n«a)» three;\n\nb) four,"))
  }

  @Test("The enumeration of a sentence may go on in lines of its own")
  func sentence() {
    let text = clause("a) to prevent a) red;\n\nb) green;\n\nb) the sea,")
    #expect(findings(text, rule: "numbering/duplicate").isEmpty)
    expect("numbering/duplicate", in: clause("a) to prevent red;\n\nb) green;\n\n«b)» the sea,"))
  }

  @Test("Annexes: a run of whole sentences is judged, a table is not")
  func annex() {
    let front = operative("to light.\n\nANNEX TO RESOLUTION 999 (Dubai, 2018)\n\nLamps\n")
    expect("numbering/gap", in: front + "\na) One.\n\nb) Two.\n\n«d)» Three.\n")
    expect("numbering/gap", in: front + "\n1\t5\n\n3\t3\n\n7\t5\n")
    expect("numbering/gap", in: front + "\n3 Three.\n\n5 Five.\n\n9 Nine.\n")
  }

  @Test("A paragraph lost in the line before is named, and nothing is renumbered")
  func runOn() {
    let text = operative("1 that one be lit; 2 that two be lit;\n\n«3» that three be lit.")
    expect("numbering/gap", in: text)
    let found = findings(MarkedDraft(text).text, rule: "numbering/gap")
    #expect(found.first?.fixes.isEmpty == true)
    expect("numbering/lone-item", in: operative("«1» that one be lit; 2 that two be lit."))
  }

  // MARK: - One label

  @Test(
    "Styles of the preamble",
    arguments: [
      "«1» one;\n\n«2» two,", "«i)» one;\n\n«ii)» two,", "«(a)» one;\n\n«(b)» two,",
      "«A)» one;\n\n«B)» two,", "a) one;\n\nb) two;\n\n«3» three;\n\nd) four,",
      "a) one:\n\n«1» red;\n\n«2» green;\n\nb) two,", "«-» one;\n\n«-» two,",
    ])
  func preambularStyle(_ text: String) { expect("numbering/style", in: clause(text)) }

  @Test(
    "Styles of the operative part",
    arguments: [
      "«a)» one;\n\n«b)» two.", "«1.» one;\n\n«2.» two.", "«1)» one;\n\n«2)» two.",
      "1 one;\n\n2 two;\n\n«c)» three;\n\n4 four.",
      "1 one:\n\n«(a)» red;\n\n«(b)» green;\n\n2 two.",
    ])
  func operativeStyle(_ text: String) { expect("numbering/style", in: operative(text)) }

  @Test(
    "Good styles",
    arguments: [
      "1 one:\n\ni) red;\n\nii) green;\n\n2 two.", "1 one:\n\na) red;\n\nb) green;\n\n2 two.",
      "1 one:\n\n1.1 red;\n\n1.2 green;\n\n2 two.", "1 one:\n\n- red;\n\n- green;\n\n2 two.",
      "that lamps be lit:\n\n1 one;\n\n2 two.",
      "to light, with a view to:\n\ni) red;\n\nii) green.",
    ])
  func goodStyle(_ text: String) { expect("numbering/style", in: operative(text)) }

  @Test("A lone label")
  func lone() {
    expect("numbering/lone-item", in: clause("«a)» one,"))
    expect("numbering/lone-item", in: clause("«1» one,"))
    expect("numbering/lone-item", in: clause("«b)» one,"))
    expect("numbering/lone-item", in: clause("*«a)»* one,"))
    expect("numbering/lone-item", in: clause("«a)» one:\n\ni) red;\n\nii) green,"))
    expect("numbering/lone-item", in: clause("one:\n\ni) red;\n\nii) green,"))
    expect("numbering/lone-item", in: operative("1 one"), others: ["punctuation/document-end"])
  }

  @Test(
    "A lone label goes with its marks",
    arguments: [
      ("a) one,", "one,"), ("*a)* one,", "one,"), ("- a) one,", "one,"), ("a)\tone,", "one,"),
      ("*a) one*,", "*one*,"),
    ])
  func loneFix(_ text: String, _ after: String) {
    #expect(fixed(clause(text), rule: "numbering/lone-item") == clause(after))
  }

  @Test(
    "A label is missing",
    arguments: [
      "a) one;\n\n«»two;\n\nb) three,", "«»one;\n\na) two;\n\nb) three,",
      "a) one;\n\nb) two;\n\n«»three,", "a) one;\n\n«»two;\n\nc) three,",
      "- a) one;\n- «»two;\n- b) three,",
    ])
  func missing(_ text: String) { expect("numbering/missing", in: clause(text)) }

  @Test(
    "What needs no label",
    arguments: [
      "the following:\n\na) one;\n\nb) two,",
      "a) one:\n\ni) red;\n\nii) green;\n\nand others;\n\nb) two,",
      "a) one;\n\nb) two of the\n\nlamps,", "a) one;\n\nb) two,\n;\n\nc) three,",
    ])
  func notMissing(_ text: String) {
    #expect(findings(clause(text), rule: "numbering/missing").isEmpty)
  }

  @Test("The missing label is written as its neighbours are")
  func missingFix() {
    let text = "*a)* one;\n\ntwo;\n\n*c)* three,"
    #expect(
      fixed(clause(text), rule: "numbering/missing")
        == clause("*a)* one;\n\n*b)* two;\n\n*c)* three,"))
    #expect(
      fixed(clause("a) one;\n\ntwo;\n\nb) three,"), rule: "numbering/missing")
        == clause("a) one;\n\nb) two;\n\nc) three,"))
  }

  @Test("Letters of other scripts")
  func script() {
    for label in ["а)", "с)", "ａ)"] where label != "с)" {
      expect("numbering/script", in: clause("«\(label)» one;\n\nb) two,"))
      #expect(
        fixed(clause("\(label) one;\n\nb) two,"), rule: "numbering/script")
          == clause("a) one;\n\nb) two,"))
    }
    expect("numbering/script", in: clause("a) one;\n\nb) two;\n\n«с)» three,"))
  }

  @Test("Levels below the third")
  func depth() {
    let text =
      "1 one:\n\na) red:\n\ni) near:\n\n«-» left;\n\n«-» right;\n\nii) far;\n\nb) green;\n\n2 two."
    expect("numbering/depth", in: operative(text))
    expect(
      "numbering/depth",
      in: operative("1 one:\n\na) red:\n\n- near;\n\n- far;\n\nb) green;\n\n2 two."))
  }

  // MARK: - Residues

  @Test("Old and new labels in one are found, and nothing else about their list")
  func residues() {
    let rule = "draft/tracked-change-residue"
    expect(rule, in: clause("a) one;\n\nb) two;\n\nc) three;\n\nd) four;\n\n«ed)» five,"))
    let old = ["«76»", "«87»", "«98»", "«109»", "11", "12", "«1310»"].map { "\($0)\tmore;\n\n" }
    expect(
      rule,
      in: operative((1...6).map { "\($0)\tone;\n\n" }.joined() + old.joined() + "«1411»\tlast."))
    expect(
      rule, in: operative("1 one;\n\n«21» two;\n\n3 three;\n\n4 four;\n\n2 five;\n\n3 six."))
    expect(
      "numbering/gap", in: operative("1 one;\n\n2 two;\n\n«13» three;\n\n14 four;\n\n15 five."))
  }
}
