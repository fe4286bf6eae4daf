public import JSON

/// `window/logMessage`: a line for the client's log.
public struct LogMessageNotification: ServerNotification {
  public static let method = "window/logMessage"
  public var type: MessageType
  public var message: String

  public init(_ type: MessageType, _ message: String) {
    self.type = type
    self.message = message
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("type", type)
      $0.member("message", message)
    }
  }
}

/// `window/showMessage`: a message that the user sees.
public struct ShowMessageNotification: ServerNotification {
  public static let method = "window/showMessage"
  public var type: MessageType
  public var message: String

  public init(_ type: MessageType, _ message: String) {
    self.type = type
    self.message = message
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("type", type)
      $0.member("message", message)
    }
  }
}
