public import JSON

/// `$/progress`: a step of work, or a part of a result.
public struct ProgressNotification<Value: WireWritable>: ServerNotification {
  public static var method: String { "$/progress" }
  public var token: ProgressToken
  public var value: Value

  public init(token: ProgressToken, value: Value) {
    self.token = token
    self.value = value
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("token", token)
      $0.member("value", value)
    }
  }
}

/// `$/progress` from the client; the server starts no work there, so only the token is read.
public struct ClientProgressNotification: ClientNotification {
  public static let method = "$/progress"
  public var token: ProgressToken

  public init(json: JSONValue) throws(WireError) { token = try json.required("token") }
}

/// A step of work that the client shows.
public enum WorkDoneProgress: Sendable, Equatable, WireWritable {
  case begin(title: String, message: String? = nil, percentage: Int? = nil, cancellable: Bool)
  case report(message: String? = nil, percentage: Int? = nil)
  case end(message: String? = nil)

  public func write(to writer: inout JSONWriter) {
    writer.object {
      switch self {
      case .begin(let title, let message, let percentage, let cancellable):
        $0.member("kind", "begin")
        $0.member("title", title)
        $0.member("cancellable", cancellable)
        $0.optional("message", message)
        $0.optional("percentage", percentage)
      case .report(let message, let percentage):
        $0.member("kind", "report")
        $0.optional("message", message)
        $0.optional("percentage", percentage)
      case .end(let message):
        $0.member("kind", "end")
        $0.optional("message", message)
      }
    }
  }
}
