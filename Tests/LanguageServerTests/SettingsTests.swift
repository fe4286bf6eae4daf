import JSON
import LanguageServer
import TestSupport
import Testing

/// How the client's settings reach the server, and what is asked of a client that can do how much.
@Suite struct ClientSettingsTests {
  private static let asking = """
    {"workspace":{"configuration":true,"didChangeConfiguration":{"dynamicRegistration":true},
     "diagnostics":{"refreshSupport":true},"inlayHint":{"refreshSupport":true},
     "codeLens":{"refreshSupport":true},"semanticTokens":{"refreshSupport":true}},
     "textDocument":{"diagnostic":{}}}
    """
  private static let slips = Drafts.whole("1 to drink tea\n\n3 to wash cups.")

  private func rules(_ editor: Editor, uri: String = Editor.uri) -> String {
    rulesOf(editor.ask("textDocument/diagnostic", uri: uri)["items"])
  }

  @Test func areAskedForWhereTheyCanBe() {
    let editor = Editor(Self.asking)
    #expect(
      editor.received("workspace/configuration") == [["items": [["section": "resolute"]]]])
    let registered = editor.received("client/registerCapability").first?["registrations"]
    #expect(registered?.array?.map { $0["method"] } == ["workspace/didChangeConfiguration"])
    editor.open(Self.slips)
    #expect(rules(editor) == "punctuation/item-end numbering/gap")
    editor.answer("workspace/configuration", [["ignore": ["numbering/gap"]]])
    #expect(
      editor.receivedMethods().sorted() == [
        "workspace/codeLens/refresh", "workspace/diagnostic/refresh",
        "workspace/inlayHint/refresh", "workspace/semanticTokens/refresh",
      ])
    #expect(rules(editor) == "punctuation/item-end")
    editor.notify("workspace/didChangeConfiguration", ["settings": nil])
    #expect(editor.received("workspace/configuration").count == 1)
    editor.answer("workspace/configuration", [nil])
    #expect(rules(editor) == "punctuation/item-end numbering/gap")
  }

  @Test func aBadAnswerChangesNothing() {
    let editor = Editor(Self.asking)
    editor.answer("workspace/configuration", [nil])
    editor.answer("workspace/configuration", "odd")
    editor.open(Self.slips)
    #expect(rules(editor) == "punctuation/item-end numbering/gap")
    #expect(editor.received("workspace/diagnostic/refresh").isEmpty)
  }

  @Test func nothingIsAskedOfAClientThatCannotAnswer() {
    let editor = Editor(Abilities.none)
    editor.open(Self.slips)
    #expect(Set(editor.receivedMethods()) == ["textDocument/publishDiagnostics"])
    editor.notify(
      "workspace/didChangeConfiguration",
      ["settings": ["resolute": ["select": ["punctuation"]], "tea": ["select": ["numbering"]]]])
    #expect(pushed(editor) == ["punctuation/item-end"])
    editor.notify("workspace/didChangeConfiguration", ["settings": ["tea": ["cups": 2]]])
    #expect(pushed(editor) == [])
    editor.notify("workspace/didChangeConfiguration", ["settings": ["max-findings": 1]])
    #expect(pushed(editor) == ["limit/findings punctuation/item-end"])
  }

  @Test func comeWithInitialize() {
    let options = #"{"resolute":{"ignore":["numbering"],"lenses":{"references":true}}}"#
    let editor = Editor(Self.asking, options: options)
    editor.open(Self.slips, uri: "untitled:Draft-1")
    #expect(rules(editor, uri: "untitled:Draft-1") == "punctuation/item-end")
    // What is asked for later goes over it, key by key.
    editor.answer("workspace/configuration", [["ignore": [], "trace": ["server": "off"]]])
    #expect(rules(editor, uri: "untitled:Draft-1") == "punctuation/item-end numbering/gap")
    #expect(editor.received("window/showMessage").isEmpty)
  }

  @Test func whatIsWrongIsToldOnce() {
    let options = #"{"ignroe":[1],"severity":{"punctuation":"off"}}"#
    let editor = Editor(options: options)
    editor.open(Self.slips)
    editor.open(Self.slips, uri: "file:///other.md")
    let told = editor.received("window/showMessage")
    #expect(told.count == 1)
    #expect(told.first?["message"]?.string?.contains("ignroe") == true)
    #expect(editor.received("window/logMessage").count == 1)
    #expect(pushed(editor) == ["numbering/gap", "numbering/gap"])
  }
}

