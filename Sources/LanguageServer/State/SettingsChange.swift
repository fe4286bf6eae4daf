import Configuration
import LanguageServerProtocol
import Workspace

extension ServerState {
  /// What was said of all open texts no longer holds, though they did not change.
  mutating func settingsChanged(_ connection: Client<ServerState>) {
    for uri in texts.keys { texts[uri]?.owesDiagnostics = true }
    if client.pullsDiagnostics, client.refreshesDiagnostics {
      connection.request(DiagnosticRefreshRequest())
    }
    guard !texts.isEmpty else { return }
    if client.refreshesInlayHints { connection.request(InlayHintRefreshRequest()) }
    if client.refreshesCodeLenses { connection.request(CodeLensRefreshRequest()) }
    if client.refreshesSemanticTokens { connection.request(SemanticTokensRefreshRequest()) }
  }

  /// Reads the settings again where their files changed.
  mutating func noticeChangedSettings(
    after pause: Duration = .zero, _ connection: Client<ServerState>
  ) {
    guard settings.areFilesChanged(after: pause) else { return }
    settings.renew()
    settingsChanged(connection)
  }

  /// Says what is wrong with the settings: each thing in the log, and one message that the user sees.
  mutating func tellProblems(_ connection: Client<ServerState>) {
    let problems = settings.takeProblems()
    guard let first = problems.first else { return }
    for problem in problems { connection.log(.warning, problem.description) }
    let others = problems.dropFirst().count
    let more = others > 0 ? " (\(others) more in the log)" : ""
    connection.notify(ShowMessageNotification(.warning, "resolute: \(first)\(more)"))
  }
}

extension ServerState {
  /// The first of the client's folders that is one of this machine.
  var root: FilePath? { folders.lazy.compactMap { FilePath($0.uri) }.first }
}
