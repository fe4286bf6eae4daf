import JSON
import LanguageServerProtocol
import Synchronization
import Syntax
import Testing

@testable import LanguageServer

@Suite struct TextSyncTests {
  private func text(_ editor: Editor, uri: String = Editor.uri) -> String {
    let box = Mutex<[UInt8]>([])
    editor.connection.perform { state in
      let bytes = state.texts[DocumentURI(uri)]?.document.bytes ?? Array("closed".utf8)
      box.withLock { $0 = bytes }
    }
    return String(decoding: box.withLock { $0 }, as: UTF8.self)
  }

  private func change(_ place: String, _ text: String) -> JSONValue {
    let numbers = place.split { ":-".contains($0) }.compactMap { Int($0) }
    guard numbers.count == 4 else { return ["text": .string(text)] }
    return [
      "text": .string(text),
      "range": [
        "start": ["line": .int(numbers[0]), "character": .int(numbers[1])],
        "end": ["line": .int(numbers[2]), "character": .int(numbers[3])],
      ],
    ]
  }

  @Test func wholeTextsAndRangesInOrder() {
    let editor = Editor()
    editor.open("one\ntwo\n")
    editor.sendChange([
      change("0:0-0:3", "1"), change("", "drei\nvier\n"), change("1:4-2:0", "!"),
      change("0:0-0:0", "🌍"),
    ])
    #expect(text(editor) == "🌍drei\nvier!")
    editor.sendChange([change("0:2-0:3", "D")])
    #expect(text(editor) == "🌍Drei\nvier!")
    #expect(editor.received("window/showMessage") == [])
  }

  @Test(
    "An edit outside the text is loud, and only a whole text heals it",
    arguments: ["9:0-9:1", "0:1-0:0", "0:1-0:1", "1:0-0:0", "3:1-3:1"])
  func desynchronised(place: String) {
    let editor = Editor()
    editor.open("🌍one\ntwo\n")
    editor.sendChange([change("1:0-1:1", "T"), change(place, "x")])
    #expect(text(editor) == "🌍one\nTwo\n")
    #expect(editor.received("window/showMessage").count == 1)
    #expect(editor.received("window/logMessage").count == 1)
    editor.sendChange([change("0:0-0:0", "y")])
    #expect(text(editor) == "🌍one\nTwo\n")
    #expect(editor.received("window/showMessage").count == 0)
    #expect(editor.ask("textDocument/diagnostic") == ["error": -32801])
    editor.sendChange([change("7:7-7:8", "y"), change("", "new"), change("0:3-0:3", "er")])
    #expect(text(editor) == "newer")
    editor.sendChange([change("0:5-0:5", ".")])
    #expect(text(editor) == "newer.")
    #expect(editor.received("window/showMessage").count == 0)
  }

  @Test func openingAgainHeals() {
    let editor = Editor()
    editor.open("one")
    editor.sendChange([change("9:9-9:9", "x")])
    editor.close()
    #expect(text(editor) == "closed")
    editor.open("two")
    editor.sendChange([change("0:3-0:3", "!")])
    #expect(text(editor) == "two!")
  }

  @Test func versionsOnlyGrow() {
    let editor = Editor()
    editor.open("one")
    editor.sendChange([change("0:3-0:3", "!")], version: 7)
    editor.sendChange([change("0:3-0:3", "?")], version: 7)
    #expect(text(editor) == "one!")
    #expect(editor.received("window/showMessage").count == 1)
    editor.sendChange([change("", "two")], version: 3)
    editor.sendChange([change("0:3-0:3", "!")], version: 4)
    #expect(text(editor) == "two!")
  }

  @Test func clientsThatDoNotCountAreFollowed() {
    let editor = Editor()
    editor.open("one")
    for _ in 1...3 { editor.sendChange([change("0:3-0:3", "!")], version: 0) }
    #expect(text(editor) == "one!!!")
  }

  @Test func aChangeThatCannotBeReadIsNotForgotten() {
    let editor = Editor()
    editor.open("one")
    editor.sendChange([change("0:0-0:0", "1"), ["range": 3, "text": "x"]])
    editor.sendChange([change("0:0-0:0", "2")])
    #expect(text(editor) == "one")
    #expect(editor.received("window/showMessage").count == 1)
  }

  @Test(arguments: ["untitled:Untitled-1", "git:/draft.md?ref=~", "FILE:///c%3A/Draft.md", ""])
  func namesAreOpaque(uri: String) {
    let editor = Editor()
    editor.open(Drafts.gap, uri: uri)
    let published = editor.received("textDocument/publishDiagnostics")
    #expect(published.map { $0["uri"]?.string } == [uri])
    #expect(published.first?["diagnostics"]?.array?.count == 1)
  }
}
