import LanguageServerProtocol
import Workspace

/// The client's folders that are folders of this machine, with the names that the client gave them.
struct WorkspaceRoots: Sendable {
  private var roots: [(path: FilePath, uri: String)] = []

  init(_ folders: [WorkspaceFolder] = []) {
    for folder in folders {
      guard let path = FilePath(folder.uri) else { continue }
      var uri = folder.uri.rawValue[...]
      while uri.hasSuffix("/") { uri = uri.dropLast() }
      roots.append((path, String(uri)))
    }
  }

  var paths: [FilePath] { roots.map(\.path) }

  /// The folders that a path lies in.
  func containing(_ path: FilePath) -> [FilePath] {
    paths.filter { path.inside($0) != nil }
  }

  /// The name of a file as the client would write it: the folder's as it came, then the rest.
  func uri(of path: FilePath) -> DocumentURI {
    for root in roots {
      if let below = path.inside(root.path) {
        return DocumentURI(root.uri + "/" + percentEncoded(below))
      }
    }
    return DocumentURI(path)
  }
}
