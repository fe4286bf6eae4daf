import LanguageServerProtocol
import TextModel

extension OpenDraft {
  /// Edits of bytes as edits of the client's positions.
  func wire(_ edits: [TextModel.TextEdit]) -> [LanguageServerProtocol.TextEdit] {
    edits.map {
      LanguageServerProtocol.TextEdit(
        range: map.range(of: $0.range),
        newText: String(decoding: $0.replacement, as: UTF8.self))
    }
  }

  /// Edits of this text for its version, where the client understands that.
  func workspaceEdit(_ edits: [TextModel.TextEdit], for client: ClientCapabilities)
    -> WorkspaceEdit
  {
    guard client.documentChanges else { return WorkspaceEdit(changes: [(uri, wire(edits))]) }
    return WorkspaceEdit(
      documentChanges: [.edit(TextDocumentEdit(uri: uri, version: version, edits: wire(edits)))])
  }
}
