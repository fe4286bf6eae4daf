public import LanguageServerProtocol

/// Which handler a message goes to. A handler gets the server's state to itself, one message at a
/// time, in the order in which the client sent them.
public struct Routes<State: Sendable>: Sendable {
  typealias RequestRoute =
    @Sendable (inout State, Envelope, PendingReply, Client<State>) -> Void
  typealias NotificationRoute =
    @Sendable (inout State, Envelope, Client<State>) -> WireError?

  private(set) var requests: [String: RequestRoute] = [:]
  private(set) var notifications: [String: NotificationRoute] = [:]

  /// Answers `initialize`.
  public var initialize:
    @Sendable (inout State, InitializeRequest, Client<State>) throws(ResponseError) ->
      InitializeResult
  /// The client may now be sent requests.
  public var initialized: @Sendable (inout State, Client<State>) -> Void = { _, _ in }
  /// The session ends; what has to be kept is kept here.
  public var shutdown: @Sendable (inout State) -> Void = { _ in }
  /// Nothing that the client has sent is waiting: the time to send what a burst of edits changed.
  public var idle: @Sendable (inout State, Client<State>) -> Void = { _, _ in }
  /// A notification that could not be read. A lost edit must not pass in silence.
  public var malformed: @Sendable (inout State, Envelope, WireError, Client<State>) -> Void = {
    _, envelope, error, client in
    client.log(.warning, "\(envelope.method): \(error)")
  }
  /// Something came that is no message, or none that can be read: it may have been an edit. The client
  /// has been told.
  public var lost: @Sendable (inout State) -> Void = { _ in }

  /// Methods that are done in about a millisecond. Where nothing else waits they are done on the thread
  /// that reads the client's messages, which until then hears of no cancellation.
  public var brief: Set<String> = []

  public init(
    initialize:
      @escaping @Sendable (
        inout State, InitializeRequest, Client<State>
      ) throws(ResponseError) -> InitializeResult
  ) {
    self.initialize = initialize
  }

  /// The methods of requests that have a handler.
  public var requestMethods: [String] { requests.keys.sorted() }

  /// A request that is answered before the next message is looked at.
  public mutating func answer<Request: ClientRequest>(
    _ type: Request.Type,
    _ body: @escaping @Sendable (inout State, Request) throws(ResponseError) -> Request.Response
  ) {
    answerLater(type) { state, request, _, responder in
      let response: Request.Response
      do throws(ResponseError) {
        response = try body(&state, request)
      } catch {
        return responder.fail(error)
      }
      responder.succeed(response)
    }
  }

  /// A request whose answer may come later and from elsewhere.
  public mutating func answerLater<Request: ClientRequest>(
    _ type: Request.Type,
    _ body:
      @escaping @Sendable (
        inout State, Request, RequestContext<State>, consuming Responder<Request.Response>
      ) -> Void
  ) {
    requests[Request.method] = { state, envelope, reply, client in
      do throws(WireError) {
        let request: Request = try envelope.params()
        let context = RequestContext(client: client, envelope: envelope, reply: reply)
        body(&state, request, context, Responder(reply))
      } catch {
        reply.fail(ResponseError(.invalidParams, "\(Request.method): \(error)"))
      }
    }
  }

  public mutating func observe<Notification: ClientNotification>(
    _ type: Notification.Type,
    _ body: @escaping @Sendable (inout State, Notification, Client<State>) -> Void
  ) {
    notifications[Notification.method] = { state, envelope, client in
      do throws(WireError) {
        let notification: Notification = try envelope.params()
        body(&state, notification, client)
        return nil
      } catch {
        return error
      }
    }
  }
}

/// What a handler may want to know beside the parameters.
public struct RequestContext<State: Sendable>: Sendable {
  public let client: Client<State>
  private let envelope: Envelope
  /// Weak, so that holding the context is not taken for holding the right to answer.
  private weak var reply: PendingReply?

  init(client: Client<State>, envelope: Envelope, reply: PendingReply) {
    self.client = client
    self.envelope = envelope
    self.reply = reply
  }

  /// The tokens for progress and partial results that the client gave.
  public var tokens: ProgressTokens { envelope.tokens() }

  /// Whether the answer is no longer wanted.
  public var isCancelled: Bool { reply?.isCancelled ?? true }
}
