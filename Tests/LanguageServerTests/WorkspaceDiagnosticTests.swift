import JSON
import LanguageServerProtocol
import TestSupport
import Testing

@testable import LanguageServer

@Suite struct WorkspaceDiagnosticTests {
  private static let slip = Drafts.whole("1 to drink tea;\n\n3 to wash cups.")

  /// `a.md full numbering/gap` for each item.
  private func lines(_ items: JSONValue?) -> [String] {
    (items?.array ?? []).map { item in
      let name = item["uri"]?.string?.split(separator: "/").last ?? ""
      return "\(name) \(item["kind"]?.string ?? "") \(rulesOf(item["items"]))"
    }
  }

  private func previous(_ items: JSONValue?) -> JSONValue {
    .array(
      (items?.array ?? []).map {
        ["uri": $0["uri"] ?? .null, "value": $0["resultId"] ?? .null]
      })
  }

  @Test func allTextsAreAnsweredForAndOnlyOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", Self.slip)
    try folder.write("b.md", Self.slip)
    try folder.write("good.md", Drafts.whole())
    try folder.write("README.md", "# Readme\n\na) one\n\nc) three\n")
    let editor = Editor(Abilities.pull, folders: [folder.path])
    #expect(editor.offers.at("diagnosticProvider", "workspaceDiagnostics") == true)
    // In the editor it is better than on disk.
    editor.open(Drafts.whole(), uri: "file://\(folder.path)/b.md")
    editor.settle()
    let first = editor.askLater("workspace/diagnostic", ["previousResultIds": []])["items"]
    #expect(lines(first) == ["b.md full ", "a.md full numbering/gap"])
    #expect(first?.array?.map { $0["version"] } == [1, .null])
    let again = editor.askLater(
      "workspace/diagnostic", ["previousResultIds": previous(first)])["items"]
    #expect(lines(again) == ["b.md unchanged ", "a.md unchanged "])
    try folder.write("a.md", Self.slip.replacing("3 to", with: "2 to"))
    try folder.write("good.md", Self.slip)
    let third = editor.askLater(
      "workspace/diagnostic", ["previousResultIds": previous(first)])["items"]
    #expect(lines(third) == ["b.md unchanged ", "a.md full ", "good.md full numbering/gap"])
    let gone = editor.askLater(
      "workspace/diagnostic",
      ["previousResultIds": [["uri": .string("file://\(folder.path)/z.md"), "value": "1"]]])
    #expect(lines(gone["items"]).last == "z.md full ")
    let push = Editor(Abilities.push, folders: [folder.path])
    #expect(push.offers["diagnosticProvider"] == nil)
  }

  @Test func comesInPartsWhereTheClientTakesThem() throws {
    let folder = try TemporaryFolder()
    for number in 1...50 { try folder.write("\(number).md", Self.slip) }
    let editor = Editor(Abilities.pull, folders: [folder.path])
    editor.settle()
    let rest = editor.askLater(
      "workspace/diagnostic",
      ["previousResultIds": [], "partialResultToken": "p", "workDoneToken": 7])
    #expect(rest == ["items": []])
    let progress = editor.received("$/progress")
    let parts = progress.filter { $0["token"] == "p" }.map { $0.at("value", "items")?.array ?? [] }
    #expect(parts.map(\.count) == [20, 20, 10])
    let work = progress.filter { $0["token"] == 7 }.map { $0.at("value", "kind")?.string ?? "" }
    #expect(work.prefix(2) == ["begin", "report"] && work.last == "end")
  }

  @Test func stopsWhenItIsNoLongerWanted() throws {
    let folder = try TemporaryFolder()
    for number in 1...400 { try folder.write("\(number).md", Self.slip) }
    let editor = Editor(Abilities.pull, folders: [folder.path])
    editor.settle()
    editor.connection.post(
      Say.request(
        900, "workspace/diagnostic",
        #"{"previousResultIds":[],"partialResultToken":"p","workDoneToken":7}"#))
    editor.connection.post(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":900}}"#)
    var ended = false
    for _ in 0..<2000 where !ended {
      editor.settle()
      ended = editor.received("$/progress").contains { $0.at("value", "kind") == "end" }
    }
    #expect(ended || editor.connection.openRequests == 0)
    let late = editor.askLater("workspace/diagnostic", ["previousResultIds": []])
    #expect(late["items"]?.array?.count == 400)
  }
}
