import Features
import Grammar
import JSON
import LanguageServerProtocol
import Rules

/// What the user can choose, for one text.
struct Settings: Sendable {
  var rules = RuleSettings()
  /// The profile to use whatever a text says.
  var profile: Profile?
  /// Whether findings about the paragraph under the caret wait until it is left.
  var calm = true
  /// Diagnostics of one text at most; the worst are kept and one says how many were left out.
  var findingLimit = 1000
  /// The inlay hints that are shown.
  var hints = Set(Features.InlayHint.Kind.allCases)
  /// The code lenses that are shown.
  var lenses: Set<Features.CodeLens.Kind> = []
  /// Bytes of a text that is judged.
  var sizeLimit = 64 << 20

  /// The rules for a text of the client's language. Who names a text `resolution` wants it judged
  /// whatever it looks like; a text over the limit is judged by no rule.
  func rules(for language: String, size: Int) -> RuleSettings {
    var rules = rules
    if language == "resolution" { rules.allTexts = true }
    if size > sizeLimit { rules.ignore.formUnion(RuleInfo.groups) }
    return rules
  }
}

/// Where the settings of each text come from. The one place that knows: handlers and features ask for
/// the settings of a text and get values.
struct SettingsStore: Sendable {
  /// The name under which clients keep the settings.
  static let section = "resolute"

  /// What the client says; its keys are those of `.resolute.json`.
  private(set) var client: JSONValue = .null
  private var settings = Settings()

  func settings(of uri: DocumentURI) -> Settings { settings }

  /// Takes the client's settings in place of those before.
  ///
  /// - Returns: whether something changed.
  mutating func take(_ value: JSONValue) -> Bool {
    guard value != client else { return false }
    client = value
    settings = Settings()
    if let calm = value["calm"]?.bool { settings.calm = calm }
    if let limit = value["max-findings"]?.int { settings.findingLimit = max(1, limit) }
    settings.hints.toggle(.target, value.at("hints", "reference"))
    settings.hints.toggle(.edition, value.at("hints", "edition"))
    settings.lenses.toggle(.references, value.at("lenses", "references"))
    settings.lenses.toggle(.citations, value.at("lenses", "citations"))
    return true
  }
}

extension Set {
  /// Puts a member in or takes it out, where a setting says so.
  fileprivate mutating func toggle(_ member: Element, _ setting: JSONValue?) {
    guard let isOn = setting?.bool else { return }
    if isOn { insert(member) } else { remove(member) }
  }
}
