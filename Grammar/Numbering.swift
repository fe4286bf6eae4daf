/// A way of writing the label of a paragraph.
public enum NumberingStyle: String, CaseIterable, Sendable {
  /// `a)`, `b)bis`.
  case letterBracket = "letter-bracket"
  /// `1`, `1bis`.
  case digit
  /// `i)`.
  case romanBracket = "roman-bracket"
  /// `1.1`, `1.1.1`.
  case decimal
  /// `-`, `–`, `•`: nothing can refer to it.
  case bullet
}

/// A style that a profile allows at a level of a part.
public struct Numbering: Hashable, Sendable {
  public enum Part: String, CaseIterable, Sendable {
    case preambular
    case operative
    /// Annexes follow their own logic.
    case annex
  }

  /// `Profile.id`.
  public let profile: String
  public let part: Part
  /// 1 for a paragraph of a clause, 2 for one under it, and so on.
  public let level: Int
  public let style: NumberingStyle

  public static let all: [Numbering] = Table(named: "numbering").rows.compactMap(Numbering.init)

  init?(_ row: Table.Row) {
    guard let profile = row.value("profile"), let part = Part(rawValue: row["part"]),
      let level = row.number("level"), let style = NumberingStyle(rawValue: row["style"])
    else { return nil }
    self.profile = profile
    self.part = part
    self.level = level
    self.style = style
  }
}
