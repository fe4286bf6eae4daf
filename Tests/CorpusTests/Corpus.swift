import Foundation
import Grammar
import Rules
import Semantics
import Syntax

/// Real texts, read from the folder that RESOLUTE_CORPUS names; they are not part of the project.
enum Corpus {
  static let folder: String? = ProcessInfo.processInfo.environment["RESOLUTE_CORPUS"]

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Texts of some of its folders: path below the corpus, bytes.
  static func texts(_ folders: [String]) -> [(path: String, bytes: [UInt8])] {
    guard let folder else { return [] }
    return folders.flatMap { name -> [(String, [UInt8])] in
      let base = folder + "/" + name
      let names = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
      return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { file in
        guard let data = FileManager.default.contents(atPath: base + "/" + file) else { return nil }
        return (name + "/" + file, [UInt8](data))
      }
    }
  }

  static func findings(_ bytes: [UInt8]) -> [Finding] {
    Judgement(TextMeaning(Document(bytes)), settings: RuleSettings()).findings
  }

  /// Rows of a table of the project: tab-separated, `#` for comments, the first row names columns.
  static func table(_ path: String) -> [[String: String]] {
    let url = root.appendingPathComponent(path)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    guard let head = lines.first else { return [] }
    let names = head.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let values = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(names, values)) { first, _ in first }
    }
  }

  /// A hash of the line that holds an offset, so that a table shows when the text is another.
  static func lineHash(_ bytes: [UInt8], at offset: Int) -> String {
    let offset = min(max(0, offset), bytes.count)
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[start..<max(start, end)] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
