public import JSON

/// `workspace/executeCommand`
public struct ExecuteCommandRequest: ClientRequest {
  public static let method = "workspace/executeCommand"
  public typealias Response = JSONValue
  public var command: String
  public var arguments: [JSONValue]

  public init(json: JSONValue) throws(WireError) {
    command = try json.required("command")
    arguments = try json.list("arguments")
  }
}
