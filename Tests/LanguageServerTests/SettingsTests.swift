import JSON
import Testing

/// How the client's settings reach the server, and what is asked of a client that can do how much.
@Suite struct ClientSettingsTests {
  private static let asking = """
    {"workspace":{"configuration":true,"didChangeConfiguration":{"dynamicRegistration":true},
     "diagnostics":{"refreshSupport":true}},"textDocument":{"diagnostic":{}}}
    """

  @Test func areAskedForWhereTheyCanBe() {
    let editor = Editor(Self.asking)
    let asked = editor.received("workspace/configuration")
    #expect(asked == [["items": [["section": "resolute"]]]])
    let registered = editor.received("client/registerCapability").first?["registrations"]
    #expect(registered?.array?.first?["method"] == "workspace/didChangeConfiguration")
    editor.open(Drafts.whole("1 to drink tea\n\n3 to wash cups."))
    #expect(editor.ask("textDocument/diagnostic")["items"]?.array?.count == 2)
    editor.answer("workspace/configuration", [["max-findings": 1]])
    #expect(editor.received("workspace/diagnostic/refresh").count == 1)
    #expect(editor.ask("textDocument/diagnostic")["items"]?.array?.count == 2)
    #expect(
      shown(editor.ask("textDocument/diagnostic")["items"] ?? .null).contains("limit/findings"))
    editor.notify("workspace/didChangeConfiguration", ["settings": nil])
    #expect(editor.received("workspace/configuration").count == 1)
  }

  @Test func nothingIsAskedOfAClientThatCannotAnswer() {
    let editor = Editor(Abilities.none)
    editor.open(Drafts.gap)
    editor.notify("workspace/didChangeConfiguration", ["settings": ["max-findings": 5]])
    #expect(Set(editor.receivedMethods()) == ["textDocument/publishDiagnostics"])
  }

  @Test func aBadAnswerChangesNothing() {
    let editor = Editor(Self.asking)
    editor.answer("workspace/configuration", [nil])
    editor.answer("workspace/configuration", "odd")
    editor.open(Drafts.gap)
    #expect(editor.ask("textDocument/diagnostic")["items"]?.array?.count == 1)
    #expect(editor.received("workspace/diagnostic/refresh").isEmpty)
  }
}
