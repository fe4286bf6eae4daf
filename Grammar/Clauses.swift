/// The two parts of a resolution. Every preambular clause stands before every operative one.
public enum ClausePart: String, CaseIterable, Sendable {
  case preambular
  case operative
}

/// A heading that opens a preambular clause: "considering", "recognizing further".
public struct PreambularHeading: Hashable, Sendable {
  /// The whole heading, lower case, without marks of emphasis.
  public let heading: String
  /// The heading without further/also, degree and manner: "noting with concern" is "noting".
  public let verb: String
  /// Whether it is the form of a second run: "noting further", "further noting".
  public let isFurther: Bool
  /// Clauses with exactly this heading among those counted; 0 for forms that are known otherwise.
  public let seen: Int

  init?(_ row: Table.Row) {
    guard let heading = row.value("heading"), let verb = row.value("verb") else { return nil }
    self.heading = heading
    self.verb = verb
    isFurther = row.flag("further")
    seen = row.number("seen") ?? 0
  }
}

/// A verb that opens an operative clause, alone or before its addressees.
public struct OperativeVerb: Hashable, Sendable {
  public enum Role: String, CaseIterable, Sendable {
    /// Carries the decision: "resolves", "decides", "recommends".
    case deciding
    /// Names who must act: "instructs the Secretary-General".
    case addressing
    /// Thanks or regrets: "expresses".
    case expressing
  }

  /// The words as they stand in the heading, lower case: "further resolves".
  public let phrase: String
  /// The verb alone: "resolves".
  public let verb: String
  /// Whether the phrase has "further" or "also" in it.
  public let isFurther: Bool
  public let role: Role
  /// The kind of text whose decision it carries (`resolution`, `decision`, `recommendation`).
  public let decides: String?
  /// Whether "to" and the infinitive of another verb may follow: "resolves to instruct".
  public let takesInfinitive: Bool
  /// The form used after "resolves to": "instruct"; nil for a verb that never stands there.
  public let infinitive: String?
  /// Clauses that open so among those counted.
  public let seen: Int

  init?(_ row: Table.Row) {
    guard let phrase = row.value("phrase"), let verb = row.value("verb"),
      let role = Role(rawValue: row["role"])
    else { return nil }
    self.phrase = phrase
    self.verb = verb
    self.role = role
    isFurther = row.flag("further")
    decides = row.value("decides")
    takesInfinitive = row.flag("to")
    infinitive = row.value("infinitive")
    seen = row.number("seen") ?? 0
  }
}
