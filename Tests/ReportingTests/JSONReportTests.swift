import Foundation
import Reporting
import Rules
import Testing
import TextModel

@Suite struct JSONReportTests {
  private let text = "\u{FEFF}a\r\nb) é x\r\n"

  private var sample: Finding {
    let edit = TextEdit(range: range(of: "é", in: text), replacement: [0x65, 0xFF])
    return finding(
      "é", in: text, .warning, "a \"quoted\"\n\u{1B} message",
      related: [Related(message: "here", range: range(of: "b)", in: text))],
      fixes: [Fix(title: "put e", safety: .unsafe, edits: [edit])])
  }

  private let expected = """
    {"file":"a \u{FFFD}.md","rule":"numbering/gap","severity":"warning",\
    "message":"a \\"quoted\\"\\n\\u001b message",\
    "range":{"start":{"line":2,"column":4,"offset":9},"end":{"line":2,"column":6,"offset":11}},\
    "related":[{"file":"a \u{FFFD}.md","message":"here",\
    "range":{"start":{"line":2,"column":1,"offset":6},"end":{"line":2,"column":3,"offset":8}}}],\
    "fixes":[{"title":"put e","safety":"unsafe","edits":[{"file":"a \u{FFFD}.md",\
    "range":{"start":{"line":2,"column":4,"offset":9},"end":{"line":2,"column":6,"offset":11}},\
    "text":"e\u{FFFD}"}]}],"help":"rules/numbering/gap"}
    """

  private var report: FileReport {
    file(
      text, [sample], path: String(decoding: [0x61, 0x20, 0xE9] + Array(".md".utf8), as: UTF8.self))
  }

  @Test func linesAreTheFindings() {
    #expect(
      written(JSONLinesReport(context), [report, report]) == expected + "\n" + expected + "\n")
    #expect(written(JSONLinesReport(context), [file("x", [])]) == "")
  }

  @Test func oneObjectHoldsEverything() throws {
    var unknown = file("readme", [], path: "README.md")
    unknown.recognised = false
    unknown.profile = nil
    unknown.language = nil
    let json = written(
      JSONReport(context), [report, unknown, report], problems: [("gone.md", "No such file")])
    #expect(
      json == """
        {"version":1,"tool":{"name":"resolute","version":"0.1.0"},"files":[
        {"path":"a \u{FFFD}.md","recognised":true,"profile":"itu-pp","language":"en","count":1},
        {"path":"README.md","recognised":false,"profile":null,"language":null,"count":0},
        {"path":"a \u{FFFD}.md","recognised":true,"profile":"itu-pp","language":"en","count":1}],
        "findings":[
        \(expected),
        \(expected)],
        "errors":[{"path":"gone.md","message":"No such file"}],
        "summary":{"error":0,"warning":2,"information":0,"hint":0}}

        """)
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
  }

  @Test func anEmptyRunIsAWholeObject() throws {
    let json = written(JSONReport(context), [])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["version", "tool", "files", "findings", "errors", "summary"])
    for key in ["files", "findings", "errors"] { #expect((object[key] as? [Any])?.isEmpty == true) }
  }

  @Test func everyStringSurvives() throws {
    let message =
      String(String.UnicodeScalarView((0..<0x300).compactMap(Unicode.Scalar.init))) + "😀"
    let json = written(
      JSONLinesReport(context), [file("x", [finding("x", in: "x", .hint, message)])])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["message"] as? String == message)
  }
}
