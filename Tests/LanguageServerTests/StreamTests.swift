import Glibc
import JSON
import LanguageServerProtocol
import Synchronization
import Syntax
import TestSupport
import Testing

@testable import LanguageServer

/// Streams that no good client sends: the server answers with the right error or ends, and does not
/// lose a text that it has.
@Suite struct StreamTests {
  private static func server() -> InProcessConnection<ServerState> {
    let connection = InProcessConnection(
      state: ServerState(), routes: ResolutionServer.routes(version: "0"))
    connection.send(Say.request(1, "initialize", #"{"capabilities":\#(Abilities.pull)}"#))
    connection.send(Say.initialized)
    _ = connection.receive()
    return connection
  }

  private static func opening(_ text: String) -> String {
    let item: JSONValue = [
      "uri": "u", "languageId": "markdown", "version": 1, "text": .string(text),
    ]
    let params: JSONValue = ["textDocument": item]
    return Say.notify("textDocument/didOpen", String(decoding: params.jsonBytes, as: UTF8.self))
  }

  private static func change(_ version: Int, _ line: Int, _ character: Int, _ text: String)
    -> String
  {
    Say.notify(
      "textDocument/didChange",
      """
      {"textDocument":{"uri":"u","version":\(version)},"contentChanges":[{"text":"\(text)",
       "range":{"start":{"line":\(line),"character":\(character)},
       "end":{"line":\(line),"character":\(character)}}}]}
      """)
  }

  private static let ask = #"{"textDocument":{"uri":"u"}}"#

  private func state(_ connection: InProcessConnection<ServerState>) -> (
    text: String, fault: String?
  ) {
    let box = Mutex<([UInt8], String?)>(([], nil))
    connection.perform { state in
      let text = state.texts[DocumentURI("u")]
      let found = (text?.document.bytes ?? Array("closed".utf8), text?.fault)
      box.withLock { $0 = found }
    }
    let found = box.withLock { $0 }
    return (String(decoding: found.0, as: UTF8.self), found.1)
  }

  private func frame(_ message: String) -> [UInt8] { FrameWriter.frame(Array(message.utf8)) }

  @Test(
    "What is no message does not touch the text",
    arguments: [
      "nonsense\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length: 5\r\n\r\n{\"a\":",
      "Content-Length: 99999999999999999999\r\n\r\n", "Content-Length: 2\r\n\r\n[]",
      "Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}",
      "Content-Length: 4\r\nContent-Type: text; charset=latin-1\r\n\r\nnull",
    ])
  func garbage(_ garbage: String) {
    let connection = Self.server()
    let text = Drafts.gap.replacing("«", with: "").replacing("»", with: "")
    connection.send(stream: frame(Self.opening(text)))
    connection.send(stream: Array(garbage.utf8) + frame(Say.request(5, "odd", Self.ask)))
    #expect(connection.receive().contains { $0.at("error", "code")?.int != nil })
    #expect(state(connection).text == text)
    connection.send(stream: frame(Self.change(2, 0, 0, "#")))
    #expect(state(connection) == ("#" + text, nil))
    connection.send(stream: frame(Say.request(6, "textDocument/diagnostic", Self.ask)))
    let items = connection.receive().last?.at("result", "items")
    #expect(items?.array?.count == 1)
  }

  @Test("A change that was lost shows by the version after it")
  func lostChange() {
    let connection = Self.server()
    connection.send(Self.opening("one"))
    connection.send("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",")
    connection.send(Self.change(3, 0, 0, "x"))
    #expect(state(connection).text == "one")
    #expect(state(connection).fault == "a change was lost before version 3")
    let shown = connection.receive().filter { $0["method"] == "window/showMessage" }
    #expect(shown.count == 1)
  }

  @Test("Messages twice or out of order: the text is right, or known to be wrong")
  func twiceAndOutOfOrder() {
    var generator = SeededGenerator()
    var faults = 0
    for _ in 0..<200 {
      let count = Int.random(in: 1...6, using: &generator)
      let texts = (0..<count).map { "\($0)" }
      var messages = texts.enumerated().map { Self.change($0.offset + 2, 0, $0.offset, $0.element) }
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: messages.shuffle(using: &generator)
      case 1: messages.append(messages[Int.random(in: 0..<count, using: &generator)])
      default: break
      }
      let connection = Self.server()
      connection.send(Self.opening(""))
      connection.send(messages.map { Array($0.utf8) })
      let (text, fault) = state(connection)
      if fault == nil { #expect(text == texts.joined()) } else { faults += 1 }
    }
    #expect(faults > 50 && faults < 190)
  }

  @Test("Bytes changed at will: no trap, at most one reply for each request, the end is heard")
  func noise() {
    var generator = SeededGenerator()
    let requests = KnownMessages.requests.map { $0.method }.filter { $0 != "shutdown" }
    for _ in 0..<150 {
      var stream = frame(Self.opening(Drafts.whole("1 to drink 🌍 tea;\n\n3 to wash cups.")))
      for id in 10..<22 {
        let isChange = Bool.random(using: &generator)
        let line = Int.random(in: 0..<14, using: &generator)
        let message =
          isChange
          ? Self.change(id, line, Int.random(in: 0..<9, using: &generator), "1 \\n\\u00e9")
          : Say.request(id, requests.randomElement(using: &generator) ?? "", Say.place)
        stream += frame(message)
      }
      for _ in 0..<Int.random(in: 0..<5, using: &generator) {
        let place = Int.random(in: 0..<stream.count, using: &generator)
        let end = min(stream.count, place + Int.random(in: 0..<9, using: &generator))
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: stream[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: stream.removeSubrange(place..<end)
        default: stream.insert(contentsOf: stream[place..<end], at: place)
        }
      }
      let connection = Self.server()
      var rest = stream[...]
      while !rest.isEmpty {
        connection.send(stream: Array(rest.prefix(97)))
        rest = rest.dropFirst(97)
      }
      // Gets a reader that waits for the rest of a body back to its senses.
      for _ in 0..<3 {
        connection.send(stream: [UInt8](repeating: 0x20, count: 5000) + [13, 10, 13, 10])
      }
      let ids = connection.receive().compactMap { $0["method"] == nil ? $0["id"]?.int : nil }
      #expect(Set(ids).count >= ids.count - 2)
      connection.send(Say.shutdown, Say.exit)
      #expect(connection.exitStatus == 0)
      // What is answered from a thread of its own is over soon.
      for _ in 0..<2000 where connection.openRequests > 0 { usleep(1000) }
      #expect(connection.openRequests == 0)
    }
  }
}
