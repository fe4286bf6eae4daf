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

  private struct Lists: Sendable {
    var rules: [String]
    var profiles: [String]
    var languages: [String]
  }

  /// `nil` for those of this program, whose tables are read when the first setting asks.
  private let own: Lists?

  private init() { own = nil }

  public init(rules: [String], profiles: [String], languages: [String]) {
    own = Lists(rules: rules, profiles: profiles, languages: languages)
  }

  /// Those of this program.
  public static let standard = KnownNames()

  /// Rule ids and groups.
  public var rules: [String] { own?.rules ?? Self.ruleNames }
  public var profiles: [String] { own?.profiles ?? Self.profileNames }
  public var languages: [String] { own?.languages ?? Self.languageNames }

  private static let ruleNames = RuleInfo.groups + RuleInfo.all.map(\.id)
  private static let profileNames = Profile.all.map(\.id)
  private static let languageNames = Language.all.map(\.id)

  /// What may stand for a name of the kind.
  public func all(_ kind: Kind) -> [String] {
    switch kind {
    case .rule: rules
    case .profile: ["auto"] + profiles
    case .language: ["auto"] + languages
    }
  }
}
