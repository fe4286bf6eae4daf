import Glibc
import Synchronization

/// A file that is written as a whole or not at all.
///
/// The bytes go to a file beside the target, which takes the target's place in `commit`. The
/// permissions and, where the system lets us, the owner of the old file are kept; a link stays and
/// the file that it leads to is replaced. A device or a pipe (`/dev/stderr`) is written directly.
public final class OutputFile {
  public let path: FilePath
  private let descriptor: Descriptor
  private let target: FilePath
  private var temporary: FilePath?

  public init(_ path: FilePath) throws(WorkspaceError) {
    self.path = path
    var mode: mode_t?
    var owner: (uid_t, gid_t)?
    var target = path
    if let status = path.status() {
      guard !status.isFolder else { throw WorkspaceError(path: path, code: EISDIR) }
      guard status.isRegular else {
        guard let direct = Descriptor.open(path, O_WRONLY | O_NOCTTY) else {
          throw WorkspaceError(path: path, code: errno)
        }
        descriptor = direct
        self.target = path
        return
      }
      // Renaming would get past the protection of a file that may not be written.
      guard path.call({ access($0, W_OK) }) == 0, let resolved = path.resolved() else {
        throw WorkspaceError(path: path, code: errno)
      }
      target = resolved
      mode = status.st_mode & 0o7777
      owner = (status.st_uid, status.st_gid)
    } else if errno != ENOENT {
      throw WorkspaceError(path: path, code: errno)
    } else if path.status(followingLinks: false) != nil {
      throw WorkspaceError(path: path, message: "a link that leads nowhere")
    }
    let (descriptor, temporary) = try Self.createBeside(target, path: path, private: mode != nil)
    self.descriptor = descriptor
    self.target = target
    self.temporary = temporary
    if let mode, let owner {
      // Changing the owner is refused to ordinary users where it would matter; the mode counts.
      if fchown(descriptor.raw, owner.0, owner.1) != 0 {
        _ = fchown(descriptor.raw, uid_t.max, owner.1)
      }
      guard fchmod(descriptor.raw, mode) == 0 else { throw WorkspaceError(path: path, code: errno) }
    }
  }

  deinit { if let temporary { TemporaryFiles.remove(temporary) } }

  public func write(_ bytes: [UInt8]) throws(WorkspaceError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        Glibc.write(descriptor.raw, raw.baseAddress.map { $0 + written }, raw.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw WorkspaceError(path: path, code: errno)
      }
    }
  }

  /// Puts what was written where nothing is yet: a file that someone else makes meanwhile is left alone.
  func commitNew() throws(WorkspaceError) {
    guard let temporary else { throw WorkspaceError(path: path, code: EEXIST) }
    guard fsync(descriptor.raw) == 0 else { throw WorkspaceError(path: path, code: errno) }
    // Unlike a renaming, a second name replaces nothing.
    guard temporary.call({ from in target.call { to in link(from, to) } }) == 0 else {
      throw WorkspaceError(path: path, code: errno)
    }
    TemporaryFiles.remove(temporary)
    self.temporary = nil
  }

  /// Puts what was written in the place of the old file.
  ///
  /// With a `stamp` the old file must still be in that state; if another program has changed it
  /// meanwhile, it is left alone and an error says so.
  public func commit(replacing stamp: FileStamp? = nil) throws(WorkspaceError) {
    guard let temporary else { return }
    guard fsync(descriptor.raw) == 0 else { throw WorkspaceError(path: path, code: errno) }
    if let stamp, target.status().map(FileStamp.init) != stamp {
      throw WorkspaceError(
        path: path, message: "changed by another program meanwhile; nothing was written")
    }
    guard TemporaryFiles.move(temporary, to: target) else {
      throw WorkspaceError(path: path, code: errno)
    }
    self.temporary = nil
  }

  private static func createBeside(_ target: FilePath, path: FilePath, private isPrivate: Bool)
    throws(WorkspaceError) -> (Descriptor, FilePath)
  {
    for _ in 0..<100 {
      let temporary = TemporaryFiles.newPath(in: target.folder)
      let flags = O_WRONLY | O_CREAT | O_EXCL
      if let created = Descriptor.open(temporary, flags, mode: isPrivate ? 0o600 : 0o666) {
        return (created, temporary)
      }
      let code = errno
      TemporaryFiles.forget(temporary)
      guard code == EEXIST else { throw WorkspaceError(path: path, code: code) }
    }
    throw WorkspaceError(path: path, code: EEXIST)
  }
}

extension FilePath {
  /// Replaces the file by `bytes`, as a whole or not at all; see ``OutputFile``.
  public func replaceContents(with bytes: [UInt8], expecting stamp: FileStamp? = nil)
    throws(WorkspaceError)
  {
    let file = try OutputFile(self)
    try file.write(bytes)
    do {
      try file.commit(replacing: stamp)
    } catch {
      // A file with two names is mended under both: then these bytes are there already.
      guard stamp != nil, (try? FileReader().read(self).bytes) == bytes else { throw error }
    }
  }
}

extension FilePath {
  /// Writes a new file, as a whole or not at all, and never over one that is there.
  public func create(with bytes: [UInt8]) throws(WorkspaceError) {
    guard status(followingLinks: false) == nil else {
      throw WorkspaceError(path: self, message: "already there, so nothing was written")
    }
    let file = try OutputFile(self)
    try file.write(bytes)
    try file.commitNew()
  }
}

/// The unfinished files of this process, so that a signal can take them away.
public enum TemporaryFiles {
  private struct State {
    var pending: Set<FilePath> = []
    var counter = 0
  }

  private static let state = Mutex(State())

  /// Removes what is unfinished. For the last moment before the process ends.
  public static func removeAll() {
    state.withLock { state in
      for path in state.pending { _ = path.call { unlink($0) } }
      state.pending = []
    }
  }

  static func newPath(in folder: FilePath) -> FilePath {
    state.withLock { state in
      state.counter &+= 1
      let path = folder.appending(".resolute-\(getpid())-\(state.counter).tmp".utf8)
      state.pending.insert(path)
      return path
    }
  }

  static func forget(_ path: FilePath) {
    _ = state.withLock { $0.pending.remove(path) }
  }

  static func remove(_ path: FilePath) {
    state.withLock { state in
      if state.pending.remove(path) != nil { _ = path.call { unlink($0) } }
    }
  }

  /// Inside the lock, so that a signal sees the file either unfinished or in its place.
  static func move(_ path: FilePath, to target: FilePath) -> Bool {
    state.withLock { state in
      let code = path.call { from in target.call { to in rename(from, to) } }
      if code == 0 { state.pending.remove(path) }
      return code == 0
    }
  }
}
