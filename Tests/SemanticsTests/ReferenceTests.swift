import Testing

/// Every form of an internal reference that CONVENTIONS 3.1 lists, and what 3.3 says is none.
@Suite("References")
struct ReferenceTests {
  struct Case: CustomTestStringConvertible {
    var sentence: String
    var targets: [String]
    init(_ sentence: String, _ targets: String...) {
      self.sentence = sentence
      self.targets = targets
    }
    var testDescription: String { sentence }
  }

  private func check(_ example: Case) {
    #expect(targets(draft("to " + example.sentence + ",")) == example.targets)
  }

  static let numbers = [
    Case("act in line with resolves 5 above", "resolves 5 above -> resolves | 5"),
    Case("act in line with *resolves* 5 above", "resolves 5 above -> resolves | 5"),
    Case("act in line with *resolves 5* above", "resolves 5 above -> resolves | 5"),
    Case("act in line with resolves\u{A0}5 above", "resolves 5 above -> resolves | 5"),
    Case(
      "report on resolves 1, 2 and 3 above", "resolves 1, 2 and 3 above -> resolves | 1 | 2 | 3"),
    Case(
      "report on resolves 1, 2, and 3 above", "resolves 1, 2, and 3 above -> resolves | 1 | 2 | 3"),
    Case("report on resolves 3, 4 and 5", "resolves 3, 4 and 5 -> resolves | 3 | 4 | 5"),
    Case("report on resolves 2 or 3 above", "resolves 2 or 3 above -> resolves | 2 | 3"),
    Case("report on resolves 1 to 4", "resolves 1 to 4 -> resolves | 1 | 2 | 3 | 4"),
    Case("report on resolves 1-3 above", "resolves 1-3 above -> resolves | 1 | 2 | 3"),
    Case("report on resolves 1–3 above", "resolves 1–3 above -> resolves | 1 | 2 | 3"),
    Case("act pursuant to resolves 3", "resolves 3 -> resolves | 3"),
    Case(
      "act as in resolves 3 of this resolution", "resolves 3 -> resolves | 3"),
    Case("report on resolves 4.2 above", "resolves 4.2 above -> resolves | 4 4.2"),
    Case("report on resolves 2 a) above", "resolves 2 a) above -> resolves | 2 a)"),
    Case(
      "report on resolves 2 a) and b) above", "resolves 2 a) and b) above -> resolves | 2 a) | 2 b)"
    ),
  ]
  @Test("Numbers", arguments: numbers) func readNumbers(_ example: Case) { check(example) }

  static let wholeClauses = [
    Case("act in line with resolves above", "resolves above -> resolves | 1 | 2 | 3 | 4 | 5"),
    Case("act in line with the resolves above", "resolves above -> resolves | 1 | 2 | 3 | 4 | 5"),
    Case("act in line with decides above", "decides above -> decides | -"),
    Case("act in line with bearing in mind above", "bearing in mind above -> bearing in mind | -"),
    Case(
      "act in line with instructs the ITU Council above",
      "instructs the ITU Council above -> instructs the ITU Council | 1 | 2"),
  ]
  @Test("Whole clauses", arguments: wholeClauses) func whole(_ example: Case) { check(example) }

  static let letters = [
    Case("act on considering a) above", "considering a) above -> considering | a)"),
    Case("act on *considering* *a)* above", "considering a) above -> considering | a)"),
    Case("act on considering e)", "considering e) -> considering | e)"),
    Case(
      "act on recognizing a) and b) above", "recognizing a) and b) above -> recognizing | a) | b)"),
    Case(
      "act on considering b), c) and h) above",
      "considering b), c) and h) above -> considering | b) | c) | h)"),
    Case(
      "act on *considering* *e)*, *f)*, *g)* and *h)* above",
      "considering e), f), g) and h) above -> considering | e) | f) | g) | h)"),
    Case(
      "act on considering d) and considering further d)", "considering d) -> considering | d)",
      "considering further d) -> considering further | d)"),
    Case("act on recognizing also b) above", "recognizing also b) above -> recognizing also | b)"),
    Case("act on recognizing a)", "recognizing a) -> recognizing | a)"),
    Case("act (see also *recognizing* a) above)", "recognizing a) above -> recognizing | a)"),
    Case(
      "act on considering a) to d) above",
      "considering a) to d) above -> considering | a) | b) | c) | d)"),
  ]
  @Test("Letters", arguments: letters) func readLetters(_ example: Case) { check(example) }

