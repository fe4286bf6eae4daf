import JSON
import LanguageServer
import Testing

@Suite struct DiagnosticsTests {
  private func lines(_ diagnostics: JSONValue?) -> String {
    (diagnostics?.array ?? []).map { item in
      let level = ["error", "warning", "information", "hint"][(item["severity"]?.int ?? 1) - 1]
      return "\(shown(item["range"] ?? .null)) \(level) \(item["code"]?.string ?? "")"
    }.joined(separator: "\n")
  }

  private func pushed(_ editor: Editor) -> [String] {
    editor.received("textDocument/publishDiagnostics").map {
      "\($0["version"]?.int.map { "v\($0) " } ?? "")\(lines($0["diagnostics"]))"
    }
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func arePushedWithTheirVersion(encoding: String) {
    let editor = Editor(Abilities.push(encoding))
    #expect(editor.offers["positionEncoding"]?.string == encoding)
    #expect(editor.offers["diagnosticProvider"] == nil)
    let marks = editor.open(
      Drafts.whole("1 to drink 🌍 чай 茶 شاي;\n\n«3» to wash cups.").replacing("\n", with: "\r\n"))
    #expect(pushed(editor) == ["v1 \(shown(marks.ranges[0])) error numbering/gap"])
    editor.replace(marks.offsets[0], with: "2")
    #expect(pushed(editor) == ["v2 "])
    editor.close()
    #expect(pushed(editor) == [""])
  }

  @Test func areSentWithAllThatTheClientUnderstands() {
    let editor = Editor()
    editor.open(Drafts.gap)
    let item = editor.received("textDocument/publishDiagnostics").first?["diagnostics"]?.array?[0]
    #expect(item?["source"] == "resolute")
    #expect(item?.at("data", "fixes")?.array?.first?["edits"]?.array?.map(shown) != [])
    editor.open(Drafts.whole("1 to drink tea;\n\n1 to wash cups."), uri: "untitled:2")
    let twice = editor.received("textDocument/publishDiagnostics").first?["diagnostics"]?.array?[0]
    let related = twice?["relatedInformation"]?.array?.first
    #expect(related?.at("location", "uri") == "untitled:2")
    #expect(related?.at("location", "range").map(shown) == "12:0-12:1")
    let plain = Editor(Abilities.none)
    plain.open(Drafts.gap)
    let params = plain.received("textDocument/publishDiagnostics").first
    let bare = params?["diagnostics"]?.array?.first
    #expect(params?["version"] == nil)
    #expect(
      bare?.object?.members.map(\.key) == ["range", "severity", "code", "source", "message"])
  }

  /// They are made before the client asks; what happens in between must not be lost.
  @Test func areOfTheMomentThatTheyAreAskedFor() {
    let editor = Editor(Abilities.pull)
    editor.open(Drafts.whole("1 to drink tea\n\n3 to wash cups."))
    let rules = { (editor: Editor) in
      editor.ask("textDocument/diagnostic")["items"]?.array?.compactMap { $0["code"]?.string }
    }
    #expect(rules(editor) == ["punctuation/item-end", "numbering/gap"])
    // The paragraph under the caret waits until the text is saved.
    editor.type("green ", before: "tea\n\n3")
    #expect(rules(editor) == ["numbering/gap"])
    #expect(rules(editor) == ["numbering/gap"])
    editor.type("hot ", before: "green")
    editor.save()
    #expect(rules(editor) == ["punctuation/item-end", "numbering/gap"])
    editor.type("very ", before: "hot")
    editor.notify(
      "workspace/didChangeConfiguration",
      ["settings": ["resolute": ["ignore": ["numbering"], "calm": false]]])
    #expect(rules(editor) == ["punctuation/item-end"])
    editor.type("not ", before: "very")
    editor.sendChange([["text": .string(Drafts.whole("1 to drink tea;\n\n3 to wash cups."))]])
    #expect(rules(editor) == [])
  }

  @Test func arePulledByResult() {
    let editor = Editor(Abilities.pull)
    #expect(editor.offers["diagnosticProvider"] != nil)
    let marks = editor.open(Drafts.gap)
    #expect(editor.receivedMethods() == [])
    let first = editor.ask("textDocument/diagnostic")
    #expect(first["kind"] == "full")
    #expect(lines(first["items"]) == "\(shown(marks.ranges[0])) error numbering/gap")
    func again(_ id: JSONValue?) -> JSONValue {
      editor.ask(
        "textDocument/diagnostic",
        ["textDocument": ["uri": .string(Editor.uri)], "previousResultId": id ?? .null])
    }
    #expect(again(first["resultId"])["kind"] == "unchanged")
    editor.type("green ", before: "tea;")
    #expect(again(first["resultId"])["kind"] == "unchanged")
    editor.type("the\n\n", before: "green")
    let second = again(first["resultId"])
    #expect(second["kind"] == "full")
    #expect(second["resultId"] != first["resultId"])
    #expect(editor.receivedMethods() == [])
  }

  @Test func aBurstIsAnsweredOnce() {
    let editor = Editor()
    editor.open(Drafts.whole())
    _ = editor.receivedMethods()
    let change = { (version: Int) in
      Say.notify(
        "textDocument/didChange",
        """
        {"textDocument":{"uri":"\(Editor.uri)","version":\(version)},
         "contentChanges":[{"text":"x","range":{"start":{"line":8,"character":0},
         "end":{"line":8,"character":0}}}]}
        """)
    }
    editor.connection.send((2...21).map { Array(change($0).utf8) })
    #expect(pushed(editor) == ["v21 "])
  }

  @Test func textsThatAreNoResolutionsGetSilence() {
    let editor = Editor()
    editor.open("# Readme\n\nThis  is not  a draft ,\n\na) one\n\nc) three\n")
    #expect(pushed(editor) == ["v1 "])
    editor.open("*resolves*\n\na) one;\n\nc) three.\n", uri: "untitled:1", language: "resolution")
    #expect(pushed(editor)[0].contains("numbering/style"))
  }
}

extension String {
  func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
