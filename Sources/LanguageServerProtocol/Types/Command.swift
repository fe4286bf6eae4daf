public import JSON

/// Something the client can show and let the server do.
public struct Command: Sendable, Equatable, WireReadable, WireWritable {
  public var title: String
  /// The name under which the server declared it; empty for a title that does nothing.
  public var command: String
  public var arguments: [JSONValue]

  public init(title: String, command: String, arguments: [JSONValue] = []) {
    self.title = title
    self.command = command
    self.arguments = arguments
  }

  public init(json: JSONValue) throws(WireError) {
    title = try json.optional("title") ?? ""
    command = try json.required("command")
    arguments = try json.list("arguments")
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("title", title)
      $0.member("command", command)
      $0.list("arguments", arguments)
    }
  }
}
