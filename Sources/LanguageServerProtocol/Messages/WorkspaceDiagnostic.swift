public import JSON

/// `workspace/diagnostic`: the client asks for the findings of all texts.
public struct WorkspaceDiagnosticRequest: ClientRequest {
  public static let method = "workspace/diagnostic"
  public typealias Response = WorkspaceDiagnosticReport
  public var identifier: String?
  public var previousResultIDs: [PreviousResultID]

  public struct PreviousResultID: Sendable, Hashable, WireReadable {
    public var uri: DocumentURI
    public var value: String

    public init(json: JSONValue) throws(WireError) {
      uri = try json.required("uri")
      value = try json.required("value")
    }
  }

  public init(json: JSONValue) throws(WireError) {
    identifier = try json.optional("identifier")
    previousResultIDs = try json.list("previousResultIds")
  }
}

/// The findings of some texts: the answer, or a part of it sent as progress.
public struct WorkspaceDiagnosticReport: Sendable, Equatable, WireWritable {
  public struct Item: Sendable, Equatable, WireWritable {
    public var uri: DocumentURI
    /// `nil` for a text that is not open.
    public var version: Int?
    public var report: DocumentDiagnosticReport

    public init(uri: DocumentURI, version: Int?, report: DocumentDiagnosticReport) {
      self.uri = uri
      self.version = version
      self.report = report
    }

    public func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("uri", uri)
        $0.member("version", version)
        report.writeMembers(to: &$0)
      }
    }
  }

  public var items: [Item]

  public init(items: [Item]) { self.items = items }

  public func write(to writer: inout JSONWriter) {
    writer.object { $0.member("items", items) }
  }
}
