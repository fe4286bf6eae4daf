import Glibc

/// Why a file or folder could not be read or written.
public struct WorkspaceError: Error, Sendable, Equatable {
  /// As typed or as joined by the walk.
  public var path: FilePath
  /// For people, without the path.
  public var message: String
  /// Only to be told: nothing has failed.
  public var isNotice: Bool

  public init(path: FilePath, message: String, isNotice: Bool = false) {
    self.path = path
    self.message = message
    self.isNotice = isNotice
  }

  /// What the system said.
  init(path: FilePath, code: Int32) {
    self.init(path: path, message: Self.describe(code))
  }

  static func describe(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }
}

/// A file descriptor that is closed when its owner goes.
final class Descriptor: Sendable {
  let raw: Int32

  init(raw: Int32) { self.raw = raw }

  deinit { close(raw) }

  /// Opens, again where a signal interrupts; `nil` with `errno` set.
  static func open(_ path: FilePath, _ flags: Int32, mode: mode_t = 0) -> Descriptor? {
    while true {
      let raw = path.call { Glibc.open($0, flags | O_CLOEXEC, mode) }
      if raw >= 0 { return Descriptor(raw: raw) }
      if errno != EINTR { return nil }
    }
  }

  var status: stat? {
    var status = stat()
    return fstat(raw, &status) == 0 ? status : nil
  }
}
