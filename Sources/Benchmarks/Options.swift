import Glibc

/// The words of the command line.
struct Options {
  var command = ""
  var files: [String] = []
  private var values: [String: String] = [:]

  init(_ arguments: ArraySlice<String>) {
    var rest = Array(arguments)
    if !rest.isEmpty { command = rest.removeFirst() }
    var i = 0
    while i < rest.count {
      if rest[i].hasPrefix("--") {
        let name = String(rest[i].dropFirst(2))
        if i + 1 < rest.count, !rest[i + 1].hasPrefix("--") {
          values[name] = rest[i + 1]
          i += 1
        } else {
          values[name] = ""
        }
      } else {
        files.append(rest[i])
      }
      i += 1
    }
  }

  func has(_ name: String) -> Bool { values[name] != nil }
  func text(_ name: String) -> String? { values[name] }
  func number(_ name: String, _ standard: Int) -> Int {
    values[name].flatMap { Int($0) } ?? standard
  }

  var seed: UInt64 {
    values["seed"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999_999)
  }

  /// The folder of texts.
  var corpus: String {
    if let named = values["corpus"], !named.isEmpty { return named }
    if let variable = getenv("RESOLUTE_CORPUS") { return String(cString: variable) }
    return Self.examples
  }

  static let examples = "Grammar/Examples"

  /// All texts under a folder of the corpus (or the corpus itself when it has no such folder).
  func texts(_ folder: String = "") -> [(name: String, bytes: [UInt8])] {
    let inner = corpus + "/" + folder
    let root = access(inner, R_OK) == 0 ? inner : corpus
    return texts(in: root)
  }

  func texts(in root: String) -> [(name: String, bytes: [UInt8])] {
    list(root).filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
      .filter { !$0.hasSuffix("README.md") }
      .map { ($0, readFile($0)) }
  }

  private func list(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") { continue }
      var status = stat()
      let path = folder + "/" + name
      guard stat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR { names += list(path) } else { names.append(path) }
    }
    return names.sorted()
  }
}

func readFile(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count <= 0 { break }
    bytes += buffer[..<count]
  }
  return bytes
}

/// Texts one after the other, over and over, up to so many bytes.
func repeated(_ texts: [(name: String, bytes: [UInt8])], to size: Int) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(size + 200_000)
  var i = 0
  while bytes.count < size {
    bytes += texts[i % texts.count].bytes
    if bytes.last != 0x0A { bytes.append(0x0A) }
    i += 1
  }
  // Cut at a line end, so that no paragraph is torn.
  guard bytes.count > size, let end = bytes[..<size].lastIndex(of: 0x0A) else { return bytes }
  return Array(bytes[...end])
}

/// Nanoseconds of a clock that only goes forward.
func now() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// Nanoseconds that this thread has computed.
func computed() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// A small generator whose seed can be given again.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

func decimals(_ value: Double, _ places: Int) -> String {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let rounded = Int((value * scale).rounded())
  guard places > 0 else { return String(rounded) }
  let digits = String(abs(rounded))
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  return (rounded < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
}
