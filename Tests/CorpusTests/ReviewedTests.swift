import Foundation
import Rules
import Testing

/// Every finding of error or warning level on published texts was read by a person; the table keeps
/// the verdicts. A finding that is not in the table, or no longer found, fails the test.
/// With RESOLUTE_UPDATE=1 the table is written anew, new rows marked `unread`.
@Suite("Reviewed findings")
struct ReviewedTests {
  static let path = "Tests/Truth/reviewed.tsv"
  static let folders = ["pp18", "wrc", "other"]

  struct Row: Hashable, Comparable {
    var file: String
    var rule: String
    var offset: Int
    var hash: String

    static func < (left: Row, right: Row) -> Bool {
      (left.file, left.offset, left.rule) < (right.file, right.offset, right.rule)
    }
  }

  private static func found() -> [Row: Finding] {
    var rows: [Row: Finding] = [:]
    for (path, bytes) in Corpus.texts(folders) {
      for finding in Corpus.findings(bytes) where finding.severity <= .warning {
        let row = Row(
          file: path, rule: finding.rule, offset: finding.range.lowerBound,
          hash: Corpus.lineHash(bytes, at: finding.range.lowerBound))
        rows[row] = finding
      }
    }
    return rows
  }

  @Test func tableMatches() throws {
    guard Corpus.folder != nil else {
      print("skipped: 1 (reviewed findings need RESOLUTE_CORPUS)")
      return
    }
    let found = Self.found()
    var verdicts: [Row: (String, String)] = [:]
    for row in Corpus.table(Self.path) {
      let key = Row(
        file: row["file"] ?? "", rule: row["rule"] ?? "", offset: Int(row["offset"] ?? "") ?? -1,
        hash: row["hash"] ?? "")
      verdicts[key] = (row["verdict"] ?? "", row["note"] ?? "")
    }
    if ProcessInfo.processInfo.environment["RESOLUTE_UPDATE"] == "1" {
      var text = Self.header
      for row in found.keys.sorted() {
        let (verdict, note) = verdicts[row] ?? ("unread", "-")
        let severity = found[row]?.severity.name ?? ""
        text +=
          "\(row.file)\t\(row.rule)\t\(severity)\t\(row.offset)\t\(row.hash)\t\(verdict)\t\(note)\n"
      }
      try text.write(
        to: Corpus.root.appendingPathComponent(Self.path), atomically: true, encoding: .utf8)
      return
    }
    let new = Set(found.keys).subtracting(verdicts.keys).sorted()
    let gone = Set(verdicts.keys).subtracting(found.keys).sorted()
    #expect(
      new.isEmpty,
      "not reviewed: \(new.prefix(20).map { "\($0.file) \($0.rule) \($0.offset): \(found[$0]?.message ?? "")" })"
    )
    #expect(gone.isEmpty, "no longer found: \(gone.prefix(20))")
  }

  @Test func everyVerdictIsOneOfThree() {
    for row in Corpus.table(Self.path) {
      #expect(
        ["true defect", "artefact"].contains(row["verdict"] ?? ""),
        "\(row["file"] ?? "") \(row["rule"] ?? "") \(row["offset"] ?? ""): \(row["verdict"] ?? "")")
      #expect(row["note"] != "-" && row["note"]?.isEmpty == false, "\(row)")
    }
  }

  static let header = """
    # Findings of error and warning level on published texts, each read by a person.
    # hash: of the line, so that another edition of a text is noticed; no words of it are kept.
    # verdict: `true defect` (note: the line of the conventions that it breaks) or `artefact` (note: what
    # the conversion of the text did). A false alarm is no verdict: it is mended.
    file\trule\tseverity\toffset\thash\tverdict\tnote

    """
}
