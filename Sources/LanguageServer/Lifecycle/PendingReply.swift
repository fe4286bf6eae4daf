import LanguageServerProtocol
import Synchronization

/// The one reply that a request gets. Whoever comes first gives it: the handler, the client's
/// cancellation or, when nobody did, the end of the last reference; whatever comes later is dropped.
final class PendingReply: Sendable {
  let id: RequestID
  /// Without a session to cancel or end there is nothing else to say to these two.
  let isCancellable: Bool
  private let isAnswered = Atomic<Bool>(false)
  private let wasCancelled = Atomic<Bool>(false)
  private let send: @Sendable (RequestID, [UInt8]) -> Void

  init(id: RequestID, method: String, send: @escaping @Sendable (RequestID, [UInt8]) -> Void) {
    self.id = id
    self.send = send
    isCancellable = method != InitializeRequest.method && method != ShutdownRequest.method
  }

  var isOpen: Bool { !isAnswered.load(ordering: .acquiring) }

  /// Whether the client no longer wants the answer. Costs next to nothing: long work asks often.
  var isCancelled: Bool { wasCancelled.load(ordering: .relaxed) }

  func succeed(_ result: some WireWritable) {
    guard take() else { return }
    send(id, OutgoingMessage.response(id, result))
  }

  func fail(_ error: ResponseError) {
    guard take() else { return }
    send(id, OutgoingMessage.failure(id, error))
  }

  func cancel() {
    guard isCancellable else { return }
    wasCancelled.store(true, ordering: .relaxed)
    fail(.cancelled)
  }

  func failUnanswered() {
    fail(ResponseError(.internalError, "the server gave no answer"))
  }

  /// Gives up the right to answer.
  func abandon() { _ = take() }

  private func take() -> Bool {
    isAnswered.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing)
      .exchanged
  }

  deinit { failUnanswered() }
}
