import JSON
import LanguageServerProtocol
import Testing

@testable import LanguageServer

/// What clients say of completion, hover and links.
private enum Able {
  /// As VS Code does.
  static func full(_ encoding: String = "utf-16") -> String {
    """
    {"general":{"positionEncodings":["\(encoding)"]},
     "textDocument":{"completion":{"completionItem":{"snippetSupport":true,
        "labelDetailsSupport":true,"documentationFormat":["markdown","plaintext"],
        "resolveSupport":{"properties":["documentation","detail"]}}},
      "hover":{"contentFormat":["markdown","plaintext"]},"documentLink":{"tooltipSupport":true}}}
    """
  }
}

@Suite("Completion, hover and links of the server") struct CompletionHandlerTests {
  @Test("What is offered, and without commit characters")
  func offers() {
    let editor = Editor(Able.full())
    let completion = editor.offers["completionProvider"] ?? .null
    #expect(
      shown(completion)
        == "triggerCharacters=[ ] resolveProvider=true completionItem=labelDetailsSupport=true")
    #expect(editor.offers["hoverProvider"] == true)
    #expect(shown(editor.offers["documentLinkProvider"] ?? .null) == "resolveProvider=true")
    #expect(
      shown(Editor(Abilities.none).offers["completionProvider"] ?? .null)
        == "triggerCharacters=[ ] resolveProvider=true")
  }

  @Test(
    "A citation behind emoji and other scripts, in each encoding",
    arguments: [
      "utf-8", "utf-16", "utf-32",
    ])
  func citation(encoding: String) throws {
    let editor = Editor(Able.full(encoding))
    let marks = editor.open(
      Drafts.whole(preamble: "🌫 Чёрное 信息 «Resolution 146‸»;").replacing("\n", with: "\r\n"))
    let answer = editor.ask("textDocument/completion", at: marks.caret)
    #expect(answer["isIncomplete"] == false)
    let item = try #require(answer["items"]?.array?.first)
    #expect(item["label"]?.string == "Resolution 146 (Rev. Dubai, 2018) of this conference")
    #expect(item.at("labelDetails", "description")?.string == "PP")
    #expect(item.at("textEdit", "range") == marks.ranges.first)
    #expect(
      item.at("textEdit", "newText")?.string
        == "Resolution 146 (Rev. Dubai, 2018) of this conference")
    #expect(item["documentation"] == nil && item["commitCharacters"] == nil)

    let resolved = editor.ask("completionItem/resolve", item)
    #expect(resolved.at("documentation", "kind")?.string == "markdown")
    #expect(
      resolved.at("documentation", "value")?.string?.hasPrefix(
        "**Resolution 146 (Rev. Dubai, 2018)**: Periodic review") == true)
    #expect(resolved["label"] == item["label"] && resolved["textEdit"] == item["textEdit"])
  }

  @Test("An entry of several words is a snippet where the client knows snippets")
  func words() throws {
    for (abilities, format) in [(Able.full(), JSONValue?(2)), (Abilities.none, JSONValue?.none)] {
      let editor = Editor(abilities)
      let marks = editor.open(Drafts.whole(preamble: "Resolution 146‸;"))
      let answer = editor.ask("textDocument/completion", at: marks.caret)
      let item = try #require(answer["items"]?.array?.first)
      #expect(item["insertTextFormat"] == format)
      #expect(item.at("textEdit", "newText") == item["label"])
    }
  }

  @Test("An entry of an older version stays as it is; a text that is closed is an error")
  func stale() throws {
    let editor = Editor(Able.full())
    let marks = editor.open(Drafts.whole(preamble: "Resolution 146‸;"))
    let items = editor.ask("textDocument/completion", at: marks.caret)["items"]?.array
    let item = try #require(items?.first)
    editor.type("new ", before: "Tea")
    #expect(editor.ask("completionItem/resolve", item) == item)
    editor.close()
    #expect(editor.ask("completionItem/resolve", item)["error"] == -32602)
    #expect(editor.ask("completionItem/resolve", ["label": "x", "data": 5])["label"] == "x")
  }

  @Test("Snippets only for clients that understand them; plain help for those without formats")
  func capabilities() throws {
    let able = Editor(Able.full())
    let marks = able.open("reso‸")
    let snippet = able.ask("textDocument/completion", at: marks.caret)["items"]?.array?.first
    #expect(snippet?["insertTextFormat"] == 2)
    let plain = Editor(Abilities.none)
    plain.open("reso‸")
    let text = plain.ask("textDocument/completion", at: marks.caret)["items"]?.array?.first
    #expect(text != nil && text?["insertTextFormat"] == nil && text?["labelDetails"] == nil)
    #expect(text?.at("textEdit", "newText")?.string?.contains("$") == false)

    let place = plain.open(Drafts.whole(preamble: "Action Line C‸5,"), uri: "file:///b.md")
    let hover = plain.ask("textDocument/hover", at: place.caret, uri: "file:///b.md")
    #expect(hover.at("contents", "kind")?.string == "plaintext")
    #expect(hover.at("contents", "value")?.string?.hasPrefix("Action Line C5: ") == true)
  }

  @Test("Labels behind a clause name, as the blank is typed")
  func references() {
    let editor = Editor(Able.full())
    let marks = editor.open(
      Drafts.whole("1 to drink tea;\n\n2 to wash cups as in resolves ‸;"))
    let answer = editor.ask(
      "textDocument/completion",
      [
        "textDocument": ["uri": .string(Editor.uri)], "position": marks.caret,
        "context": ["triggerKind": 2, "triggerCharacter": " "],
      ])
    #expect(answer["items"]?.array?.map { $0["label"]?.string } == ["1 above"])
    #expect(answer["items"]?.array?.first?["detail"]?.string == "to drink tea;")
  }

  @Test("Hover marks what it is about", arguments: ["utf-8", "utf-16", "utf-32"])
  func hover(encoding: String) {
    let editor = Editor(Able.full(encoding))
    let marks = editor.open(Drafts.whole(preamble: "🌫 信息 «Resolution 1‸46 (Rev. Dubai, 2018)»,"))
    let hover = editor.ask("textDocument/hover", at: marks.caret)
    #expect(hover["range"] == marks.ranges.first)
    #expect(hover.at("contents", "kind")?.string == "markdown")
    let other = editor.open("# Read me\n\nResolution 14‸6\n", uri: "file:///r.md")
    #expect(editor.ask("textDocument/hover", at: other.caret, uri: "file:///r.md") == .null)
  }

  @Test("Links: addresses at once, files when they are followed")
  func links() throws {
    let editor = Editor(Able.full())
    let marks = editor.open(
      Drafts.whole(preamble: "UNGA «Resolution 70/125» and [a](«../b c.md»), [d](«one/d.md#é»),"),
      uri: "file:///drafts/2026/tea.md")
    let links = editor.ask("textDocument/documentLink", uri: "file:///drafts/2026/tea.md").array
    #expect(links?.map { $0["range"] } == [marks.ranges[0], marks.ranges[2]])
    #expect(links?.first?["target"]?.string == "https://undocs.org/A/RES/70/125")
    #expect(
      links?.first?["tooltip"]?.string == "United Nations General Assembly Resolution 70/125")
    let file = try #require(links?.last)
    #expect(file["target"] == nil)
    #expect(
      editor.ask("documentLink/resolve", file)["target"]?.string
        == "file:///drafts/2026/one/d.md#%C3%A9")
    let plain = Editor(Abilities.none)
    plain.open(Drafts.whole(preamble: "UNGA Resolution 70/125,"))
    #expect(plain.ask("textDocument/documentLink").array?.first?["tooltip"] == nil)
  }

  @Test(
    "Relative paths in a URI",
    arguments: [
      ("file:///a/b/c.md", "d.md", "file:///a/b/d.md"),
      ("file:///a/b/c.md", "./d.md", "file:///a/b/d.md"),
      ("file:///a/b/c.md", "../d.md#x", "file:///a/d.md#x"),
      ("file:///a/b/c.md", "/d/e.md", "file:///d/e.md"),
      ("file:///c%3A/b/c.md", "sub/d.md?q", "file:///c%3A/b/sub/d.md?q"),
      ("vscode-vfs://github/o/r/c.md", "d.md", "vscode-vfs://github/o/r/d.md"),
      ("file:///a/c.md", "../../d.md", nil), ("untitled:Draft-1", "d.md", nil),
      ("file:///a/c.md", "..", "file:///"), ("", "d.md", nil), ("file://x", "d.md", nil),
    ] as [(String, String, String?)])
  func relative(base: String, path: String, target: String?) {
    #expect(DocumentURI(base).resolving(path) == target)
  }
}
