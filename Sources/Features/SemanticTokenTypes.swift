/// What a word of a draft is, in the names of the protocol, so that every colour theme knows them.
public enum SemanticTokenType: UInt8, Sendable, CaseIterable {
  /// A title, and the citation of a text.
  case `class`
  /// The title of an annex, and the citation of one.
  case namespace
  /// An enacting formula.
  case type
  /// The verb of a clause heading.
  case keyword
  /// The addressee in a clause heading.
  case parameter
  /// A label, and an internal reference.
  case enumMember
  /// The citation of a part of a text: provision, article, paragraph, action line.
  case property
  /// The citation of a document.
  case string
  /// An acronym.
  case macro
  /// A footnote mark.
  case decorator
  /// A proposal mark: `MOD`.
  case modifier
  /// What is not judged; with the modifier `deprecated`, text that a tracked change deletes.
  case comment
  /// The signs of a tracked change.
  case `operator`

  /// Names of the types, each at the index of its raw value.
  public static let legend: [String] = allCases.map { "\($0)" }
}

/// What sets a token apart from others of its type.
public struct SemanticTokenModifiers: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A label, heading, title or note itself, not what points at it; an acronym where it is spelled out.
  public static let declaration = SemanticTokenModifiers(rawValue: 1)
  /// Text that a tracked change deletes.
  public static let deprecated = SemanticTokenModifiers(rawValue: 2)

  /// Names of the modifiers, each at the index of its bit.
  public static let legend = ["declaration", "deprecated"]
}
