public import JSON

/// `textDocument/linkedEditingRange`: places that are typed into together.
public struct LinkedEditingRangeRequest: ClientRequest {
  public static let method = "textDocument/linkedEditingRange"
  public typealias Response = LinkedEditingRanges?
  public var place: TextDocumentPosition

  public init(json: JSONValue) throws(WireError) { place = try TextDocumentPosition(json: json) }
}

/// Ranges of one length and one content that do not overlap.
public struct LinkedEditingRanges: Sendable, Equatable, WireWritable {
  public var ranges: [PositionRange]
  /// What the content may become, a regular expression of JavaScript.
  public var wordPattern: String?

  public init(ranges: [PositionRange], wordPattern: String? = nil) {
    self.ranges = ranges
    self.wordPattern = wordPattern
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("ranges", ranges)
      $0.optional("wordPattern", wordPattern)
    }
  }
}
