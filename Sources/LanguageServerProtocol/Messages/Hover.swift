public import JSON

/// `textDocument/hover`
public struct HoverRequest: ClientRequest {
  public static let method = "textDocument/hover"
  public typealias Response = Hover?
  public var place: TextDocumentPosition

  public init(json: JSONValue) throws(WireError) { place = try TextDocumentPosition(json: json) }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    place = try TextDocumentPosition(reading: &cursor)
  }
}

public struct Hover: Sendable, Equatable, WireWritable {
  public var contents: MarkupContent
  /// What the text is about; the client marks it.
  public var range: PositionRange?

  public init(contents: MarkupContent, range: PositionRange? = nil) {
    self.contents = contents
    self.range = range
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("contents", contents)
      $0.optional("range", range)
    }
  }
}
