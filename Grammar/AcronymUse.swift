/// How an acronym is used, where that is not as usual.
public struct AcronymUse: Sendable, Hashable {
  public enum Use: String, Sendable, CaseIterable {
    /// Never spelled out: everyone knows it, or it is a name rather than an abbreviation.
    case known
    /// Names things that can be counted, so that it has a plural.
    case plural
    /// No acronym at all though in capitals: units, currencies, numerals.
    case other
  }

  public let name: String
  public let use: Use

  init?(_ row: Table.Row) {
    guard let name = row.value("name"), let use = Use(rawValue: row["use"]) else { return nil }
    self.name = name
    self.use = use
  }
}
