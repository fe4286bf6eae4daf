import Features
import LanguageServerProtocol
import TextModel

extension OpenDraft {
  /// Edits of bytes as edits of the client's positions.
  func wire(
    _ edits: [TextModel.TextEdit], annotation: String? = nil
  ) -> [LanguageServerProtocol.TextEdit] {
    edits.map {
      LanguageServerProtocol.TextEdit(
        range: map.range(of: $0.range),
        newText: String(decoding: $0.replacement, as: UTF8.self), annotationID: annotation)
    }
  }

  /// Edits of this text for its version, where the client understands that.
  func workspaceEdit(
    _ edits: [TextModel.TextEdit], for client: ClientCapabilities
  ) -> WorkspaceEdit {
    guard client.documentChanges else { return WorkspaceEdit(changes: [(uri, wire(edits))]) }
    return WorkspaceEdit(
      documentChanges: [.edit(TextDocumentEdit(uri: uri, version: version, edits: wire(edits)))])
  }

  /// Edits that the client shows before it makes them, with what is to be said of them.
  fileprivate func workspaceEdit(
    _ edits: [TextModel.TextEdit], title: String, saying words: String
  ) -> WorkspaceEdit {
    let id = "look"
    let edit = TextDocumentEdit(
      uri: uri, version: version, edits: wire(edits, annotation: id))
    let annotation = ChangeAnnotation(label: title, needsConfirmation: true, description: words)
    return WorkspaceEdit(
      documentChanges: [.edit(edit)], changeAnnotations: [(id, annotation)])
  }

  /// What the user has to look at behind a change: `line 31: “resolves 2 above” names resolves 2, which
  /// is deleted`. `nil` for nothing.
  func words(on change: Change) -> String? {
    guard !change.concerns.isEmpty else { return nil }
    var told = change.concerns.prefix(Self.mostTold).map {
      "line \(map.position(of: $0.range.lowerBound).line + 1): \($0.message)"
    }
    let rest = change.concerns.dropFirst(Self.mostTold).count
    if rest > 0 { told.append("and \(rest) more") }
    return told.joined(separator: "; ")
  }

  private static var mostTold: Int { 5 }
}

extension ServerState {
  /// The edits of a change that the user has asked for. What there is to look at is shown before the
  /// edits where the client can, and told behind them where it cannot.
  ///
  /// - Parameter annotated: the client keeps annotations of edits that come by this way.
  mutating func workspaceEdit(
    _ change: Change, of open: OpenDraft, title: String, annotated: Bool
  ) -> WorkspaceEdit {
    guard let words = open.words(on: change) else {
      return open.workspaceEdit(change.edits, for: client)
    }
    if annotated, client.changeAnnotations, client.documentChanges {
      return open.workspaceEdit(change.edits, title: title, saying: words)
    }
    notices.append("\(title): \(words)")
    return open.workspaceEdit(change.edits, for: client)
  }

  /// Shows what is to be told of edits that were sent.
  mutating func tellNotices(_ connection: Client<ServerState>) {
    for notice in notices { connection.notify(ShowMessageNotification(.warning, notice)) }
    notices = []
  }
}
