import JSON

/// Builds the JSON of the messages that the server sends.
public enum OutgoingMessage {
  public static func response(_ id: RequestID, _ result: some WireWritable) -> [UInt8] {
    build(result.knownLength) {
      $0.member("id", id)
      $0.member("result", result)
    }
  }

  /// A reply with an error; without an id where the request's could not be read.
  public static func failure(_ id: RequestID?, _ error: ResponseError) -> [UInt8] {
    build {
      $0.member("id", id)
      $0.member("error", error)
    }
  }

  public static func request<Request: ServerRequest>(
    _ id: RequestID, _ request: Request
  ) -> [UInt8] {
    build {
      $0.member("id", id)
      $0.member("method", Request.method)
      writeParams(request, to: &$0)
    }
  }

  public static func notification<Notification: ServerNotification>(
    _ notification: Notification
  ) -> [UInt8] {
    build(notification.knownLength) {
      $0.member("method", Notification.method)
      writeParams(notification, to: &$0)
    }
  }

  private static func build(
    _ length: Int = 0, _ body: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter(capacity: 256 + length)
    writer.object {
      $0.member("jsonrpc", "2.0")
      body(&$0)
    }
    return writer.bytes
  }

  /// A message of `Nothing` has no `params` at all: null is not allowed there.
  private static func writeParams(_ params: some WireWritable, to writer: inout JSONWriter) {
    if params is any WithoutParams { return }
    writer.member("params", params)
  }
}

/// A message that has no parameters.
public protocol WithoutParams {}
