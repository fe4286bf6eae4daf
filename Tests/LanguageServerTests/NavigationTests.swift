import JSON
import LanguageServer
import Testing

/// Navigation over the wire, with clients that can all, some or nothing.
@Suite struct NavigationTests {
  static let preamble =
    "Resolution 71 (Rev. Busan, 2014) of the Plenipotentiary Conference,"
  static let operative = """
    1 to drink 🚢 чай 茶 شاي;

    2 to act under resolves 1 above and Resolution 999 (Dubai, 2018).
    """
  static let draft = Drafts.whole(operative, preamble: preamble)

  static func client(_ document: String, encoding: String = "utf-16") -> Editor {
    Editor(
      """
      {"general":{"positionEncodings":["\(encoding)"]},"textDocument":{\(document)},
       "workspace":{"symbol":{"resolveSupport":{"properties":["location.range"]}}}}
      """)
  }

  /// A place before some words of an open text.
  private func place(_ words: String, in editor: Editor, uri: String = Editor.uri) -> JSONValue {
    let bytes = editor.texts[uri] ?? []
    return Marks.position(Marks.find(words, in: bytes), in: bytes, editor.encoding)
  }

  /// What a range on the wire holds.
  private func words(_ range: JSONValue?, in editor: Editor) -> String {
    let bytes = editor.texts[Editor.uri] ?? []
    // Every range of the test is found again by the words it holds.
    for start in bytes.indices {
      guard Marks.position(start, in: bytes, editor.encoding) == range?["start"] else { continue }
      for end in start...bytes.count
      where Marks.position(end, in: bytes, editor.encoding) == range?["end"] {
        return String(decoding: bytes[start..<end], as: UTF8.self)
      }
    }
    return "no range"
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"], [false, true])
  func countsAsTheClientDoes(_ encoding: String, _ hasReturns: Bool) {
    let editor = Self.client(
      #""definition":{"linkSupport":true},"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}"#,
      encoding: encoding)
    let sentence = "🚢茶 чай شاي resolves 1 above, resolves 2"
    let text = Drafts.whole("1 to drink 🚢;\n\n2 to act \(sentence).", preamble: Self.preamble)
    editor.open(hasReturns ? text.replacing("\n", with: "\r\n") : text)
    let at = place("solves 1 above", in: editor)
    let link = editor.ask("textDocument/definition", at: at).array?.first
    #expect(words(link?["originSelectionRange"], in: editor) == "resolves 1 above")
    #expect(words(link?["targetSelectionRange"], in: editor) == "1")
    #expect(words(link?["targetRange"], in: editor) == "1 to drink 🚢;")
    let highlights = editor.ask("textDocument/documentHighlight", at: at).array ?? []
    #expect(highlights.map { words($0["range"], in: editor) } == ["1", "1"])
    #expect(highlights.map { $0["kind"]?.int } == [3, 2])
    let references = editor.ask(
      "textDocument/references",
      [
        "textDocument": ["uri": .string(Editor.uri)],
        "position": place("2 to act", in: editor), "context": ["includeDeclaration": false],
      ]
    ).array
    #expect(references?.map { words($0["range"], in: editor) } == ["2"])
    let ranges = editor.ask(
      "textDocument/selectionRange",
      ["textDocument": ["uri": .string(Editor.uri)], "positions": [at]]
    ).array?.first
    #expect(words(ranges?["range"], in: editor) == "resolves")
    #expect(words(ranges?.at("parent", "range"), in: editor) == "resolves 1 above")
    let symbols = editor.ask("textDocument/documentSymbol").array?.first
    #expect(symbols?["detail"] == "Tea in small harbours")
    let last = symbols?["children"]?.array?.last?["children"]?.array?.last
    #expect(words(last?["range"], in: editor) == "2 to act \(sentence).")
    #expect(words(last?["selectionRange"], in: editor) == "2")
    let hints = editor.ask(
      "textDocument/inlayHint",
      [
        "textDocument": ["uri": .string(Editor.uri)],
        "range": ["start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0]],
      ]
    ).array
    let bytes = editor.texts[Editor.uri] ?? []
    let end = Marks.find("resolves 2", in: bytes) + "resolves 2".utf8.count
    #expect(hints?.last?["position"] == Marks.position(end, in: bytes, editor.encoding))
  }

  @Test func givesPlainLocationsAndSymbolsToPlainClients() {
    let editor = Editor(Abilities.none)
    editor.open(Self.draft)
    let found = editor.ask("textDocument/definition", at: place("solves 1 above", in: editor))
    #expect(shown(found) == "uri=file:///draft.md range=12:0-12:1")
    let declared = editor.ask("textDocument/declaration", at: place("solves 1 above", in: editor))
    #expect(shown(declared) == "uri=file:///draft.md range=10:1-10:9")
    let symbols = editor.ask("textDocument/documentSymbol").array ?? []
    #expect(symbols.allSatisfy { $0["location"] != nil && $0["children"] == nil })
    #expect(
      symbols.map { "\($0["name"]?.string ?? "") < \($0["containerName"]?.string ?? "")" }.suffix(3)
        == [
          "resolves < RESOLUTION 999 (Dubai, 2018)", "1 to drink 🚢 чай 茶 شاي; < resolves",
          "2 to act under resolves 1 above and Resolution 999 (Dubai, 2018). < resolves",
        ])
    #expect(editor.offers["callHierarchyProvider"] == nil)
    #expect(editor.offers["linkedEditingRangeProvider"] == nil)
    #expect(editor.offers["semanticTokensProvider"] == nil)
    #expect(shown(editor.offers["workspaceSymbolProvider"] ?? .null) == "")
    #expect(shown(editor.offers["inlayHintProvider"] ?? .null) == "")
  }

  @Test func outlinesFollowEdits() {
    let capabilities = #""documentSymbol":{"hierarchicalDocumentSymbolSupport":true}"#
    let editor = Self.client(capabilities)
    let second = Drafts.whole("1 to wait;\n\n2 to rest.").replacing("999", with: "5")
    editor.open(Self.draft + "\n" + second)
    for (words, typed) in [("to drink", "🚢 "), ("## Tea", "\n\n"), ("2 to rest", "2 to go;\n\n")] {
      _ = editor.ask("textDocument/documentSymbol")
      editor.type(typed, before: words)
      let fresh = Self.client(capabilities)
      fresh.open(String(decoding: editor.texts[Editor.uri] ?? [], as: UTF8.self))
      let symbols = editor.ask("textDocument/documentSymbol")
      #expect(symbols.array?.count == 2)
      #expect(symbols == fresh.ask("textDocument/documentSymbol"))
    }
  }

  @Test func findsNothingInPlainWords() {
    let editor = Editor()
    editor.open(Self.draft)
    let at = place("to drink", in: editor)
    #expect(editor.ask("textDocument/definition", at: at) == .null)
    #expect(editor.ask("textDocument/documentHighlight", at: at) == [])
    #expect(editor.ask("textDocument/prepareCallHierarchy", at: at) == .null)
    #expect(editor.ask("textDocument/linkedEditingRange", at: at) == .null)
  }

  @Test func findsOtherOpenTextsAsTheyAreNow() {
    let editor = Self.client(#""callHierarchy":{}"#)
    editor.open(Self.draft)
    let other = "untitled:71"
    let text = Drafts.whole("to wait.").replacing("999 (Dubai", with: "71 (Rev. Dubai")
    editor.open(text, uri: other)
    let at = place("Resolution 71", in: editor)
    let found = { shown(editor.ask("textDocument/definition", at: at)) }
    #expect(found() == "uri=untitled:71 range=0:2-0:34")
    editor.replace(0..<0, with: "\n\n", uri: other)
    #expect(found() == "uri=untitled:71 range=2:2-2:34")
    let references = editor.ask(
      "textDocument/references",
      [
        "textDocument": ["uri": .string(other)],
        "position": place("RESOLUTION", in: editor, uri: other),
        "context": ["includeDeclaration": true],
      ])
    #expect(
      shown(references)
        == "uri=untitled:71 range=2:2-2:34\nuri=file:///draft.md range=8:0-8:32")
    editor.close(uri: other)
    #expect(found() == "null")
  }

  @Test func tellsWhoCitesWhom() throws {
    let editor = Self.client(#""callHierarchy":{}"#)
    editor.open(Self.draft)
    let other = "untitled:71"
    editor.open(
      Drafts.whole("to follow Decision 5 (Rev. Dubai, 2018).")
        .replacing("999 (Dubai", with: "71 (Rev. Dubai"), uri: other)
    let items = editor.ask(
      "textDocument/prepareCallHierarchy", at: place("Resolution 71", in: editor))
    let item = try #require(items.array?.first)
    #expect(item["name"] == "RESOLUTION 71 (Rev. Dubai, 2018)")
    let incoming = editor.ask("callHierarchy/incomingCalls", ["item": item]).array ?? []
    #expect(incoming.map { $0.at("from", "uri") } == ["file:///draft.md"])
    #expect(incoming.first?["fromRanges"].map(shown) == "8:0-8:32")
    let outgoing = editor.ask("callHierarchy/outgoingCalls", ["item": item]).array ?? []
    #expect(outgoing.map { $0.at("to", "name") } == ["Decision 5 (Rev. Dubai, 2018)"])
    // Nobody has the decision, so it is shown where it is cited and cites nothing.
    let decision = try #require(outgoing.first?["to"])
    #expect(decision["uri"]?.string == other)
    #expect(editor.ask("callHierarchy/outgoingCalls", ["item": decision]) == [])
    let citing = editor.ask("callHierarchy/incomingCalls", ["item": decision]).array
    #expect(citing?.map { $0.at("from", "name") } == ["RESOLUTION 71 (Rev. Dubai, 2018)"])
    editor.close(uri: other)
    #expect(editor.ask("callHierarchy/outgoingCalls", ["item": item]) == [])
  }

  @Test func listsSymbolsOfAllTextsAndFillsThemIn() throws {
    let editor = Self.client("")
    editor.open(Self.draft)
    editor.open(Drafts.whole("to wait.").replacing("999", with: "5"), uri: "untitled:5")
    let found = editor.ask("workspace/symbol", ["query": "tea"]).array ?? []
    #expect(
      found.map { $0["name"] } == ["RESOLUTION 999 (Dubai, 2018)", "RESOLUTION 5 (Dubai, 2018)"])
    let symbol = try #require(found.first)
    #expect(symbol["location"].map(shown) == "uri=file:///draft.md")
    let whole = editor.ask("workspaceSymbol/resolve", symbol)
    #expect(whole["location"].map(shown) == "uri=file:///draft.md range=0:2-0:30")
    let plain = Editor(Abilities.none)
    plain.open(Self.draft)
    let one = plain.ask("workspace/symbol", ["query": "resolves"]).array?.first
    #expect(one?["location"].map(shown) == "uri=file:///draft.md range=10:1-10:9")
  }
}
