import Glibc

/// Walks one folder, a name at a time in the byte order of whole paths, so that memory holds the
/// open folders only, however many files there are.
struct FolderWalk {
  private struct Entry {
    /// A folder has its `/`: `a.md` comes before `a/b.md`.
    var name: [UInt8]
    var isFolder: Bool
    var failure: Int32 = 0
    /// What it is in words, where it is no file that could be read.
    var oddity: String?
    /// A link to a folder, which may lead back up.
    var isFolderLink = false
  }

  private struct Frame {
    var folder: FilePath
    /// Below the beginning of the walk, with a final `/`; empty at the beginning.
    var below: [UInt8]
    var entries: [Entry]
    var next = 0
    var ignores: IgnoreChain
  }

  /// Extensions of texts that may be resolutions, without the dot, lower case.
  static let extensions: Set<[UInt8]> = Set(
    ["md", "markdown", "txt", "resolution"].map { Array($0.utf8) })

  private var frames: [Frame] = []
  private var pending: WorkspaceError?
  private let reader: FileReader
  /// What has an argument of its own and is reached through that one.
  private let named: NamedEntries
  /// Whether folders below it are left alone.
  private let isFlat: Bool

  init(_ root: FilePath, named: NamedEntries, reader: FileReader, isFlat: Bool = false) {
    self.isFlat = isFlat
    self.named = named
    self.reader = reader
    enter(root, below: [], ignores: IgnoreChain(above: root, reader: reader))
  }

  mutating func next() -> Discovered? {
    while true {
      if let problem = pending {
        pending = nil
        return .problem(problem)
      }
      guard let top = frames.indices.last else { return nil }
      let frame = frames[top]
      guard frame.next < frame.entries.count else {
        frames.removeLast()
        continue
      }
      frames[top].next += 1
      let entry = frame.entries[frame.next]
      var path = frame.folder.appending(entry.name)
      if entry.failure != 0 { return .problem(WorkspaceError(path: path, code: entry.failure)) }
      if let oddity = entry.oddity {
        return .problem(WorkspaceError(path: path, message: "\(oddity), not a regular file"))
      }
      if entry.isFolderLink {
        return .problem(
          WorkspaceError(
            path: path, message: "a link to a folder, which is not followed", isNotice: true))
      }
      guard entry.isFolder else { return .file(path, named: false) }
      if isFlat { continue }
      path.bytes.removeLast()
      enter(path, below: frame.below + entry.name, ignores: frame.ignores)
    }
  }

  private mutating func enter(_ folder: FilePath, below: [UInt8], ignores: IgnoreChain) {
    var ignores = ignores
    ignores.enter(folder, below: below, reader: reader)
    do {
      let entries = try list(folder, below: below, ignores: ignores)
      frames.append(Frame(folder: folder, below: below, entries: entries, ignores: ignores))
    } catch {
      pending = error
    }
  }

  private func list(_ folder: FilePath, below: [UInt8], ignores: IgnoreChain)
    throws(WorkspaceError) -> [Entry]
  {
    var stream: OpaquePointer?
    let code = folder.call { start in
      stream = opendir(start)
      return stream == nil ? -1 : 0
    }
    guard code == 0, let stream else { throw WorkspaceError(path: folder, code: errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let found = readdir(stream) else {
        if errno != 0 { throw WorkspaceError(path: folder, code: errno) }
        break
      }
      let name = withUnsafePointer(to: &found.pointee.d_name) { tuple in
        let start = UnsafeRawPointer(tuple).assumingMemoryBound(to: CChar.self)
        return Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
      }
      if let entry = judge(name, type: found.pointee.d_type, in: stream, below: below, ignores) {
        entries.append(entry)
      }
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// What a name in a folder is to the walk; `nil` where it is passed over.
  private func judge(
    _ name: [UInt8], type: UInt8, in stream: OpaquePointer, below: [UInt8], _ ignores: IgnoreChain
  ) -> Entry? {
    // Hidden folders hold no drafts, hidden files are locks and shadows of editors and systems.
    guard name.first != UInt8(ascii: ".") else { return nil }
    if type != DT_DIR, type != DT_UNKNOWN, type != DT_LNK, !Self.isText(name) { return nil }

    var isFolder = type == DT_DIR
    if type != DT_DIR && type != DT_REG || !named.isEmpty {
      var own = stat()
      let terminated = (name + [0]).map { CChar(bitPattern: $0) }
      guard fstatat(dirfd(stream), terminated, &own, AT_SYMLINK_NOFOLLOW) == 0 else {
        return Entry(name: name, isFolder: false, failure: errno)
      }
      isFolder = own.isFolder
      if own.st_mode & S_IFMT == S_IFLNK {
        let leads = fstatat(dirfd(stream), terminated, &own, 0) == 0
        let failure = leads ? 0 : errno
        if leads, own.isFolder {
          let isFar = isFlat || ignores.ignores(below + name, isFolder: true)
          return isFar ? nil : Entry(name: name, isFolder: false, isFolderLink: true)
        }
        guard Self.isText(name) else { return nil }
        if ignores.ignores(below + name, isFolder: false) { return nil }
        if !leads { return Entry(name: name, isFolder: false, failure: failure) }
        let oddity = own.isRegular ? nil : own.kindName
        return Entry(name: name, isFolder: false, oddity: oddity)
      }
      guard own.isFolder || Self.isText(name) else { return nil }
      if !own.isFolder, !own.isRegular {
        if ignores.ignores(below + name, isFolder: false) { return nil }
        return Entry(name: name, isFolder: false, oddity: own.kindName)
      }
      if named.contains(own, name: name) { return nil }
    }
    if ignores.ignores(below + name, isFolder: isFolder) { return nil }
    return Entry(name: isFolder ? name + [UInt8(ascii: "/")] : name, isFolder: isFolder)
  }

  static func isText(_ name: [UInt8]) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
    let lower = name[(dot + 1)...].map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    return extensions.contains(lower)
  }
}

/// The files and folders that have an argument of their own.
struct NamedEntries {
  private struct Key: Hashable {
    var device: UInt64
    var inode: UInt64
    /// Empty for a folder. A file may have several names, and each is a text of its own.
    var name: [UInt8]
  }

  private var keys: Set<Key> = []

  var isEmpty: Bool { keys.isEmpty }

  /// Whether it was new.
  mutating func insert(_ status: stat, name: some Sequence<UInt8>) -> Bool {
    keys.insert(Self.key(status, name)).inserted
  }

  func contains(_ status: stat, name: some Sequence<UInt8>) -> Bool {
    keys.contains(Self.key(status, name))
  }

  private static func key(_ status: stat, _ name: some Sequence<UInt8>) -> Key {
    Key(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino),
      name: status.isFolder ? [] : Array(name))
  }
}
