import Foundation

/// A folder that lives as long as the test that made it.
public final class TemporaryFolder: Sendable {
  /// Absolute, without links, without a final `/`.
  public let path: String

  public init() throws {
    var template = Array("\(NSTemporaryDirectory())/resolute-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template), let real = realpath(made, nil) else {
      throw POSIXError(.init(rawValue: errno) ?? .EIO)
    }
    defer { free(real) }
    path = String(cString: real)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  public static func / (folder: TemporaryFolder, name: String) -> String {
    "\(folder.path)/\(name)"
  }

  /// Writes a file, making the folders on the way; a name that ends with `/` makes a folder.
  public func write(_ name: String, _ contents: some Sequence<UInt8> = []) throws {
    let target = self / name
    let folder = name.hasSuffix("/") ? target : (target as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: nil)
    if !name.hasSuffix("/") { try Data(contents).write(to: URL(fileURLWithPath: target)) }
  }

  public func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  public func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: self / name)))
  }

  public func text(_ name: String) throws -> String {
    String(decoding: try read(name), as: UTF8.self)
  }

  public func link(_ name: String, to target: String) throws {
    guard symlink(target, self / name) == 0 else {
      throw POSIXError(.init(rawValue: errno) ?? .EIO)
    }
  }

  public func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: self / name)
  }

  public func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self / name).sorted()
  }

  public func mode(_ name: String) -> UInt32 {
    var status = stat()
    return stat(self / name, &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}
