internal import Grammar
public import Syntax

/// What tells one text from others as far as a citation or a title says: the same value for all
/// editions of a text.
public struct TextName: Sendable, Hashable {
  /// One of the kinds for which `isText` holds.
  public var kind: Citation.Kind
  /// `nil` where the words leave it open.
  public var body: CitedBody?
  /// Without a count of revisions: `61` for `ITU-R 61-2`.
  public var number: String

  public init(kind: Citation.Kind, body: CitedBody?, number: String) {
    self.kind = kind
    self.body = body
    self.number = Self.plain(number, body)
  }

  /// `nil` for a part of a text, and for a citation without a number.
  public init?(_ citation: Citation) {
    guard citation.kind.isText, !citation.number.isEmpty else { return nil }
    self.init(kind: citation.kind, body: citation.body, number: citation.number)
  }

  /// The name that a resolution's own title gives it; `nil` without title or number.
  public init?(of meaning: SectionMeaning) {
    guard let title = meaning.section.resolution.title, !title.number.isEmpty,
      let kind = Citation.Kind(title.noun)
    else { return nil }
    self.init(
      kind: kind, body: CitedBody(rawValue: meaning.profile.body),
      number: meaning.section.string(title.number))
  }

  /// The revision of an ITU-R text is counted behind a hyphen.
  private static func plain(_ number: String, _ body: CitedBody?) -> String {
    guard body == .radioAssembly, let dash = number.firstIndex(of: "-") else { return number }
    return String(number[..<dash])
  }

  /// Whether both may name one text: a body that is not known excludes nothing.
  public func mayBe(_ other: TextName) -> Bool {
    guard kind == other.kind, number == other.number else { return false }
    guard let body, let otherBody = other.body else { return true }
    return body == otherBody
  }
}

extension Citation.Kind {
  /// The kind of text that a title announces; `nil` for annexes and the like.
  public init?(_ noun: TitleShape.Noun) {
    switch noun {
    case .resolution: self = .resolution
    case .decision: self = .decision
    case .recommendation: self = .recommendation
    case .opinion: self = .opinion
    case .annex, .section, .formula, .proposal: return nil
    }
  }

  /// As it opens a citation: `Resolution`, `Action Line`.
  public var noun: String {
    if self == .actionLine { return "Action Line" }
    return rawValue.prefix(1).uppercased() + rawValue.dropFirst()
  }
}
