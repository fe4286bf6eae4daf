import Features
import LanguageServerProtocol
import Rules
import Semantics
import Syntax

extension ServerState {
  /// The diagnostics of an open text as the client is to see them now.
  mutating func diagnostics(of uri: DocumentURI) throws(ResponseError) -> (
    version: Int, diagnostics: [Diagnostic]
  ) {
    let text = try draft(of: uri)
    let writer = DiagnosticWriter(uri: uri, map: text.map, client: client)
    return (text.version, shown(text).map(writer.diagnostic))
  }

  /// The findings that are sent of a text: not too many, and for a text that is too large only that
  /// it is.
  private func shown(_ text: OpenDraft) -> [Finding] {
    let size = text.draft.document.count
    if let tooLarge = Finding.tooLarge(size: size, limit: settings.sizeLimit) {
      let isJudged = text.draft.judgement.settings.allTexts || text.draft.meaning.isRecognised
      return isJudged ? [tooLarge] : []
    }
    return text.draft.judgement.findings.capped(at: settings.findingLimit)
  }

  /// Sends the diagnostics of every text that changed. Called when nothing is waiting, so that a burst
  /// of edits costs one analysis.
  mutating func publish(_ connection: Client<ServerState>) {
    guard pushesDiagnostics else { return }
    let owed = texts.values.filter(\.owesDiagnostics).map(\.uri)
    for uri in owed.sorted(by: { $0.rawValue < $1.rawValue }) {
      texts[uri]?.owesDiagnostics = false
      guard let (version, diagnostics) = try? diagnostics(of: uri) else { continue }
      connection.notify(
        PublishDiagnosticsNotification(
          uri: uri, version: client.diagnosticVersion ? version : nil, diagnostics: diagnostics))
    }
  }
}
