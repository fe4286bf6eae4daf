import Glibc

/// A path as the system knows it: bytes, which need not be UTF-8.
///
/// Nothing is normalised: a path is reported as it was typed, and what a walk finds below it is
/// joined with one `/`.
public struct FilePath: Sendable, Hashable, Comparable {
  public var bytes: [UInt8]

  public init(bytes: [UInt8]) { self.bytes = bytes }

  public init(_ text: String) { bytes = Array(text.utf8) }

  /// For people and reports; what is not UTF-8 becomes U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What follows the last `/`; empty for a path that ends with one.
  public var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// The folder that holds the entry: `.` for a bare name.
  public var folder: FilePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return FilePath(".") }
    return slash == 0 ? FilePath("/") : FilePath(bytes: Array(bytes[..<slash]))
  }

  public func appending(_ name: some Collection<UInt8>) -> FilePath {
    var joined = bytes
    joined.reserveCapacity(bytes.count + name.count + 1)
    if let last = joined.last, last != UInt8(ascii: "/") { joined.append(UInt8(ascii: "/")) }
    joined.append(contentsOf: name)
    return FilePath(bytes: joined)
  }

  /// Byte order, which no locale changes.
  public static func < (left: FilePath, right: FilePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// Calls the system with the path. A path that no file can have (a NUL byte) fails with `EINVAL`.
  func call(_ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
    guard !bytes.contains(0) else {
      errno = EINVAL
      return -1
    }
    var terminated = bytes
    terminated.append(0)
    return terminated.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { buffer in
        guard let start = buffer.baseAddress else { return -1 }
        return body(start)
      }
    }
  }

  /// What the path leads to, links followed; `nil` with `errno` set when there is nothing.
  func status(followingLinks: Bool = true) -> stat? {
    var status = stat()
    let code = call { followingLinks ? stat($0, &status) : lstat($0, &status) }
    return code == 0 ? status : nil
  }

  /// Whether it leads to a folder, links followed.
  public var isFolder: Bool { status()?.isFolder ?? false }

  /// The current folder, absolute and without links; `nil` where it is gone.
  public static var current: FilePath? { FilePath(".").resolved() }

  /// The absolute path without links, or `nil` with `errno` set.
  public func resolved() -> FilePath? {
    var resolved: [UInt8]?
    let code = call { start in
      guard let found = realpath(start, nil) else { return -1 }
      defer { free(found) }
      resolved = Array(UnsafeRawBufferPointer(start: found, count: strlen(found)))
      return 0
    }
    return code == 0 ? resolved.map(FilePath.init(bytes:)) : nil
  }
}

extension stat {
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isRegular: Bool { st_mode & S_IFMT == S_IFREG }

  /// What it is in words, where it is neither a file nor a folder.
  var kindName: String {
    switch st_mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a named pipe"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    default: "not a regular file"
    }
  }
}
