public import JSON

/// `textDocument/prepareCallHierarchy`: what is under the caret, as a start for who cites whom.
public struct PrepareCallHierarchyRequest: ClientRequest {
  public static let method = "textDocument/prepareCallHierarchy"
  public typealias Response = [CallHierarchyItem]?
  public var place: TextDocumentPosition

  public init(json: JSONValue) throws(WireError) { place = try TextDocumentPosition(json: json) }
}

public struct CallHierarchyItem: Sendable, Equatable, WireReadable, WireWritable {
  public var name: String
  public var kind: SymbolKind
  public var detail: String?
  public var uri: DocumentURI
  public var range: PositionRange
  /// Inside `range`.
  public var selectionRange: PositionRange
  public var data: JSONValue?

  public init(
    name: String, kind: SymbolKind, detail: String? = nil, uri: DocumentURI, range: PositionRange,
    selectionRange: PositionRange, data: JSONValue? = nil
  ) {
    self.name = name
    self.kind = kind
    self.detail = detail
    self.uri = uri
    self.range = range
    self.selectionRange = selectionRange
    self.data = data
  }

  public init(json: JSONValue) throws(WireError) {
    name = try json.required("name")
    kind = try json.required("kind")
    detail = try json.optional("detail")
    uri = try json.required("uri")
    range = try json.required("range")
    selectionRange = try json.required("selectionRange")
    data = json["data"]
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("name", name)
      $0.member("kind", kind)
      $0.optional("detail", detail)
      $0.member("uri", uri)
      $0.member("range", range)
      $0.member("selectionRange", selectionRange)
      $0.optional("data", data)
    }
  }
}

/// `callHierarchy/incomingCalls`: who cites the item.
public struct IncomingCallsRequest: ClientRequest {
  public static let method = "callHierarchy/incomingCalls"
  public typealias Response = [IncomingCall]?
  public var item: CallHierarchyItem

  public init(json: JSONValue) throws(WireError) { item = try json.required("item") }
}

public struct IncomingCall: Sendable, Equatable, WireWritable {
  public var from: CallHierarchyItem
  /// The citations, in the text of `from`.
  public var fromRanges: [PositionRange]

  public init(from: CallHierarchyItem, fromRanges: [PositionRange]) {
    self.from = from
    self.fromRanges = fromRanges
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("from", from)
      $0.member("fromRanges", fromRanges)
    }
  }
}

/// `callHierarchy/outgoingCalls`: whom the item cites.
public struct OutgoingCallsRequest: ClientRequest {
  public static let method = "callHierarchy/outgoingCalls"
  public typealias Response = [OutgoingCall]?
  public var item: CallHierarchyItem

  public init(json: JSONValue) throws(WireError) { item = try json.required("item") }
}

public struct OutgoingCall: Sendable, Equatable, WireWritable {
  public var to: CallHierarchyItem
  /// The citations, in the text of the item that was asked about.
  public var fromRanges: [PositionRange]

  public init(to: CallHierarchyItem, fromRanges: [PositionRange]) {
    self.to = to
    self.fromRanges = fromRanges
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("to", to)
      $0.member("fromRanges", fromRanges)
    }
  }
}
