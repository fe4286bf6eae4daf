import Glibc

extension FilePath {
  /// The nearest entry of a name, in this folder or one above.
  func nearest(_ name: String) -> FilePath? {
    var folder = self
    while true {
      let path = folder.appending(name.utf8)
      if path.status(followingLinks: false) != nil { return path }
      guard folder.bytes.count > 1, folder.folder != folder else { return nil }
      folder = folder.folder
    }
  }

  /// The folder that holds the entry, absolute and without links.
  public var absoluteFolder: FilePath { folder.resolved() ?? folder }

  /// How a file is called that lists the entry, from the folder of that file: relative where the entry
  /// lies below it.
  /// - Parameter folder: absolute and without links.
  public func name(below folder: FilePath) -> String {
    let path = absoluteFolder.appending(name)
    guard let below = path.inside(folder), !below.isEmpty else { return path.text }
    return FilePath(bytes: below).text
  }

  /// The folder itself and those above.
  var upward: [FilePath] {
    var folders = [self]
    while let last = folders.last, last.bytes.count > 1, last.folder != last {
      folders.append(last.folder)
    }
    return folders
  }

  /// The folder that a configuration in this one may name files of: the repository around it, else the
  /// folder itself. What comes with texts must not make the program read elsewhere.
  var repository: FilePath { nearest(".git")?.folder ?? self }

  /// Whether the path lies in a folder. Both are absolute and without links.
  public func isInside(_ folder: FilePath) -> Bool { inside(folder).map { !$0.isEmpty } ?? false }
}

/// What the last call of the system said.
var currentError: Int32 { errno }
