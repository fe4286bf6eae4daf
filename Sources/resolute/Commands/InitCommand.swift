import Configuration
import Workspace

extension CommandTable {
  static let initialize = Command(
    "init", "Write a commented \(SettingsDocument.fileName)", operands: "[FOLDER]",
    details: ["A file that is already there is left alone."], settings: (), options: []
  ) { (_: Void, operands: [Argument], session: Session) throws(UsageError) -> ExitStatus in
    guard operands.count <= 1 else { throw UsageError("init takes one folder") }
    let folder = operands.first.map { FilePath(bytes: $0.bytes) } ?? FilePath(".")
    guard folder.isFolder else {
      throw UsageError("'\(printable(folder.text))' is not a folder")
    }
    let path = folder.appending(SettingsDocument.fileName.utf8)
    do throws(WorkspaceError) {
      try path.create(with: Array(SettingsTemplate.text.utf8))
    } catch {
      session.console.complain("\(printable(path.text)): \(error.message)")
      return .failure
    }
    session.console.complain("\(printable(path.text)) is written; every key in it is a comment yet")
    return .clean
  }
}
