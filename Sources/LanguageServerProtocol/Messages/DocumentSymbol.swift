public import JSON

/// `textDocument/documentSymbol`
public struct DocumentSymbolRequest: ClientRequest {
  public static let method = "textDocument/documentSymbol"
  public typealias Response = DocumentSymbols?
  public var uri: DocumentURI

  public init(json: JSONValue) throws(WireError) { uri = try json.textDocumentURI() }
}

/// The symbols of a text: a tree only for clients with `hierarchicalDocumentSymbolSupport`.
public enum DocumentSymbols: Sendable, Equatable, WireWritable {
  case tree([DocumentSymbol])
  case flat([SymbolInformation])
  /// A tree; one JSON array in UTF-8.
  case written([UInt8])

  public func write(to writer: inout JSONWriter) {
    switch self {
    case .tree(let symbols): symbols.write(to: &writer)
    case .flat(let symbols): symbols.write(to: &writer)
    case .written(let bytes): writer.raw(bytes)
    }
  }

  public var knownLength: Int { if case .written(let bytes) = self { bytes.count } else { 0 } }
}

public struct DocumentSymbol: Sendable, Equatable, WireWritable {
  /// Must not be empty.
  public var name: String
  public var detail: String?
  public var kind: SymbolKind
  /// All of it.
  public var range: PositionRange
  /// What is selected; inside `range`.
  public var selectionRange: PositionRange
  public var children: [DocumentSymbol]

  public init(
    name: String, detail: String? = nil, kind: SymbolKind, range: PositionRange,
    selectionRange: PositionRange, children: [DocumentSymbol] = []
  ) {
    self.name = name
    self.detail = detail
    self.kind = kind
    self.range = range
    self.selectionRange = selectionRange
    self.children = children
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("name", name)
      $0.optional("detail", detail)
      $0.member("kind", kind)
      $0.member("range", range)
      $0.member("selectionRange", selectionRange)
      $0.list("children", children)
    }
  }
}

/// A symbol without children.
public struct SymbolInformation: Sendable, Equatable, WireWritable {
  public var name: String
  public var kind: SymbolKind
  public var location: Location
  public var containerName: String?

  public init(
    name: String, kind: SymbolKind, location: Location, containerName: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.location = location
    self.containerName = containerName
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("name", name)
      $0.member("kind", kind)
      $0.member("location", location)
      $0.optional("containerName", containerName)
    }
  }
}
