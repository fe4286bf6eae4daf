import JSON
import Testing

@testable import LanguageServer

/// Where a finding's rule leads.
@Suite struct RulePageTests {
  private func addresses(_ capabilities: String, _ options: String) -> [JSONValue?] {
    let editor = Editor(capabilities, options: options)
    editor.open(Drafts.gap)
    let pushed = editor.received("textDocument/publishDiagnostics").last?["diagnostics"]
    let pulled = editor.ask("textDocument/diagnostic")["items"]
    return (pushed ?? pulled)?.array?.map { $0.at("codeDescription", "href") } ?? []
  }

  @Test(arguments: [Abilities.push, Abilities.pull])
  func isSentWhereTheUserSaysWhereItIs(abilities: String) {
    let folder = #"{"rule-pages": "https://example.org/rules"}"#
    #expect(
      addresses(abilities, folder) == ["https://example.org/rules/numbering-gap.md"])
    let pages = #"{"rule-pages": "https://example.org/{rule}.html#top"}"#
    #expect(
      addresses(abilities, pages) == ["https://example.org/numbering-gap.html#top"])
    #expect(addresses(abilities, "{}") == [nil])
    #expect(addresses(abilities, #"{"rule-pages": "gopher:x"}"#) == [nil])
  }

  @Test func onlyToAClientThatTakesIt() {
    let pages = #"{"rule-pages": "https://example.org/rules/"}"#
    #expect(addresses(Abilities.none, pages) == [nil])
  }

  @Test func changesWithTheSettings() {
    let editor = Editor(Abilities.push)
    editor.open(Drafts.gap)
    editor.configure(["rule-pages": "https://example.org/a/"])
    editor.configure(["rule-pages": "https://example.org/b/"])
    let sent = editor.received("textDocument/publishDiagnostics").map {
      $0["diagnostics"]?.array?.first?.at("codeDescription", "href")
    }
    #expect(
      sent == [
        nil, "https://example.org/a/numbering-gap.md", "https://example.org/b/numbering-gap.md",
      ])
  }
}
