import Configuration
import Rules

/// What the command line needs of the linter.
struct Linter: Sendable {
  /// A rule as the lists and pages of the command line show it.
  struct RuleEntry: Sendable {
    /// `group/name`.
    var id: String
    var severity: Severity
    /// The first line of its page.
    var summary: String
    /// The page, Markdown.
    var manual: String

    var group: String { String(id.prefix { $0 != "/" }) }
  }

  /// How a text is to be judged.
  struct Request: Sendable, Equatable {
    var rules = RuleSettings()
    /// `nil`: as the text shows.
    var profile: String?
    /// The base that the command line names.
    var namedBase: String?

    init(_ settings: PathSettings) {
      rules = settings.rules
      profile = settings.profile
      if case .file(let named) = settings.base, named.file == nil { namedBase = named.path }
    }
  }

  /// What the rules say of a text.
  struct Verdict: Sendable {
    var recognised: Bool
    /// Those of the first resolution.
    var profile: String?
    var language: String?
    /// Whether the base that the command line names is an edition of the text.
    var hasNamedBase = false
    /// By offset, then rule.
    var findings: [Finding] = []
    /// One for each finding, where a baseline wants them.
    var fingerprints: [String]?
    /// All findings as a baseline knows them, those that it hides too.
    var entries: [Baseline.Entry] = []
  }

  /// All rules, by id.
  var rules: @Sendable () -> [RuleEntry]
  /// The names that `--profile` knows.
  var profiles: @Sendable () -> [String]
  /// What a configuration may name.
  var names: KnownNames {
    let rules = rules()
    var groups: [String] = []
    for rule in rules where groups.last != rule.group { groups.append(rule.group) }
    return KnownNames(
      rules: groups + rules.map(\.id), profiles: profiles(),
      languages: KnownNames.standard.languages)
  }

  /// Called from many threads at once.
  var judge: @Sendable (_ text: [UInt8], _ request: Request) -> Verdict
}
