import Configuration
import Rules
import Testing

@Suite("Baselines")
struct BaselineTests {
  private func entry(_ rule: String, _ print: String) -> Baseline.Entry {
    Baseline.Entry(rule: rule, fingerprint: print)
  }

  @Test("what is written is read again, and the text depends on no order")
  func roundTrip() throws {
    let all = [
      ("b.md", entry("x/y", "2")), ("a.md", entry("x/y", "1")), ("a.md", entry("m/n", "3")),
      ("a.md", entry("x/y", "0")), ("a \"b\"/\u{1B}é.md", entry("x/y", "1")),
    ]
    var one = Baseline()
    var other = Baseline()
    for (path, entry) in all { one.insert(entry, path: path) }
    for (path, entry) in all.reversed() { other.insert(entry, path: path) }
    #expect(one.text == other.text)
    #expect(one.count == 5)
    #expect(try Baseline(Array(one.text.utf8), file: "b.json") == one)
    #expect(one.contains(entry("x/y", "0"), path: "a.md"))
    #expect(!one.contains(entry("x/y", "0"), path: "b.md"))
    #expect(!one.contains(entry("x/z", "0"), path: "a.md"))
  }

  @Test("each finding has its line")
  func text() {
    var baseline = Baseline()
    baseline.insert(entry("x/y", "2"), path: "a.md")
    baseline.insert(entry("x/y", "1"), path: "a.md")
    #expect(
      baseline.text == """
        {
          "version": 1,
          "files": {
            "a.md": {
              "x/y": [
                "1",
                "2"
              ]
            }
          }
        }

        """)
  }

  @Test(
    "a file that is no baseline is refused with the place",
    arguments: [
      ("", "b.json:1:1: "), ("[]", "b.json:1:1: not a baseline"),
      (#"{"version": 2}"#, "b.json:1:13: not a baseline"),
      (#"{"version": 1}"#, "b.json:1:1: a baseline has an object 'files'"),
      (#"{"version": 1, "files": {"a": []}}"#, "b.json:1:31: 'a' takes an object"),
      (#"{"version": 1, "files": {"a": {"b": 1}}}"#, "b.json:1:37: 'b' takes an array"),
      (
        "{\"version\": 1, \"files\": {\n\"a\": {\"b\": [1]}}}", "b.json:2:13: a finding is a string"
      ),
    ])
  func broken(_ text: String, _ message: String) {
    do {
      _ = try Baseline(Array(text.utf8), file: "b.json")
      Issue.record("taken")
    } catch {
      #expect(error.description.hasPrefix(message), "\(error.description)")
    }
  }
}

@Suite("Settings: leaving a rule out")
struct SettingsEditTests {
  private func ignoring(_ rule: String, _ text: String) -> String? {
    SettingsEdit.ignoring(rule, in: Array(text.utf8)).map { edit in
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(
    "comments and order stay",
    arguments: [
      ("{}", "{\n  \"ignore\": [\"draft/reasons\"]}"),
      (
        "// mine\n{ // all\n  \"calm\": true,\n}",
        "// mine\n{\n  \"ignore\": [\"draft/reasons\"], // all\n  \"calm\": true,\n}"
      ),
      (#"{"ignore": [] /* none */}"#, #"{"ignore": ["draft/reasons"] /* none */}"#),
      (
        #"{"ignore": ["wording", /* odd */ ]}"#,
        #"{"ignore": ["wording", "draft/reasons", /* odd */ ]}"#
      ),
    ])
  func edits(_ before: String, _ after: String) {
    let new = ignoring("draft/reasons", before)
    #expect(new == after)
    let document = SettingsDocument(Array((new ?? "").utf8), file: "c.json")
    #expect(document.problems == [])
    var settings = PathSettings()
    document.apply([], to: &settings)
    #expect(!settings.rules.isOn("draft/reasons"))
    #expect(ignoring("draft/reasons", new ?? "") == nil)
  }

  @Test("what is no configuration is left alone", arguments: ["", "[]", "{", #"{"ignore": "x"}"#])
  func broken(_ text: String) { #expect(ignoring("draft/reasons", text) == nil) }

  @Test func newFile() {
    let text = SettingsEdit.newFile(ignoring: "draft/reasons")
    #expect(SettingsDocument(Array(text.utf8), file: "c.json").problems == [])
  }
}
