public import JSON

/// `textDocument/foldingRange`
public struct FoldingRangeRequest: ClientRequest {
  public static let method = "textDocument/foldingRange"
  public typealias Response = WireList<FoldingRange>?
  public var uri: DocumentURI

  public init(json: JSONValue) throws(WireError) { uri = try json.textDocumentURI() }
}

/// Lines that can be folded into the first of them.
public struct FoldingRange: Sendable, Hashable, WireWritable {
  /// From 0.
  public var startLine: Int
  /// Where the fold starts in its line; the line's end where absent.
  public var startCharacter: Int?
  public var endLine: Int
  public var endCharacter: Int?
  public var kind: FoldingRangeKind?
  /// Only for clients with `collapsedText`.
  public var collapsedText: String?

  public init(
    startLine: Int, startCharacter: Int? = nil, endLine: Int, endCharacter: Int? = nil,
    kind: FoldingRangeKind? = nil, collapsedText: String? = nil
  ) {
    self.startLine = startLine
    self.startCharacter = startCharacter
    self.endLine = endLine
    self.endCharacter = endCharacter
    self.kind = kind
    self.collapsedText = collapsedText
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("startLine", startLine)
      $0.optional("startCharacter", startCharacter)
      $0.member("endLine", endLine)
      $0.optional("endCharacter", endCharacter)
      $0.optional("kind", kind)
      $0.optional("collapsedText", collapsedText)
    }
  }
}

public struct FoldingRangeKind: OpenEnumeration {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let comment = FoldingRangeKind(rawValue: "comment")
  public static let imports = FoldingRangeKind(rawValue: "imports")
  public static let region = FoldingRangeKind(rawValue: "region")
}
