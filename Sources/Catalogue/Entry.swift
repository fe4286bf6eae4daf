/// The kinds of text that a citation can name by number.
public enum TextKind: String, Sendable, Hashable, CaseIterable {
  case resolution
  case decision
  case recommendation
  case opinion

  /// As it opens a citation: `Resolution`.
  public var capitalised: String {
    switch self {
    case .resolution: "Resolution"
    case .decision: "Decision"
    case .recommendation: "Recommendation"
    case .opinion: "Opinion"
    }
  }
}

/// How far a title can be trusted.
public enum TitleCertainty: String, Sendable, Hashable, CaseIterable {
  /// Read at the head of the text itself. Only such a title grounds a finding.
  case sure
  /// Taken from citations or mended; the wording may differ.
  case mined
  /// The end is missing.
  case truncated
}

/// Whether a text holds, as far as the register knows.
public enum Standing: Sendable, Hashable {
  case unknown
  case inForce
  /// The text, or the session, that put another text in its place.
  case superseded(by: String)
  /// The session or text that abrogated it.
  case abrogated(by: String)
}

/// A session that adopted texts, by place and year.
public struct AdoptingSession: Sendable, Hashable {
  /// In its canonical case: `Sharm el-Sheikh`.
  public var place: String
  public var year: Int

  public init(place: String, year: Int) {
    self.place = place
    self.year = year
  }
}

/// What tells one text of the register from another: body, kind and number.
///
/// Opinions of the policy forum begin at 1 in each forum, so one id may stand for several texts.
public struct EntryID: Sendable, Hashable, CustomStringConvertible {
  /// `PP WTSA WTDC RA WRC WCIT WTPF Council UNGA ECOSOC HRC` or a body of the user's own.
  public var body: String
  public var kind: TextKind
  /// As cited, without a suffix of revision: `140`, `61`, `70/125`.
  public var number: String

  public init(body: String, kind: TextKind, number: String) {
    self.body = body
    self.kind = kind
    self.number = number
  }

  /// `PP/resolution/140`
  public var description: String { "\(body)/\(kind.rawValue)/\(number)" }
}

/// One citable text.
public struct Entry: Sendable, Hashable {
  public var id: EntryID
  /// Without final stop; `nil` where no source gives it.
  public var title: String?
  /// `nil` exactly where the title is.
  public var certainty: TitleCertainty?
  /// Ascending. The list has holes: an edition that is not here proves nothing.
  public var editions: [Edition]
  public var standing: Standing
  /// `YYYY-MM` up to which the standing is known.
  public var asOf: String?
  /// Where the facts were read.
  public var source: String
  /// `nil` for the built-in register, else the name of the user's register that gave or changed it.
  public var origin: String?

  public init(
    id: EntryID, title: String? = nil, certainty: TitleCertainty? = nil, editions: [Edition] = [],
    standing: Standing = .unknown, asOf: String? = nil, source: String = "", origin: String? = nil
  ) {
    self.id = id
    self.title = title
    self.certainty = title == nil ? nil : (certainty ?? .mined)
    self.editions = editions
    self.standing = standing
    self.asOf = asOf
    self.source = source
    self.origin = origin
  }

  public var body: String { id.body }
  public var kind: TextKind { id.kind }
  public var number: String { id.number }

  /// The newest edition that a text of the given year can know; `nil` where every known edition is
  /// later or none is known. Without a year, the newest.
  public func edition(knownIn year: Int?) -> Edition? {
    guard let year else { return editions.last }
    return editions.last { ($0.year ?? Int.max) <= year }
  }

  /// The session that adopted the text as new, where a sure source says so.
  public var firstEdition: Edition? {
    editions.first { !$0.revised && $0.certain && $0.year != nil }
  }
}
