public import JSON

/// `textDocument/diagnostic`: the client asks for the findings of a text.
public struct DocumentDiagnosticRequest: ClientRequest {
  public static let method = "textDocument/diagnostic"
  public typealias Response = DocumentDiagnosticReport
  public var uri: DocumentURI
  public var identifier: String?
  public var previousResultID: String?

  public init(json: JSONValue) throws(WireError) {
    uri = try json.textDocumentURI()
    identifier = try json.optional("identifier")
    previousResultID = try json.optional("previousResultId")
  }
}

public enum DocumentDiagnosticReport: Sendable, Equatable, WireWritable {
  case full(resultID: String?, DiagnosticList)
  case unchanged(resultID: String)

  public func write(to writer: inout JSONWriter) {
    writer.object { writeMembers(to: &$0) }
  }

  public var knownLength: Int {
    if case .full(_, let items) = self { items.knownLength } else { 0 }
  }

  func writeMembers(to writer: inout JSONWriter) {
    switch self {
    case .full(let resultID, let items):
      writer.member("kind", "full")
      writer.optional("resultId", resultID)
      writer.member("items", items)
    case .unchanged(let resultID):
      writer.member("kind", "unchanged")
      writer.member("resultId", resultID)
    }
  }
}

/// `workspace/diagnostic/refresh`: asks the client to ask again. Only for clients with
/// `refreshSupport`.
public struct DiagnosticRefreshRequest: ServerRequest, WithoutParams {
  public static let method = "workspace/diagnostic/refresh"
  public typealias Response = Nothing
  public init() {}
  public func write(to writer: inout JSONWriter) { writer.null() }
}

/// The data of the error `ServerCancelled`: whether the client should ask again.
public struct DiagnosticServerCancellationData: Sendable, Equatable, WireWritable {
  public var retriggerRequest: Bool

  public init(retriggerRequest: Bool) { self.retriggerRequest = retriggerRequest }

  public func write(to writer: inout JSONWriter) {
    writer.object { $0.member("retriggerRequest", retriggerRequest) }
  }
}
