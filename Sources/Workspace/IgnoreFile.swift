internal import Configuration

/// The patterns of one `.gitignore` or `.resoluteignore`, as gitignore(5) defines them.
struct IgnoreFile: Sendable {
  /// Read in each folder, in this order; the later one has the last word.
  static let names = [".gitignore", ".resoluteignore"]

  private var patterns: [PathPattern] = []

  var isEmpty: Bool { patterns.isEmpty }

  init(_ contents: [UInt8]) {
    var rest = contents[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    for line in rest.split(separator: UInt8(ascii: "\n")) {
      if let pattern = Self.parse(line) { patterns.append(pattern) }
    }
  }

  private static func parse(_ line: ArraySlice<UInt8>) -> PathPattern? {
    var line = line
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    line = withoutTrailingSpaces(line)
    guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
    return PathPattern(line)
  }

  /// Spaces at the end do not count unless a backslash keeps them.
  private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.endIndex
    while end > line.startIndex, line[end - 1] == UInt8(ascii: " ") {
      var backslashes = 0
      var index = end - 1
      while index > line.startIndex, line[index - 1] == UInt8(ascii: "\\") {
        backslashes += 1
        index -= 1
      }
      if backslashes % 2 == 1 { break }
      end -= 1
    }
    return line[..<end]
  }

  /// Whether the entry is left out; `nil` where no pattern speaks of it.
  ///
  /// - Parameter path: below the folder of the ignore file, without a leading `/`.
  func decision(for path: ArraySlice<UInt8>, isFolder: Bool) -> Bool? {
    for pattern in patterns.reversed() where pattern.matches(path, isFolder: isFolder) {
      return !pattern.isNegated
    }
    return nil
  }
}

/// The ignore files that hold in a folder, from the outermost to its own.
struct IgnoreChain: Sendable {
  private struct Link: Sendable {
    var file: IgnoreFile
    /// From the folder of the ignore file down to where the walk begins, with a final `/`; empty
    /// for the files of the walk itself.
    var above: [UInt8]
    /// How many bytes of the path below the walk's beginning lead to the ignore file's folder.
    var below: Int
  }

  private var links: [Link] = []

  /// The files above `root`, up to the folder that holds `.git`. Without one, none count: what
  /// stands in a home folder is not about this work.
  init(above root: FilePath, reader: FileReader) {
    guard let absolute = root.resolved() else { return }
    var folders: [(FilePath, [UInt8])] = []
    var folder = absolute
    var suffix: [UInt8] = []
    while folder.appending(".git".utf8).status() == nil {
      guard folder.bytes.count > 1 else { return }
      suffix = Array(folder.name) + [UInt8(ascii: "/")] + suffix
      folder = folder.folder
      folders.append((folder, suffix))
    }
    let exclude = folder.appending(".git/info/exclude".utf8)
    append(exclude, above: folders.last?.1 ?? [], below: 0, reader: reader)
    for (folder, suffix) in folders.reversed() {
      for name in IgnoreFile.names {
        append(folder.appending(name.utf8), above: suffix, below: 0, reader: reader)
      }
    }
  }

  /// Adds the files of a folder inside the walk.
  ///
  /// - Parameter below: the path of the folder below the walk's beginning, with a final `/`, or
  ///   empty for the beginning itself.
  mutating func enter(_ folder: FilePath, below: [UInt8], reader: FileReader) {
    for name in IgnoreFile.names {
      append(folder.appending(name.utf8), above: [], below: below.count, reader: reader)
    }
  }

  private mutating func append(
    _ path: FilePath, above: [UInt8], below: Int, reader: FileReader
  ) {
    // An ignore file that cannot be read ignores nothing.
    guard let contents = try? reader.read(path) else { return }
    let file = IgnoreFile(contents.bytes)
    if !file.isEmpty { links.append(Link(file: file, above: above, below: below)) }
  }

  /// - Parameter path: below the walk's beginning.
  func ignores(_ path: [UInt8], isFolder: Bool) -> Bool {
    for link in links.reversed() {
      let relative =
        link.above.isEmpty ? path[min(link.below, path.count)...] : (link.above + path)[...]
      if let decision = link.file.decision(for: relative, isFolder: isFolder) { return decision }
    }
    return false
  }
}
