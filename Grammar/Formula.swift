/// An enacting formula: the sentence that names the body and ends with a comma.
public struct Formula: Hashable, Sendable {
  /// `Body.id` of the body that it names.
  public let body: String
  /// The wording, without "(Place, Year)" and without the final mark.
  public let text: String
  /// Whether "(Place, Year)" follows; where it does not, neither may stand.
  public let hasSession: Bool
  /// The mark that ends it.
  public let finalMark: String
  /// False for a wording met in drafts that names the body and is not its formula.
  public let isRight: Bool

  init?(_ row: Table.Row) {
    guard let body = row.value("body"), let text = row.value("text") else { return nil }
    self.body = body
    self.text = text
    hasSession = row.flag("session")
    finalMark = row["final"]
    isRight = row["verdict"] == "right"
  }
}
