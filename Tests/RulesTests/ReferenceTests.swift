import Rules
import Testing

@Suite("reference")
struct ReferenceTests {
  /// A text with clauses of every kind and one sentence that refers.
  private func draft(_ sentence: String, _ second: String = "to ring the bells") -> String {
    Frame.front + """
      *recalling*

      a) one;

      b) two;

      c) three:

      i) red;

      ii) green;

      d) four,

      *recognizing*

      the sea,

      *resolves*

      1 \(sentence);

      2 \(second);

      3 to light the lamps,

      *instructs the ITU Council*

      1 to meet;

      2 to part.

      """
  }

  @Test(
    "Labels that are not there",
    arguments: [
      "act on *recalling* *«e)»* above", "act on recalling a), «f)» and «g)» above",
      "act on recalling «c) iii)» above", "act on resolves «4» below",
      "act on «noting a) above»", "act on instructs the ITU Council «3» below",
    ])
  func dangling(_ sentence: String) { expect("reference/dangling", in: draft("to " + sentence)) }

  @Test(
    "References that are good",
    arguments: [
      "act on recalling a), b) and c) ii) above", "act on resolves 2 and 3 below",
      "act on recognizing above", "act on instructs the ITU Council 1 and 2 below",
      "act on resolves 9 of Resolution 58 (Rev. Busan, 2014)",
      "act on recalling a) to d) above",
    ])
  func good(_ sentence: String) {
    let found = findings(draft("to " + sentence)).filter { $0.rule.hasPrefix("reference") }
    #expect(found.isEmpty, "\(found.map { "\($0.rule) \($0.message)" })")
  }

  @Test("A misspelt heading, an unlabelled paragraph, a mashed label are the cause alone")
  func causes() {
    func clean(_ text: String) {
      let found = findings(text, rule: "reference/dangling")
      #expect(found.isEmpty, "\(found)\n\(text)")
    }
    clean(draft("to act on recalling a) above").replacing("*recalling*", with: "*recaling*"))
    clean(draft("to act on recalling b) above").replacing("b) two", with: "two"))
    clean(draft("to act on recalling e) above").replacing("d) four", with: "de) four"))
  }

  @Test(
    "Directions",
    arguments: [
      "act on recalling a) «below»", "act on resolves 2 «above»", "act on recognizing «below»",
      "act on instructs the ITU Council 1 and 2 «above»",
    ])
  func direction(_ sentence: String) {
    let marked = draft("to " + sentence)
    expect("reference/direction", in: marked)
    let text = MarkedDraft(marked).text
    #expect(findings(fixed(text, rule: "reference/direction"), rule: "reference/direction").isEmpty)
  }

  @Test("Some above and some below: found without a fix")
  func mixedDirection() {
    let text = draft("to light", "to act on resolves 1 and 3 «above»")
    expect("reference/direction", in: text)
    #expect(
      findings(MarkedDraft(text).text, rule: "reference/direction").allSatisfy { $0.fixes.isEmpty })
  }

  @Test("Labels of the wrong kind")
  func labelKind() {
    expect("reference/label-kind", in: draft("to act on recalling «2» above"))
    expect("reference/label-kind", in: draft("to act on resolves «b)» below"))
    #expect(
      fixed(draft("to act on recalling 2 above"), rule: "reference/label-kind")
        == draft("to act on recalling b) above"))
    // The labels of the clause are at fault, not the reference.
    let text = draft("to act on resolves 2 below").replacing("1 to", with: "a) to")
      .replacing("2 to", with: "b) to").replacing("3 to", with: "c) to")
    #expect(findings(text, rule: "reference/label-kind").isEmpty)
  }

  @Test("A label in a clause without labels is found once")
  func unnumbered() {
    expect("reference/unnumbered", in: draft("to act on recognizing «a)» above"))
    expect("reference/unnumbered", in: draft("to act on recognizing «a), b) and c)» above"))
    #expect(
      fixed(draft("to act on *recognizing* a) above"), rule: "reference/unnumbered")
        == draft("to act on *recognizing* above"))
  }

  @Test("A paragraph that refers to itself")
  func itself() {
    expect("reference/self", in: draft("to act on resolves «1» of this resolution"))
    expect("reference/self", in: draft("to light", "to act on resolves 1 and «2» above"))
    expect(
      "reference/self",
      in: draft("to light").replacing("the sea,", with: "the sea and «recognizing above»,"))
  }

  @Test("Ranges that run backwards")
  func range() {
    expect("reference/range", in: draft("to act on recalling «c) to a)» above"))
    expect("reference/range", in: draft("to act on recalling «b)–b)» above"))
    expect("reference/range", in: draft("to act on resolves «3 to 2» below"))
    #expect(
      fixed(draft("to act on resolves 3 to 2 below"), rule: "reference/range")
        == draft("to act on resolves 2 to 3 below"))
    expect("reference/range", in: draft("to act on resolves 2 to 3 below"))
  }

  @Test("A numbered clause named as a whole")
  func wholeClause() {
    expect("reference/whole-clause", in: draft("to act on «recalling above»"))
    expect("reference/whole-clause", in: draft("to act on recognizing above"))
  }

  @Test("Two clauses that fit; a heading that stands twice is another fault")
  func ambiguous() {
    let council = "*instructs the ITU Council*\n\n1 to meet;\n\n2 to part."
    let first = council.replacing("Council*", with: "Council, in consultation with Member States*")
    let second = council.replacing("Council*", with: "Council, in cooperation with Member States*")
    let text = draft("to act on «instructs the ITU Council 2 below»")
    expect(
      "reference/ambiguous",
      in: text.replacing(council, with: first.replacing("part.", with: "part,") + "\n\n" + second))
    expect("reference/ambiguous", in: draft("to act on instructs the ITU Council 2 below"))
    let twice = draft("to act on instructs the ITU Council 2 below").replacing(
      council, with: council.replacing("part.", with: "part,") + "\n\n" + council)
    #expect(findings(twice, rule: "reference/ambiguous").isEmpty)
  }
}
