import Catalogue
import Configuration
import JSON
import Rules
import TestSupport
import Testing

@testable import Workspace

/// A folder with files, and what holds in it.
private func facts(
  _ files: [String: String], for path: String, _ source: SettingsFinder.Source = .nearest,
  editor: SettingsDocument? = nil
) throws -> (settings: PathSettings, problems: [String]) {
  let folder = try TemporaryFolder()
  for (name, text) in files { try folder.write(name, text) }
  let finder = SettingsFinder(source, editor: editor, root: FilePath(folder.path))
  let found = finder.settings(for: FilePath(folder / path))
  let problems = found.reports.flatMap(\.problems).map(\.description)
  return (
    found.settings,
    problems.map { problem in
      problem.split(separator: folder.path + "/", omittingEmptySubsequences: false).joined()
    }
  )
}

@Suite("Settings for a path")
struct SettingsFinderTests {
  @Test("the nearest file upward counts, and only that one")
  func nearest() throws {
    let files = [
      ".resolute.json": #"{"profile": "itu-ra", "calm": false}"#,
      "a/.resolute.json": #"{"profile": "itu-wtsa"}"#, "a/b/x.md": "", "y.md": "",
    ]
    #expect(try facts(files, for: "y.md").settings.profile == "itu-ra")
    #expect(try facts(files, for: "a/b/x.md").settings.profile == "itu-wtsa")
    #expect(try facts(files, for: "a/b/x.md").settings.calm)
    #expect(try facts(files, for: "a/new/folder/x.md").settings.profile == "itu-wtsa")
    #expect(try facts(files, for: "y.md", .none).settings.profile == nil)
  }

  @Test("overrides count from the folder of the file")
  func overrides() throws {
    let files = [
      ".resolute.json": #"{"overrides": [{"paths": ["a/*.md"], "status": "final"}]}"#,
      "a/x.md": "", "b/a/x.md": "",
    ]
    #expect(try facts(files, for: "a/x.md").settings.rules.status == .final)
    #expect(try facts(files, for: "b/a/x.md").settings.rules.status == .draft)
  }

  @Test("the editor's settings go over the file's, those of the command line over both")
  func layers() throws {
    let folder = try TemporaryFolder()
    try folder.write(".resolute.json", #"{"profile": "itu-ra", "calm": false, "as-of": "2010"}"#)
    let finder = SettingsFinder(
      editor: SettingsDocument(editor: [
        "profile": "itu-wtsa", "as-of": "2014",
        "overrides": [["paths": ["x.md"], "max-findings": 3]],
      ]), root: FilePath(folder.path),
      options: try SettingsLayer(options: [(key: "as-of", value: "2018")]))
    let settings = finder.settings(for: FilePath(folder / "x.md")).settings
    #expect(settings.profile == "itu-wtsa")
    #expect(!settings.calm)
    #expect(settings.rules.asOf == AsOfDate("2018"))
    #expect(settings.maxFindings == 3)
    #expect(finder.settings(for: FilePath(folder / "y.md")).settings.maxFindings == 1000)
    #expect(settings.origins["as-of"] == [.option("--as-of")])
    #expect(settings.origins["profile"] == [.editor])
  }

  @Test("texts with the same settings share them, so that one judge serves all")
  func identity() throws {
    let folder = try TemporaryFolder()
    try folder.write(".resolute.json", #"{"registers": ["own.tsv"]}"#)
    try folder.write("own.tsv", "body\tkind\tnumber\nPP\tresolution\t900\n")
    let finder = SettingsFinder()
    let first = finder.settings(for: FilePath(folder / "x.md"))
    let second = finder.settings(for: FilePath(folder / "a/y.md"))
    #expect(first.settings.rules == second.settings.rules)
    #expect(first.settings.rules != RuleSettings())
    let register = first.settings.rules.knowledge.register
    #expect(register.entry(body: "PP", kind: .resolution, number: "900") != nil)
  }

  @Test(
    "a broken register gives one message, the rest is used",
    arguments: [
      (#"["own.json"]"#, "{\"texts\": [}", "own.json:1:12: expected a value, found '}'"),
      (
        #"["own.json"]"#,
        #"[{"body": "PP", "kind": "resolution", "number": 900}, {"body": "PP", "kind": "law","#
          + #" "number": 1}, {"number": 3}]"#,
        "own.json:1:78: no kind of text is called 'law'; known: resolution, decision,"
          + " recommendation, opinion (and 1 more)"
      ),
      (
        #"["gone.tsv"]"#, "",
        ".resolute.json:1:16: register 'gone.tsv': No such file or directory"
      ),
      (
        #"["../own.tsv"]"#, "",
        ".resolute.json:1:16: register '../own.tsv': lies outside the folder of the configuration,"
          + " so it is not read"
      ),
      (
        #"["own.csv"]"#, "",
        ".resolute.json:1:16: register 'own.csv': a register is a .json or a .tsv file"
      ),
      (
        #"["own.tsv"]"#, "body\tkind\tnumber\nPP\tresolution\t900\nPP\tresolution\t900\n",
        "own.tsv:3:1: the same text stands in line 2; both are used"
      ),
    ])
  func registers(_ list: String, _ text: String, _ message: String) throws {
    let name = list.split(separator: "\"")[1]
    var files = [".resolute.json": "{\"registers\": \(list), \"calm\": false}"]
    if !text.isEmpty { files[String(name)] = text }
    let (settings, problems) = try facts(files, for: "x.md")
    #expect(problems == [message])
    #expect(!settings.calm)
    let known = settings.rules.knowledge.register.entry(
      body: "PP", kind: .resolution, number: "900")
    #expect((known != nil) == text.contains("900"))
  }

  @Test("what cannot be read is told")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    try folder.write(".resolute.json/x.md", "")
    let found = SettingsFinder().settings(for: FilePath(folder / "y.md"))
    #expect(
      found.reports.flatMap(\.problems).map(\.message) == ["a folder, not a regular file"])
    let missing = SettingsFinder(.file(FilePath(folder / "no.json")))
    let told = missing.settings(for: FilePath(folder / "y.md")).reports.flatMap(\.problems)
    #expect(told.map(\.message) == ["No such file or directory"])
  }

  @Test(
    "paths that leave a folder",
    arguments: [
      ("a.tsv", false), ("a/../b.tsv", false), ("./a/./b.tsv", false), ("../a.tsv", true),
      ("a/../../b.tsv", true), ("/a.tsv", true), ("..a/b.tsv", false),
    ])
  func leaving(_ path: String, _ leaves: Bool) {
    #expect(KnowledgeReader.leaves(path) == leaves)
  }
}
