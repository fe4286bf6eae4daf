public import JSON

/// An entry that the client sends to have it completed. It goes back with everything the client put
/// into it, so no member that we do not know is lost.
public struct Resolved: Sendable, Equatable, WireReadable, WireWritable {
  public private(set) var members: JSONObject

  public init(json: JSONValue) throws(WireError) {
    guard let object = json.object else { throw WireError(expected: "an object") }
    members = object
  }

  /// Adds a member or replaces its value.
  public mutating func set(_ key: String, _ value: some WireWritable) {
    members[key] = value.jsonValue
  }

  public subscript(key: String) -> JSONValue? { members[key] }

  public func write(to writer: inout JSONWriter) { writer.value(.object(members)) }
}

/// A request for what was left out of an entry: the entry comes as the client has it and goes back with
/// more members.
public protocol ResolveRequest: ClientRequest where Response == Resolved {
  var entry: Resolved { get }

  init(entry: Resolved)
}

extension ResolveRequest {
  public init(json: JSONValue) throws(WireError) {
    self.init(entry: try Resolved(json: json))
  }

  /// What the server put into the entry.
  public var data: JSONValue? { entry["data"] }
}
