public import JSON

/// `initialized`: the client has the answer to `initialize`; now the server may send requests.
public struct InitializedNotification: ClientNotification {
  public static let method = "initialized"
  public init(json: JSONValue) {}
}
