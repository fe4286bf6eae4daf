import LanguageServerProtocol
import Workspace

/// Files and folders that get other names, and what becomes of links between them. Paths are absolute.
struct FileMoves: Sendable {
  private let moves: [(old: FilePath, new: FilePath)]

  init(_ moves: [(FilePath, FilePath)]) { self.moves = moves.map { (old: $0.0, new: $0.1) } }

  /// The last names of what moves, as they may stand in a link.
  var names: [[UInt8]] { moves.map { Array($0.old.name) } }

  /// The path after the moves.
  func moved(_ path: FilePath) -> FilePath {
    for move in moves {
      guard let below = path.inside(move.old) else { continue }
      return below.isEmpty ? move.new : move.new.appending(below)
    }
    return path
  }

  /// Whether a file of this name moves to another folder, so that its own links change.
  func changesFolder(of path: FilePath) -> Bool {
    Self.folder(moved(path)) != Self.folder(path)
  }

  /// What a link must say after the moves; `nil` where it stays as it is.
  ///
  /// - Parameters:
  ///   - target: as written, without `#` and what follows: relative to the text, or from the root of the
  ///     file system.
  ///   - text: the text that holds the link.
  func target(_ target: String, in text: FilePath) -> String? {
    guard let decoded = percentDecoded(target.utf8), !decoded.isEmpty, !decoded.contains(0),
      decoded.first != 0x2F, let old = Self.resolve(decoded, from: Self.folder(text))
    else { return nil }
    let new = moved(old)
    let home = Self.folder(moved(text))
    guard new != old || home != Self.folder(text) else { return nil }
    // What a text that moves pointed to in vain it may point to in vain from its new place.
    let now = Self.resolve(decoded, from: home)
    guard now != new, new != old || new.exists else { return nil }
    var relative = Self.relative(new, to: home)
    if target.utf8.starts(with: "./".utf8), !relative.starts(with: "../".utf8) {
      relative = Array("./".utf8) + relative
    }
    // A path of a text in Markdown may not hold blanks or brackets.
    let isPlain = relative.allSatisfy { $0 > 0x20 && $0 != 0x7F && !Self.marks.contains($0) }
    let wasEncoded = target.utf8.contains(0x25)
    return isPlain && !wasEncoded
      ? String(decoding: relative, as: UTF8.self) : percentEncoded(relative)
  }

  private static let marks = Set("%()<>#?\\".utf8)

  /// The parts of the path of the folder that holds an entry.
  private static func folder(_ path: FilePath) -> [ArraySlice<UInt8>] {
    path.bytes.split(separator: 0x2F).dropLast()
  }

  private static func resolve(_ relative: [UInt8], from folder: [ArraySlice<UInt8>]) -> FilePath? {
    var parts = folder
    for step in relative.split(separator: 0x2F) {
      if step.elementsEqual("..".utf8) {
        guard parts.popLast() != nil else { return nil }
      } else if !step.elementsEqual(".".utf8) {
        parts.append(step)
      }
    }
    return FilePath(bytes: [0x2F] + parts.joined(separator: [0x2F]))
  }

  private static func relative(_ path: FilePath, to folder: [ArraySlice<UInt8>]) -> [UInt8] {
    var parts = path.bytes.split(separator: 0x2F)[...]
    var home = folder[...]
    while let first = parts.first, parts.dropFirst().first != nil, first == home.first {
      parts = parts.dropFirst()
      home = home.dropFirst()
    }
    let steps = home.map { _ in Array("..".utf8)[...] } + parts
    return Array(steps.joined(separator: [0x2F]))
  }
}
