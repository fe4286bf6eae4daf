public import JSON

/// `workspace/symbol`
public struct WorkspaceSymbolRequest: ClientRequest {
  public static let method = "workspace/symbol"
  public typealias Response = [WorkspaceSymbol]?
  /// Empty asks for everything.
  public var query: String

  public init(json: JSONValue) throws(WireError) { query = try json.optional("query") ?? "" }
}

public struct WorkspaceSymbol: Sendable, Equatable, WireWritable {
  public var name: String
  public var kind: SymbolKind
  public var containerName: String?
  public var uri: DocumentURI
  /// `nil` where it is filled in by `workspaceSymbol/resolve`; only for clients that say so.
  public var range: PositionRange?
  public var data: JSONValue?

  public init(
    name: String, kind: SymbolKind, containerName: String? = nil, uri: DocumentURI,
    range: PositionRange?, data: JSONValue? = nil
  ) {
    self.name = name
    self.kind = kind
    self.containerName = containerName
    self.uri = uri
    self.range = range
    self.data = data
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("name", name)
      $0.member("kind", kind)
      $0.optional("containerName", containerName)
      $0.key("location")
      $0.object { writer in
        writer.member("uri", uri)
        writer.optional("range", range)
      }
      $0.optional("data", data)
    }
  }
}

/// `workspaceSymbol/resolve`
public struct WorkspaceSymbolResolveRequest: ResolveRequest {
  public static let method = "workspaceSymbol/resolve"
  public var entry: Resolved

  public init(entry: Resolved) { self.entry = entry }
}
