public import JSON

/// `completionItem/resolve`: fills in what was left out of an entry.
public struct CompletionResolveRequest: ClientRequest {
  public static let method = "completionItem/resolve"
  /// The entry as the client sent it, with more members.
  public typealias Response = Resolved
  public var item: Resolved
  public var label: String
  public var data: JSONValue?

  public init(json: JSONValue) throws(WireError) {
    item = try Resolved(json: json)
    label = try json.required("label")
    data = json["data"]
  }
}
