public import JSON

/// `exit`: the server ends at once, with status 0 after `shutdown` and 1 else.
public struct ExitNotification: ClientNotification {
  public static let method = "exit"
  public init(json: JSONValue) {}
}
