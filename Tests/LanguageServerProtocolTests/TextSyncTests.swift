import JSON
import LanguageServerProtocol
import Testing

/// The messages that come with every keystroke are read straight from the text: the short way and
/// the way over a tree must agree.
@Suite struct TextSyncTests {
  private func both<Params: WireReadable>(_ text: String, _ type: Params.Type) -> (
    direct: Result<Params, WireError>, tree: Result<Params, WireError>
  ) {
    let bytes = Array(text.utf8)
    let direct = Result { () throws(WireError) in
      try JSONCursor.read(bytes) { cursor throws(WireError) in try Params(reading: &cursor) }
    }
    let tree = Result { () throws(WireError) in
      try Params(json: (try? JSONParser().value(bytes)) ?? .null)
    }
    return (direct, tree)
  }

  private func describe(_ params: DidChangeNotification) -> String {
    let changes = params.changes.map { change in
      let text = String(decoding: change.text, as: UTF8.self)
      guard let range = change.range else { return "all=\(text)" }
      return "\(range.start.line):\(range.start.character)-\(range.end.line):"
        + "\(range.end.character)=\(text)"
    }
    return "\(params.uri) \(params.version) " + changes.joined(separator: " ")
  }

  private static let changes: [(String, String?)] = [
    (
      #"""
      {"textDocument":{"version":3,"uri":"file:///a%20b"},"contentChanges":[
       {"range":{"start":{"line":0,"character":1},"end":{"line":2,"character":3}},
        "rangeLength":9,"text":"é\n\u0041"},{"text":"all"},{"range":null,"text":""}]}
      """#, "file:///a%20b 3 0:1-2:3=é\nA all=all all="
    ),
    (#"{"contentChanges":[],"textDocument":{"uri":"u","version":null}}"#, "u 0 "),
    (
      #"""
      {"textDocument":{"uri":"u","version":1},"contentChanges":[{"text":"x","range":
       {"start":{"line":-5,"character":1e300},"end":{"line":0.9,"character":4294967296}}}]}
      """#, "u 1 0:2147483647-0:2147483647=x"
    ),
    (#"{"textDocument":{"uri":"u","version":1}}"#, nil),
    (#"{"textDocument":{"uri":"u","version":1},"contentChanges":[{}]}"#, nil),
    (#"{"textDocument":{"uri":"u"},"contentChanges":[{"text":"a","range":{}}]}"#, nil),
    (#"{"textDocument":{"uri":"u"},"contentChanges":[{"text":"a","range":[]}]}"#, nil),
    (#"{"textDocument":{"uri":3},"contentChanges":[]}"#, nil),
    (#"{"contentChanges":[]}"#, nil), ("[]", nil),
  ]

  @Test(arguments: changes)
  func changesAreRead(text: String, expected: String?) {
    let (direct, tree) = both(text, DidChangeNotification.self)
    #expect((try? direct.get()).map(describe) == expected)
    #expect((try? tree.get()).map(describe) == expected)
  }

  @Test func textsAreOpened() throws {
    let text = #"""
      {"textDocument":{"text":"a\r\n\ud83d\ude00","version":7,"languageId":"markdown","uri":"u"}}
      """#
    let (direct, tree) = both(text, DidOpenNotification.self)
    #expect(try direct.get().document == tree.get().document)
    #expect(try direct.get().document.text == Array("a\r\n😀".utf8))
    #expect(try direct.get().document.languageID == "markdown")
  }

  @Test func errorsOfTheShortWayNameTheMember() {
    let text = #"{"textDocument":{"uri":"u"},"contentChanges":[{"text":"a"},{"text":1}]}"#
    let (direct, tree) = both(text, DidChangeNotification.self)
    #expect(throws: WireError.self) { try direct.get() }
    let path = { (result: Result<DidChangeNotification, WireError>) -> [String] in
      if case .failure(let error) = result { error.path } else { [] }
    }
    #expect(path(direct) == ["contentChanges", "1", "text"])
    #expect(path(tree) == path(direct))
  }

  @Test func completionContextIsOptional() throws {
    let place = #""textDocument":{"uri":"u"},"position":{"line":1,"character":2}"#
    let (direct, _) = both("{\(place)}", CompletionRequest.self)
    #expect(try direct.get().triggerCharacter == nil)
    let context = #""context":{"triggerKind":2,"triggerCharacter":" "}"#
    let (withContext, tree) = both("{\(context),\(place)}", CompletionRequest.self)
    #expect(try withContext.get().triggerCharacter == " ")
    #expect(try tree.get().triggerCharacter == " ")
  }
}
