extension Discovery {
  /// Whether a walk of a folder comes to an entry below it: a text to read, or a folder to enter.
  ///
  /// - Parameters:
  ///   - path: begins with the folder's, as typed.
  public static func reaches(
    _ path: FilePath, from folder: FilePath, reader: FileReader = FileReader()
  ) -> Bool {
    guard let below = path.inside(folder) else { return false }
    let parts = below.split(separator: UInt8(ascii: "/"))
    var ignores = IgnoreChain(above: folder, reader: reader)
    ignores.enter(folder, below: [], reader: reader)
    var entered: [UInt8] = []
    var here = folder
    for (index, part) in parts.enumerated() {
      here = here.appending(part)
      let name = entered + part
      guard part.first != UInt8(ascii: "."), let own = here.status(followingLinks: false),
        let status = here.status(), !ignores.ignores(name, isFolder: own.isFolder)
      else { return false }
      guard index < parts.count - 1 || own.isFolder else {
        return status.isRegular && FolderWalk.isText(Array(part))
      }
      // A link to a folder may lead back up.
      guard own.isFolder else { return false }
      entered = name + [UInt8(ascii: "/")]
      ignores.enter(here, below: entered, reader: reader)
    }
    return folder.isFolder
  }
}

extension FilePath {
  /// Whether it leads to something, links followed.
  public var exists: Bool { status() != nil }

  /// What leads from a folder to this path, without a leading `/`; empty for the folder itself, `nil`
  /// where the path does not begin with the folder's.
  public func inside(_ folder: FilePath) -> [UInt8]? {
    var start = folder.bytes
    while start.last == UInt8(ascii: "/") { start.removeLast() }
    guard bytes.starts(with: start) else { return nil }
    let rest = bytes.dropFirst(start.count)
    guard rest.isEmpty || rest.first == UInt8(ascii: "/") else { return nil }
    return Array(rest.drop { $0 == UInt8(ascii: "/") })
  }
}
