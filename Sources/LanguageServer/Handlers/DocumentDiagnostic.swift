import LanguageServerProtocol

enum DocumentDiagnosticHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.pullsDiagnostics else { return }
    capabilities.diagnostic = DiagnosticOptions(
      identifier: "resolute", interFileDependencies: false, workspaceDiagnostics: false)
  }

  static func answer(
    _ request: DocumentDiagnosticRequest, _ state: inout ServerState
  ) throws(ResponseError) -> DocumentDiagnosticReport {
    state.texts[request.uri]?.isAskedFor = true
    return DocumentDiagnosticReport(
      try state.diagnostics(of: request.uri), previousID: request.previousResultID)
  }
}
