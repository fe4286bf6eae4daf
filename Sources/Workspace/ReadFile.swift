import Glibc

/// Which state of a file was read, so that a later write can tell whether it is still that one.
public struct FileStamp: Sendable, Equatable {
  var device: UInt64
  var inode: UInt64
  /// In bytes.
  public let size: Int64
  var seconds: Int64
  var nanoseconds: Int64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = Int64(status.st_mtim.tv_sec)
    nanoseconds = Int64(status.st_mtim.tv_nsec)
  }
}

/// The bytes of a file and the state they were read in.
public struct FileContents: Sendable {
  public var bytes: [UInt8]
  public var stamp: FileStamp
}

/// Reading whole texts, with a limit so that a wrong argument does not eat the memory.
public struct FileReader: Sendable {
  /// In bytes.
  public var limit: Int

  /// 512 MB unless told otherwise.
  public init(limit: Int = 512 << 20) { self.limit = max(0, limit) }

  /// The state of a regular file; `nil` for anything else.
  public func stamp(_ path: FilePath) -> FileStamp? {
    path.status().flatMap { $0.isRegular ? FileStamp($0) : nil }
  }

  /// Reads a regular file; links are followed.
  public func read(_ path: FilePath) throws(WorkspaceError) -> FileContents {
    // Not blocking: opening a named pipe would otherwise wait for someone to write to it.
    guard let file = Descriptor.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY) else {
      throw WorkspaceError(path: path, code: errno)
    }
    guard let status = file.status else { throw WorkspaceError(path: path, code: errno) }
    guard status.isRegular else {
      throw WorkspaceError(path: path, message: "\(status.kindName), not a regular file")
    }
    guard status.st_size <= limit else { throw tooLarge(path) }
    let bytes = try readToEnd(file.raw, path: path, expecting: Int(status.st_size))
    return FileContents(bytes: bytes, stamp: FileStamp(status))
  }

  /// Reads the first bytes of a regular file; links are followed.
  public func readFront(_ path: FilePath, count: Int) throws(WorkspaceError) -> [UInt8] {
    guard let file = Descriptor.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY),
      let status = file.status
    else { throw WorkspaceError(path: path, code: errno) }
    guard status.isRegular else {
      throw WorkspaceError(path: path, message: "\(status.kindName), not a regular file")
    }
    var failure: Int32 = 0
    let front = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
      (filled, failure) = Self.fill(buffer, from: file.raw)
    }
    guard failure == 0 else { throw WorkspaceError(path: path, code: failure) }
    return front
  }

  /// Reads a stream, as standard input is, to its end. The descriptor stays open.
  public func readStream(_ descriptor: Int32, as path: FilePath) throws(WorkspaceError) -> [UInt8] {
    try readToEnd(descriptor, path: path, expecting: 1 << 16)
  }

  private func readToEnd(_ descriptor: Int32, path: FilePath, expecting size: Int)
    throws(WorkspaceError) -> [UInt8]
  {
    var result: [UInt8] = []
    // One byte more than the file has shows its end without another turn.
    var room = min(size, limit) + 1
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        (count, failure) = Self.fill(buffer, from: descriptor)
      }
      guard failure == 0 else { throw WorkspaceError(path: path, code: failure) }
      if result.isEmpty { result = chunk } else { result.append(contentsOf: chunk) }
      guard result.count <= limit else { throw tooLarge(path) }
      if chunk.count < room { return result }
      room = min(max(result.count, 1 << 16), limit - result.count + 1)
    }
  }

  /// Reads until the buffer is full or the input ends.
  private static func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32)
    -> (count: Int, failure: Int32)
  {
    var filled = 0
    while filled < buffer.count, let start = buffer.baseAddress {
      let count = Glibc.read(descriptor, start + filled, buffer.count - filled)
      if count > 0 {
        filled += count
      } else if count == 0 {
        break
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return (filled, errno)
      }
    }
    return (filled, 0)
  }

  private func tooLarge(_ path: FilePath) -> WorkspaceError {
    let megabyte = 1 << 20
    let size = limit % megabyte == 0 ? "\(limit / megabyte) MB" : "\(limit) bytes"
    return WorkspaceError(path: path, message: "larger than the limit of \(size)")
  }
}
