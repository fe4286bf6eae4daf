public import JSON

/// `textDocument/formatting`
public struct FormattingRequest: ClientRequest {
  public static let method = "textDocument/formatting"
  public typealias Response = WireList<TextEdit>?
  public var uri: DocumentURI
  public var options: FormattingOptions

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    options = try json.required("options")
  }
}

/// `textDocument/rangeFormatting`
public struct RangeFormattingRequest: ClientRequest {
  public static let method = "textDocument/rangeFormatting"
  public typealias Response = [TextEdit]?
  public var uri: DocumentURI
  public var range: PositionRange
  public var options: FormattingOptions

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    range = try json.required("range")
    options = try json.required("options")
  }
}

/// `textDocument/rangesFormatting`, since 3.18.
public struct RangesFormattingRequest: ClientRequest {
  public static let method = "textDocument/rangesFormatting"
  public typealias Response = [TextEdit]?
  public var uri: DocumentURI
  public var ranges: [PositionRange]
  public var options: FormattingOptions

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    ranges = try json.required("ranges")
    options = try json.required("options")
  }
}

/// `textDocument/onTypeFormatting`
public struct OnTypeFormattingRequest: ClientRequest {
  public static let method = "textDocument/onTypeFormatting"
  public typealias Response = [TextEdit]?
  public var place: TextDocumentPosition
  /// What was typed; not always what stands before the position, since clients insert pairs.
  public var character: String
  public var options: FormattingOptions

  public init(json: JSONValue) throws(WireError) {
    place = try TextDocumentPosition(json: json)
    character = try json.required("ch")
    options = try json.required("options")
  }
}
