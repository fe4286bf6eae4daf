import JSON
import LanguageServerProtocol
import Synchronization
import Testing

@testable import LanguageServer

/// Every method in every state.
@Suite struct LifecycleTests {
  private func connection(in lifecycle: Lifecycle) -> InProcessConnection<Bench> {
    let connection = InProcessConnection<Bench>(state: Bench(), routes: Bench.routes())
    switch lifecycle {
    case .created: break
    case .initialized: connection.send(Say.initialize)
    case .running: connection.send(Say.initialize, Say.initialized)
    case .shutDown: connection.send(Say.initialize, Say.initialized, Say.shutdown)
    case .exited: connection.send(Say.initialize, Say.initialized, Say.shutdown, Say.exit)
    }
    #expect(connection.lifecycle == lifecycle)
    _ = connection.receive()
    return connection
  }

  /// What the protocol says about a request: the error code, or "through" to its handler.
  private func expected(_ method: String, _ lifecycle: Lifecycle) -> String {
    switch (lifecycle, method) {
    case (.created, "initialize"): "ok"
    case (.created, _): "-32002"
    case (.initialized, "initialize"), (.running, "initialize"): "-32600"
    case (.initialized, "shutdown"), (.running, "shutdown"): "ok"
    case (.initialized, "odd/request"), (.running, "odd/request"): "-32601"
    case (.initialized, "$/odd"), (.running, "$/odd"): "-32601"
    case (.initialized, _), (.running, _): "through"
    case (.shutDown, _): "-32600"
    case (.exited, _): "silence"
    }
  }

