import Reporting
import Rules
import Testing
import TextModel

@Suite struct TextReportTests {
  private let text = "resolves\n\n1\tto act,\n3\tto rest\n"

  private var gap: Finding {
    finding(
      "3", in: text, .error, "3 follows 1",
      related: [Related(message: "the label before", range: range(of: "1", in: text))],
      fixes: [
        Fix(
          title: "number it 2", safety: .safe,
          edits: [TextEdit(range: range(of: "3", in: text), text: "2")]),
        Fix(title: "drop it", safety: .unsafe, edits: []),
      ])
  }

  @Test func findingWithExcerptRelatedPlacesAndFixes() {
    let end = finding("", in: text, rule: "punctuation/document-end", .warning, "no stop")
    #expect(
      written(TextReport(isColoured: false), [file(text, [gap, end]), file("x", [])]) == """
        draft.md:4:1: error: 3 follows 1 [numbering/gap]
          4 | 3   to rest
            | ^
            = draft.md:3:1: the label before
            = fix: number it 2
            = unsafe fix: drop it
        draft.md:5:1: warning: no stop [punctuation/document-end]
          5 |
            | ‸
        2 findings (1 error, 1 warning) in 1 of 2 resolution texts; 1 can be fixed with --fix.

        """)
  }

  @Test func coloursOnlyWhenAsked() {
    let plain = written(TextReport(isColoured: false), [file(text, [gap])])
    let coloured = written(TextReport(isColoured: true), [file(text, [gap])])
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1;31merror\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[1;31m^\u{1B}[0m"))
    #expect(coloured.replacing(codes: ()) == plain)
  }

  @Test func nothingFromOutsideReachesTheTerminalRaw() {
    let evil = "\u{1B}]0;x\u{7}"
    let finding = Finding(
      rule: "a/\(evil)", severity: .hint, message: evil, range: 0..<1,
      related: [Related(message: evil, range: 0..<0)],
      fixes: [Fix(title: evil, safety: .safe, edits: [])])
    let report = file(evil, [finding], path: "a\(evil)\n.md")
    for text in [
      written(TextReport(isColoured: false), [report]), written(CompactReport(), [report]),
    ] {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(text.contains("a\\u{1b}]0;x\\u{7}\\n.md:1:1"))
    }
  }

  @Test func summaryCountsEveryLevel() {
    let levels = Severity.allCases.flatMap { [$0, $0] }
    let findings = levels.map { finding("1", in: text, $0) }
    var unknown = file("readme", [])
    unknown.recognised = false
    #expect(
      written(TextReport(isColoured: false), [file(text, findings), unknown]).hasSuffix(
        "8 findings (2 errors, 2 warnings, 2 information, 2 hints) in 1 of 1 resolution text"
          + " (1 of 2 files not recognised).\n"))
    #expect(
      written(TextReport(isColoured: false), [file(text, [])])
        == "No findings in 1 resolution text.\n")
  }

  @Test func compactIsOneLineEach() {
    #expect(
      written(CompactReport(), [file(text, [gap, gap])])
        == String(repeating: "draft.md:4:1: error: 3 follows 1 [numbering/gap]\n", count: 2))
  }
}

@Suite struct TallyTests {
  @Test func tableCountsRulesAndTotals() {
    let text = "ab"
    let many = (0..<12).map { _ in finding("a", in: text, rule: "z/often", .hint) }
    var tally = Tally(file(text, many + [finding("b", in: text, rule: "a/once")]))
    tally.add(Tally(file(text, [finding("b", in: text, rule: "a/other", .warning)])))
    tally.add(Tally(file(text, [finding("b", in: text, rule: "z/often", .error)])))
    #expect(
      tally.table() == """
           13  error        z/often
            1  error        a/once
            1  warning      a/other
           15  total        in 3 of 3 files, 3 recognised

        """)
    #expect(tally.worst == .error)
    #expect(tally.count(of: .hint) == 12)
    #expect(Tally().worst == nil)
  }
}

extension String {
  /// Without the codes of colours.
  fileprivate func replacing(codes: ()) -> String {
    var text = ""
    var inside = false
    for character in self {
      if character == "\u{1B}" { inside = true }
      if !inside { text.append(character) }
      if inside, character == "m" { inside = false }
    }
    return text
  }
}
