/// A word that the reading of a text turns on, with what it does.
public struct Word: Hashable, Sendable {
  /// What a word does. Unknown roles in the data stay readable: this is an open enumeration.
  public struct Role: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// RESOLUTION, DECISION, ...; the value is the kind in lower case.
    public static let titleKind = Role(rawValue: "title-kind")
    /// The letter of the Council's book form (`R 1282`); the value is the kind.
    public static let marginKind = Role(rawValue: "margin-kind")
    /// Words before the kind in a title: WTSA, DRAFT, DRAFT NEW.
    public static let titlePrefix = Role(rawValue: "title-prefix")
    /// Words before the number: No., ITU-R.
    public static let numberPrefix = Role(rawValue: "number-prefix")
    /// Letters of numbers given while a conference sits: `COM6/4`, `PLEN/1`.
    public static let stageNumber = Role(rawValue: "stage-number")
    public static let revision = Role(rawValue: "revision")
    /// A slip for the revision mark; the value is what was meant.
    public static let revisionNearMiss = Role(rawValue: "revision-near-miss")
    public static let annex = Role(rawValue: "annex")
    /// Between ANNEX and the title that it repeats.
    public static let annexOwner = Role(rawValue: "annex-owner")
    public static let section = Role(rawValue: "section")
    /// After an internal reference; the value is `above` or `below`.
    public static let direction = Role(rawValue: "direction")
    /// Between labels; the value is `list` or `range`.
    public static let joiner = Role(rawValue: "joiner")
    /// The text naming itself: "of this resolution"; the value is the kind.
    public static let ownText = Role(rawValue: "own-text")
    /// The text naming its meeting: "of this conference"; the value is the body's own word.
    public static let ownSession = Role(rawValue: "own-session")
    /// After "of", or before "in": the reference leads into another text.
    public static let otherText = Role(rawValue: "other-text")
    /// After a number: it counts things and is no label.
    public static let quantity = Role(rawValue: "quantity")
    /// Suffix of an inserted label: bis, ter.
    public static let insertion = Role(rawValue: "insertion")
    public static let referenceLine = Role(rawValue: "reference-line")
    public static let reasons = Role(rawValue: "reasons")
    public static let note = Role(rawValue: "note")
    /// ADD, MOD, SUP, NOC; the value is its meaning.
    public static let proposalMark = Role(rawValue: "proposal-mark")
    /// Heading of a contribution by a member.
    public static let contribution = Role(rawValue: "contribution")
    public static let further = Role(rawValue: "further")
    /// Wrong before the last item of a list.
    public static let conjunction = Role(rawValue: "conjunction")
    /// Left in brackets by converters of word-processor files.
    public static let residue = Role(rawValue: "residue")
    /// "the", "a".
    public static let article = Role(rawValue: "article")
    /// May open an addressee that the table does not know.
    public static let nounOpener = Role(rawValue: "noun-opener")
    /// Cannot be the last word of a paragraph.
    public static let openEnd = Role(rawValue: "open-end")
    /// A label behind it belongs to it: "No.", "Annex".
    public static let opensReference = Role(rawValue: "opens-reference")
    /// Stands before an internal reference.
    public static let leadsToReference = Role(rawValue: "leads-to-reference")
    /// May stand behind an internal reference; a noun there is counted by the number.
    public static let followsReference = Role(rawValue: "follows-reference")
    /// From here on a task is told, no addressee any more.
    public static let endsAddressee = Role(rawValue: "ends-addressee")
    /// May stand between a citation and the clause of the cited text.
    public static let joinsCitation = Role(rawValue: "joins-citation")
    /// Takes a full stop that ends no sentence.
    public static let abbreviation = Role(rawValue: "abbreviation")
  }

  public let role: Role
  /// The words, in the case they are written in.
  public let text: String
  /// What it stands for; nil where the role says all.
  public let value: String?

  init?(_ row: Table.Row) {
    guard let role = row.value("role"), let text = row.value("text") else { return nil }
    self.role = Role(rawValue: role)
    self.text = text
    value = row.value("value")
  }
}
