import Catalogue
import Features
import LanguageServerProtocol
import Rules
import TextModel

/// All that the server remembers between two messages.
public struct ServerState: Sendable {
  /// What the client said it can do.
  var client = ClientCapabilities()
  /// How positions are counted in this session.
  var encoding = PositionEncoding.utf16
  /// The client's folders; empty where it has none.
  var folders: [WorkspaceFolder] = []
  var settings = SettingsStore()
  /// The registers that the client was asked to watch.
  var watchedRegisters: Set<String> = []
  /// By the name that the client gave.
  var texts = OpenTexts()
  /// What is wrong with files of settings, and the problems that it was made of.
  var settingsReport = SettingsReport()
  var settingsMark: [Int] = []
  /// What the user is to be told of edits that go to the client.
  var notices: [String] = []
  /// Counts the results that clients may name later.
  var resultCount = 0

  /// Summaries of the texts of the session.
  var summaries = TextSummaries()

  /// The files of the client's folders.
  var folderIndex = FolderIndex()
  let diagnosed = DiagnosedFiles()

  public init() {}

  /// Whether findings are pushed: only to a client that does not ask for them.
  var pushesDiagnostics: Bool { !client.pullsDiagnostics }

  /// An open text with all that is known of it.
  ///
  /// - Throws: an error for the client where the text is not open, or where it is known to differ
  ///   from what the client shows: an answer would point to wrong places.
  mutating func draft(of uri: DocumentURI) throws(ResponseError) -> OpenDraft {
    try requireSound(uri)
    let settings = settings.settings(of: uri)
    guard let draft = texts[uri]?.draft(settings), let text = texts[uri] else {
      throw ResponseError(.invalidParams, "\(uri) is not open")
    }
    return OpenDraft(
      uri: uri, version: text.version, caret: text.caret, draft: draft, settings: settings,
      map: PositionMap(document: draft.document, encoding: encoding))
  }

  /// Throws where a text is not open or not the client's.
  func requireSound(_ uri: DocumentURI) throws(ResponseError) {
    guard let index = texts.index(of: uri) else {
      throw ResponseError(.invalidParams, "\(uri) is not open")
    }
    if let fault = texts[index]?.fault {
      throw ResponseError(.contentModified, "\(uri) is out of step: \(fault)")
    }
  }
}

/// An open text at one moment, as a handler sees it: a value that may leave the server's queue.
struct OpenDraft: Sendable {
  let uri: DocumentURI
  let version: Int
  /// The byte offset where the last change ended; `nil` in a text that was opened or saved last.
  let caret: Int?
  let draft: Draft
  let settings: Settings
  /// Between the client's positions and byte offsets.
  let map: PositionMap

  /// The register in force for this text.
  var register: Register { settings.rules.knowledge.register }
}
