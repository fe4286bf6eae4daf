public import JSON

/// What both kinds of message to the user carry.
public protocol WindowMessage: ServerNotification {
  var type: MessageType { get }
  var message: String { get }
}

extension WindowMessage {
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("type", type)
      $0.member("message", message)
    }
  }
}

/// `window/logMessage`: a line for the client's log.
public struct LogMessageNotification: WindowMessage {
  public static let method = "window/logMessage"
  public var type: MessageType
  public var message: String

  public init(_ type: MessageType, _ message: String) {
    self.type = type
    self.message = message
  }
}

/// `window/showMessage`: a message that the user sees.
public struct ShowMessageNotification: WindowMessage {
  public static let method = "window/showMessage"
  public var type: MessageType
  public var message: String

  public init(_ type: MessageType, _ message: String) {
    self.type = type
    self.message = message
  }
}
