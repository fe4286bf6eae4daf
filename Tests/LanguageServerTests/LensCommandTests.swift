import JSON
import LanguageServer
import Testing

/// What happens when the user clicks a lens: the server asks the client to show what was counted.
@Suite struct LensCommandTests {
  private static let draft = Drafts.whole(
    """
    1 to drink 🌍 чай;

    2 to wash cups, as in resolves 1 above;

    3 to rest, 🌍 чай, as in resolves 1 above.
    """)

  private func editor(_ window: String, lenses: String = #"{"references":true}"#) -> Editor {
    Editor(#"{"window":{\#(window)}}"#, options: #"{"lenses":\#(lenses)}"#)
  }

  private func run(_ editor: Editor, _ command: JSONValue?) -> JSONValue {
    editor.ask(
      "workspace/executeCommand",
      ["command": command?["command"] ?? .null, "arguments": command?["arguments"] ?? []])
  }

  private func lenses(_ editor: Editor) -> [JSONValue] {
    (editor.ask("textDocument/codeLens").array ?? []).compactMap { $0["command"] }
  }

  @Test func ofSeveralPlacesTheUserChoosesOne() {
    let editor = editor(#""showDocument":{"support":true},"showMessage":{}"#)
    #expect(editor.offers.at("executeCommandProvider", "commands") == ["resolute.showPlaces"])
    editor.open(Self.draft)
    #expect(run(editor, lenses(editor).first) == .null)
    #expect(
      editor.received("window/showMessageRequest").map(shown) == [
        "type=3 message=2 references actions=[title=15: to wash cups, as in resolves 1 above;, "
          + "title=17: to rest, 🌍 чай, as in resolves 1 above.]"
      ])
    editor.answer(
      "window/showMessageRequest", ["title": "17: to rest, 🌍 чай, as in resolves 1 above."])
    #expect(
      editor.received("window/showDocument").map(shown) == [
        "uri=file:///draft.md takeFocus=true selection=16:25-16:41"
      ])
    #expect(run(editor, lenses(editor).first) == .null)
    editor.answer("window/showMessageRequest", .null)
    #expect(editor.received("window/showDocument").isEmpty)
  }

  @Test func aClientThatCannotAskShowsTheFirst() {
    let editor = editor(#""showDocument":{"support":true}"#)
    editor.open(Self.draft)
    #expect(run(editor, lenses(editor).first) == .null)
    #expect(editor.received("window/showMessageRequest").isEmpty)
    #expect(
      editor.received("window/showDocument").map(shown) == [
        "uri=file:///draft.md takeFocus=true selection=14:22-14:38"
      ])
  }

  @Test func otherTextsThatCite() {
    let editor = editor(
      #""showDocument":{"support":true},"showMessage":{}"#, lenses: #"{"citations":true}"#)
    editor.open(Self.draft)
    #expect(
      lenses(editor).map(shown) == ["title=not cited command="], "nothing to show, nothing to run")
    editor.open(
      Drafts.whole(preamble: "Resolution 999 (Dubai, 2018) of this conference,")
        .replacing("RESOLUTION 999", with: "RESOLUTION 998"), uri: "file:///other%20one.md")
    #expect(run(editor, lenses(editor).first) == .null)
    #expect(
      editor.received("window/showDocument").map(shown) == [
        "uri=file:///other%20one.md takeFocus=true selection=8:0-8:28"
      ])
  }

  @Test func withoutTheAbilityALensIsOnlyWords() {
    let editor = editor(#""showMessage":{}"#)
    #expect(editor.offers["executeCommandProvider"] == nil)
    editor.open(Self.draft)
    #expect(lenses(editor).map(shown) == ["title=2 references command="])
    #expect(run(editor, ["command": "resolute.showPlaces"])["error"] == -32602)
  }

  @Test func refusesWhatIsNotOurs() {
    let editor = editor(#""showDocument":{"support":true}"#)
    editor.open(Self.draft)
    let command = lenses(editor).first
    editor.type("hot ", before: "чай")
    #expect(run(editor, command)["error"] == -32801)
    #expect(run(editor, ["command": "rm"])["error"] == -32602)
    #expect(run(editor, ["command": "resolute.showPlaces", "arguments": ["x"]])["error"] == -32801)
    #expect(editor.received("window/showDocument").isEmpty)
  }
}
