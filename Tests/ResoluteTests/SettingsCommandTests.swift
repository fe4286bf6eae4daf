import Configuration
import TestSupport
import Testing

@testable import resolute

@Suite struct SettingsCommandTests {
  @Test func initWritesAFileOnce() throws {
    let scene = try Scene()
    let run = try scene.run("init", "~")
    #expect(run.status == 0)
    #expect(
      run.errors == "resolute: ~/.resolute.json is written; every key in it is a comment yet\n")
    #expect(try scene.folder.text(".resolute.json") == SettingsTemplate.text)
    #expect(try scene.folder.names() == [".resolute.json"])
    try scene.folder.write(".resolute.json", "mine")
    let again = try scene.run("init", "~")
    #expect(again.status == 2)
    #expect(again.errors == "resolute: ~/.resolute.json: already there, so nothing was written\n")
    #expect(try scene.folder.text(".resolute.json") == "mine")
    #expect(try scene.run("init", "~/no").status == 2)
  }

  @Test func initFollowsNoLink() throws {
    let scene = try Scene()
    try scene.folder.link(".resolute.json", to: "elsewhere")
    #expect(try scene.run("init", "~").status == 2)
    #expect(try scene.folder.names() == [".resolute.json"])
  }

  @Test func configShowsValuesAndOrigins() throws {
    let scene = try Scene([
      ".resolute.json": "{\n  \"extends\": \"base.json\",\n  \"ignore\": [\"taste\"]}",
      "base.json": #"{"profile": "second", "ignore": ["case/odd"]}"#,
    ])
    let run = try scene.run("config", "~/new.md")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("For ~/new.md, from\n  ~/base.json\n  ~/.resolute.json\n\n"))
    let rows = run.output.split(separator: "\n").map { row in
      row.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(
      rows.contains("ignore [\"case/odd\",\"taste\"] ~/base.json:1, ~/.resolute.json:3"))
    #expect(rows.contains("profile \"second\" ~/base.json:1"))
    #expect(rows.contains("calm true standard"))
    #expect(try scene.run("config", "~").output.contains("case/odd"))
  }

  @Test func configTellsWhatIsWrong() throws {
    let scene = try Scene([".resolute.json": #"{"clam": true}"#])
    let run = try scene.run("config", "~/x.md")
    #expect(run.status == 2)
    #expect(
      run.errors == "resolute: ~/.resolute.json:1:2: unknown key 'clam'; did you mean 'calm'?\n")
    #expect(try scene.run("config", "a", "b").status == 2)
  }
}
