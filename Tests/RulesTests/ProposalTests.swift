import Rules
import Testing

@Suite("Proposals")
struct ProposalTests {
  private static let body = """

    Lamps and radio logs in small harbours

    The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),

    *recalling*

    the report on harbour radio,

    *resolves*

    to continue this work.


    """

  private static func proposal(_ mark: String, _ title: String, reasons: String = "Yes.") -> String
  {
    "\(mark)\n\n\(title)\n\(body)Reasons: \(reasons)\n"
  }

  // MARK: - Marks

  @Test(arguments: [
    ("«ADD» SEN/56/1", "RESOLUTION 999 (Rev. Bucharest, 2022)"),
    ("«ADD» SEN/56/1", "RESOLUTION 999 (Bucharest, 2022)"),
    ("«ADD*» SEN/56/1", "RESOLUTION 999 (Bucharest, 2022)"),
    ("«ADD»SEN/56/1", "RESOLUTION 999 (Bucharest, 2022)"),
    ("«MOD» AFCP/42A1/1", "DRAFT NEW RESOLUTION [AFCP-1]"),
    ("MOD AFCP/42A1/1#50001", "RESOLUTION 999 «(Bucharest, 2022)»"),
    ("MOD", "RESOLUTION 999 «(Bucharest, 2022)»"),
    ("«NOC» SEN/56/1", "DRAFT NEW RESOLUTION [SEN-1]"),
    ("«SUP» SEN/56/1", "RESOLUTION 999 (Bucharest, 2022)"),
    ("«Mod» SEN/56/1", "RESOLUTION 999 (Rev. Bucharest, 2022)"),
    ("«MODD» SEN/56/1", "RESOLUTION 999 (Rev. Bucharest, 2022)"),
    ("«DEL» SEN/56/1", "RESOLUTION 999 (Rev. Bucharest, 2022)"),
    ("MOD «SEN/56»", "RESOLUTION 999 (Rev. Bucharest, 2022)"),
    ("MOD «Sen/56/1»", "RESOLUTION 999 (Rev. Bucharest, 2022)"),
  ])
  func wrong(_ mark: String, _ title: String) {
    expect("draft/proposal-mark", in: Self.proposal(mark, title))
  }

  @Test(arguments: [
    ("ADD SEN/56/1", "DRAFT NEW RESOLUTION [SEN-1]"),
    ("ADD SEN/56/1", "RESOLUTION COM6/4 (Bucharest, 2022)"),
    ("ADDSEN/56/1", "DRAFT NEW RESOLUTION [SEN-1]"),
    ("MOD AFCP/42A1/1", "RESOLUTION 999 (Rev. Bucharest, 2022)"),
    ("MOD", "RESOLUTION 999 (REV. BUCHAREST, 2022)"),
    ("(MOD) SEN/56/1", "RESOLUTION 999 (Bucharest, 2022)"),
    ("NOC SEN/56/1", "RESOLUTION 999 (Bucharest, 2022)"),
    ("**NOC** SEN/56/1", "RESOLUTION 999 (Bucharest, 2022)"),
    ("OTHER SEN/56/1", "RESOLUTION 999 (Bucharest, 2022)"),
    ("Document SEN/56/1", "RESOLUTION 999 (Bucharest, 2022)"),
  ])
  func right(_ mark: String, _ title: String) {
    expect("draft/proposal-mark", in: Self.proposal(mark, title), others: ["structure/title"])
  }

  @Test("A mark on the title's line")
  func inline() {
    expect(
      "draft/proposal-mark",
      in: Self.proposal("", "«ADD» RESOLUTION 999 (Rev. Bucharest, 2022)"))
    expect(
      "draft/proposal-mark", in: Self.proposal("", "MOD RESOLUTION 999 (Rev. Bucharest, 2022)"))
  }

  @Test("Only letters of another size leave no doubt")
  func fixes() {
    let title = "RESOLUTION 999 (Rev. Bucharest, 2022)"
    for (mark, mended, isSafe) in [("Sup", "SUP", true), ("MODD", "MOD", false)] {
      let text = Self.proposal("\(mark) SEN/56/1", title)
      #expect(fixed(text, rule: "draft/proposal-mark").hasPrefix("\(mended) SEN/56/1"))
      let fix = findings(text, rule: "draft/proposal-mark").first?.fixes.first
      #expect(fix?.safety == (isSafe ? .safe : .unsafe))
    }
    let text = Self.proposal("MOD SEN/56/1", "RESOLUTION 999 (Bucharest, 2022)")
    #expect(fixed(text, rule: "draft/proposal-mark").contains("(Rev. Bucharest, 2022)\n\nLamps"))
  }

  // MARK: - Reasons

  private static let twice = """
    «MOD SEN/56/1»

    RESOLUTION 999 (Rev. Bucharest, 2022)
    \(body)
    «SUP SEN/56/2»

    RESOLUTION 998 (Dubai, 2018)

    Bells

    NOC SEN/56/3

    RESOLUTION 997 (Dubai, 2018)

    Horns

    __«NOC SEN/56/4»__

    RESOLUTION 996 (Dubai, 2018)

    Whistles

    MOD SEN/56/5

    RESOLUTION 995 (Rev. Bucharest, 2022)
    \(body)
    «Reasons:»

    MOD SEN/56/6

    RESOLUTION 994 (Rev. Bucharest, 2022)
    \(body)
    **Reasons:**

    1 The lamps are old.

    2 The logs are full.

    The harbours ask for it.

    """

  @Test("Each numbered proposal has its own")
  func reasons() { expect("draft/reasons", in: Self.twice) }

  @Test("A text that breaks off has lost its reasons with its end")
  func brokenOff() {
    let text = "MOD SEN/56/1\n\nRESOLUTION 999 (Rev. Bucharest, 2022)\n\(Self.body)"
    let cut = text.replacing("to continue this work.", with: "to continue this")
    expect("draft/reasons", in: cut, others: ["punctuation/document-end"])
    expect("draft/reasons", in: text.replacing("MOD SEN/56/1", with: "«MOD SEN/56/1»"))
  }

  @Test("A mark without a number is a working document's")
  func unnumbered() {
    expect(
      "draft/reasons", in: "MOD\n\nRESOLUTION 999 (Rev. Bucharest, 2022)\n\(Self.body)")
  }

  @Test("Reasons of several paragraphs are no part of a clause, nor of the subject")
  func reasonsAreNoParagraphs() {
    let text = """
      SUP SEN/56/1

      RESOLUTION 998 (Dubai, 2018)

      Reasons:

      1 bells rust;

      3 and the rust is not removed

      \(Self.proposal("MOD SEN/56/2", "RESOLUTION 999 (Rev. Bucharest, 2022)", reasons: "\n\n3 Old"))
      """
    expect("draft/reasons", in: text)
  }
}
