import Dispatch
public import LanguageServerProtocol
import Synchronization

/// A session: takes the client's messages from a reader, holds them against the lifecycle and gives
/// them to the handlers one by one.
///
/// The reader's thread reads the envelopes and answers cancellations at once; everything else runs
/// on one serial queue, which alone touches the state. Brief messages run in its turn on the reader's
/// thread.
public final class Server<State: Sendable>: Sendable {
  public let client: Client<State>

  struct Core: Sendable {
    var lifecycle = Lifecycle.created
    var state: State
  }

  enum Item: Sendable {
    case request(Envelope, PendingReply)
    case notification(Envelope)
    case response(Envelope, RequestID?)
    case problem(FrameProblem)
    /// What was answered as no message.
    case broken
    case work(@Sendable (inout State) -> Void)
    case endOfInput
  }

  let routes: Routes<State>
  let host: Host
  private let core: Mutex<Core>
  let outlet: OutletGate
  private let inFlight = InFlightRequests()
  private let queue = DispatchQueue(label: "resolute.session", qos: .userInitiated)
  /// Items received and not yet handled.
  private let waiting = Atomic<Int>(0)

  public init(
    state: State, routes: Routes<State>, outlet: any MessageOutlet, host: Host
  ) {
    self.routes = routes
    self.host = host
    self.outlet = OutletGate(outlet)
    client = Client(outlet: self.outlet, note: host.note)
    core = Mutex(Core(state: state))
    client.attach { [weak self] in self?.perform($0) }
  }

  // MARK: The reader's side

  /// Takes what one read brought. Called from one thread, which may be any.
  public func receive(_ events: [FrameReader.Event]) {
    var items: [Item] = []
    var areBrief = true
    for event in events {
      guard let item = self.item(event) else { continue }
      items.append(item)
      areBrief = areBrief && isBrief(item)
    }
    guard !items.isEmpty else { return }
    enqueue(items, areBrief: areBrief)
  }

  /// The client closed its end without `exit`.
  public func inputEnded() { enqueue([.endOfInput]) }

  /// Runs work on the state in turn with the client's messages.
  public func perform(_ work: @escaping @Sendable (inout State) -> Void) { enqueue([.work(work)]) }

  /// Waits until everything received so far is handled. Not for handlers: they would wait for
  /// themselves.
  public func drain() { queue.sync {} }

  /// Requests without a reply.
  var openRequests: Int { inFlight.count }

  var lifecycle: Lifecycle { core.withLock { $0.lifecycle } }

  /// What has to be done in turn; `nil` for what is done already.
  private func item(_ event: FrameReader.Event) -> Item? {
    guard case .message(let bytes) = event else {
      if case .problem(let problem) = event { return .problem(problem) }
      return nil
    }
    let envelope: Envelope
    do throws(EnvelopeError) { envelope = try Envelope(bytes) } catch {
      outlet.send(OutgoingMessage.failure(error.id, error.error))
      // With an id it was a request, which changes nothing.
      return error.id == nil ? .broken : nil
    }
    switch envelope.kind {
    case .response(let id): return .response(envelope, id)
    case .notification(CancelRequestNotification.method):
      if let cancel: CancelRequestNotification = try? envelope.params() {
        inFlight.cancel(cancel.id)
      }
      return nil
    case .notification: return .notification(envelope)
    case .request(let id, let method):
      let reply = PendingReply(id: id, method: method) { [outlet, inFlight] id, message in
        inFlight.remove(id)
        outlet.send(message)
      }
      if inFlight.add(reply) { return .request(envelope, reply) }
      // Its reply must not take the place of the one that the id belongs to.
      reply.abandon()
      let error = ResponseError(.invalidRequest, "the id \(id) is in use by another request")
      outlet.send(OutgoingMessage.failure(id, error))
      return nil
    }
  }

  /// Longer messages are not brief, whatever they ask.
  private static var briefLength: Int { 1 << 16 }

  private func isBrief(_ item: Item) -> Bool {
    switch item {
    case .request(let envelope, _), .notification(let envelope):
      envelope.bytes.count < Self.briefLength && routes.brief.contains(envelope.method)
    case .response, .problem, .broken, .work, .endOfInput: false
    }
  }

  private func enqueue(_ items: [Item], areBrief: Bool = false) {
    // All at once, so that a burst that came in one read counts as one.
    let before = waiting.add(items.count, ordering: .acquiringAndReleasing).oldValue
    guard areBrief, before == 0 else { return queue.async { [self] in take(items) } }
    // Nothing is before them: to wake another thread would take longer than to do them here.
    queue.sync { take(items) }
  }

  private func take(_ items: [Item]) {
    for item in items {
      core.withLock { handle(item, &$0) }
      let left = waiting.subtract(1, ordering: .acquiringAndReleasing).newValue
      if left == 0 { core.withLock { rest(&$0) } }
    }
  }
}
