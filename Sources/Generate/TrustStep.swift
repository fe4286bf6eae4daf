/// Fills the table of verdicts on the page that says why the program can be trusted, from the table of
/// reviewed findings.
struct TrustStep: Step {
  let folders: [String] = []
  static let path = "Grammar/Trust.md"
  private static let start = "<!-- generated: verdicts -->\n"
  private static let end = "<!-- end -->"

  /// Folders of the collection: what they hold, and how many texts.
  private static let collections: [(folder: String, what: String, texts: Int)] = [
    ("pp18", "Plenipotentiary Conference 2018, whole texts", 41),
    ("wrc", "World Radiocommunication Conferences, texts in parts", 76),
    ("other", "other bodies, proposals, and texts that are none", 24),
  ]

  func outputs(root: String) throws -> [Output] {
    let reviewed = try Files.read(root + "/Tests/Truth/reviewed.tsv")
    let page = try Files.read(root + "/" + Self.path)
    return [Output(path: Self.path, text: try Self.filled(page, reviewed))]
  }

  static func filled(_ page: String, _ reviewed: String) throws -> String {
    guard let head = page.firstRange(of: start),
      let tail = page[head.upperBound...].firstRange(of: end)
    else { throw FileError(path, reason: "the marks of the generated part are gone") }
    return page[..<head.upperBound] + table(reviewed) + page[tail.lowerBound...]
  }

  private static func table(_ reviewed: String) -> String {
    let lines = reviewed.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
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
