import Dispatch
import JSON
import LanguageServer
import LanguageServerProtocol
import Testing

/// Each request gets exactly one reply, whatever its handler does.
@Suite struct ReplyTests {
  private func started(
    _ hover:
      @escaping @Sendable (
        inout Bench, HoverRequest, RequestContext<Bench>, consuming Responder<Hover?>
      ) -> Void
  ) -> InProcessConnection<Bench> {
    var routes = Bench.routes()
    routes.answerLater(HoverRequest.self, hover)
    return .started(routes)
  }

  @Test func anAnswerIsSent() {
    let connection = started { _, _, _, responder in responder.succeed(nil) }
    connection.send(Say.hover(1), Say.hover(2))
    #expect(connection.replies() == ["1 ok", "2 ok"])
    #expect(connection.openRequests == 0)
  }

  @Test func aDroppedResponderAnswersInternalError() {
    let connection = started { _, _, _, _ in }
    connection.send(Say.hover(1))
    #expect(connection.replies() == ["1 -32603"])
    #expect(connection.openRequests == 0)
  }

  @Test func anAnswerMayComeLater() {
    let connection = started { state, _, _, responder in state.late.append(responder.handOver()) }
    connection.send(Say.hover(1), Say.hover(2))
    #expect(connection.replies() == [])
    #expect(connection.openRequests == 2)
    connection.perform { state in
      state.late.last?.succeed(nil)
      state.late.last?.fail(ResponseError(.requestFailed, "too late"))
    }
    #expect(connection.replies() == ["2 ok"])
    // The other one is forgotten.
    connection.perform { state in state.late = [] }
    #expect(connection.replies() == ["1 -32603"])
    #expect(connection.openRequests == 0)
  }

  @Test func cancellingAnswersAtOnceAndOnce() {
    let connection = started { state, _, _, responder in state.late.append(responder.handOver()) }
    connection.send(Say.hover(1))
    connection.send(Say.cancel(1), Say.cancel(1), Say.cancel(99))
    #expect(connection.replies() == ["1 -32800"])
    connection.perform { state in
      if state.late.first?.isCancelled == true { state.handled.append("seen") }
      state.late.first?.succeed(nil)
    }
    #expect(connection.replies() == [])
    #expect(connection.bench.handled.last == "seen")
  }

  @Test func whatWaitsInTheQueueIsCancelledBeforeItsTurn() {
    let gate = DispatchSemaphore(value: 0)
    let reached = DispatchSemaphore(value: 0)
    var routes = Bench.routes()
    routes.answerLater(HoverRequest.self) { state, _, _, responder in
      state.handled.append("hover")
      reached.signal()
      gate.wait()
      responder.succeed(nil)
    }
    let connection = InProcessConnection<Bench>.started(routes)
    connection.post(Say.hover(1), Say.hover(2))
    reached.wait()
    // The queue is busy with the first; the second is answered all the same.
    connection.post(Say.cancel(2))
    #expect(connection.replies() == ["2 -32800"])
    gate.signal()
    #expect(connection.bench.handled.filter { $0 == "hover" }.count == 1)
    #expect(connection.replies() == ["1 ok"])
  }

  @Test func initializeAndShutdownCannotBeCancelled() {
    let connection = InProcessConnection<Bench>(state: Bench(), routes: Bench.routes())
    let cancel = { (id: String) in Say.notify("$/cancelRequest", #"{"id":"\#(id)"}"#) }
    connection.send(Say.initialize, cancel("init"))
    connection.send(Say.initialized, Say.shutdown, cancel("end"))
    #expect(connection.replies() == ["init ok", "end ok"])
  }

  @Test func anIDInUseIsRefused() {
    let connection = started { state, _, _, responder in state.late.append(responder.handOver()) }
    connection.send(Say.hover(1), Say.hover(1))
    #expect(connection.replies() == ["1 -32600"])
    connection.perform { state in state.late.first?.succeed(nil) }
    #expect(connection.replies() == ["1 ok"])
    connection.send(Say.hover(1))
    #expect(connection.openRequests == 1)
  }

  @Test func parametersOfTheWrongShapeNameTheMember() {
    let connection = started { _, _, _, responder in responder.succeed(nil) }
    connection.send(Say.request(1, "textDocument/hover", #"{"textDocument":{"uri":3}}"#))
    let error = connection.receive().first?["error"]
    #expect(error?["code"] == -32602)
    #expect(error?["message"]?.string?.contains("textDocument.uri") == true)
  }

  @Test func aBurstIsFollowedByOneIdleTurn() {
    let connection = InProcessConnection<Bench>.started()
    let before = connection.bench.idles
    let edit = Say.notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":"u","version":1},"contentChanges":[{"text":"a"}]}"#)
    connection.send(Array(repeating: Array(edit.utf8), count: 20))
    let after = connection.bench
    #expect(after.handled.filter { $0 == "textDocument/didChange" }.count == 20)
    // One for the burst; the looks at the state above are turns of their own.
    #expect(after.idles - before == 2)
  }
}
