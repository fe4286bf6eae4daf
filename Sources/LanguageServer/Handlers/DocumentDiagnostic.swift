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
    let list = try state.diagnostics(of: request.uri)
    state.texts[request.uri]?.owesDiagnostics = false
    return DocumentDiagnosticReport(list, previousID: request.previousResultID)
  }
}
