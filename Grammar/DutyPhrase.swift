/// A phrase of an operative paragraph that tells when something is due, how often, that a report is
/// due, or who gets it.
public struct DutyPhrase: Hashable, Sendable {
  public enum Role: String, CaseIterable, Sendable {
    /// Who has this duty has to report.
    case report
    /// Stands behind "to" in a duty to report.
    case recipient
    case frequency
    case deadline
  }

  /// One step of a phrase.
  public enum Step: Hashable, Sendable {
    /// One of these words, in lower case.
    case word([String])
    /// A word that begins so.
    case prefix(String)
    /// Up to so many words; marks may stand between them or not.
    case gap(Int, marks: Bool)
    case year
    case number
  }

  public let role: Role
  public let steps: [Step]

  init?(_ row: Table.Row) {
    guard let role = Role(rawValue: row["role"]), let pattern = row.value("pattern") else {
      return nil
    }
    self.role = role
    steps = pattern.split(separator: " ").map { Self.step(String($0)) }
  }

  private static func step(_ word: String) -> Step {
    switch word {
    case "~": .gap(4, marks: false)
    case "~~": .gap(10, marks: true)
    case "YEAR": .year
    case "NUMBER": .number
    default:
      if word.last == "*" {
        .prefix(String(word.dropLast()))
      } else {
        .word(word.split(separator: "|").map(String.init))
      }
    }
  }
}
