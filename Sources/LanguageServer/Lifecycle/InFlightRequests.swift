import LanguageServerProtocol
import Synchronization

/// The requests that wait for their reply, by id.
final class InFlightRequests: Sendable {
  private let replies = Mutex<[RequestID: Waiting]>([:])

  /// Weak, so that a request whose handler lost its responder is answered and not kept.
  private struct Waiting: Sendable {
    weak var reply: PendingReply?
  }

  /// Notes a request; `false` where its id is already in use.
  func add(_ reply: PendingReply) -> Bool {
    replies.withLock {
      if $0[reply.id] != nil { return false }
      $0[reply.id] = Waiting(reply: reply)
      return true
    }
  }

  func remove(_ id: RequestID) {
    replies.withLock { _ = $0.removeValue(forKey: id) }
  }

  /// Answers a request with `RequestCancelled`, wherever it is.
  func cancel(_ id: RequestID) {
    // Outside the lock: answering removes the entry.
    let reply = replies.withLock { $0[id]?.reply }
    reply?.cancel()
  }

  var count: Int { replies.withLock { $0.count } }
}
