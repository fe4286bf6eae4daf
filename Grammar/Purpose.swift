/// What a clause is for, by the verb of its heading.
public struct Purpose: Hashable, Sendable {
  /// The verb alone: "considering", "instructs".
  public let verb: String
  public let part: ClausePart
  /// One sentence.
  public let sentence: String

  init?(_ row: Table.Row) {
    guard let verb = row.value("verb"), let part = ClausePart(rawValue: row["part"]),
      let sentence = row.value("purpose")
    else { return nil }
    self.verb = verb
    self.part = part
    self.sentence = sentence
  }
}
