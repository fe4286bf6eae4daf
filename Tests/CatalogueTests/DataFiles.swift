import Grammar

@testable import Catalogue
@testable import Generate

/// The files of the register as they stand in the package, and what must hold of them.
enum DataFiles {
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// Body and file of the texts.
  static let bodies = [
    "PP": "pp", "WTSA": "wtsa", "WTDC": "wtdc", "RA": "ra", "WRC": "wrc", "Council": "council",
    "WCIT": "wcit", "WTPF": "wtpf", "UNGA": "unga", "ECOSOC": "ecosoc", "HRC": "hrc",
  ]

  static func text(_ file: String) throws -> String {
    try Files.read("\(root)/Sources/Catalogue/Data/\(file).tsv")
  }

  /// Cells of the rows, the line that names the columns and comments left out.
  static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// What is wrong with the texts of one body, a line each.
  static func problems(body: String, rows: [[String]]) -> [String] {
    var problems: [String] = []
    var seen: Set<String> = []
    for cells in rows {
      let name = "\(body) \(cells.prefix(2).joined(separator: " "))"
      func report(_ message: String) { problems.append("\(name): \(message)") }
      guard cells.count == 8 else {
        report("\(cells.count) cells")
        continue
      }
      guard let entry = try? RegisterRow.entry([body] + cells) else {
        report("cannot be read")
        continue
      }
      let restarts = body == "WTPF" || body == "WCIT"
      let key = entry.id.description + (restarts ? " " + cells[4] : "")
      if !seen.insert(key).inserted { report("stands twice") }
      if (entry.title == nil) != (cells[2] == "-") {
        report("a title and its certainty go together")
      }
      if let title = entry.title { problems += titleProblems(title).map { "\(name): \($0)" } }
      problems += editionProblems(entry).map { "\(name): \($0)" }
      if (entry.standing == .unknown) != (entry.asOf == nil) { report("status without its date") }
      if let date = entry.asOf, date.wholeMatch(of: /20\d\d-(0[1-9]|1[0-2])/) == nil {
        report("date \(date)")
      }
      if entry.source.wholeMatch(of: /(read|listed|cited): .+/) == nil { report("no source") }
    }
    return problems
  }

  private static func titleProblems(_ title: String) -> [String] {
    var problems: [String] = []
    if title.hasSuffix(".") || title.hasSuffix(",") || title.hasSuffix("*") {
      problems.append("a stop ends the title")
    }
    if title.contains("  ") || title.contains("RESOLUTION") || title.utf8.count > 500 {
      problems.append("the title holds more than a title")
    }
    return problems
  }

  private static func editionProblems(_ entry: Entry) -> [String] {
    var problems: [String] = []
    var last = 0
    for (place, edition) in entry.editions.enumerated() {
      if edition.description != Edition(edition.description)?.description {
        problems.append("\(edition) does not read back")
      }
      if let year = edition.year {
        if year <= last { problems.append("\(edition) is not after \(last)") }
        last = year
      }
      if !edition.revised, place > 0 { problems.append("\(edition) is new after another") }
      guard let year = edition.year else { continue }
      switch entry.body {
      case "UNGA", "ECOSOC", "HRC":
        if edition.date == nil { problems.append("\(edition): no date") }
      case "Council": if edition.place != nil { problems.append("\(edition): a Council's place") }
      case "WRC":
        let token = edition.token ?? ""
        // Conferences before 1992 bore other names (MOB-87, ORB-88) and have no list.
        if year >= 1992, Session.named(token)?.body != "WRC" {
          problems.append("\(edition): no such session")
        }
      default:
        if Session.session(body: entry.body, place: edition.place, year: year) == nil {
          problems.append("\(edition): no such session of \(entry.body)")
        }
      }
    }
    return problems
  }
}
