import Configuration
import Rules
import TestSupport
import Testing

@testable import Workspace

@Suite("Settings that extend others")
struct ExtendsTests {
  private func found(
    _ files: [String: String], for path: String = "x.md", git: Bool = false,
    links: [String: String] = [:]
  ) throws -> (settings: PathSettings, problems: [String], files: [String]) {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write("top/" + name, text) }
    if git { try folder.write("top/.git/") }
    try folder.write("outside.json", #"{"profile": "itu-ra"}"#)
    try folder.write("outside.tsv", "form\tright\nbuoy\tfloat\n")
    for (name, target) in links { try folder.link("top/" + name, to: target) }
    let found = SettingsFinder().settings(for: FilePath(folder / "top/" + path))
    func plain(_ text: String) -> String {
      text.split(separator: folder.path + "/top/", omittingEmptySubsequences: false).joined()
    }
    return (
      found.settings, found.reports.flatMap(\.problems).map { plain($0.description) },
      found.files.map { plain($0.text) }
    )
  }

  @Test("what a file says goes over what it extends, later ones over earlier ones")
  func order() throws {
    let one = try found([
      ".resolute.json": #"{"extends": ["a.json", "b.json"], "calm": false}"#,
      "a.json": #"{"profile": "itu-ra", "max-findings": 5, "ignore": ["draft"]}"#,
      "b.json": #"{"extends": "c/c.json", "profile": "itu-wtsa", "calm": true}"#,
      "c/c.json": #"{"max-findings": 7, "profile": "itu-wrc", "ignore": ["citation"]}"#,
    ])
    #expect(one.problems == [])
    #expect(one.settings.profile == "itu-wtsa")
    #expect(one.settings.maxFindings == 7)
    #expect(!one.settings.calm)
    #expect(one.settings.rules.ignore == ["draft", "citation"])
    #expect(one.files == ["a.json", "c/c.json", "b.json", ".resolute.json"])
    #expect(one.settings.origins["max-findings"]?.count == 1)
  }

  @Test("paths in an extended file are relative to it")
  func overrides() throws {
    let files = [
      ".resolute.json": #"{"extends": "part/base.json"}"#,
      "part/base.json": #"{"overrides": [{"paths": ["old/*"], "status": "final"}]}"#,
    ]
    #expect(try found(files, for: "part/old/x.md").settings.rules.status == .final)
    #expect(try found(files, for: "old/x.md").settings.rules.status == .draft)
  }

  @Test("a circle is told where it closes, and the rest counts")
  func circle() throws {
    let one = try found([
      ".resolute.json": "{\"extends\": \"a.json\",\n \"calm\": false}",
      "a.json": "{\n  \"extends\": \"b.json\", \"profile\": \"itu-ra\"}",
      "b.json": #"{"extends": "a.json", "max-findings": 9}"#,
    ])
    #expect(
      one.problems == [
        "b.json:1:13: 'extends': 'a.json' leads back to itself: a.json → b.json → a.json"
      ])
    #expect(one.settings.profile == "itu-ra" && one.settings.maxFindings == 9)
    #expect(!one.settings.calm)
    let own = try found([".resolute.json": #"{"extends": ".resolute.json"}"#])
    #expect(own.problems.count == 1)
  }

  @Test("what is wrong in an extended file is told with its place there")
  func problems() throws {
    let one = try found([
      ".resolute.json": #"{"extends": ["a.json", "gone.json"]}"#, "a.json": "{\n  \"calmm\": 1}",
    ])
    #expect(
      one.problems.sorted() == [
        ".resolute.json:1:24: 'extends': 'gone.json' cannot be read: No such file or directory",
        "a.json:2:3: unknown key 'calmm'; did you mean 'calm'?",
      ])
  }

  @Test("files outside are not read, by name or through a link, but within a repository")
  func outside() throws {
    let up = [".resolute.json": #"{"extends": "../outside.json"}"#]
    let one = try found(up)
    #expect(one.settings.profile == nil)
    #expect(
      one.problems == [
        ".resolute.json:1:13: 'extends': '../outside.json' lies outside the folder of the"
          + " configuration, so it is not read"
      ])
    let link = try found(
      [".resolute.json": #"{"extends": "in.json", "words": ["in.tsv"]}"#],
      links: ["in.json": "../outside.json", "in.tsv": "../outside.tsv"])
    #expect(link.settings.profile == nil)
    #expect(link.problems.count == 2)
    #expect(link.files == [".resolute.json"])
    let inside = [
      "sub/.resolute.json": #"{"extends": "../base.json"}"#, "base.json": #"{"calm": false}"#,
    ]
    #expect(try found(inside, for: "sub/x.md").problems.count == 1)
    #expect(try !found(inside, for: "sub/x.md", git: true).settings.calm)
    #expect(
      try found([".resolute.json": #"{"extends": "/etc/passwd"}"#]).problems.count == 1)
  }

  @Test("a file reached on two ways counts once")
  func diamond() throws {
    var files = [".resolute.json": #"{"extends": ["l0.json", "r0.json"]}"#]
    for level in 0..<30 {
      let next = #"{"extends": ["l\#(level + 1).json", "r\#(level + 1).json"]}"#
      files["l\(level).json"] = next
      files["r\(level).json"] = next
    }
    files["l30.json"] = "{}"
    files["r30.json"] = "{}"
    #expect(try found(files).files.count == 63)
  }
}
