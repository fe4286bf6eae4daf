import Foundation
import JSON
import LanguageServerProtocol
import TestSupport
import Testing
import TextModel

@testable import LanguageServer

/// Every feature on a text with characters of one to four bytes, in every encoding of positions and with
/// both line ends: the answers are about the same words.
@Suite struct EncodingTableTests {
  /// `①`…: places that the questions are about.
  static let marked = """
    # RESOLUTION 999 (Дуб⑥ай 🌊, 2018)

    ## Лампы, 灯 and lamps 🚢 مصباح

    The Plenipotentiary Conference of the International Telecommunication Union (Дубай 🌊, 2018),

    *recalling*

    a) 🚢 Лампы 灯 مصباح, Re①solution 71 (Rev. Dubai, 2018) of this conference;

    b) 茶 🌍 the World Telecommunication Standardization Assembly (WTSA),

    *resolves*

    1  to light 🚢 Лампы 灯 مصباح lamps, in line with [план 🌊](план.md);

    ②2 чай 茶 🌍 شاي, as in resolves ③1 above and WT④SA and Resolution 140 (Rev. Busan, 2014)

    4 🌍🌍 شاي, in line with Resolution 13⑤,
    ⑦
    *instructs the Secretary-General*

    to report 茶 🌍 on resolves 2 above.

    """

  struct Case: Sendable, CustomTestStringConvertible {
    var encoding: String
    var lineEnd: String
    var testDescription: String { encoding + (lineEnd == "\n" ? ", LF" : ", CRLF") }
  }

  static let cases = ["utf-8", "utf-16", "utf-32"].flatMap { encoding in
    ["\n", "\r\n"].map { Case(encoding: encoding, lineEnd: $0) }
  }

  static func abilities(_ encoding: String) -> String {
    """
    {"general":{"positionEncodings":["\(encoding)"]},
     "window":{"showDocument":{"support":true}},
     "workspace":{"workspaceEdit":{"documentChanges":true},"fileOperations":{"willRename":true}},
     "textDocument":{"diagnostic":{},"publishDiagnostics":{"relatedInformation":true},
      "hover":{"contentFormat":["markdown"]},
      "documentSymbol":{"hierarchicalDocumentSymbolSupport":true},
      "definition":{"linkSupport":true},"callHierarchy":{},"linkedEditingRange":{},
      "semanticTokens":{"requests":{"range":true,"full":{"delta":true}}},
      "rename":{"prepareSupport":true},
      "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":[""]}},
        "dataSupport":true,"resolveSupport":{"properties":["edit"]}},
      "inlayHint":{"resolveSupport":{"properties":["tooltip","label.location"]}},
      "codeLens":{"resolveSupport":{"properties":["command"]}},
      "rangeFormatting":{"rangesSupport":true}}}
    """
  }

  /// A session in one encoding, with the text open.
  private final class Session {
    let editor: Editor
    let shown: WordsShown
    let folder: TemporaryFolder
    let uri: String
    private var places: [Character: Int] = [:]
    private(set) var asked: Set<String> = []

