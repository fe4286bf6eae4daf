public import JSON

/// A question about a place in a text whose answer is places: `textDocument/definition` and its like.
public protocol TargetsRequest: ClientRequest where Response == Targets? {
  var place: TextDocumentPosition { get }

  init(place: TextDocumentPosition)
}

extension TargetsRequest {
  public init(json: JSONValue) throws(WireError) {
    self.init(place: try TextDocumentPosition(json: json))
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    self.init(place: try TextDocumentPosition(reading: &cursor))
  }
}

/// `textDocument/definition`
public struct DefinitionRequest: TargetsRequest {
  public static let method = "textDocument/definition"
  public var place: TextDocumentPosition

  public init(place: TextDocumentPosition) { self.place = place }
}

/// `textDocument/declaration`
public struct DeclarationRequest: TargetsRequest {
  public static let method = "textDocument/declaration"
  public var place: TextDocumentPosition

  public init(place: TextDocumentPosition) { self.place = place }
}
