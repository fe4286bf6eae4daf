public import JSON

/// `window/showMessageRequest`: a message with choices. Only for clients that say how they show messages.
public struct ShowMessageRequest: ServerRequest {
  public static let method = "window/showMessageRequest"
  public typealias Response = MessageChoice
  public var type: MessageType
  public var message: String
  /// The words on the buttons; what is chosen comes back by them.
  public var choices: [String]

  public init(_ type: MessageType, _ message: String, choices: [String]) {
    self.type = type
    self.message = message
    self.choices = choices
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("type", type)
      $0.member("message", message)
      $0.key("actions")
      $0.beginArray()
      for choice in choices { $0.object { $0.member("title", choice) } }
      $0.endArray()
    }
  }
}

public struct MessageChoice: Sendable, Equatable, WireReadable {
  /// `nil` where the user chose nothing.
  public var title: String?

  public init(json: JSONValue) throws(WireError) {
    title = json.isNull ? nil : try json.required("title")
  }
}
