import JSON
import LanguageServer
import LanguageServerProtocol
import Testing

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
