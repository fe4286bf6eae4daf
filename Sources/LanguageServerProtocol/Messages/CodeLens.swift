public import JSON

/// `textDocument/codeLens`
public struct CodeLensRequest: ClientRequest {
  public static let method = "textDocument/codeLens"
  public typealias Response = [CodeLens]?
  public var uri: DocumentURI

  public init(json: JSONValue) throws(WireError) { uri = try json.textDocumentURI() }
}

/// A line that the client shows above a line of the text.
public struct CodeLens: Sendable, Equatable, WireWritable {
  /// Within one line.
  public var range: PositionRange
  /// `nil` where it is filled in by `codeLens/resolve`.
  public var command: Command?
  public var data: JSONValue?

  public init(range: PositionRange, command: Command? = nil, data: JSONValue? = nil) {
    self.range = range
    self.command = command
    self.data = data
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range)
      $0.optional("command", command)
      $0.optional("data", data)
    }
  }
}

/// `codeLens/resolve`
public struct CodeLensResolveRequest: ResolveRequest {
  public static let method = "codeLens/resolve"
  public var entry: Resolved

  public init(entry: Resolved) { self.entry = entry }
}

/// `workspace/codeLens/refresh`; only for clients with `refreshSupport`.
public struct CodeLensRefreshRequest: ServerRequest, WithoutParams {
  public static let method = "workspace/codeLens/refresh"
  public typealias Response = Nothing
  public init() {}
  public func write(to writer: inout JSONWriter) { writer.null() }
}