/// Settings in files, found upward of each text.
@Suite struct FileSettingsTests {
  private static let watching =
    #"{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}"#
  private static let slips = Drafts.whole("1 to drink tea\n\n3 to wash cups.")

  @Test func holdForTextsBelowThem() throws {
    let folder = try TemporaryFolder()
    try folder.write(".resolute.json", #"{"ignore": ["numbering"], /* ours */ "as-off": "2020"}"#)
    try folder.write("inner/")
    let editor = Editor(Abilities.none)
    editor.open(Self.slips, uri: "file://\(folder.path)/inner/a%20b.md")
    #expect(pushed(editor) == ["punctuation/item-end"])
    let told = editor.received("window/showMessage").first?["message"]?.string ?? ""
    #expect(told.contains(".resolute.json:1:38: unknown key 'as-off'"))
    editor.open(Self.slips, uri: "file:///elsewhere/draft.md")
    editor.open(Self.slips, uri: "untitled:1")
    #expect(
      pushed(editor) == [
        "punctuation/item-end numbering/gap", "punctuation/item-end numbering/gap",
      ])
    #expect(editor.received("window/showMessage").isEmpty)
  }

  @Test func areReadAgainWhenTheyChange() throws {
    let folder = try TemporaryFolder()
    let editor = Editor(Self.watching, folders: [folder.path])
    let watched = editor.received("client/registerCapability").first?["registrations"]
    #expect(shown(watched ?? .null).contains("**/.resolute.json"))
    editor.open(Self.slips, uri: "file://\(folder.path)/a.md")
    #expect(pushed(editor) == ["punctuation/item-end numbering/gap"])
    func change(_ text: String) throws -> [String] {
      try folder.write(".resolute.json", text)
      editor.notify(
        "workspace/didChangeWatchedFiles",
        ["changes": [["uri": .string("file://\(folder.path)/.resolute.json"), "type": 2]]])
      return pushed(editor)
    }
    #expect(try change(#"{"select": ["numbering"]}"#) == ["numbering/gap"])
    #expect(try change(#"{"select": ["#) == ["punctuation/item-end numbering/gap"])
    #expect(editor.received("window/showMessage").count == 1)
    #expect(
      try change(#"{"overrides": [{"paths": ["a.*"], "severity": {"numbering": "off"}}]}"#)
        == ["punctuation/item-end"])
    #expect(editor.received("window/showMessage").isEmpty)
  }

  @Test func registersAreInForceAndWatched() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "own.json",
      """
      {"version": 1, "texts": [{"body": "PP", "kind": "resolution", "number": "998",
        "title": "Kettles in large harbours", "editions": ["Dubai, 2018"]}]}
      """)
    try folder.write(".resolute.json", #"{"registers": ["own.json"]}"#)
    let editor = Editor(Self.watching, folders: [folder.path])
    let uri = "file://\(folder.path)/a.md"
    let marks = editor.open(
      Drafts.whole(preamble: "Resol‸ution 998 (Dubai, 2018) of this conference,"), uri: uri)
    editor.settle()
    let globs = editor.received("client/registerCapability").map { shown($0) }
    #expect(globs.last?.contains("**/own.json") == true)
    let hover = editor.ask("textDocument/hover", at: marks.caret, uri: uri)
    #expect(shown(hover).contains("Kettles in large harbours"))
    let other = Editor(Self.watching)
    other.open(Drafts.whole(preamble: "Resolution 998 (Dubai, 2018) of this conference,"))
    #expect(!shown(other.ask("textDocument/hover", at: marks.caret)).contains("Kettles"))
    try folder.write("own.json", "{}")
    editor.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string("file://\(folder.path)/own.json"), "type": 2]]])
    #expect(
      !shown(editor.ask("textDocument/hover", at: marks.caret, uri: uri)).contains("Kettles"))
  }
}

/// The rules of a list of diagnostics, in its order.
func rulesOf(_ diagnostics: JSONValue?) -> String {
  (diagnostics?.array ?? []).map { $0["code"]?.string ?? "?" }.joined(separator: " ")
}

/// The rules of each list that was pushed of a text since the last call.
func pushed(_ editor: Editor) -> [String] {
  editor.settle()
  return editor.received("textDocument/publishDiagnostics")
    .filter { $0["uri"]?.string?.hasSuffix(".json") == false }.map { rulesOf($0["diagnostics"]) }
}
