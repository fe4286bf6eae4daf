import Features
import LanguageServerProtocol
import Semantics

/// The index of the texts that questions across texts are answered from. Keys are the clients' names
/// of texts. What is open counts as the client has it, not as a file says.
struct TextSummaries: Sendable {
  private(set) var index = TextIndex()
  /// The version of each open text that is in the index.
  private var versions: [DocumentURI: Int] = [:]
  /// What a file says, by name; comes back when the text is closed.
  private var files: [DocumentURI: TextSummary] = [:]

  /// Enters what a file holds; `nil` when it is gone.
  mutating func setFile(_ uri: DocumentURI, _ summary: TextSummary?) {
    files[uri] = summary
    if versions[uri] == nil { index[uri.rawValue] = summary }
  }

  /// Forgets what is no longer open, and names the open texts whose summary is missing or old.
  /// - Parameter uri: a text that need not be up to date: the one that asks.
  fileprivate mutating func stale(
    _ texts: borrowing OpenTexts, except uri: DocumentURI?
  ) -> [DocumentURI] {
    for uri in versions.keys where texts.index(of: uri) == nil {
      versions[uri] = nil
      index[uri.rawValue] = files[uri]
    }
    return texts.names { $0.uri != uri && versions[$0.uri] != $0.version }
  }

  fileprivate mutating func setOpen(
    _ uri: DocumentURI, version: Int, _ summary: TextSummary
  ) {
    versions[uri] = version
    index[uri.rawValue] = summary
  }
}

extension ServerState {
  /// All texts that are known, as the client has them now. A text that is out of step keeps what was
  /// known of it.
  /// - Parameter uri: the text that asks; what is in the index of it may be old.
  mutating func index(except uri: DocumentURI? = nil) -> TextIndex {
    for stale in summaries.stale(texts, except: uri) {
      guard let text = try? draft(of: stale) else { continue }
      summaries.setOpen(
        stale, version: text.version, TextSummary(text.draft, encoding: encoding))
    }
    return summaries.index
  }
}
