internal import Syntax

/// A directive names a rule or group that does not exist.
///
/// ## What it checks
/// `ignore`, `ignore-start`, `ignore-end` and `ignore-file` in a comment are followed by rules or
/// groups, separated by commas; without any they mean all rules. Each name must be a rule's or a
/// group's, and the verb must be one of the four.
///
/// ## Why
/// A misspelt name silences nothing, and nobody would notice.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// <!-- resolute: ignore numbering/gaps -->
/// the report on harbour radio,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// <!-- resolute: ignore numbering/gap -->
/// c) the report on buoy radio,
/// ```
///
/// ## Fix
/// None.
struct SuppressionUnknownRule: TextRule {
  static let id = "suppression/unknown-rule"
  static let severity = Severity.warning

  static func findings(_ directives: [Directive]) -> [Finding] {
    var findings: [Finding] = []
    for directive in directives {
      if directive.verb == .unknown {
        findings.append(
          Finding(
            rule: id, severity: severity,
            message: "a directive is ignore, ignore-start, ignore-end or ignore-file",
            range: directive.verbSpan.range))
        continue
      }
      for name in directive.names where !Directive.known.contains(name.text) {
        findings.append(
          Finding(
            rule: id, severity: severity, message: "there is no rule or group `\(name.text)`",
            range: name.span.range))
      }
    }
    return findings
  }
}
