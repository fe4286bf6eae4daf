public import JSON

/// `textDocument/definition`
public struct DefinitionRequest: ClientRequest {
  public static let method = "textDocument/definition"
  public typealias Response = Targets?
  public var place: TextDocumentPosition

  public init(json: JSONValue) throws(WireError) { place = try TextDocumentPosition(json: json) }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    place = try TextDocumentPosition(reading: &cursor)
  }
}

/// `textDocument/declaration`
public struct DeclarationRequest: ClientRequest {
  public static let method = "textDocument/declaration"
  public typealias Response = Targets?
  public var place: TextDocumentPosition

  public init(json: JSONValue) throws(WireError) { place = try TextDocumentPosition(json: json) }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    place = try TextDocumentPosition(reading: &cursor)
  }
}
