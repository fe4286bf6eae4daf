import JSON
import LanguageServer
import LanguageServerProtocol
import Testing

/// What the server sends on its own account.
@Suite struct ClientTests {
  private let note = LogMessageNotification(.info, "hi")

  @Test func nothingIsSentBeforeInitializeIsAnswered() {
    let connection = InProcessConnection<Bench>(state: Bench(), routes: Bench.routes())
    connection.client.notify(note)
    connection.client.log(.error, "early")
    connection.client.request(DiagnosticRefreshRequest())
    #expect(connection.receive() == [])
    #expect(connection.notes == ["early"])
    connection.send(Say.initialize)
    connection.client.notify(note)
    #expect(connection.replies() == ["init ok", "null window/logMessage"])
    // Requests wait for the client's confirmation.
    connection.send(Say.initialized)
    #expect(connection.replies() == ["1 workspace/diagnostic/refresh"])
    connection.send(Say.shutdown)
    connection.client.notify(note)
    #expect(!connection.client.request(DiagnosticRefreshRequest()))
    #expect(connection.replies() == ["end ok"])
  }

  @Test func answersComeBackToTheState() {
    let connection = InProcessConnection<Bench>.started()
    let ask = {
      connection.client.request(ConfigurationRequest(items: [.init(section: "resolute")])) {
        state, result in
        switch result {
        case .success(let values): state.handled.append("values \(values)")
        case .failure(let error): state.handled.append("error \(error.message)")
        }
      }
    }
    for _ in 1...3 { #expect(ask()) }
    connection.send(#"{"jsonrpc":"2.0","id":2,"error":{"code":1,"message":"no"}}"#)
    connection.send(#"{"jsonrpc":"2.0","id":1,"result":[null]}"#)
    connection.send(#"{"jsonrpc":"2.0","id":3,"result":{"a":1}}"#)
    connection.send(#"{"jsonrpc":"2.0","id":3,"result":[]}"#)
    connection.send(#"{"jsonrpc":"2.0","id":"odd","result":[]}"#)
    #expect(
      connection.bench.handled.suffix(3) == [
        "error no", "values [JSON.JSONValue.null]", "error result: expected an array",
      ])
    #expect(connection.notes.count == 2)
  }

  @Test func aClientThatNeverAnswersIsNotAskedForever() {
    let connection = InProcessConnection<Bench>.started()
    let taken = (1...150).filter { _ in connection.client.request(DiagnosticRefreshRequest()) }
    #expect(taken.count == Client<Bench>.outstandingLimit)
    #expect(connection.receive().count == Client<Bench>.outstandingLimit)
    connection.send(#"{"jsonrpc":"2.0","id":1,"result":null}"#)
    #expect(connection.client.request(DiagnosticRefreshRequest()))
  }

  @Test func traceTellsWhatWasAsked() {
    let connection = InProcessConnection<Bench>.started()
    connection.send(Say.hover(1))
    #expect(connection.receive().count == 1)
    connection.send(Say.notify("$/setTrace", #"{"value":"messages"}"#), Say.hover(2))
    let plain = connection.receive().last
    #expect(plain?["method"] == "$/logTrace")
    #expect(plain?["params"]?["message"]?.string?.hasPrefix("textDocument/hover 2: ") == true)
    #expect(plain?["params"]?["verbose"] == nil)
    connection.send(Say.notify("$/setTrace", #"{"value":"verbose"}"#), Say.hover(3))
    #expect(connection.receive().last?["params"]?["verbose"] == .string(Say.place))
    connection.send(Say.notify("$/setTrace", #"{"value":"off"}"#), Say.hover(4))
    #expect(connection.receive().count == 1)
  }

  @Test func malformedNotificationsDoNotPassInSilence() {
    var routes = Routes<Bench> { _, _, _ throws(ResponseError) in Bench.initializeResult() }
    routes.observe(DidChangeNotification.self) { state, _, _ in state.handled.append("change") }
    let connection = InProcessConnection<Bench>.started(routes)
    connection.send(
      Say.notify("textDocument/didChange", #"{"textDocument":{"uri":"u"},"contentChanges":[3]}"#))
    let message = connection.receive().first
    #expect(message?["method"] == "window/logMessage")
    #expect(
      message?["params"]?["message"]?.string?.hasPrefix(
        "textDocument/didChange: contentChanges.0: ") == true)
    #expect(connection.bench.handled == [])
  }
}
