public import JSON

/// `$/setTrace`: how much the client wants to see in `$/logTrace`.
public struct SetTraceNotification: ClientNotification {
  public static let method = "$/setTrace"
  public var value: TraceValue

  public init(json: JSONValue) throws(WireError) { value = try json.required("value") }
}

/// `$/logTrace`: what the server did, for clients that asked for it.
public struct LogTraceNotification: ServerNotification {
  public static let method = "$/logTrace"
  public var message: String
  /// Details, only where the trace is verbose.
  public var verbose: String?

  public init(message: String, verbose: String? = nil) {
    self.message = message
    self.verbose = verbose
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("message", message)
      $0.optional("verbose", verbose)
    }
  }
}
