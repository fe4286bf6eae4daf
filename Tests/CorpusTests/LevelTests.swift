import Foundation
import Rules
import Testing

/// How many findings of each level the texts of each body have. With RESOLUTE_UPDATE=1 the table is
/// written anew.
@Suite("Findings by body and level")
struct LevelTests {
  static let path = "Tests/Truth/levels.tsv"
  static let levels: [Severity] = [.error, .warning, .information, .hint]

  /// The body of a text, or what else it is; `nil` for loose sentences.
  private static func group(_ path: String, _ index: [String: (body: String, kind: String)])
    -> String?
  {
    if path.hasPrefix("pp18/") { return "PP" }
    guard let entry = index[path] else { return "no single text" }
    if entry.kind == "Sentences" { return nil }
    return entry.body.contains("-draft") || entry.body.contains("-proposal")
      ? "drafts and proposals" : entry.body
  }

  /// Body and kind of each text, from the list of the collection.
  private static func index() -> [String: (body: String, kind: String)] {
    let text = try? String(contentsOfFile: (Corpus.folder ?? "") + "/INDEX.tsv", encoding: .utf8)
    var index: [String: (body: String, kind: String)] = [:]
    for line in (text ?? "").split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells.count > 3 { index[cells[0]] = (cells[2], cells[3]) }
    }
    return index
  }

  private static func rows() -> [String] {
    let index = index()
    var counts: [String: [Int]] = [:]
    for (path, bytes) in Corpus.texts(["pp18", "wrc", "other", "un"]) {
      guard let group = group(path, index) else { continue }
      let findings = Corpus.findings(bytes)
      let found = [1] + levels.map { level in findings.count { $0.severity == level } }
      counts[group] = zip(counts[group] ?? [Int](repeating: 0, count: found.count), found).map(+)
    }
    return counts.sorted { $0.key < $1.key }.map { group, numbers in
      ([group] + numbers.map(String.init)).joined(separator: "\t")
    }
  }

  @Test func tableMatches() throws {
    guard Corpus.folder != nil else {
      print("skipped: 1 (findings by body need RESOLUTE_CORPUS)")
      return
    }
    let rows = Self.rows()
    if ProcessInfo.processInfo.environment["RESOLUTE_UPDATE"] == "1" {
      try (Self.header + rows.joined(separator: "\n") + "\n").write(
        to: Corpus.root.appendingPathComponent(Self.path), atomically: true, encoding: .utf8)
      return
    }
    let kept = Corpus.table(Self.path).map { row in
      (["body", "texts"] + Self.levels.map(\.name)).map { row[$0] ?? "" }.joined(separator: "\t")
    }
    #expect(
      rows == kept,
      "read what is new, then: RESOLUTE_UPDATE=1 swift test --filter LevelTests; swift run Generate"
    )
  }

  static let header = """
    # Findings of each level on published texts, by the body that adopted them.
    body\ttexts\terror\twarning\tinformation\thint

    """
}