    init(_ own: Case) throws {
      folder = try TemporaryFolder()
      var bytes: [UInt8] = []
      for character in EncodingTableTests.marked.replacing("\n", with: own.lineEnd) {
        if "①②③④⑤⑥⑦".contains(character) {
          places[character] = bytes.count
        } else {
          bytes += Array(String(character).utf8)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      try folder.write("план.md", "# Plan\n")
      try folder.write("a.md", text)
      editor = Editor(
        EncodingTableTests.abilities(own.encoding),
        options: #"{"lenses":{"references":true,"citations":true}}"#, folders: [folder.path])
      uri = "file://\(folder.path)/a.md"
      editor.open(text, uri: uri)
      editor.settle()
      shown = WordsShown(bytes, editor.encoding)
    }

    func position(_ mark: Character) -> JSONValue {
      Marks.position(places[mark] ?? 0, in: shown.bytes, editor.encoding)
    }

    private var whole: JSONValue {
      Marks.range(0..<shown.bytes.count, in: shown.bytes, editor.encoding)
    }

    func send(_ method: String, _ params: JSONValue) -> JSONValue {
      asked.insert(method)
      return editor.askLater(method, params)
    }

    /// About the text, a place and a range of it, as far as the method asks for them.
    func raw(_ method: String, _ mark: Character = "①", more: [(String, JSONValue)] = [])
      -> JSONValue
    {
      var params: JSONValue = [
        "textDocument": ["uri": .string(uri)], "position": position(mark),
        "positions": [position(mark)], "range": whole, "ranges": [whole],
        "options": ["tabSize": 2, "insertSpaces": true], "context": ["diagnostics": []],
      ]
      guard case .object(var object) = params else { return .null }
      for (key, value) in more { object[key] = value }
      params = .object(object)
      return send(method, params)
    }

    func ask(_ method: String, _ mark: Character = "①", more: [(String, JSONValue)] = []) -> String
    {
      text(raw(method, mark, more: more))
    }

    func text(_ value: JSONValue) -> String {
      shown.text(value).replacing("file://" + folder.path, with: "")
    }

    func point(_ mark: Character) -> JSONValue {
      ["start": position(mark), "end": position(mark)]
    }
  }

  @Test(arguments: cases)
  func answersAreAboutTheSameWords(own: Case) throws {
    let session = try Session(own)
    var table: [String] = []
    func note(_ name: String, _ answer: String) { table.append("== \(name)\n\(answer)") }

    note("diagnostic", session.text(session.raw("textDocument/diagnostic")["items"] ?? .null))
    note(
      "workspace/diagnostic",
      session.text(
        session.send("workspace/diagnostic", ["previousResultIds": []])
          .at("items")?.array?.first?["items"]?.array?.first ?? .null))
    note("hover", session.ask("textDocument/hover"))
    note("definition", session.ask("textDocument/definition", "③"))
    note("declaration", session.ask("textDocument/declaration", "④"))
    note(
      "references",
      session.ask("textDocument/references", "②", more: [("context", ["includeDeclaration": true])])
    )
    note("documentHighlight", session.ask("textDocument/documentHighlight", "③"))
    note("documentSymbol", session.ask("textDocument/documentSymbol"))
    note(
      "workspace/symbol", session.text(session.send("workspace/symbol", ["query": "resolution"])))
    note("foldingRange", session.ask("textDocument/foldingRange"))
    note("selectionRange", session.ask("textDocument/selectionRange", "③"))
    note("linkedEditingRange", session.ask("textDocument/linkedEditingRange", "⑥"))

    let links = session.raw("textDocument/documentLink")
    note("documentLink", session.text(links))
    note(
      "documentLink/resolve",
      session.text(session.send("documentLink/resolve", links.array?.last ?? .null)))

    let legend =
      session.editor.offers.at("semanticTokensProvider", "legend", "tokenTypes")?.array?
      .compactMap(\.string) ?? []
    let tokens = session.raw("textDocument/semanticTokens/full")
    let words = session.shown.tokens(tokens["data"], legend)
    note("semanticTokens/full", words)
    let part = session.raw("textDocument/semanticTokens/range")
    #expect(session.shown.tokens(part["data"], legend) == words)
    let delta = session.raw(
      "textDocument/semanticTokens/full/delta",
      more: [("previousResultId", tokens["resultId"] ?? .null)])
    #expect(delta["edits"] == [])

    let hints = session.raw("textDocument/inlayHint")
    note("inlayHint", session.text(hints))
    note(
      "inlayHint/resolve",
      session.text(session.send("inlayHint/resolve", hints.array?.first ?? .null)))
    let lenses = session.raw("textDocument/codeLens")
    note("codeLens", session.text(lenses))
    let lens = session.send("codeLens/resolve", lenses.array?.last ?? .null)
    note("codeLens/resolve", lens.at("command", "title")?.string ?? "")
    #expect(
      session.send(
        "workspace/executeCommand",
        [
          "command": lens.at("command", "command") ?? .null,
          "arguments": lens.at("command", "arguments") ?? [],
        ]) == .null)
    note(
      "window/showDocument",
      session.editor.received("window/showDocument").map(session.text).joined(separator: "\n"))

    note("prepareRename", session.ask("textDocument/prepareRename", "②"))
    note("rename", session.ask("textDocument/rename", "②", more: [("newName", "1")]))
    let actions = session.raw(
      "textDocument/codeAction", more: [("range", session.point("②"))])
    note("codeAction", session.text(actions))
    let move = actions.array?.first { $0["title"] == "Move the paragraph up" }
    note("codeAction/resolve", session.text(session.send("codeAction/resolve", move ?? .null)))
    note("formatting", session.ask("textDocument/formatting"))
    note("rangeFormatting", session.ask("textDocument/rangeFormatting"))
    note("rangesFormatting", session.ask("textDocument/rangesFormatting"))
    note(
      "onTypeFormatting", session.ask("textDocument/onTypeFormatting", "⑦", more: [("ch", "\n")]))

    let list = session.raw("textDocument/completion", "⑤")
    let entry = list["items"]?.array?.first ?? .null
    note("completion", session.text(entry))
    let full = session.send("completionItem/resolve", entry)
    note("completionItem/resolve", full["documentation"] == nil ? "nothing" : "documentation")

    let item = session.raw("textDocument/prepareCallHierarchy").array?.first ?? .null
    note("prepareCallHierarchy", session.text(item))
    note(
      "incomingCalls", session.text(session.send("callHierarchy/incomingCalls", ["item": item])))
    let title = session.raw("textDocument/prepareCallHierarchy", "⑥").array?.first ?? .null
    note(
      "outgoingCalls",
      session.text(session.send("callHierarchy/outgoingCalls", ["item": title])))
    note(
      "willRenameFiles",
      session.text(
        session.send(
          "workspace/willRenameFiles",
          [
            "files": [
              [
                "oldUri": .string("file://\(session.folder.path)/план.md"),
                "newUri": .string("file://\(session.folder.path)/план-2.md"),
              ]
            ]
          ])))

    let answer = table.joined(separator: "\n")
    #expect(!answer.contains("NO RANGE") && !answer.contains("NO PLACE"))
    let wanted = Self.table.split(separator: "\n", omittingEmptySubsequences: false)
    let found = answer.split(separator: "\n", omittingEmptySubsequences: false)
    for (found, wanted) in zip(found, wanted) { #expect(found == wanted) }
    #expect(found.count + 1 == wanted.count)

    // What is missing here is about no place of a text.
    let without = ["workspaceSymbol/resolve"]
    let methods = ResolutionServer.routes(version: "0").requestMethods
    #expect(Set(methods).subtracting(session.asked).sorted() == without)
  }

  /// Read by eye: `== method`, and under it the answer.
  private static let table: String = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Truth/encodings.txt")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()
}
