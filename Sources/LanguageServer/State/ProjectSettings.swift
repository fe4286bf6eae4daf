import Configuration
import Features
import LanguageServerProtocol
import Syntax
import Workspace

/// Edits of the settings that hold for a text.
extension ServerState {
  /// Leaves a rule out, in the file of settings that holds for a text or in a new one at the top of its
  /// project.
  func ignoring(_ rule: String, for uri: DocumentURI) -> Result<WorkspaceEdit, ActionFault> {
    func fault(_ reason: String) -> Result<WorkspaceEdit, ActionFault> {
      .failure(ActionFault(reason: reason))
    }
    guard let path = FilePath(uri) else { return fault("the text is not a file") }
    guard let file = settings.finder.settingsFile(for: path) else {
      guard client.documentChanges, client.resourceOperations.contains("create") else {
        return fault("there are no settings yet, and the editor cannot make files")
      }
      let folder =
        folderIndex.roots.containing(path).max { $0.bytes.count < $1.bytes.count } ?? path.folder
      let new = folderIndex.roots.uri(of: folder.appending(SettingsDocument.fileName.utf8))
      let start = PositionRange(
        start: Position(line: 0, character: 0), end: Position(line: 0, character: 0))
      let text = TextEdit(range: start, newText: SettingsEdit.newFile(ignoring: rule))
      return .success(
        WorkspaceEdit(documentChanges: [
          .create(new), .edit(TextDocumentEdit(uri: new, version: nil, edits: [text])),
        ]))
    }
    guard let bytes = try? FileReader(limit: 1 << 20).read(file).bytes,
      let edit = SettingsEdit.ignoring(rule, in: bytes)
    else { return fault("the settings in \(file.text) cannot be changed") }
    let map = PositionMap(document: Document(bytes), encoding: encoding)
    let edits = [TextEdit(range: map.range(of: edit.range), newText: edit.text)]
    // The client knows the file by the name that it gave its folder.
    let name = folderIndex.roots.uri(of: file)
    guard client.documentChanges else { return .success(WorkspaceEdit(changes: [(name, edits)])) }
    return .success(
      WorkspaceEdit(documentChanges: [
        .edit(TextDocumentEdit(uri: name, version: nil, edits: edits))
      ]))
  }
}
