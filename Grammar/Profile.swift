/// The conventions that a text is judged by: those of one body.
public struct Profile: Sendable {
  /// How the title names the session.
  public enum TitleSession: String, CaseIterable, Sendable {
    /// `(Rev. Dubai, 2018)`.
    case placeYear = "place-year"
    /// `(REV.WRC-15)`.
    case token = "session-token"
    /// `ITU-R 1-6`: the number of the revision, no session.
    case revisionCount = "revision-count"
    /// `(C07)`.
    case council
  }

  /// The most that a finding of a rule may weigh in a profile.
  public enum Ceiling: String, CaseIterable, Sendable {
    case error
    case warning
    case information
    case hint
    /// The rule is silent.
    case off
  }

  /// Name for `--profile` and the configuration: `itu-pp`.
  public let id: String
  /// `Body.id`.
  public let body: String
  public let name: String
  /// Form of the title line, for people.
  public let titleForm: String
  public let titleSession: TitleSession
  /// What the body calls itself: "conference".
  public let ownWord: String
  /// Form of an annex title, for people.
  public let annexForm: String
  /// The word that opens a closing line: "Ref.:".
  public let closing: String?
  /// The signs by which a text is known to be of this profile, the weightiest first.
  public let signs: [RecognitionSign]
  private let numbering: [Numbering]
  private let ceilings: [String: Ceiling]

  /// In the order of the data; `itu-pp`, the profile that was counted, is the first.
  public static let all: [Profile] = Table(named: "profiles").rows.compactMap(Profile.init)

  public static func named(_ id: String) -> Profile? { all.first { $0.id == id } }

  /// The most that a finding of the rule may weigh here; nil where its defaults hold.
  /// A finding stands at the lower of its own severity and this.
  /// - Parameter rule: an id such as `structure/heading-repeated`.
  public func severity(of rule: String) -> Ceiling? { ceilings[rule] }

  /// The rules with a ceiling of their own, sorted.
  public var exceptions: [(rule: String, ceiling: Ceiling)] {
    ceilings.sorted { $0.key < $1.key }.map { (rule: $0.key, ceiling: $0.value) }
  }

  /// The styles allowed at a level (1 is the paragraph of a clause); none where it is too deep.
  public func styles(part: Numbering.Part, level: Int) -> [NumberingStyle] {
    numbering.filter { $0.part == part && $0.level == level }.map(\.style)
  }

  /// The deepest level that any style is allowed at.
  public func depth(of part: Numbering.Part) -> Int {
    numbering.filter { $0.part == part }.map(\.level).max() ?? 0
  }

  init?(_ row: Table.Row) {
    guard let id = row.value("id"), let body = row.value("body"),
      let titleSession = TitleSession(rawValue: row["session"])
    else { return nil }
    self.id = id
    self.body = body
    self.titleSession = titleSession
    name = row["name"]
    titleForm = row["title"]
    ownWord = row["own"]
    annexForm = row["annex"]
    closing = row.value("closing")
    signs = RecognitionSign.all.filter { $0.profile == id }
    numbering = Numbering.all.filter { $0.profile == id }
    var ceilings: [String: Ceiling] = [:]
    for row in Table(named: "profiles/" + id).rows {
      if let rule = row.value("rule") { ceilings[rule] = Ceiling(rawValue: row["severity"]) }
    }
    self.ceilings = ceilings
  }
}

/// Something in a text that tells its profile.
public struct RecognitionSign: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// The enacting formula begins with the text.
    case formula
    /// The bracket of the title begins, after "Rev.", with the text and a year.
    case titleSession = "title-session"
    /// The number of the title begins with the text: `ITU-R`.
    case titleNumber = "title-number"
    /// The title begins with the text: `WTSA RESOLUTION`.
    case titlePrefix = "title-prefix"
    /// The title is this letter and a number: `R 1282`.
    case marginNumber = "margin-number"
    /// Place and year of the title are a session of this profile's body, and of no other body
    /// that has a profile.
    case titlePlaceYear = "title-place-year"
    /// Nothing else fits.
    case fallback = "default"
  }

  /// `Profile.id`.
  public let profile: String
  public let kind: Kind
  /// What is looked for; nil where the kind says it.
  public let text: String?
  /// The greater wins; among equals the one that stands first in `all`.
  public let weight: Int

  /// Of all profiles, the weightiest first; formulas of one weight the longest first.
  public static let all: [RecognitionSign] = Table(named: "recognition").rows
    .compactMap(RecognitionSign.init).enumerated()
    .sorted { left, right in
      let sizes = (left.element.formulaLength, right.element.formulaLength)
      if left.element.weight != right.element.weight {
        return left.element.weight > right.element.weight
      }
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : left.offset < right.offset
    }.map(\.element)

  private var formulaLength: Int { kind == .formula ? text?.utf8.count ?? 0 : 0 }

  init?(_ row: Table.Row) {
    guard let profile = row.value("profile"), let kind = Kind(rawValue: row["sign"]),
      let weight = row.number("weight")
    else { return nil }
    self.profile = profile
    self.kind = kind
    self.weight = weight
    text = row.value("text")
  }
}