  @Test(arguments: Lifecycle.allCases)
  func requests(lifecycle: Lifecycle) {
    for method in KnownMessages.requests.map({ $0.method }) + ["odd/request", "$/odd"] {
      let connection = connection(in: lifecycle)
      let before = connection.bench.handled
      connection.send(Say.request(7, method))
      let messages = connection.receive()
      let outcome: String
      switch (messages.count, messages.first?["error"]?["code"]?.int) {
      case (0, _): outcome = "silence"
      case (1, nil): outcome = "ok"
      // The handler was reached, or would have been with parameters of the right shape.
      case (1, -32602), (1, -32803): outcome = "through"
      case (1, let code?): outcome = String(code)
      default: outcome = "\(messages.count) replies"
      }
      #expect(outcome == expected(method, lifecycle), "\(method) in \(lifecycle)")
      #expect(messages.allSatisfy { $0["id"] == 7 })
      #expect(connection.openRequests == 0)
      if !["ok", "through"].contains(outcome) { #expect(connection.bench.handled == before) }
    }
  }

  @Test(arguments: Lifecycle.allCases)
  func notifications(lifecycle: Lifecycle) {
    let own = ["exit", "$/cancelRequest", "$/setTrace", "initialized"]
    for method in KnownMessages.notifications.map({ $0.method }) + ["odd/note", "$/odd"] {
      let connection = connection(in: lifecycle)
      let before = connection.bench
      connection.send(Say.notify(method))
      let after = connection.bench
      let arrived =
        after.handled.count + after.malformed.count
        - before.handled.count - before.malformed.count
      let isKnown = !method.contains("odd") && !own.contains(method)
      let isOpen = lifecycle == .initialized || lifecycle == .running
      if method == "initialized" {
        #expect(arrived == (lifecycle == .initialized ? 1 : 0), "\(lifecycle)")
      } else if !own.contains(method) {
        #expect(arrived == (isKnown && isOpen ? 1 : 0), "\(method) in \(lifecycle)")
      }
      #expect(connection.receive() == [], "\(method) in \(lifecycle)")
      if method == "exit" { #expect(connection.lifecycle == .exited) }
    }
  }

  /// The server as it is, with a text open while it may be: what it lets through and what it keeps.
  @Test(arguments: Lifecycle.allCases)
  func theServerItself(lifecycle: Lifecycle) {
    let routes = ResolutionServer.routes(version: "0")
    let own = "file:///own.md"
    let text =
      ##"{"uri":"\##(own)","languageId":"markdown","version":1,"text":"# RESOLUTION 1\n"}"##
    let notes: [(method: String, params: String)] = [
      ("textDocument/didOpen", #"{"textDocument":\#(text)}"#),
      (
        "textDocument/didChange",
        #"{"textDocument":{"uri":"file:///draft.md","version":2},"contentChanges":[{"text":"x"}]}"#
      ),
      ("textDocument/didClose", #"{"textDocument":{"uri":"file:///draft.md"}}"#),
    ]
    func connection() -> InProcessConnection<ServerState> {
      let connection = InProcessConnection(state: ServerState(), routes: routes)
      let steps: [Lifecycle: [String]] = [
        .created: [], .initialized: [Say.initialize], .running: [Say.initialize, Say.initialized],
        .shutDown: [Say.initialize, Say.initialized, Say.shutdown],
        .exited: [Say.initialize, Say.initialized, Say.shutdown, Say.exit],
      ]
      let open = Say.notify(
        "textDocument/didOpen",
        #"{"textDocument":\#(text)}"#.replacing(own, with: "file:///draft.md"))
      for (index, step) in (steps[lifecycle] ?? []).enumerated() {
        connection.send(step)
        if index == 0 { connection.send(open) }
      }
      #expect(connection.lifecycle == lifecycle)
      _ = connection.receive()
      return connection
    }
    for method in routes.requestMethods + ["initialize", "shutdown"] {
      let connection = connection()
      connection.send(Say.request(7, method, Say.place))
      let answers = connection.receive().filter { $0["id"] == 7 }
      let code = answers.first?["error"]?["code"]?.int
      switch expected(method, lifecycle) {
      case "silence": #expect(answers == [], "\(method) in \(lifecycle)")
      case "ok", "through":
        // Some answer later, from elsewhere.
        #expect(code != -32002 && code != -32600, "\(method) in \(lifecycle)")
      case let wanted: #expect(code.map(String.init) == wanted, "\(method) in \(lifecycle)")
      }
    }
    let isOpen = lifecycle == .initialized || lifecycle == .running
    for note in notes {
      let connection = connection()
      let before = texts(connection)
      #expect(before == (lifecycle == .created ? [] : ["file:///draft.md 1"]))
      connection.send(Say.notify(note.method, note.params))
      #expect((texts(connection) != before) == isOpen, "\(note.method) in \(lifecycle)")
      if !isOpen { #expect(connection.receive() == [], "\(note.method) in \(lifecycle)") }
    }
  }

  /// The open texts with their versions.
  private func texts(_ connection: InProcessConnection<ServerState>) -> [String] {
    let box = Mutex<[String]>([])
    connection.perform { state in
      let texts = state.texts.keys.map { "\($0.rawValue) \(state.texts[$0]?.version ?? -1)" }
      box.withLock { $0 = texts }
    }
    return box.withLock { $0 }
  }

  /// An answer that was put off comes once in every state but the last, and nothing is done on the side
  /// of the server's own once the client wants no more.
  @Test(arguments: [Lifecycle.initialized, .running, .shutDown, .exited])
  func lateAnswers(lifecycle: Lifecycle) {
    var routes = Bench.routes()
    routes.answerLater(HoverRequest.self) { state, _, _, responder in
      state.late.append(responder.handOver())
    }
    let connection = InProcessConnection<Bench>(state: Bench(), routes: routes)
    connection.send(Say.initialize)
    if lifecycle != .initialized { connection.send(Say.initialized) }
    connection.send(Say.hover(5))
    if lifecycle == .shutDown || lifecycle == .exited { connection.send(Say.shutdown) }
    if lifecycle == .exited { connection.send(Say.exit) }
    #expect(connection.lifecycle == lifecycle)
    _ = connection.receive()
    let idles = connection.bench.idles
    connection.perform { state in
      state.late.first?.succeed(nil)
      state.late.first?.succeed(nil)
      state.late.first?.fail(ResponseError(.requestFailed, "thrice"))
    }
    #expect(connection.replies() == (lifecycle == .exited ? [] : ["5 ok"]))
    connection.send(
      Say.notify("$/setTrace", #"{"value":"verbose"}"#), Say.cancel(5),
      #"{"jsonrpc":"2.0","id":1,"result":null}"#)
    #expect(connection.receive() == [])
    let mayIdle = lifecycle == .initialized || lifecycle == .running
    #expect((connection.bench.idles > idles) == mayIdle)
  }

  /// What the server says on its own account.
  @Test(arguments: Lifecycle.allCases)
  func ownMessages(lifecycle: Lifecycle) {
    let connection = connection(in: lifecycle)
    connection.client.setTrace(.verbose)
    connection.client.notify(LogMessageNotification(.info, "note"))
    connection.client.log(.error, "log")
    connection.client.trace("trace", verbose: "more")
    let isTaken = connection.client.request(DiagnosticRefreshRequest())
    let isOpen = lifecycle == .initialized || lifecycle == .running
    let notes = ["window/logMessage", "window/logMessage", "$/logTrace"]
    let asked = lifecycle == .running ? ["workspace/diagnostic/refresh"] : []
    #expect(connection.receive().map { $0["method"]?.string } == (isOpen ? notes + asked : []))
    #expect(isTaken == (isOpen || lifecycle == .created))
  }

  private static let statuses: [(Lifecycle, Int32)] = [
    (.created, 1), (.initialized, 1), (.running, 1), (.shutDown, 0),
  ]

  @Test(arguments: statuses)
  func exitStatus(lifecycle: Lifecycle, status: Int32) {
    let connection = connection(in: lifecycle)
    connection.send(Say.exit)
    #expect(connection.exitStatus == status)
    connection.send(Say.hover(1))
    #expect(connection.receive() == [])
  }

  @Test(arguments: [Lifecycle.created, .initialized, .running, .shutDown])
  func endOfInputWithoutExit(lifecycle: Lifecycle) {
    let connection = connection(in: lifecycle)
    connection.closeInput()
    #expect(connection.exitStatus == 1)
    #expect(connection.notes == ["the client went away without exit"])
  }

  @Test func refusedInitializeCanBeSentAgain() {
    let connection = connection(in: .created)
    connection.send(Say.request(1, "initialize", #"{"locale":"refused"}"#))
    connection.send(Say.request(2, "initialize", #"{"processId":"three"}"#))
    #expect(connection.lifecycle == .created)
    connection.send(Say.request(3, "initialize", #"{"processId":42}"#))
    #expect(connection.replies() == ["1 -32803", "2 -32602", "3 ok"])
    #expect(connection.watchedProcess == 42)
  }

  @Test func brokenMessagesAreAnsweredInEveryState() {
    for lifecycle in [Lifecycle.created, .running, .shutDown] {
      let connection = connection(in: lifecycle)
      connection.send("{", "[]", #"{"jsonrpc":"2.0","id":3,"method":4}"#)
      #expect(connection.replies() == ["null -32700", "null -32600", "3 -32600"])
    }
  }
}
