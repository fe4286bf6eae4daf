public import JSON
import LanguageServerProtocol
import Synchronization

/// A session without a process around it: messages go in and come out as JSON. For tests and for
/// playing recordings.
public final class InProcessConnection<State: Sendable>: Sendable {
  private let server: Server<State>
  private let reader = Mutex(FrameReader())
  private let sent: Sent
  private let ended: Ended

  private final class Sent: MessageOutlet {
    let messages = Mutex<[[UInt8]]>([])
    func send(_ body: [UInt8]) { messages.withLock { $0.append(body) } }
  }

  private final class Ended: Sendable {
    let status = Mutex<Int32?>(nil)
    let watched = Mutex<Int?>(nil)
    let notes = Mutex<[String]>([])
  }

  public init(state: State, routes: Routes<State>) {
    let sent = Sent()
    let ended = Ended()
    self.sent = sent
    self.ended = ended
    server = Server(
      state: state, routes: routes, outlet: sent,
      host: Host(
        exit: { status in ended.status.withLock { $0 = status } },
        watch: { process in ended.watched.withLock { $0 = process } },
        note: { line in ended.notes.withLock { $0.append(line) } }))
  }

  /// Gives messages to the server as if they had come in one read, and waits until they are handled.
  public func send(_ messages: [[UInt8]]) {
    server.receive(messages.map { .message($0) })
    server.drain()
  }

  /// Gives a piece of a stream to the server, headers included, and waits until what it completes is
  /// handled.
  public func send(stream piece: [UInt8]) {
    reader.withLock { reader in
      var events: [FrameReader.Event] = []
      reader.read(piece) { events.append($0) }
      server.receive(events)
    }
    server.drain()
  }

  public func send(_ messages: String...) { send(messages.map { Array($0.utf8) }) }

  /// Gives messages to the server and does not wait.
  public func post(_ messages: String...) {
    server.receive(messages.map { .message(Array($0.utf8)) })
  }

  /// Runs work on the server's state in its turn and waits for it.
  public func perform(_ work: @escaping @Sendable (inout State) -> Void) {
    server.perform(work)
    server.drain()
  }

  public func closeInput() {
    server.inputEnded()
    server.drain()
  }

  /// What the server has sent since the last call.
  public func receive() -> [JSONValue] {
    let messages = sent.messages.withLock { messages -> [[UInt8]] in
      defer { messages = [] }
      return messages
    }
    return messages.map { (try? JSONParser().value($0)) ?? nil }
  }

  /// The status with which the server ended.
  public var exitStatus: Int32? { ended.status.withLock { $0 } }
  /// The process that the server was asked to watch.
  public var watchedProcess: Int? { ended.watched.withLock { $0 } }
  /// What went to standard error.
  public var notes: [String] { ended.notes.withLock { $0 } }

  public var lifecycle: Lifecycle { server.lifecycle }
  public var client: Client<State> { server.client }
  /// Requests without a reply.
  public var openRequests: Int { server.openRequests }
}
