public import JSON

/// `shutdown`: nothing but `exit` follows. Clients send parameters of every shape.
public struct ShutdownRequest: ClientRequest {
  public static let method = "shutdown"
  public typealias Response = Nothing
  public init(json: JSONValue) {}
}
