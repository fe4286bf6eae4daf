public import JSON

/// `textDocument/references`
public struct ReferencesRequest: ClientRequest {
  public static let method = "textDocument/references"
  public typealias Response = [Location]?
  public var place: TextDocumentPosition
  public var includesDeclaration: Bool

  public init(json: JSONValue) throws(WireError) {
    place = try TextDocumentPosition(json: json)
    includesDeclaration = json.at("context", "includeDeclaration")?.bool ?? false
  }
}
