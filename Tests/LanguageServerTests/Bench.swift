import JSON
import LanguageServer
import LanguageServerProtocol
import Synchronization

/// A server of the tests: it counts what reaches its handlers.
struct Bench: Sendable {
  var handled: [String] = []
  var malformed: [String] = []
  var idles = 0
  var late: [LateResponder<Hover?>] = []

  static func initializeResult() -> InitializeResult {
    InitializeResult(capabilities: ServerCapabilities(), serverName: "bench", serverVersion: "0")
  }

  /// Handlers for every known message, each of which only notes that it was reached.
  static func routes() -> Routes<Bench> {
    var routes = Routes<Bench> { state, request, _ throws(ResponseError) in
      state.handled.append(InitializeRequest.method)
      if request.locale == "refused" { throw ResponseError(.requestFailed, "not today") }
      return initializeResult()
    }
    routes.initialized = { state, _ in state.handled.append(InitializedNotification.method) }
    routes.shutdown = { state in state.handled.append(ShutdownRequest.method) }
    routes.idle = { state, _ in state.idles += 1 }
    routes.malformed = { state, envelope, _, _ in state.malformed.append(envelope.method) }
    for type in KnownMessages.requests { answer(type, &routes) }
    for type in KnownMessages.notifications { observe(type, &routes) }
    return routes
  }

  private static func answer<Request: ClientRequest>(
    _ type: Request.Type, _ routes: inout Routes<Bench>
  ) {
    routes.answer(type) { state, _ throws(ResponseError) in
      state.handled.append(Request.method)
      throw ResponseError(.requestFailed, "handled")
    }
  }

  private static func observe<Notification: ClientNotification>(
    _ type: Notification.Type, _ routes: inout Routes<Bench>
  ) {
    routes.observe(type) { state, _, _ in state.handled.append(Notification.method) }
  }
}

/// The client's messages as text.
enum Say {
  static let initialize =
    #"{"jsonrpc":"2.0","id":"init","method":"initialize","params":{"capabilities":{}}}"#
  static let initialized = #"{"jsonrpc":"2.0","method":"initialized","params":{}}"#
  static let shutdown = #"{"jsonrpc":"2.0","id":"end","method":"shutdown"}"#
  static let exit = #"{"jsonrpc":"2.0","method":"exit"}"#

  static func request(_ id: Int, _ method: String, _ params: String = "{}") -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(params)}"#
  }

  static func notify(_ method: String, _ params: String = "{}") -> String {
    #"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params)}"#
  }

  static func cancel(_ id: Int) -> String { notify("$/cancelRequest", #"{"id":\#(id)}"#) }

  static let place = #"{"textDocument":{"uri":"u"},"position":{"line":0,"character":0}}"#
  static func hover(_ id: Int) -> String { request(id, "textDocument/hover", place) }
}

extension InProcessConnection where State == Bench {
  static func started(_ routes: Routes<Bench> = Bench.routes()) -> InProcessConnection<Bench> {
    let connection = InProcessConnection<Bench>(state: Bench(), routes: routes)
    connection.send(Say.initialize, Say.initialized)
    _ = connection.receive()
    return connection
  }

  /// The state after everything that was sent.
  var bench: Bench {
    let box = Box()
    perform { state in
      let copy = state
      box.value.withLock { $0 = copy }
    }
    return box.value.withLock { $0 }
  }

  /// The replies since the last call, a line each: id and result or error code.
  func replies() -> [String] {
    receive().map { message in
      let id = message["id"]?.string ?? message["id"]?.int.map(String.init) ?? "null"
      if let error = message["error"] { return "\(id) \(error["code"]?.int ?? 0)" }
      if let method = message["method"]?.string { return "\(id) \(method)" }
      return "\(id) ok"
    }
  }
}
