import Grammar
import Rules
import Semantics
import Syntax
import Testing
import TextModel

/// The source texts of the project against the lists that were written by hand before any rule ran.
@Suite("Source texts")
struct SeedTests {
  /// Groups whose rules are there.
  static let groups = Set(RuleInfo.all.map(\.group))
  static let rules = Set(RuleInfo.all.map(\.id))

  private static func texts() -> [(path: String, bytes: [UInt8])] { Corpus.texts(["seeds"]) }

  private static func rows(_ table: String, _ path: String) -> [[String: String]] {
    let name = String(path.split(separator: "/").last ?? "")
    return Corpus.table("Tests/Truth/\(table).tsv").filter { $0["file"] == name }
  }

  /// The list judges one text beside its earlier edition.
  private static let bases = ["001_": "000_"]

  private static func findings(_ path: String, _ bytes: [UInt8]) -> [Finding] {
    let all = texts()
    let earlier = bases.first { path.contains("/" + $0.key) }.flatMap { pair in
      all.first { $0.path.contains("/" + pair.value) }
    }
    guard let earlier else { return Corpus.findings(bytes) }
    let editions = BaseEdition.editions(of: earlier.bytes, file: earlier.path, encoding: .utf8)
    var settings = RuleSettings()
    settings.bases = BaseFinder { name, _ in BaseEdition.named(name, among: editions) }
    return Judgement(TextMeaning(Document(bytes)), settings: settings).findings
  }

  @Test func everyListedDefectIsFound() {
    guard Corpus.folder != nil else {
      print("skipped: 1 (source texts need RESOLUTE_CORPUS)")
      return
    }
    for (path, bytes) in Self.texts() {
      let found = Self.findings(path, bytes)
      for row in Self.rows("seeds", path) where Self.rules.contains(row["rule"] ?? "") {
        let start = Int(row["offset"] ?? "") ?? -1
        let range = start..<(start + (Int(row["length"] ?? "") ?? 0))
        #expect(
          found.contains { $0.rule == row["rule"] && $0.range == range },
          "\(path):\(row["line"] ?? "") \(row["rule"] ?? "") \(range) is not found; there: \(found.filter { $0.rule == row["rule"] }.map(\.range))"
        )
      }
    }
  }

  @Test func nothingElseIsFound() {
    guard Corpus.folder != nil else { return }
    for (path, bytes) in Self.texts() {
      let listed = Set(
        Self.rows("seeds", path).map { "\($0["rule"] ?? "") \($0["offset"] ?? "")" })
      for finding in Self.findings(path, bytes) where finding.severity <= .warning {
        #expect(
          listed.contains("\(finding.rule) \(finding.range.lowerBound)"),
          "\(path) \(finding.rule) \(finding.range): \(finding.message)")
      }
    }
  }

  @Test func outlines() {
    guard Corpus.folder != nil else { return }
    for (path, bytes) in Self.texts() {
      let sections = TextMeaning(Document(bytes)).sections.filter { $0.resolution.isRecognised }
      #expect(sections.count == 1, "\(path)")
      guard let section = sections.first else { continue }
      let tree = section.resolution
      let found = tree.bodyClauses.map { clause -> String in
        let labels = clause.paragraphs.filter { tree.paragraphs[$0].level == 1 }.map { index in
          tree.paragraphs[index].label.map {
            section.section.string($0.span).filter { $0 != "*" && $0 != "_" }
          } ?? "-"
        }
        return
          "\(clause.part.rawValue) | \(section.plainText(clause.heading.span)) | \(labels.joined(separator: " "))"
      }
      let listed = Self.rows("outlines", path).map {
        "\($0["part"] ?? "") | \($0["heading"] ?? "") | \($0["labels"] ?? "")"
      }
      #expect(found == listed, "\(path)")
    }
  }
}
