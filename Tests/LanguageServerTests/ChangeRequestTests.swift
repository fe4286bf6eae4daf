import JSON
import LanguageServer
import Testing
import TextModel

@Suite("Requests that change the text")
struct ChangeRequestTests {
  static let able = """
    {"general":{"positionEncodings":["utf-16"]},"workspace":{"workspaceEdit":{"documentChanges":true}},
     "textDocument":{"rename":{"prepareSupport":true},
      "codeAction":{"isPreferredSupport":true,"disabledSupport":true,"dataSupport":true,
       "resolveSupport":{"properties":["edit"]},
       "codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix","refactor","source"]}}},
      "rangeFormatting":{"rangesSupport":true}}}
    """
  /// Literal actions and nothing else.
  static func plain(_ encoding: String) -> String {
    """
    {"general":{"positionEncodings":["\(encoding)"]},"textDocument":{
      "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix"]}}}}}
    """
  }

  /// The text behind edits in the client's positions.
  private func applying(_ edits: JSONValue?, _ editor: Editor) -> String {
    let bytes = editor.texts[Editor.uri] ?? []
    let index = LineIndex(bytes)
    func offset(_ value: JSONValue?) -> Int {
      let position = TextPosition(
        line: value?["line"]?.int ?? -1, column: value?["character"]?.int ?? -1)
      return index.offset(of: position, in: bytes, encoding: editor.encoding) ?? -1
    }
    var result = bytes
    for edit in (edits?.array ?? []).reversed() {
      let lower = offset(edit.at("range", "start"))
      let upper = offset(edit.at("range", "end"))
      guard lower >= 0, upper >= lower else { return "bad range" }
      result.replaceSubrange(lower..<upper, with: Array((edit["newText"]?.string ?? "").utf8))
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func params(_ range: JSONValue, only: [String]? = nil) -> JSONValue {
    var context: JSONValue = ["diagnostics": []]
    if let only {
      context = ["diagnostics": [], "only": .array(only.map { .string($0) })]
    }
    return ["textDocument": ["uri": .string(Editor.uri)], "range": range, "context": context]
  }

  static let draft = Drafts.whole(
    "1 to drink 🌍 чай‸;\n\n2 to wash cups, as in resolves 1 above.")

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func renameCarriesReferences(encoding: String) {
    let editor = Editor(Self.plain(encoding))
    #expect(editor.offers["renameProvider"] == true)
    editor.open(
      Self.draft.replacing("‸", with: "").replacing("\n", with: "\r\n"))
    let at = Marks.find("2 to wash", in: editor.texts[Editor.uri] ?? [])
    let place = Marks.position(at, in: editor.texts[Editor.uri] ?? [], editor.encoding)
    let result = editor.ask(
      "textDocument/rename",
      ["textDocument": ["uri": .string(Editor.uri)], "position": place, "newName": "1"])
    let edits = result.at("changes", Editor.uri)
    #expect(
      applying(edits, editor).hasSuffix(
        "1 to wash cups, as in resolves 2 below;\r\n\r\n2 to drink 🌍 чай.\r\n"))
  }

  @Test func renameIsPreparedAndRefused() {
    let editor = Editor(Self.able)
    #expect(editor.offers.at("renameProvider", "prepareProvider") == true)
    let marks = editor.open(Drafts.whole("1 to drink tea;\n\n«2»‸ to wash cups."))
    let prepared = editor.ask("textDocument/prepareRename", at: marks.caret)
    #expect(prepared["placeholder"] == "2")
    #expect(prepared["range"] == marks.ranges[0])
    let renamed = editor.ask(
      "textDocument/rename",
      ["textDocument": ["uri": .string(Editor.uri)], "position": marks.caret, "newName": "??"])
    #expect(renamed["error"] == -32803)
    let good = editor.ask(
      "textDocument/rename",
      ["textDocument": ["uri": .string(Editor.uri)], "position": marks.caret, "newName": "1"])
    #expect(good.at("documentChanges")?.array?.first?.at("textDocument", "version") == 1)
    let words = Marks.position(
      Marks.find("wash", in: marks.bytes), in: marks.bytes, editor.encoding)
    #expect(editor.ask("textDocument/prepareRename", at: words) == .null)
  }

  @Test func actionsAreOfferedAndResolved() {
    let editor = Editor(Self.able)
    #expect(editor.offers.at("codeActionProvider", "resolveProvider") == true)
    let marks = editor.open(Self.draft)
    let range: JSONValue = ["start": marks.caret, "end": marks.caret]
    let moves = editor.ask("textDocument/codeAction", params(range, only: ["refactor.move"]))
    let titles = moves.array?.compactMap { $0["title"]?.string }
    #expect(titles == ["Move the paragraph up", "Move the paragraph down"])
    #expect(moves.array?.allSatisfy { $0["edit"] == nil } == true)
    let down = editor.ask("codeAction/resolve", moves.array?.last ?? .null)
    let edits = down.at("edit", "documentChanges")?.array?.first?["edits"]
    #expect(
      applying(edits, editor).hasSuffix(
        "1 to wash cups, as in resolves 2 below;\n\n2 to drink 🌍 чай.\n"))
    editor.type("hot ", before: "🌍")
    #expect(editor.ask("codeAction/resolve", moves.array?.last ?? .null)["error"] == -32801)
  }

