internal import Grammar
internal import Rules

/// The names that a configuration may use for things of the program.
public struct KnownNames: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case rule
    case profile
    case language

    /// As a message calls one of them.
    var noun: String {
      switch self {
      case .rule: "rule or group"
      case .profile: "profile"
      case .language: "language"
      }
    }
  }

  /// Rule ids and groups.
  public var rules: [String]
  public var profiles: [String]
  public var languages: [String]

  public init(rules: [String], profiles: [String], languages: [String]) {
    self.rules = rules
    self.profiles = profiles
    self.languages = languages
  }

  /// Those of this program.
  public static let standard = KnownNames(
    rules: RuleInfo.groups + RuleInfo.all.map(\.id), profiles: Profile.all.map(\.id),
    languages: Language.all.map(\.id))

  /// What may stand for a name of the kind.
  public func all(_ kind: Kind) -> [String] {
    switch kind {
    case .rule: rules
    case .profile: ["auto"] + profiles
    case .language: ["auto"] + languages
    }
  }
}
