public import JSON

/// `textDocument/semanticTokens/full`
public struct SemanticTokensRequest: ClientRequest {
  public static let method = "textDocument/semanticTokens/full"
  public typealias Response = SemanticTokens?
  public var uri: DocumentURI

  public init(json: JSONValue) throws(WireError) { uri = try json.textDocumentURI() }
}

/// `textDocument/semanticTokens/range`
public struct SemanticTokensRangeRequest: ClientRequest {
  public static let method = "textDocument/semanticTokens/range"
  public typealias Response = SemanticTokens?
  public var uri: DocumentURI
  public var range: PositionRange

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    range = try json.required("range")
  }
}

/// `textDocument/semanticTokens/full/delta`
public struct SemanticTokensDeltaRequest: ClientRequest {
  public static let method = "textDocument/semanticTokens/full/delta"
  public typealias Response = SemanticTokensDelta?
  public var uri: DocumentURI
  public var previousResultID: String

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    previousResultID = try json.required("previousResultId")
  }
}

/// Five numbers a token: lines after the last token, characters after it in the same line or from
/// the line's start, length, index of the type, bits of the modifiers.
public struct SemanticTokens: Sendable, Equatable, WireWritable {
  public var resultID: String?
  public var data: [UInt32]

  public init(resultID: String? = nil, data: [UInt32]) {
    self.resultID = resultID
    self.data = data
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.optional("resultId", resultID)
      $0.key("data")
      $0.integers(data)
    }
  }
}

/// The difference to the last answer, or a whole new one.
public enum SemanticTokensDelta: Sendable, Equatable, WireWritable {
  case edits(resultID: String, [Edit])
  case full(SemanticTokens)

  /// Numbers of the last answer that are replaced.
  public struct Edit: Sendable, Equatable, WireWritable {
    /// Index of a number, from 0.
    public var start: Int
    public var deleteCount: Int
    public var data: [UInt32]

    public init(start: Int, deleteCount: Int, data: [UInt32]) {
      self.start = start
      self.deleteCount = deleteCount
      self.data = data
    }

    public func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("start", start)
        $0.member("deleteCount", deleteCount)
        guard !data.isEmpty else { return }
        $0.key("data")
        $0.integers(data)
      }
    }
  }

  public func write(to writer: inout JSONWriter) {
    switch self {
    case .full(let tokens): tokens.write(to: &writer)
    case .edits(let resultID, let edits):
      writer.object {
        $0.member("resultId", resultID)
        $0.member("edits", edits)
      }
    }
  }
}

/// `workspace/semanticTokens/refresh`; only for clients with `refreshSupport`.
public struct SemanticTokensRefreshRequest: ServerRequest, WithoutParams {
  public static let method = "workspace/semanticTokens/refresh"
  public typealias Response = Nothing
  public init() {}
  public func write(to writer: inout JSONWriter) { writer.null() }
}
