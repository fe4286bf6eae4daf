import Foundation
import Reporting
import Rules
import Testing
import TextModel

/// What each format for programs looks like, byte for byte, with words that need escaping. That real
/// readers take them is checked by `Tests/reports/run`.
@Suite struct ProgramReportTests {
  private let text = "\u{FEFF}a\r\né: b) x\r\n"
  private let path = "/top/a:b,c%\n<|.md"

  private var sample: Finding {
    finding(
      "b)", in: text, .warning, "100% <\"of\">, `x|y`: [b]\u{1B}[0m\n",
      related: [Related(message: "here", range: range(of: "é", in: text))],
      fixes: [
        Fix(
          title: "put c", safety: .unsafe,
          edits: [TextEdit(range: range(of: "b", in: text), text: "c")])
      ])
  }

  private let context = ReportContext(
    version: "0.1.0", root: "/top", fails: { $0 <= .warning },
    page: { _ in .init(summary: "A gap.", manual: "A gap.\n\nMore.", severity: .error) },
    help: { "rules/\($0)" })

  private var files: [FileReport] {
    [file(text, [sample], path: path), file("fine", [], path: "fine.md")]
  }

  @Test func gitHub() {
    #expect(
      written(GitHubReport(context), files, problems: [("/top/gone.md", "not, there")]) == """
        ::warning file=a%3Ab%2Cc%25\\n<|.md,line=2,endLine=2,col=4,endColumn=6,\
        title=numbering/gap::100%25 <"of">, `x|y`: [b]\\u{1b}[0m\\n
        ::error file=gone.md::not, there

        """)
  }

  @Test func gitHubGivesNoColumnsAcrossLines() {
    let over = Finding(rule: "a/b", severity: .hint, message: "m", range: 3..<9)
    #expect(
      written(GitHubReport(context), [file(text, [over])])
        == "::notice file=draft.md,line=1,endLine=2,title=a/b::m\n")
  }

  @Test func gitLab() throws {
    let report = written(GitLabReport(context), files + files)
    let issues = try #require(
      try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [[String: Any]])
    #expect(issues.count == 2)
    #expect(issues[0]["check_name"] as? String == "numbering/gap")
    #expect(issues[0]["severity"] as? String == "minor")
    let location = try #require(issues[0]["location"] as? [String: Any])
    #expect(location["path"] as? String == "a:b,c%\n<|.md")
    #expect((location["lines"] as? [String: Int]) == ["begin": 2, "end": 2])
    #expect(written(GitLabReport(context), []) == "[]\n")
  }

  @Test func jUnit() {
    let name = "a:b,c%\\n&lt;|.md"
    #expect(
      written(JUnitReport(context), files, problems: [("gone", "a & b")]) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="resolute">
          <testsuite name="\(name)" tests="1" failures="1" errors="0" skipped="0">
            <testcase classname="\(name)" name="numbering/gap at 2:5" file="\(name)" line="2">
              <failure type="numbering/gap" message="100% &lt;&quot;of&quot;&gt;, `x|y`: \
        [b]\\u{1b}[0m\\n">\(name):2:5: warning: 100% &lt;&quot;of&quot;&gt;, `x|y`: [b]\\u{1b}[0m\\n
        rules/numbering/gap</failure>
            </testcase>
          </testsuite>
          <testsuite name="fine.md" tests="1" failures="0" errors="0" skipped="0">
            <testcase classname="fine.md" name="no findings"/>
          </testsuite>
          <testsuite name="gone" tests="1" failures="0" errors="1" skipped="0">
            <testcase classname="gone" name="readable">
              <error type="problem" message="a &amp; b"/>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func jUnitSkipsWhatDoesNotFail() {
    var mild = sample
    mild.severity = .hint
    let report = written(JUnitReport(context), [file(text, [mild], path: "a.md")])
    #expect(report.contains("failures=\"0\" errors=\"0\" skipped=\"1\""))
    #expect(report.contains("<skipped message=\"hint: 100%"))
    #expect(!report.contains("<failure"))
  }

  @Test func markdown() {
    #expect(
      written(MarkdownReport(context), files, problems: [("gone_1.md", "no")]) == """
        # resolute

        ## a:b,c%\\\\n&lt;\\|.md

        | place | level | finding | rule |
        |---|---|---|---|
        | 2:5 | warning | 100% &lt;"of"&gt;, `x\\|y`: \\[b\\]\\\\u{1b}\\[0m\\\\n | `numbering/gap` |

        ## Problems

        - gone\\_1.md: no

        1 finding (1 warning) in 1 of 2 resolution texts.

        """)
  }

  @Test func sarif() throws {
    let report = written(SarifReport(context), files, problems: [("/elsewhere/x y.md", "no")])
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [NSDictionary])?.first)
    let place: NSDictionary = [
      "artifactLocation": ["uri": "a%3Ab%2Cc%25%0A%3C%7C.md", "uriBaseId": "%SRCROOT%"],
      "region": ["startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 6],
    ]
    let first = (result["locations"] as? [NSDictionary])?.first
    #expect(first?["physicalLocation"] as? NSDictionary == place)
    #expect(result["level"] as? String == "warning")
    #expect((result["relatedLocations"] as? [Any])?.count == 1)
    let fix = (result["fixes"] as? [NSDictionary])?.first
    #expect((fix?["description"] as? NSDictionary)?["text"] as? String == "put c (unsafe)")
    let notification =
      ((run["invocations"] as? [NSDictionary])?.first?[
        "toolExecutionNotifications"] as? [NSDictionary])?.first
    #expect("\(notification ?? [:])".contains("file:///elsewhere/x%20y.md"))
    let driver = (run["tool"] as? NSDictionary)?["driver"] as? NSDictionary
    let rule = (driver?["rules"] as? [NSDictionary])?.first
    #expect((rule?["help"] as? NSDictionary)?["markdown"] as? String == "A gap.\n\nMore.")
  }
}

@Suite struct FingerprintTests {
  private func prints(_ text: String, _ marks: String...) -> [String] {
    Fingerprint.all(of: marks.map { finding($0, in: text) }, in: Array(text.utf8))
  }

  @Test func linesElsewhereDoNotMatter() {
    let before = prints("one\n\n  a) two;\nthree\n", "two")
    #expect(prints("new\none\nmore\n\na)  two;  \r\nelse\n", "two") == before)
    #expect(before[0].utf8.count == 16)
  }

  @Test func theLineTheWordsAndTheRuleMatter() {
    let before = prints("a) two;\n", "two")
    #expect(prints("a) two,\n", "two") != before)
    #expect(prints("b) two;\n", "two") != before)
    #expect(prints("a) two;\n", "a)") != before)
    let other = finding("two", in: "a) two;\n", rule: "numbering/order")
    #expect(Fingerprint.all(of: [other], in: Array("a) two;\n".utf8)) != before)
  }

  @Test func equalLinesAreToldApart() {
    let text = "x\nx\nx\n"
    let findings = [0..<1, 2..<3, 4..<5].map {
      Finding(rule: "a/b", severity: .error, message: "", range: $0)
    }
    let prints = Fingerprint.all(of: findings, in: Array(text.utf8))
    #expect(Set(prints).count == 3)
    #expect(Fingerprint.all(of: Array(findings[..<2]), in: Array(text.utf8)) == Array(prints[..<2]))
  }

  @Test func placesOutsideTheTextAreTakenToItsEnds() {
    let far = Finding(rule: "a/b", severity: .error, message: "", range: -5..<900)
    #expect(Fingerprint.all(of: [far], in: []).count == 1)
  }
}
