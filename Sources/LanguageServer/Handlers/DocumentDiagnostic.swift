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
    let diagnostics = try state.diagnostics(of: request.uri).diagnostics
    let report = DiagnosticResult(diagnostics)
    if request.previousResultID == report.id { return .unchanged(resultID: report.id) }
    return .full(resultID: report.id, diagnostics)
  }
}

/// The name of a result: the same diagnostics have the same one, in this session and in the next.
struct DiagnosticResult {
  let id: String

  init(_ diagnostics: [Diagnostic]) {
    // FNV-1a over what is sent.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in diagnostics.jsonBytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    id = String(hash, radix: 16)
  }
}
