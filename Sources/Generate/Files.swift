import Glibc

/// A file that could not be read, written or listed.
struct FileError: Error, CustomStringConvertible {
  var path: String
  var reason: String
  var description: String { "\(path): \(reason)" }

  init(_ path: String) {
    self.path = path
    reason = strerror(errno).map { String(cString: $0) } ?? "unknown error"
  }

  init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// Whole files as text, by plain system calls: the generator needs no more.
enum Files {
  static func read(_ path: String) throws -> String {
    guard let file = fopen(path, "rb") else { throw FileError(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer.prefix(count)
    }
    guard ferror(file) == 0 else { throw FileError(path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError(path, reason: "not UTF-8")
    }
    return text
  }

  static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "wb") else { throw FileError(path) }
    let bytes = Array(text.utf8)
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw FileError(path) }
  }

  static func remove(_ path: String) throws {
    guard unlink(path) == 0 else { throw FileError(path) }
  }

  /// Names of the files under a folder, folders below it included ("en/words.tsv"), sorted.
  static func list(_ folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw FileError(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") { continue }
      var status = stat()
      guard stat(folder + "/" + name, &status) == 0 else { throw FileError(folder + "/" + name) }
      if status.st_mode & S_IFMT == S_IFDIR {
        names += try list(folder + "/" + name).map { name + "/" + $0 }
      } else {
        names.append(name)
      }
    }
    return names.sorted()
  }

  static func print(_ line: String, to descriptor: Int32 = STDOUT_FILENO) {
    let bytes = Array((line + "\n").utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
  }
}
