import Catalogue

extension CommandTable {
  static let catalogue = Command(
    "catalogue", "Look into the register of citable texts",
    operands: "search QUERY... | show ID | stats", settings: (), options: []
  ) { (_: Void, operands: [Argument], session: Session) throws(UsageError) -> ExitStatus in
    let words = operands.map(\.text)
    let report = RegisterReport(.standard)
    let rest = words.dropFirst().joined(separator: " ")
    switch words.first {
    case "search" where !rest.isEmpty:
      session.console.output.write(report.searchText(rest))
    case "show" where !rest.isEmpty:
      guard let text = report.showText(rest) else {
        session.console.complain("the register has no '\(rest)'")
        return .failure
      }
      session.console.output.write(text)
    case "stats" where rest.isEmpty:
      session.console.output.write(report.statisticsText)
    case let word?:
      let known = ["search", "show", "stats"]
      guard !known.contains(word) else { throw UsageError("catalogue \(word): wrong operands") }
      throw .unknown("word of catalogue", word, among: known)
    case nil: throw UsageError("catalogue takes search, show or stats")
    }
    return .clean
  }
}
