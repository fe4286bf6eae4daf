import Workspace

/// Where fixes may be written: what the arguments name, nothing that links lead to elsewhere.
struct FixBounds: Sendable {
  private let files: Set<FilePath>
  private let folders: [FilePath]

  init(_ operands: [FilePath]) {
    let resolved = operands.compactMap { operand in
      operand.resolved().map { (path: $0, isFolder: operand.isFolder) }
    }
    files = Set(resolved.filter { !$0.isFolder }.map(\.path))
    folders = resolved.filter(\.isFolder).map(\.path)
  }

  func check(_ path: FilePath) throws(WorkspaceError) {
    guard let target = path.resolved() else { return }
    guard files.contains(target) || folders.contains(where: target.isInside) else {
      throw WorkspaceError(
        path: path, message: "leads out of the given paths, so its fixes were not written")
    }
  }
}
