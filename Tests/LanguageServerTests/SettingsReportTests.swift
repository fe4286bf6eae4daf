import Glibc
import JSON
import LanguageServer
import TestSupport
import Testing

/// What is wrong with a file of settings stands in that file.
@Suite struct SettingsReportTests {
  private static let slips = Drafts.whole("1 to drink tea\n\n3 to wash cups.")

  private func reports(_ editor: Editor) -> [String] {
    editor.settle()
    return editor.received("textDocument/publishDiagnostics").compactMap { report in
      let name = report["uri"]?.string?.split(separator: "/").last ?? ""
      guard name != "a.md" else { return nil }
      let items = (report["diagnostics"]?.array ?? []).map {
        "\(shown($0["range"] ?? .null)) \($0["message"]?.string ?? "")"
      }
      return "\(name) \(items.joined(separator: "; "))"
    }
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func isPushedAtItsPlaceAndTakenBack(encoding: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      ".resolute.json", "{\n  /* 🌍 чай */ \"ignroe\": [1],\n  \"calm\": 3, \"max-findings\": 5}")
    let editor = Editor(Abilities.push(encoding), folders: [folder.path])
    editor.open(Self.slips, uri: "file://\(folder.path)/a.md")
    let column = ["utf-8": 20, "utf-16": 15, "utf-32": 14][encoding] ?? -1
    let told = reports(editor)
    #expect(
      told == [
        ".resolute.json 1:\(column)-1:\(column + 8) unknown key 'ignroe'; did you mean 'ignore'?; "
          + "2:10-2:11 'calm' takes true or false, not a number"
      ])
    #expect(editor.received("window/showMessage").count == 1)
    editor.save(uri: "file://\(folder.path)/a.md")
    #expect(reports(editor).isEmpty)
    try folder.write(".resolute.json", "{\"calm\": true}")
    editor.save(uri: "file://\(folder.path)/a.md")
    #expect(reports(editor) == [".resolute.json "])
    try folder.write(".resolute.json", "{\"calm\" true}")
    editor.save(uri: "file://\(folder.path)/a.md")
    #expect(reports(editor).first?.hasPrefix(".resolute.json 0:8-0:13 ") == true)
    editor.close(uri: "file://\(folder.path)/a.md")
  }

  @Test func aFileThatIsOpenHasItToo() throws {
    let folder = try TemporaryFolder()
    try folder.write(".resolute.json", "{\"ignroe\": [1]}")
    let uri = "file://\(folder.path)/.resolute.json"
    let editor = Editor(Abilities.push, folders: [folder.path])
    editor.open(Self.slips, uri: "file://\(folder.path)/a.md")
    _ = reports(editor)
    editor.open("{\"ignroe\": [1]}", uri: uri, language: "json")
    #expect(reports(editor).last?.hasPrefix(".resolute.json 0:1-0:9 unknown key") == true)
    editor.close(uri: uri)
    #expect(reports(editor).last?.hasPrefix(".resolute.json 0:1-0:9 unknown key") == true)
    let pull = Editor(Abilities.pull, folders: [folder.path])
    pull.open(Self.slips, uri: "file://\(folder.path)/a.md")
    _ = pull.ask("textDocument/diagnostic", uri: "file://\(folder.path)/a.md")
    pull.open("{\"ignroe\": [1]}", uri: uri, language: "json")
    let items = pull.ask("textDocument/diagnostic", uri: uri)["items"]?.array ?? []
    #expect(items.map { shown($0["range"] ?? .null) } == ["0:1-0:9"])
  }

  @Test func isAmongTheDiagnosticsOfTheFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.md", Self.slips)
    try folder.write(".resolute.json", "{\"select\": [\"nubmering\"]}")
    try folder.write("own.tsv", "odd\n")
    let editor = Editor(Abilities.pull, folders: [folder.path])
    editor.settle()
    func ask(_ previous: JSONValue) -> JSONValue {
      editor.askLater("workspace/diagnostic", ["previousResultIds": previous])["items"] ?? .null
    }
    func settings(_ items: JSONValue) -> JSONValue? {
      items.array?.first { $0["uri"]?.string?.hasSuffix(".resolute.json") == true }
    }
    let first = ask([])
    let item = settings(first)
    #expect(item?["items"]?.array?.map { shown($0["range"] ?? .null) } == ["0:12-0:23"])
    #expect(editor.received("textDocument/publishDiagnostics").isEmpty)
    let previous: JSONValue = [["uri": item?["uri"] ?? .null, "value": item?["resultId"] ?? .null]]
    #expect(settings(ask(previous))?["kind"] == "unchanged")
    try folder.write(".resolute.json", "{\"registers\": [\"own.tsv\"]}")
    editor.open(Drafts.whole(), uri: "file://\(folder.path)/c.md")
    let later = ask(previous)
    #expect(settings(later)?["items"] == [])
    let names = later.array?.compactMap { $0["uri"]?.string?.split(separator: "/").last }
    #expect(names?.contains("own.tsv") == true)
  }
}

/// Files of settings that change while the client watches nothing.
@Suite struct UnwatchedSettingsTests {
  private static let slips = Drafts.whole("1 to drink tea\n\n3 to wash cups.")

  @Test func areSeenWhenATextIsOpenedOrSaved() throws {
    let folder = try TemporaryFolder()
    try folder.write("inner/")
    let editor = Editor(Abilities.push)
    let uri = "file://\(folder.path)/inner/a.md"
    editor.open(Self.slips, uri: uri)
    #expect(pushed(editor) == ["punctuation/item-end numbering/gap"])
    // One that was not there.
    try folder.write(".resolute.json", "{\"ignore\": [\"numbering\"]}")
    editor.save(uri: uri)
    #expect(pushed(editor) == ["punctuation/item-end"])
    try folder.write(".resolute.json", "{\"ignore\": [\"punctuation\"]}")
    editor.open(Drafts.whole(), uri: "file:///elsewhere/b.md")
    #expect(Set(pushed(editor)) == ["numbering/gap", ""])
    // A nearer one.
    try folder.write("inner/.resolute.json", "{}")
    editor.save(uri: uri)
    #expect(pushed(editor).contains("punctuation/item-end numbering/gap"))
    unlink(folder / "inner/.resolute.json")
    editor.save(uri: uri)
    #expect(pushed(editor).contains("numbering/gap"))
  }

  @Test func areSeenWithinASecondOfTyping() throws {
    let folder = try TemporaryFolder()
    try folder.write("own.json", "{}")
    try folder.write(".resolute.json", "{\"registers\": [\"own.json\"]}")
    let editor = Editor(Abilities.push)
    let uri = "file://\(folder.path)/a.md"
    editor.open(Self.slips, uri: uri)
    #expect(pushed(editor).first == "punctuation/item-end numbering/gap")
    try folder.write("own.json", #"{"version": 1, "texts": [1]}"#)
    _ = editor.received("window/showMessage")
    var keys = 0
    var told: [JSONValue] = []
    while told.isEmpty, keys < 400 {
      editor.type("t", before: "tea", uri: uri)
      told = editor.received("window/showMessage")
      keys += 1
      usleep(10_000)
    }
    #expect(told.count == 1)
    #expect(keys > 20, "a look at each key is too many")
  }
}
