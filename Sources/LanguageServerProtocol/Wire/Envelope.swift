import JSON

/// One message as it came, its outer object read and its parameters left for later: they may stand
/// before the method that says what they are.
public struct Envelope: Sendable {
  public enum Kind: Sendable, Equatable {
    case request(RequestID, method: String)
    case notification(method: String)
    /// The reply to a request of ours; without an id where the client could not read it.
    case response(RequestID?)
  }

  public let kind: Kind
  /// The whole message, JSON in UTF-8.
  public let bytes: [UInt8]
  /// Where the parameters stand in the bytes; `nil` where they are absent or `null`.
  public let params: Range<Int>?
  /// Where the result of a response stands.
  public let result: Range<Int>?
  /// The error of a response.
  public let error: ResponseError?

  /// The method; empty for a response.
  public var method: String {
    switch kind {
    case .request(_, let method), .notification(let method): method
    case .response: ""
    }
  }

  /// The parameters as a type. Absent parameters are read as an empty object, since clients leave
  /// them out where no member is required.
  public func params<Params: WireReadable>(
    as type: Params.Type = Params.self
  ) throws(WireError) -> Params {
    guard let params else { return try Params(json: .object([:])) }
    return try JSONCursor.read(bytes, in: params) { cursor throws(WireError) in
      try Params(reading: &cursor)
    }
  }

  /// The result of a response as a type; an absent one is read as `null`.
  public func result<Value: WireReadable>(
    as type: Value.Type = Value.self
  ) throws(WireError) -> Value {
    guard let result else { return try Value(json: .null) }
    return try JSONCursor.read(bytes, in: result) { cursor throws(WireError) in
      try Value(reading: &cursor)
    }
  }

  /// The tokens for progress and partial results that any request may carry.
  public func tokens() -> ProgressTokens {
    (try? params(as: ProgressTokens.self)) ?? ProgressTokens()
  }
}

/// Why bytes are no message, and whom to tell.
public struct EnvelopeError: Error, Sendable, Equatable {
  /// The id of the request, where it could be read; the reply has the id `null` else.
  public var id: RequestID?
  public var error: ResponseError
}
