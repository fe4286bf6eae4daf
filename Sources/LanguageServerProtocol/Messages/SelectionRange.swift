public import JSON

/// `textDocument/selectionRange`: wider and wider selections around places.
public struct SelectionRangeRequest: ClientRequest {
  public static let method = "textDocument/selectionRange"
  public typealias Response = [SelectionRange]?
  public var uri: DocumentURI
  public var positions: [Position]

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    positions = try json.required("positions")
  }
}

/// The selections around one place, the narrowest first, each inside the next.
public struct SelectionRange: Sendable, Equatable, WireWritable {
  /// At least one.
  public var ranges: [PositionRange]

  public init(_ narrowest: PositionRange, _ wider: [PositionRange] = []) {
    ranges = [narrowest] + wider
  }

  public func write(to writer: inout JSONWriter) {
    for (index, range) in ranges.enumerated() {
      if index > 0 { writer.key("parent") }
      writer.beginObject()
      writer.member("range", range)
    }
    for _ in ranges { writer.endObject() }
  }
}
