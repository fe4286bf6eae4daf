import Features
import JSON
import LanguageServerProtocol
import Rules
import Semantics
import Syntax
import TestSupport
import Testing
import TextModel

@testable import LanguageServer

/// Answers that are kept section by section against those of a server that knows nothing but the text,
/// and against answers made at once for the whole text.
@Suite struct WrittenSectionsTests {
  private static let capabilities = """
    {"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true},
     "documentLink":{"tooltipSupport":true},"foldingRange":{},"formatting":{}}}
    """

  private static let pieces = [
    "\n", "\r\n", "\n\n", "3 ", "a)  ", ";", " \"line\":7 \"endLine\":3 ", "🌍", "Чай  ",
    "https://example.org/\"startLine\":1 ", "[a page](page.md) ",
    "resolution 70/125 of the United ",
    "<!-- a\n\nremark -->\n", "*resolves*\n\n", "RESOLUTION 7 (Dubai, 2018)\n\n", "", "",
  ]

  private static let methods = ["documentSymbol", "foldingRange", "documentLink", "formatting"]

  private func ask(_ method: String, _ editor: Editor) -> JSONValue {
    editor.ask(
      "textDocument/" + method,
      [
        "textDocument": ["uri": .string(Editor.uri)],
        "options": ["tabSize": 4, "insertSpaces": true],
      ])
  }

  @Test func keptAndNew() {
    var generator = SeededGenerator()
    let seed = (1...3).map { _ in
      Drafts.whole(
        "1 to drink tea\n\n3 to wash  cups, as https://example.org/a says;\n\n3 to rest.")
    }.joined(separator: "\n")
    let editor = Editor(Self.capabilities)
    editor.open(seed)
    for step in 0..<60 {
      let bytes = editor.texts[Editor.uri] ?? []
      // Not inside a character, nor inside a line end.
      let places = bytes.indices.filter { place in
        bytes[place] & 0xC0 != 0x80
          && (bytes[place] != 0x0A || bytes.dropLast(bytes.count - place).last != 0x0D)
      }
      let start = places.randomElement(using: &generator) ?? 0
      let end = places.first { $0 > start + step % 3 } ?? bytes.count
      editor.replace(start..<end, with: Self.pieces.randomElement(using: &generator) ?? "")
      let fresh = Editor(Self.capabilities)
      fresh.open(String(decoding: editor.texts[Editor.uri] ?? [], as: UTF8.self))
      for method in Self.methods {
        let answer = ask(method, editor)
        #expect(answer.array != nil && answer == ask(method, fresh), "\(method), step \(step)")
      }
    }
  }

  @Test func asForTheWholeText() throws {
    let editor = Editor(Self.capabilities)
    editor.open(
      (1...3).map { _ in Drafts.whole("1 to drink tea,  at https://example.org/a;\n2 to rest.") }
        .joined(separator: "\n"))
    let document = Document(editor.texts[Editor.uri] ?? [])
    let draft = Draft(document)
    let map = PositionMap(document: document, encoding: .utf16)
    let folds = FoldingRanges(draft).folds.map { [$0.lines.lowerBound, $0.lines.upperBound] }
    #expect(folds.count > 3)
    let sentFolds = (ask("foldingRange", editor).array ?? []).map { fold in
      ["startLine", "endLine"].compactMap { fold[$0]?.int }
    }
    #expect(sentFolds == folds)
    let links = draft.links().map { map.range(of: $0.range).jsonValue }
    #expect(links.count >= 3)
    let sentLinks = (ask("documentLink", editor).array ?? []).compactMap { $0["range"] }
    #expect(sentLinks == links)
    let edits = draft.formatting().map { map.range(of: $0.range).jsonValue }
    let sentEdits = (ask("formatting", editor).array ?? []).compactMap { $0["range"] }
    #expect(sentEdits == edits)
  }
}
