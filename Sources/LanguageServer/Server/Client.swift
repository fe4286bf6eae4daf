public import LanguageServerProtocol
import Synchronization

/// The other side of the session: what the server sends on its own account. May be used from any
/// thread.
public final class Client<State: Sendable>: Sendable {
  /// Requests that may wait for the client at one time; a client that never answers must not make
  /// the server grow.
  public static var outstandingLimit: Int { 100 }

  typealias Completion = @Sendable (inout State, Envelope) -> Void

  private struct Book {
    var lifecycle = Lifecycle.created
    var trace = TraceValue.off
    var nextID = 1
    var outstanding: [RequestID: Completion] = [:]
    /// Requests made before the client may be sent any.
    var held: [[UInt8]] = []
  }

  private let book = Mutex(Book())
  private let outlet: any MessageOutlet
  private let note: @Sendable (String) -> Void
  private typealias Work = @Sendable (inout State) -> Void
  private let turns = Mutex<(@Sendable (@escaping Work) -> Void)?>(nil)

  init(outlet: any MessageOutlet, note: @escaping @Sendable (String) -> Void) {
    self.outlet = outlet
    self.note = note
  }

  /// Brings what was worked out elsewhere into the server's state, in turn with the client's messages.
  public func perform(_ work: @escaping @Sendable (inout State) -> Void) {
    turns.withLock { $0 }?(work)
  }

  /// - Parameter turns: runs work on the server's state.
  func attach(
    _ turns: @escaping @Sendable (@escaping @Sendable (inout State) -> Void) -> Void
  ) {
    self.turns.withLock { $0 = turns }
  }

  /// Sends a notification; before `initialize` is answered and after `shutdown` it is dropped.
  public func notify(_ notification: some ServerNotification) {
    guard mayNotify else { return }
    outlet.send(OutgoingMessage.notification(notification))
  }

  /// Sends a request as soon as the client may be sent any. The answer comes to the server's state
  /// in turn with the client's messages.
  ///
  /// - Returns: `false` where the request is not sent and no answer will come: the session ends, or
  ///   too many requests wait.
  @discardableResult
  public func request<Request: ServerRequest>(
    _ request: Request,
    then completion:
      @escaping @Sendable (
        inout State, Result<Request.Response, ResponseError>
      ) -> Void = { _, _ in }
  ) -> Bool {
    let finish: Completion = { completion(&$0, Self.outcome(of: $1)) }
    let (isTaken, message) = book.withLock { book -> (Bool, [UInt8]?) in
      guard book.lifecycle != .shutDown, book.lifecycle != .exited,
        book.outstanding.count < Self.outstandingLimit
      else { return (false, nil) }
      let id = RequestID.number(book.nextID)
      book.nextID += 1
      book.outstanding[id] = finish
      let message = OutgoingMessage.request(id, request)
      if book.lifecycle == .running { return (true, message) }
      book.held.append(message)
      return (true, nil)
    }
    if let message { outlet.send(message) }
    return isTaken
  }

  /// A line for the client's log, and for standard error as long as the client has no ear for it.
  public func log(_ type: MessageType, _ message: String) {
    if mayNotify { notify(LogMessageNotification(type, message)) } else { note(message) }
  }

  /// What the server did, where the client asked to see it; the details only where it asked for all.
  func trace(_ message: @autoclosure () -> String, verbose: @autoclosure () -> String? = nil) {
    let level = book.withLock { $0.trace }
    guard level != .off, mayNotify else { return }
    notify(
      LogTraceNotification(message: message(), verbose: level == .verbose ? verbose() : nil))
  }

  private var mayNotify: Bool {
    book.withLock { $0.lifecycle == .initialized || $0.lifecycle == .running }
  }

  private static func outcome<Response: WireReadable>(
    of envelope: Envelope
  ) -> Result<Response, ResponseError> {
    if let error = envelope.error { return .failure(error) }
    do throws(WireError) { return .success(try envelope.result()) } catch {
      return .failure(ResponseError(.invalidParams, "result: \(error)"))
    }
  }
}

extension Client {
  /// What follows from a new place in the session.
  func enter(_ lifecycle: Lifecycle) {
    let held = book.withLock { book -> [[UInt8]] in
      book.lifecycle = lifecycle
      if lifecycle == .shutDown || lifecycle == .exited { book.outstanding = [:] }
      guard lifecycle == .running else { return [] }
      defer { book.held = [] }
      return book.held
    }
    for message in held { outlet.send(message) }
  }

  func setTrace(_ value: TraceValue) {
    book.withLock { $0.trace = value }
  }

  /// What waits for the answer with that id; `nil` where nothing does.
  func completion(for id: RequestID) -> Completion? {
    book.withLock { $0.outstanding.removeValue(forKey: id) }
  }
}
