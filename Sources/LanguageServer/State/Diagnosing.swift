import Features
import LanguageServerProtocol
import Rules
import Semantics
import Syntax
import TextModel

extension OpenText {
  /// The diagnostics as the client is to see them now, one JSON list.
  mutating func diagnostics(
    _ settings: Settings, _ client: ClientCapabilities, _ encoding: PositionEncoding
  ) -> WrittenDiagnostics {
    let draft = draft(settings)
    var report =
      report.flatMap { $0.pages == settings.rulePages ? $0 : nil }
      ?? TextReport(uri: uri, client: client, pages: settings.rulePages, encoding: encoding)
    // Taken out while it changes, so that its list is not copied.
    self.report = nil
    defer { self.report = report }
    let size = draft.document.count
    if let tooLarge = Finding.tooLarge(size: size, limit: settings.sizeLimit) {
      let isJudged = draft.judgement.settings.allTexts || draft.meaning.isRecognised
      return report.list(isJudged ? [tooLarge] : [], of: draft.judgement)
    }
    let calm = settings.calm ? caret.flatMap { Calm(draft.document, caret: $0) } : nil
    return report.list(draft.judgement, limit: settings.findingLimit, calm: calm)
  }
}

extension ServerState {
  /// The diagnostics of an open text, one JSON list.
  mutating func diagnostics(of uri: DocumentURI) throws(ResponseError) -> WrittenDiagnostics {
    try requireSound(uri)
    if let list = settingsReport.lists[uri] { return WrittenDiagnostics(list) }
    if let ready = texts[uri]?.takeReady(settings.generation) { return ready }
    let settings = settings.settings(of: uri)
    return texts[uri]?.diagnostics(settings, client, encoding) ?? .none
  }

  /// Makes the diagnostics of texts that changed and whose diagnostics the client asks for. Called when
  /// nothing is waiting: the question that follows a change is then on its way.
  mutating func prepareDiagnostics() {
    guard !pushesDiagnostics else { return }
    let due = texts.names { $0.owesDiagnostics && $0.isAskedFor }
    for uri in due {
      texts[uri]?.owesDiagnostics = false
      guard let list = try? diagnostics(of: uri) else { continue }
      texts[uri]?.keepReady(list, settings.generation)
    }
  }

  /// Takes apart what the last edits replaced. Called when nothing is waiting: nobody waits for it.
  mutating func letGo() {
    for index in texts.indices { texts[index]?.letGo() }
  }

  /// Sends the diagnostics of every text that changed. Called when nothing is waiting, so that a burst
  /// of edits costs one analysis.
  mutating func publish(_ connection: Client<ServerState>) {
    guard pushesDiagnostics else { return }
    let owed = texts.names(where: \.owesDiagnostics)
    for uri in owed.sorted(by: { $0.rawValue < $1.rawValue }) {
      texts[uri]?.owesDiagnostics = false
      // What is out of step keeps what was said of it last.
      guard let list = try? diagnostics(of: uri) else { continue }
      let version = client.diagnosticVersion ? texts[uri]?.version : nil
      connection.notify(
        PublishDiagnosticsNotification(
          uri: uri, version: version, diagnostics: .written(list.bytes)))
    }
  }
}
