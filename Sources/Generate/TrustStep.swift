/// Fills the tables of the page that says why the program can be trusted: the findings of each level by
/// body, and the verdicts on them, from the tables that the tests hold.
struct TrustStep: Step {
  let folders: [String] = []
  static let path = "Grammar/Trust.md"
  private static let end = "<!-- end -->"

  /// Folders of the collection: what they hold, and how many texts.
  private static let collections: [(folder: String, what: String, texts: Int)] = [
    ("pp18", "Plenipotentiary Conference 2018, whole texts", 41),
    ("wrc", "World Radiocommunication Conferences, texts in parts", 76),
    ("other", "other bodies, proposals, and texts that are none", 24),
  ]

  func outputs(root: String) throws -> [Output] {
    let reviewed = try Files.read(root + "/Tests/Truth/reviewed.tsv")
    let levels = try Files.read(root + "/Tests/Truth/levels.tsv")
    var page = try Files.read(root + "/" + Self.path)
    page = try Self.filled(page, "levels", Self.levels(levels))
    page = try Self.filled(page, "verdicts", Self.verdicts(reviewed))
    return [Output(path: Self.path, text: page)]
  }

  static func filled(_ page: String, _ name: String, _ table: String) throws -> String {
    guard let head = page.firstRange(of: "<!-- generated: \(name) -->\n"),
      let tail = page[head.upperBound...].firstRange(of: end)
    else { throw FileError(path, reason: "the marks of the generated part are gone") }
    return page[..<head.upperBound] + table + page[tail.lowerBound...]
  }

  private static func rows(_ table: String) -> [[Substring]] {
    table.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  static func levels(_ table: String) -> String {
    let names = ["body", "texts", "errors", "warnings", "information", "hints"]
    let rows = rows(table).dropFirst()
    func line(_ cells: [some StringProtocol]) -> String {
      "| " + cells.joined(separator: " | ") + " |\n"
    }
    return line(names) + line(names.map { _ in "---" }) + rows.map { line($0) }.joined()
  }

  static func verdicts(_ reviewed: String) -> String {
    let lines = rows(reviewed)
    guard let names = lines.first, let file = names.firstIndex(of: "file"),
      let severity = names.firstIndex(of: "severity"), let verdict = names.firstIndex(of: "verdict")
    else { return "" }
    let rows = lines.dropFirst().filter { $0.count == names.count }
    var out =
      "| texts | | errors: true defects | errors: artefacts | warnings: true defects"
      + " | warnings: artefacts |\n|---|---|---|---|---|---|\n"
    for (folder, what, texts) in collections {
      let own = rows.filter { $0[file].hasPrefix(folder + "/") }
      func count(_ level: String, _ word: String) -> Int {
        own.count { $0[severity] == level && $0[verdict] == word }
      }
      out +=
        "| \(texts) | \(what) | \(count("error", "true defect")) | \(count("error", "artefact"))"
      out += " | \(count("warning", "true defect")) | \(count("warning", "artefact")) |\n"
    }
    return out
  }
}
