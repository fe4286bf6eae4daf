import Configuration
import Features
import Grammar
import Revision
import Rules

/// What the user can choose, for one text: the settings in force for its path as the server needs them.
struct Settings: Sendable {
  var rules = RuleSettings()
  /// The profile to use whatever a text says.
  var profile: Profile?
  /// Whether findings about the paragraph under the caret wait until it is left.
  var calm = true
  /// Diagnostics of one text at most; the worst are kept and one says how many were left out.
  var findingLimit = 1000
  /// The inlay hints that are shown.
  var hints = Set(InlayHint.Kind.allCases)
  /// The code lenses that are shown.
  var lenses: Set<CodeLens.Kind> = []
  /// How formatting types a text.
  var dialect = DraftDialect.auto
  /// Paragraphs that are inserted leave all others their numbers.
  var stableNumbers = false
  /// Where the pages about the rules are.
  var rulePages: RulePages?
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

extension Settings {
  init(_ path: PathSettings) {
    rules = path.rules
    profile = path.profile.flatMap(Profile.named)
    calm = path.calm
    findingLimit = path.maxFindings
    dialect = path.dialect
    stableNumbers = path.stableNumbers
    rulePages = path.rulePages.map { RulePages($0) }
    hints = []
    if path.hints.reference { hints.insert(.target) }
    if path.hints.edition { hints.insert(.edition) }
    if path.lenses.references { lenses.insert(.references) }
    if path.lenses.citations { lenses.insert(.citations) }
  }
}
