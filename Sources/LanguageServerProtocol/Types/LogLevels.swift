/// How serious a message to the user or the log is.
public struct MessageType: OpenEnumeration {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let error = MessageType(rawValue: 1)
  public static let warning = MessageType(rawValue: 2)
  public static let info = MessageType(rawValue: 3)
  public static let log = MessageType(rawValue: 4)
  /// Since 3.18; older clients may show nothing.
  public static let debug = MessageType(rawValue: 5)
}

/// How much the client wants to see of what the server does.
public struct TraceValue: OpenEnumeration {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let off = TraceValue(rawValue: "off")
  public static let messages = TraceValue(rawValue: "messages")
  public static let verbose = TraceValue(rawValue: "verbose")
}
