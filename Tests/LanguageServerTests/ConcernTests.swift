import JSON
import LanguageServer
import Testing

/// What the user has to look at behind an edit of structure is seen, whatever the client can do.
@Suite struct ConcernTests {
  private static let draft = Drafts.whole(
    "1 to drink 🌍 чай‸;\n\n2 to wash cups;\n\n3 to rest, as in resolves 1 above.")
  private static let told = "line 17: “resolves 1 above” names resolves 1, which is deleted"

  private static func client(_ edits: String, _ action: String = "", _ rename: String = "")
    -> String
  {
    """
    {"workspace":{"workspaceEdit":{\(edits)}},"textDocument":{"rename":{\(rename)},"codeAction":{
      \(action)"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["refactor"]}}}}}
    """
  }
  private static let lazy = #""dataSupport":true,"resolveSupport":{"properties":["edit"]},"#

  private func deletion(_ editor: Editor) -> JSONValue {
    let marks = editor.open(Self.draft)
    let actions = editor.ask(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string(Editor.uri)],
        "range": ["start": marks.caret, "end": marks.caret],
        "context": ["diagnostics": [], "only": ["refactor.rewrite"]],
      ])
    return actions.array?.first { $0["title"]?.string?.hasPrefix("Delete") == true } ?? .null
  }

  @Test func isShownBeforeTheEditWhereTheClientCan() {
    let editor = Editor(
      Self.client(
        #""documentChanges":true,"changeAnnotationSupport":{}"#,
        Self.lazy + #""honorsChangeAnnotations":true,"#))
    let edit = editor.ask("codeAction/resolve", deletion(editor))["edit"]
    let annotation = edit?.at("changeAnnotations", "look")
    #expect(annotation?["label"] == "Delete the paragraph, references follow")
    #expect(annotation?["needsConfirmation"] == true)
    #expect(annotation?["description"]?.string == Self.told)
    let edits = edit?["documentChanges"]?.array?.first?["edits"]?.array ?? []
    #expect(!edits.isEmpty && edits.allSatisfy { $0["annotationId"] == "look" })
    #expect(editor.received("window/showMessage").isEmpty)
  }

  @Test(arguments: [
    client(#""documentChanges":true"#, lazy),
    client(#""documentChanges":true,"changeAnnotationSupport":{}"#, lazy),
    client(
      #""changeAnnotationSupport":{}"#, lazy + #""honorsChangeAnnotations":true,"#),
  ])
  func isToldBehindItElse(abilities: String) {
    let editor = Editor(abilities)
    let edit = editor.ask("codeAction/resolve", deletion(editor))["edit"]
    #expect(edit != nil && edit?["changeAnnotations"] == nil)
    #expect(
      editor.received("window/showMessage").map { $0["message"]?.string } == [
        "Delete the paragraph, references follow: " + Self.told
      ])
    #expect(editor.received("window/showMessage").isEmpty)
  }

  @Test func standsInTheTitleWhereNothingIsAskedAgain() {
    let editor = Editor(Self.client(""))
    let action = deletion(editor)
    #expect(
      action["title"]?.string == "Delete the paragraph, references follow – " + Self.told)
    #expect(action["edit"] != nil)
    #expect(editor.received("window/showMessage").isEmpty)
  }

  /// `1` becomes `3`: the reference behind it is left with a label that nobody has.
  @Test func isToldOfARename() {
    let text = Drafts.whole(
      "1‸ to drink;\n\n2 to wash;\n\n3 to rest, as in resolves 7 above.")
    func rename(_ editor: Editor) -> JSONValue {
      let marks = editor.open(text)
      return editor.ask(
        "textDocument/rename",
        [
          "textDocument": ["uri": .string(Editor.uri)], "position": marks.caret, "newName": "2",
        ])
    }
    let words = "line 17: “resolves 7 above” names a label that no paragraph had before"
    let plain = Editor(Self.client(#""documentChanges":true"#))
    #expect(rename(plain)["documentChanges"] != nil)
    #expect(
      plain.received("window/showMessage").map { $0["message"]?.string } == [
        "Rename to `2`: " + words
      ])
    let able = Editor(
      Self.client(
        #""documentChanges":true,"changeAnnotationSupport":{}"#, "",
        #""honorsChangeAnnotations":true"#))
    #expect(
      rename(able).at("changeAnnotations", "look", "description")?.string == words)
    #expect(able.received("window/showMessage").isEmpty)
  }
}
