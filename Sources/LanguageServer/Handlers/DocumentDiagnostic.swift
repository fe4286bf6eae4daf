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
    let list = try state.diagnostics(of: request.uri)
    // The same diagnostics have the same name, in this session and in the next.
    let id = String(contentHash(list), radix: 16)
    if request.previousResultID == id { return .unchanged(resultID: id) }
    return .full(resultID: id, .written(list))
  }
}
