import LanguageServer

/// What `lsp` was told.
struct LspSettings: Sendable {
  var log: Argument?
  var client: Int?
}

extension CommandTable {
  static let lsp = Command(
    "lsp", "Run the language server on standard input and output", operands: "",
    details: ["Exit status: 0 after the requests shutdown and exit, else 1."],
    settings: LspSettings(),
    options: [
      OptionRow<LspSettings>("stdio", "For clients that pass it; there is no other way") { _ in },
      OptionRow<LspSettings>("log", value: "FILE", "Record the session, for 'resolute replay'") {
        (settings: inout LspSettings, value: Argument) throws(UsageError) in
        guard !value.bytes.isEmpty else { throw UsageError("option '--log' needs a file name") }
        settings.log = value
      },
      OptionRow<LspSettings>(
        "clientProcessId", value: "PID", "End when this process does; clients pass it"
      ) { (settings: inout LspSettings, value: Argument) throws(UsageError) in
        guard let process = Int(value.text), process > 0 else {
          throw UsageError("'\(printable(value.text))' is not the number of a process")
        }
        settings.client = process
      },
    ]
  ) {
    (settings: LspSettings, operands: [Argument], session: Session) throws(UsageError)
      -> ExitStatus in
    guard operands.isEmpty else { throw UsageError("lsp takes no operands") }
    let problem = StandardSession.run(
      state: ServerState(), routes: ResolutionServer.routes(version: version),
      options: .init(recording: settings.log?.text, clientProcess: settings.client))
    session.console.complain(problem)
    return .failure
  }
}
