public import JSON

/// `textDocument/documentHighlight`: the places that belong to what is under the caret.
public struct DocumentHighlightRequest: ClientRequest {
  public static let method = "textDocument/documentHighlight"
  public typealias Response = [DocumentHighlight]?
  public var place: TextDocumentPosition

  public init(json: JSONValue) throws(WireError) { place = try TextDocumentPosition(json: json) }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    place = try TextDocumentPosition(reading: &cursor)
  }
}

public struct DocumentHighlight: Sendable, Hashable, WireWritable {
  public var range: PositionRange
  public var kind: DocumentHighlightKind

  public init(range: PositionRange, kind: DocumentHighlightKind = .text) {
    self.range = range
    self.kind = kind
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range)
      $0.member("kind", kind)
    }
  }
}

public struct DocumentHighlightKind: OpenEnumeration {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let text = DocumentHighlightKind(rawValue: 1)
  /// A place that refers.
  public static let read = DocumentHighlightKind(rawValue: 2)
  /// The place that defines.
  public static let write = DocumentHighlightKind(rawValue: 3)
}
