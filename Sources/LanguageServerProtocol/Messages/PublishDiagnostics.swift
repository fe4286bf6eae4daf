public import JSON

/// `textDocument/publishDiagnostics`: all findings of a text, for clients that do not ask for them.
public struct PublishDiagnosticsNotification: ServerNotification {
  public static let method = "textDocument/publishDiagnostics"
  public var uri: DocumentURI
  /// Only for clients with `versionSupport`.
  public var version: Int?
  public var diagnostics: DiagnosticList

  public init(uri: DocumentURI, version: Int? = nil, diagnostics: DiagnosticList) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("uri", uri)
      $0.optional("version", version)
      $0.member("diagnostics", diagnostics)
    }
  }

  public var knownLength: Int { diagnostics.knownLength }
}
