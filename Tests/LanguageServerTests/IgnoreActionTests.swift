import Configuration
import JSON
import LanguageServer
import TestSupport
import Testing
import TextModel

/// "Ignore in this project": the edit of the settings that hold for the text.
@Suite struct IgnoreActionTests {
  private static let title = "Ignore `numbering/gap` in this project (settings)"

  private static func able(create: Bool, resolve: Bool) -> String {
    let operations = create ? #""create""# : ""
    let more =
      resolve ? #","dataSupport":true,"resolveSupport":{"properties":["edit"]}"# : ""
    return """
      {"general":{"positionEncodings":["utf-16"]},
       "workspace":{"workspaceEdit":{"documentChanges":true,"resourceOperations":[\(operations)]}},
       "textDocument":{"diagnostic":{},"codeAction":{
        "codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix"]}}\(more)}}}
      """
  }

  /// The action on a gap, its edit worked out; `nil` where it is not offered.
  private func action(
    _ folder: TemporaryFolder, create: Bool = true, resolve: Bool = true, path: String = "a/x.md"
  ) -> JSONValue? {
    let editor = Editor(
      Self.able(create: create, resolve: resolve), folders: [folder.path])
    let uri = "file://" + folder / path
    let marks = editor.open(Drafts.whole("1 to drink tea;\n\n‸3 to wash cups."), uri: uri)
    let actions = editor.ask(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string(uri)],
        "range": ["start": marks.caret, "end": marks.caret], "context": ["diagnostics": []],
      ])
    guard let found = actions.array?.first(where: { $0["title"]?.string == Self.title }) else {
      return nil
    }
    return resolve ? editor.ask("codeAction/resolve", found) : found
  }

  /// The text of a file behind the edits of an action.
  private func applied(_ action: JSONValue?, to text: String) -> String? {
    let change = action?.at("edit", "documentChanges")?.array?.last
    guard let edit = change?["edits"]?.array?.first else { return nil }
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    func offset(_ end: String) -> Int? {
      guard let place = edit.at("range", end), let line = place["line"]?.int,
        let column = place["character"]?.int
      else { return nil }
      return index.offset(
        of: TextPosition(line: line, column: column), in: bytes, encoding: .utf16)
    }
    guard let start = offset("start"), let end = offset("end") else { return nil }
    var result = bytes
    result.replaceSubrange(start..<end, with: Array((edit["newText"]?.string ?? "").utf8))
    return String(decoding: result, as: UTF8.self)
  }

  @Test(arguments: [true, false])
  func changesTheNearestFile(resolve: Bool) throws {
    let text = "// é\n{ /* 🌍 */ \"ignore\": [\"draft\"],\n}\n"
    let folder = try TemporaryFolder()
    try folder.write(".resolute.json", text)
    try folder.write("a/x.md", "")
    let action = action(folder, create: false, resolve: resolve)
    let change = action?.at("edit", "documentChanges")?.array?.first
    #expect(
      change?.at("textDocument", "uri") == .string("file://" + folder / ".resolute.json"))
    #expect(change?.at("textDocument", "version") == JSONValue.null)
    #expect(
      applied(action, to: text)
        == "// é\n{ /* 🌍 */ \"ignore\": [\"draft\", \"numbering/gap\"],\n}\n")
  }

  @Test func makesAFileAtTheTopOfTheProject() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/x.md", "")
    let action = action(folder)
    let changes = action?.at("edit", "documentChanges")?.array ?? []
    #expect(changes.count == 2)
    #expect(changes.first?["kind"] == "create")
    #expect(changes.first?["uri"] == .string("file://" + folder / ".resolute.json"))
    let text = applied(action, to: "")
    #expect(text == SettingsEdit.newFile(ignoring: "numbering/gap"))
  }

  @Test func isNotOfferedWhereItCannotBeDone() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/x.md", "")
    #expect(action(folder, create: false, resolve: false) == nil)
    try folder.write(".resolute.json", "[]")
    #expect(action(folder, resolve: false) == nil)
  }

  @Test func ofAForgedActionNothingIsMade() throws {
    let editor = Editor(Self.able(create: true, resolve: true))
    editor.open(Drafts.whole("1 to drink tea;\n\n‸3 to wash cups."))
    let forged: JSONValue = [
      "title": "x",
      "data": [
        "name": "ignoreInProject", "rule": "x\"y", "uri": .string(Editor.uri), "version": 1,
      ],
    ]
    #expect(editor.ask("codeAction/resolve", forged)["edit"] == nil)
  }
}
