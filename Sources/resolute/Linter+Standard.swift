import Grammar
import Rules
import Semantics
import Syntax

extension Linter {
  /// The linter of this program.
  static let standard = Linter(
    rules: {
      RuleInfo.all.map {
        RuleEntry(id: $0.id, severity: $0.severity, summary: $0.summary, manual: $0.manual)
      }
    },
    profiles: { Profile.all.map(\.id) },
    judge: { text, request in
      let profile = request.profile.flatMap(Profile.named)
      let meaning = TextMeaning(Document(text), profile: profile)
      let first = meaning.sections.first { $0.resolution.isRecognised }
      return Verdict(
        recognised: first != nil, profile: first?.profile.id,
        language: first == nil ? nil : "en",
        hasNamedBase: request.namedBase != nil && request.rules.bases?.finds(in: meaning) == true,
        findings: Judgement(meaning, settings: request.rules).findings)
    })
}
