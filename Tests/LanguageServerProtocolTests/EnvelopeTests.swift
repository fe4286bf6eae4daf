import JSON
import LanguageServerProtocol
import Testing

@Suite struct EnvelopeTests {
  /// The envelope as one line: kind, method, parameters.
  private func read(_ text: String) -> String {
    do throws(EnvelopeError) {
      let envelope = try Envelope(Array(text.utf8))
      let part = { (range: Range<Int>?) in
        range.map { String(decoding: envelope.bytes[$0], as: UTF8.self) } ?? "-"
      }
      switch envelope.kind {
      case .request(let id, let method): return "request \(id) \(method) \(part(envelope.params))"
      case .notification(let method): return "notification \(method) \(part(envelope.params))"
      case .response(let id):
        let outcome = envelope.error.map { "error \($0.code.rawValue) \($0.message)" }
        return "response \(id?.description ?? "null") \(outcome ?? part(envelope.result))"
      }
    } catch {
      return "\(error.error.code.rawValue) \(error.id?.description ?? "null")"
    }
  }

  private static let table: [(String, String)] = [
    (#"{"jsonrpc":"2.0","id":1,"method":"a","params":{"x":[1]}}"#, #"request 1 a {"x":[1]}"#),
    (#"{"params":{"x":"}"},"method":"a","id":"s","jsonrpc":"2.0"}"#, #"request "s" a {"x":"}"}"#),
    (#"{"jsonrpc":"2.0","method":"n","params":null}"#, "notification n -"),
    (#"{"jsonrpc":"2.0","method":"n","params":[1]}"#, "notification n [1]"),
    (#"{"jsonrpc":"2.0","method":"n","other":{"id":3}}"#, "notification n -"),
    (#"{"jsonrpc":"2.0","id":7,"result":{"a":1}}"#, #"response 7 {"a":1}"#),
    (#"{"jsonrpc":"2.0","id":7,"result":null}"#, "response 7 null"),
    (#"{"jsonrpc":"2.0","id":7}"#, "response 7 -"),
    (
      #"{"jsonrpc":"2.0","id":7,"error":{"code":-32601,"message":"m"}}"#,
      "response 7 error -32601 m"
    ),
    (#"{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"m"}}"#, "response null error 1 m"),
    (#"{"jsonrpc":"2.0","id":7,"error":"odd"}"#, "response 7 error -32603 malformed error"),
    (#"{"id":1.0,"method":"a"}"#, "request 1 a -"),
    (#"{"\u006dethod":"a","id":2}"#, "request 2 a -"),
    (#"{"id":1,"method":"a","id":2}"#, "request 2 a -"),
    ("", "-32700 null"), ("{", "-32700 null"), ("{}x", "-32700 null"), ("nonsense", "-32700 null"),
    ("{}", "-32600 null"), ("3", "-32600 null"), ("[]", "-32600 null"),
    (#"[{"jsonrpc":"2.0","id":1,"method":"a"}]"#, "-32600 null"),
    (#"{"jsonrpc":"1.0","id":1,"method":"a"}"#, "-32600 1"),
    (#"{"jsonrpc":2.0,"id":"x","method":"a"}"#, #"-32600 "x""#),
    (#"{"jsonrpc":"2.0","id":1,"method":3}"#, "-32600 1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"a","params":3}"#, "-32600 1"),
    (#"{"jsonrpc":"2.0","id":null,"method":"a"}"#, "-32600 null"),
    (#"{"jsonrpc":"2.0","id":1.5,"method":"a"}"#, "-32600 null"),
    (#"{"jsonrpc":"2.0","id":{},"method":"a"}"#, "-32600 null"),
    (#"{"jsonrpc":"2.0","id":99999999999999999999,"method":"a"}"#, "-32600 null"),
  ]

  @Test(arguments: table)
  func reads(text: String, expected: String) { #expect(read(text) == expected) }

  @Test func parametersAreReadFromTheirPlace() throws {
    let text = """
      {"params": {"position": {"character": 4, "line": 3}, "textDocument": {"uri": "u"}}, \
      "method": "textDocument/hover", "id": 1}
      """
    let envelope = try Envelope(Array(text.utf8))
    let hover: HoverRequest = try envelope.params()
    #expect(hover.place.uri == DocumentURI("u"))
    #expect(hover.place.position == Position(line: 3, character: 4))
  }

  @Test func wrongParametersSayWhichMember() throws {
    let message = { (params: String) in
      try Envelope(Array(#"{"id":1,"method":"m","params":\#(params)}"#.utf8))
    }
    let error = { (params: String) in
      let envelope = try message(params)
      do throws(WireError) {
        _ = try envelope.params(as: RenameRequest.self)
        return "none"
      } catch {
        return error.description
      }
    }
    #expect(
      try error(#"{"textDocument":{"uri":"u"},"position":{"line":"3"},"newName":"x"}"#)
        == "position.line: expected a number")
    #expect(try error("{}") == "textDocument: expected an object")
    #expect(try error("null") == "textDocument: expected an object")
    #expect(try error("[]") == "expected an object")
  }

  @Test func tokensAreFoundInAnyRequest() throws {
    let text = #"{"id":1,"method":"m","params":{"workDoneToken":"t","partialResultToken":5}}"#
    let tokens = try Envelope(Array(text.utf8)).tokens()
    #expect(tokens.workDone == ProgressToken("t"))
    #expect(tokens.partialResult == ProgressToken(5))
  }

  @Test func outgoingMessagesAreOneObject() {
    let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
    #expect(
      text(OutgoingMessage.response(.number(1), Nothing()))
        == #"{"jsonrpc":"2.0","id":1,"result":null}"#)
    #expect(
      text(OutgoingMessage.failure(nil, ResponseError(.parseError, "bad")))
        == #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"bad"}}"#)
    #expect(
      text(OutgoingMessage.request(.string("a"), DiagnosticRefreshRequest()))
        == #"{"jsonrpc":"2.0","id":"a","method":"workspace/diagnostic/refresh"}"#)
    #expect(
      text(OutgoingMessage.notification(LogMessageNotification(.info, "hi")))
        == """
        {"jsonrpc":"2.0","method":"window/logMessage","params":{"type":3,"message":"hi"}}
        """)
  }
}
