import Foundation
import Semantics
import Syntax
import Testing

/// Comparison with what people read in real texts. Those are not in the repository.
@Suite("Citations of real texts")
struct CitationTruthTests {
  static let corpus = ProcessInfo.processInfo.environment["RESOLUTE_CORPUS"]
  static let truth = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Truth")

  private func rows(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: Self.truth.appendingPathComponent(name), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  private func citations(_ path: String) throws -> [(Int, Citation)] {
    let url = URL(fileURLWithPath: Self.corpus ?? "").appendingPathComponent(path)
    let meaning = TextMeaning(Document(Array(try Data(contentsOf: url))))
    return zip(meaning.sections, meaning.document.starts).flatMap { section, start in
      section.citations.map { (start, $0) }
    }
  }

  @Test("the hand list: bytes, kind, body, number and session")
  func handList() throws {
    let all = try rows("citations.tsv")
    #expect(all.count > 300)
    guard Self.corpus != nil else { return print("skipped: \(all.count) citations of real texts") }
    var expected: Set<[String]> = Set(all.map { Array($0[0...0] + $0[2...]) })
    let wanted = expected.count
    var read = 0
    var wrong: [[String]] = []
    for path in Set(all.map { $0[0] }) {
      for (start, citation) in try citations(path) {
        read += 1
        var row = [
          path, String(citation.span.lower + start), String(citation.span.count),
          citation.kind.rawValue, citation.body?.rawValue ?? "-",
          citation.number.isEmpty ? "-" : citation.number, citation.place ?? "-",
          citation.year.map(String.init) ?? "-", citation.revised ? "yes" : "no",
        ]
        if expected.remove(row) == nil {
          row[8] = "-"
          if expected.remove(row) == nil { wrong.append(row) }
        }
      }
    }
    let found = Double(read - wrong.count)
    #expect(found / Double(max(1, read)) >= 0.99, "read, but not in the list: \(wrong)")
    #expect(found / Double(wanted) >= 0.98, "in the list, but not read so: \(expected)")
  }

  @Test("the number of citations of each kind in each text")
  func counts() throws {
    let all = try rows("citation-counts.tsv")
    #expect(all.count > 300)
    guard Self.corpus != nil else { return print("skipped: \(all.count) counts of real texts") }
    var differences: [String] = []
    for (path, rows) in Dictionary(grouping: all, by: { $0[0] }) {
      var counts: [String: Int] = [:]
      for (_, citation) in try citations(path) { counts[citation.kind.rawValue, default: 0] += 1 }
      for row in rows where counts[row[1]] != Int(row[2]) {
        differences.append("\(path) \(row[1]): \(counts[row[1]] ?? 0), table \(row[2])")
      }
      if counts.count != rows.count { differences.append("\(path): other kinds than the table") }
    }
    #expect(differences.isEmpty, "\(differences.sorted())")
  }
}
