import Features
import JSON
import LanguageServerProtocol
import Testing

@testable import LanguageServer

/// Folds, tokens, hints, lenses, linked ranges over the wire.
@Suite struct TokenTests {
  private static let tokens = """
    "semanticTokens":{"requests":{"range":true,"full":{"delta":true}},"formats":["relative"],
     "tokenTypes":["class","keyword","enumMember"],"tokenModifiers":[]}
    """

  private func numbers(_ value: JSONValue?) -> [Int] { value?.array?.compactMap(\.int) ?? [] }

  @Test func tokensFollowEdits() throws {
    let editor = NavigationTests.client(Self.tokens)
    let legend = editor.offers.at("semanticTokensProvider", "legend", "tokenTypes")?.array ?? []
    #expect(legend.contains("class") && !legend.contains("decorator"))
    editor.open(NavigationTests.draft)
    let first = editor.ask("textDocument/semanticTokens/full")
    var data = numbers(first["data"])
    var id = try #require(first["resultId"]?.string)
    #expect(data.count % 5 == 0 && data.count > 30)
    for words in ["to drink", "to act", "# RESOLUTION", "🚢"] {
      editor.type("🚢 resolves 1 above\n\n", before: words)
      let delta = editor.ask(
        "textDocument/semanticTokens/full/delta",
        ["textDocument": ["uri": .string(Editor.uri)], "previousResultId": .string(id)])
      id = try #require(delta["resultId"]?.string)
      for edit in delta["edits"]?.array ?? [] {
        let start = edit["start"]?.int ?? 0
        data.replaceSubrange(
          start..<(start + (edit["deleteCount"]?.int ?? 0)), with: numbers(edit["data"]))
      }
      let whole = editor.ask("textDocument/semanticTokens/full")
      #expect(data == numbers(whole["data"]))
      id = try #require(whole["resultId"]?.string)
    }
    let same = editor.ask(
      "textDocument/semanticTokens/full/delta",
      ["textDocument": ["uri": .string(Editor.uri)], "previousResultId": .string(id)])
    #expect(same["edits"] == [])
    let unknown = editor.ask(
      "textDocument/semanticTokens/full/delta",
      ["textDocument": ["uri": .string(Editor.uri)], "previousResultId": "0"])
    #expect(numbers(unknown["data"]) == data)
    let range = editor.ask(
      "textDocument/semanticTokens/range",
      [
        "textDocument": ["uri": .string(Editor.uri)],
        "range": ["start": ["line": 0, "character": 0], "end": ["line": 999, "character": 0]],
      ])
    #expect(numbers(range["data"]) == data)
  }

  @Test func foldsAreLimitedFromTheInside() {
    let text = Drafts.whole("1 to drink:\n\na) tea;\n\nb) milk;\n\n2 to wash.")
    let editor = NavigationTests.client("")
    editor.open(text)
    let folds = { (editor: Editor) in
      (editor.ask("textDocument/foldingRange").array ?? []).map {
        "\($0["startLine"]?.int ?? -1)-\($0["endLine"]?.int ?? -1) \($0["kind"]?.string ?? "")"
      }
    }
    #expect(folds(editor) == ["0-18 ", "6-8 ", "10-18 ", "12-16 "])
    editor.type("\n", before: "## Tea")
    #expect(folds(editor) == ["0-19 ", "7-9 ", "11-19 ", "13-17 "])
    let short = NavigationTests.client(#""foldingRange":{"rangeLimit":2,"lineFoldingOnly":true}"#)
    short.open(text)
    #expect(folds(short) == ["0-18 ", "6-8 "])
  }

  @Test func hintsSayMoreWhenAsked() throws {
    let range: JSONValue = [
      "textDocument": ["uri": .string(Editor.uri)],
      "range": ["start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0]],
    ]
    let lazy = NavigationTests.client(
      #""inlayHint":{"resolveSupport":{"properties":["tooltip","label.location"]}}"#)
    lazy.open(NavigationTests.draft)
    let hint = try #require(lazy.ask("textDocument/inlayHint", range).array?.last)
    #expect(hint["label"] == "to drink 🚢 чай 茶 شاي;")
    #expect(hint["tooltip"] == nil)
    let resolved = lazy.ask("inlayHint/resolve", hint)
    #expect(resolved.at("tooltip", "value") == "1 to drink 🚢 чай 茶 شاي;")
    #expect(
      resolved["label"]?.array?.first?.at("location", "range").map(shown) == "12:0-12:24")
    lazy.type("x", before: "to drink")
    #expect(lazy.ask("inlayHint/resolve", hint) == hint)
    let eager = Editor(Abilities.none)
    eager.open(NavigationTests.draft)
    let whole = eager.ask("textDocument/inlayHint", range).array?.last
    #expect(whole?.at("tooltip", "value") == "1 to drink 🚢 чай 茶 شاي;")
    #expect(whole?["data"] == nil)
    eager.configure(["hints": ["reference": false]])
    #expect(eager.ask("textDocument/inlayHint", range).array?.last?["label"]?.array == nil)
  }

  @Test func lensesAreOffUntilTurnedOn() throws {
    let eager = Editor(Abilities.none)
    eager.open(NavigationTests.draft)
    #expect(eager.ask("textDocument/codeLens") == [])
    let titles = { (lenses: JSONValue) in lenses.array?.map { $0.at("command", "title") } }
    eager.configure(["lenses": ["references": true]])
    #expect(titles(eager.ask("textDocument/codeLens")) == ["1 reference"])
    let lazy = NavigationTests.client(#""codeLens":{"resolveSupport":{"properties":["command"]}}"#)
    lazy.open(NavigationTests.draft)
    lazy.open(
      Drafts.whole("to follow Resolution 999 (Dubai, 2018).").replacing(
        " 999 (Dubai, 2018)\n", with: " 7 (Dubai, 2018)\n"),
      uri: "untitled:7")
    lazy.configure(["lenses": ["references": true, "citations": true]])
    let lenses = lazy.ask("textDocument/codeLens").array ?? []
    #expect(lenses.map { $0["command"] } == [nil, nil])
    let resolved = lenses.map { lazy.ask("codeLens/resolve", $0).at("command", "title") }
    #expect(resolved == ["cited by 1 text", "1 reference"])
    lazy.type("x", before: "to drink")
    let late = lazy.ask("codeLens/resolve", try #require(lenses.first))
    #expect(late.at("command", "title") == "")
  }

  @Test func placesAreTypedTogether() {
    let editor = NavigationTests.client(#""linkedEditingRange":{}"#)
    #expect(editor.offers["linkedEditingRangeProvider"] == true)
    let marks = editor.open(
      NavigationTests.draft.replacing("# RESOLUTION 999 (Dubai", with: "# RESOLUTION 999 (Du‸bai"))
    let found = editor.ask("textDocument/linkedEditingRange", at: marks.caret)
    #expect(found["ranges"].map(shown) == "0:18-0:23\n4:77-4:82")
  }
}