  @Test func whatCannotBeDoneIsToldWhoOpensTheMenu() {
    func offered(_ abilities: String, automatic: Bool) -> [String] {
      let editor = Editor(abilities)
      let marks = editor.open(Drafts.gap)
      let actions = editor.ask(
        "textDocument/codeAction",
        [
          "textDocument": ["uri": .string(Editor.uri)], "range": marks.ranges[0],
          "context": [
            "diagnostics": [], "only": ["refactor"], "triggerKind": .int(automatic ? 2 : 1),
          ],
        ])
      return (actions.array ?? []).map { action in
        let reason = action.at("disabled", "reason")?.string
        return (action["title"]?.string ?? "") + (reason.map { ": " + $0 } ?? "")
      }
    }
    let insertion = "Insert a paragraph before"
    let words = "the labels of the list do not run on; renumber it first"
    #expect(offered(Self.able, automatic: true).contains(insertion))
    #expect(offered(Self.able, automatic: false).contains("\(insertion): \(words)"))
    let silent = Self.able.replacing(#""disabledSupport":true,"#, with: "")
    #expect(offered(silent, automatic: true).contains(insertion))
    let possible = offered(silent, automatic: false)
    #expect(!possible.contains(insertion) && possible.contains("Move the paragraph up"))
  }

  @Test func quickFixesComeWithTheirDiagnostics() {
    let editor = Editor(Self.able)
    let marks = editor.open(Drafts.gap)
    let diagnostic: JSONValue = [
      "range": marks.ranges[0], "code": "numbering/gap", "message": "x", "source": "resolute",
    ]
    let found = editor.ask(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string(Editor.uri)], "range": marks.ranges[0],
        "context": ["diagnostics": [diagnostic], "only": ["quickfix"]],
      ])
    let fix = found.array?.first
    #expect(fix?["isPreferred"] == true)
    #expect(fix?["diagnostics"]?.array?.count == 1)
    let edits = fix?.at("edit", "documentChanges")?.array?.first?["edits"]
    #expect(applying(edits, editor).contains("\n2 to wash cups."))
  }

  @Test func allSafeFixesWithoutResolve() {
    let editor = Editor(Self.plain("utf-16"))
    #expect(editor.offers.at("codeActionProvider", "resolveProvider") == nil)
    let marks = editor.open(Drafts.gap)
    let all = editor.ask(
      "textDocument/codeAction", params(marks.ranges[0], only: ["source.fixAll"]))
    #expect(all.array?.count == 1)
    #expect(all.array?.first?["isPreferred"] == nil)
    let edits = all.array?.first?.at("edit", "changes", Editor.uri)
    #expect(applying(edits, editor).contains("\n2 to wash cups."))
    let numbering = editor.ask(
      "textDocument/codeAction", params(marks.ranges[0], only: ["source.organizeNumbering"]))
    #expect(numbering.array?.first?["kind"] == "source.organizeNumbering")
  }

  @Test func aClientOfCommandsGetsNoActions() {
    let editor = Editor(Abilities.none)
    #expect(editor.offers["codeActionProvider"] == nil)
    let marks = editor.open(Drafts.gap)
    #expect(editor.ask("textDocument/codeAction", params(marks.ranges[0])) == .null)
  }

  @Test func formatting() {
    let editor = Editor(Self.able)
    #expect(editor.offers["documentFormattingProvider"] == true)
    #expect(editor.offers.at("documentRangeFormattingProvider", "rangesSupport") == true)
    let marks = editor.open(
      Drafts.whole("«1»  to drink чай;\n\n2\tto wash;\n\n3 to dry;\n\n4 to rest."))
    let options: JSONValue = ["tabSize": 2, "insertSpaces": true]
    let name: JSONValue = ["uri": .string(Editor.uri)]
    let whole = editor.ask("textDocument/formatting", ["textDocument": name, "options": options])
    #expect(
      applying(whole, editor).hasSuffix(
        "1 to drink чай;\n\n2 to wash;\n\n3 to dry;\n\n4 to rest.\n"))
    let one = editor.ask(
      "textDocument/rangeFormatting",
      ["textDocument": name, "range": marks.ranges[0], "options": options])
    #expect(applying(one, editor).contains("1 to drink чай;\n\n2\tto wash"))
    let ranges = editor.ask(
      "textDocument/rangesFormatting",
      ["textDocument": name, "ranges": [marks.ranges[0]], "options": options])
    #expect(ranges == one)
  }

  @Test func newLineContinuesTheLabels() {
    let editor = Editor(Self.able)
    #expect(editor.offers.at("documentOnTypeFormattingProvider", "firstTriggerCharacter") == "\n")
    let marks = editor.open(Drafts.whole("1 to drink 🌍;\n\n2 to wash;\n‸"))
    let edits = editor.ask(
      "textDocument/onTypeFormatting",
      [
        "textDocument": ["uri": .string(Editor.uri)], "position": marks.caret, "ch": "\n",
        "options": ["tabSize": 2, "insertSpaces": true],
      ])
    #expect(applying(edits, editor).contains("2 to wash;\n\n3 \n"))
  }
}
