public import JSON

/// `textDocument/documentLink`
public struct DocumentLinkRequest: ClientRequest {
  public static let method = "textDocument/documentLink"
  public typealias Response = WireList<DocumentLink>?
  public var uri: DocumentURI

  public init(json: JSONValue) throws(WireError) { uri = try json.textDocumentURI() }
}

public struct DocumentLink: Sendable, Equatable, WireWritable {
  public var range: PositionRange
  /// A URI; `nil` where it is filled in by `documentLink/resolve`.
  public var target: String?
  /// Only for clients with `tooltipSupport`.
  public var tooltip: String?
  public var data: JSONValue?

  public init(
    range: PositionRange, target: String?, tooltip: String? = nil, data: JSONValue? = nil
  ) {
    self.range = range
    self.target = target
    self.tooltip = tooltip
    self.data = data
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range)
      $0.optional("target", target)
      $0.optional("tooltip", tooltip)
      $0.optional("data", data)
    }
  }
}

/// `documentLink/resolve`
public struct DocumentLinkResolveRequest: ResolveRequest {
  public static let method = "documentLink/resolve"
  public var entry: Resolved

  public init(entry: Resolved) { self.entry = entry }
}
