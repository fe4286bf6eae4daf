/// A pattern for the paths below a folder, as a line of gitignore(5) gives it: without a `/` it fits
/// names, with one the whole path; `!` in front turns it round; a final `/` means folders.
public struct PathPattern: Sendable {
  private let glob: Glob
  public let isNegated: Bool
  private let foldersOnly: Bool
  /// Compared with the path, not with the bare name.
  private let isAnchored: Bool

  /// `nil` where the pattern can match nothing.
  public init?(_ text: some Collection<UInt8>) {
    let slash = UInt8(ascii: "/")
    var line = Array(text)[...]
    isNegated = line.first == UInt8(ascii: "!")
    if isNegated { line = line.dropFirst() }
    foldersOnly = line.last == slash
    if foldersOnly { line = line.dropLast() }
    var isAnchored = line.contains(slash)
    if line.first == slash { line = line.dropFirst() }
    // `**/name` is the long way to write `name`, and cheaper so.
    if line.starts(with: Array("**/".utf8)), !line.dropFirst(3).contains(slash) {
      line = line.dropFirst(3)
      isAnchored = false
    }
    self.isAnchored = isAnchored
    guard !line.isEmpty, let glob = Glob(line) else { return nil }
    self.glob = glob
  }

  /// - Parameter path: below the folder of the pattern, without a leading `/`.
  public func matches(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    guard isFolder || !foldersOnly else { return false }
    guard !isAnchored else { return glob.matches(path) }
    let name = path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path
    return glob.matches(name)
  }
}

/// The files that patterns choose. A pattern that fits a folder chooses what is in it; of several that
/// fit, the last decides.
struct PathSet: Sendable {
  var patterns: [PathPattern] = []

  /// - Parameter path: of a file below the folder of the patterns, without a leading `/`.
  func contains(_ path: [UInt8]) -> Bool {
    let last = patterns.last { pattern in
      pattern.matches(path[...], isFolder: false)
        || path.indices.contains { index in
          index > 0 && path[index] == UInt8(ascii: "/")
            && pattern.matches(path[..<index], isFolder: true)
        }
    }
    return last.map { !$0.isNegated } ?? false
  }
}