  static let nested = [
    Case(
      "act on considering c) ii) and e) above",
      "considering c) ii) and e) above -> considering | c) ii) | e)"),
    Case("act on recalling c) iv) above", "recalling c) iv) above -> recalling | c) iv)"),
    Case(
      "act on recalling c) ii) and iii) above",
      "recalling c) ii) and iii) above -> recalling | c) ii) | c) iii)"),
  ]
  @Test("Nested labels", arguments: nested) func readNested(_ example: Case) { check(example) }

  static let addressed = [
    Case(
      "help with instructs the ITU Council 2",
      "instructs the ITU Council 2 -> instructs the ITU Council | 2"),
    Case(
      "help with requests the Council 3 below",
      "requests the Council 3 below -> requests the Council | 3"
    ),
    Case(
      "help with instructs the Secretary-General 2 above",
      "instructs the Secretary-General 2 above -> instructs the Secretary-General, in consultation and"
        + " collaboration with the Directors of the Bureaux | 2"),
    Case(
      "help with instructs the Director of the Telecommunication Development Bureau 2 and instructs"
        + " the Secretary-General 1 above",
      "instructs the Director of the Telecommunication Development Bureau 2 -> instructs the Director"
        + " of the Telecommunication Development Bureau | 2",
      "instructs the Secretary-General 1 above -> instructs the Secretary-General, in consultation and"
        + " collaboration with the Directors of the Bureaux | 1"),
  ]
  @Test("Clauses with an addressee", arguments: addressed)
  func readAddressed(_ example: Case) { check(example) }

  @Test("A clause below may be named, and a footnote may name one")
  func footnote() {
    let text = draft("help<sup>1</sup>,") + "\n\n<sup>1</sup> See requests the Council 3 below.\n"
    #expect(targets(text) == ["requests the Council 3 below -> requests the Council | 3"])
  }

  @Test("An insertion is named with its suffix")
  func insertion() {
    let text = draft("act on noting b)bis and urges 1bis above,").replacing(
      "*bearing in mind*",
      with: "*noting*\n\na) one;\n\nb) two;\n\nb)bis more;\n\nc) three,\n\n*bearing in mind*"
    ).replacing("*decides*", with: "*urges*\n\n1 one;\n\n1bis more;\n\n2 two,\n\n*decides*")
    #expect(
      targets(text) == ["noting b)bis -> noting | b)bis", "urges 1bis above -> urges | 1bis"])
  }

  static let others = [
    "act on resolves 2 of Resolution 58 (Rev. Busan, 2014)",
    "act on recognizing e) of Resolution 4 (Dubai, 2012) of WCIT",
    "act on resolves 1 to 11 of Resolution 25 (Rev. Dubai, 2018)",
    "act on Resolution 73 (Rev. Hammamet, 2016) and, in particular, recognizing g) thereof",
    "do what Decision 5 (Rev. Dubai, 2018) stipulates in decides 1.2",
    "act on resolves 2 of that resolution",
    "apply Resolution 1312 in resolves 3, 4 and 5",
  ]
  @Test("A paragraph of another text", arguments: others)
  func readOther(_ sentence: String) {
    #expect(
      targets(draft("to \(sentence),")).allSatisfy { $0.hasSuffix("-> another text") },
      "\(targets(draft("to \(sentence),")))")
  }

  static let none = [
    "act on Resolution 102, in its considering, recognizing and emphasizing parts",
    "act, as Resolution 122 resolves that WTSA shall act",
    "act where Resolution 122 instructs the Director of TSB to act",
    "act as called for in § 50 d)",
    "act on Article 9 (2g)",
    "act, taking into account the sea",
    "act, recognizing that the sea is deep",
    "act, calling upon the ITU-D study groups",
    "act, noting the WSIS-SDG Matrix",
    "see that the Union instructs ITU to take account of it",
    "see that it resolves 60 per cent of cases",
    "see that it resolves 60% of cases",
    "act, considering 3 reports of the Council",
    "act on the special action of the Union referred to above",
    "act on the action lines referred to above",
    "act on the above-mentioned report",
    "say \"resolves 2 above\"",
  ]
  @Test("No reference at all", arguments: none)
  func readNone(_ sentence: String) {
    #expect(
      targets(draft("to \(sentence),")).allSatisfy { $0.hasSuffix("-> another text") },
      "\(targets(draft("to \(sentence),")))")
  }

  static let broken = [
    Case("act on resolves 9 above", "resolves 9 above -> resolves | missing"),
    Case("act on resolves b) above", "resolves b) above -> resolves | wrongKind"),
    Case("act on considering 2 above", "considering 2 above -> considering | wrongKind"),
    Case("act on decides 1 above", "decides 1 above -> decides | unnumbered"),
    Case("act on noting a) above", "noting a) above -> no clause"),
  ]
  @Test("What does not fit", arguments: broken) func readBroken(_ example: Case) { check(example) }
}
