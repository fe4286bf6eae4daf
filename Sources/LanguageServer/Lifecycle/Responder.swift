public import LanguageServerProtocol

/// The right to answer one request. It cannot be copied, and answering uses it up, so a second
/// answer does not compile; one that is dropped answers `InternalError`.
public struct Responder<Response: WireWritable>: ~Copyable, Sendable {
  private let reply: PendingReply
  private var isHandedOver = false

  init(_ reply: PendingReply) { self.reply = reply }

  public consuming func succeed(_ response: Response) { reply.succeed(response) }

  public consuming func fail(_ error: ResponseError) { reply.fail(error) }

  /// Gives the right to work that goes on after the handler has returned, such as a task: closures
  /// that outlive a function cannot use up what they hold.
  public consuming func handOver() -> LateResponder<Response> {
    isHandedOver = true
    return LateResponder(reply)
  }

  deinit {
    if !isHandedOver { reply.failUnanswered() }
  }
}

/// The right to answer one request from elsewhere. The first answer counts; the end of the last
/// reference without one answers `InternalError`.
public final class LateResponder<Response: WireWritable>: Sendable {
  private let reply: PendingReply

  init(_ reply: PendingReply) { self.reply = reply }

  /// Whether the client no longer wants the answer.
  public var isCancelled: Bool { reply.isCancelled }

  public func succeed(_ response: Response) { reply.succeed(response) }

  public func fail(_ error: ResponseError) { reply.fail(error) }

  deinit { reply.failUnanswered() }
}
