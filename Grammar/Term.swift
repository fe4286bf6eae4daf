/// An entry of the house word list: a wrong or slipping form and the form that the house writes.
public struct Term: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A name or a fixed expression.
    case term
    /// How a word is spelled.
    case spelling
    /// Words that stand for a text still to be written.
    case placeholder
  }

  /// How sure the convention is, by what was counted.
  public enum Level: String, Sendable, CaseIterable {
    /// Counted without exception.
    case warning
    /// The counted texts are of two minds, but one form prevails.
    case hint
    /// Not counted: for the record only.
    case off
  }

  public let kind: Kind
  public let level: Level
  /// As found, words apart; compared without regard to case.
  public let form: String
  /// As it should be. Where it differs from `form` in case alone, case decides.
  public let right: String
  /// The word or mark behind it must be one of these; empty: no matter which.
  public let next: [String]
  /// The word behind it must be none of these.
  public let unless: [String]

  public init(
    kind: Kind, level: Level, form: String, right: String, next: [String], unless: [String]
  ) {
    self.kind = kind
    self.level = level
    self.form = form
    self.right = right
    self.next = next
    self.unless = unless
  }

  /// Endings that a row gives in one: `organ{ise}` stands for organise, organised, ...
  private static let endings: [String: [String]] = [
    "ise": ["ise", "ises", "ised", "ising", "isation", "isations"],
    "ize": ["ize", "izes", "ized", "izing", "ization", "izations"],
    "yze": ["yze", "yzes", "yzed", "yzing"],
    "yse": ["yse", "yses", "ysed", "ysing"],
    "or": ["or", "ors", "ored", "oring"],
    "our": ["our", "ours", "oured", "ouring"],
  ]

  /// The entries of a row, endings written out.
  static func terms(_ row: Table.Row) -> [Term] {
    guard let kind = Kind(rawValue: row["kind"]), let level = Level(rawValue: row["level"]),
      let form = row.value("form"), let right = row.value("right")
    else { return [] }
    let forms = expand(form)
    let rights = expand(right)
    guard forms.count == rights.count else { return [] }
    return zip(forms, rights).map {
      Term(
        kind: kind, level: level, form: $0, right: $1, next: row.list("next"),
        unless: row.list("unless"))
    }
  }

  private static func expand(_ text: String) -> [String] {
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = text.utf8.firstIndex(of: UInt8(ascii: "}")), open < close,
      let endings = endings[String(text[text.index(after: open)..<close])]
    else { return [text] }
    let stem = String(text[..<open])
    return endings.map { stem + $0 }
  }
}
