internal import Syntax

/// A directive silences nothing.
///
/// ## What it checks
/// Each rule or group named in a directive must have a finding where the directive holds: in the next
/// paragraph for `ignore`, up to `ignore-end` for `ignore-start`, anywhere for `ignore-file`. An
/// `ignore-end` must have something to end. Rules that are switched off are left alone.
///
/// ## Why
/// What it silenced has been corrected; left behind, it would hide the next defect.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// <!-- resolute: ignore numbering/gap -->
/// the report on harbour radio,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// the report on harbour radio,
/// ```
///
/// ## Fix
/// Safe: deletes the name, or the directive when it has no other. None for a pair of `ignore-start` and
/// `ignore-end`.
struct SuppressionUnused: TextRule {
  static let id = "suppression/unused"
  static let severity = Severity.warning

  static func findings(
    _ directives: [Directive], used: Set<SuppressionScopes.Word>, idleEnds: Set<Int>,
    _ settings: RuleSettings
  ) -> [Finding] {
    var findings: [Finding] = []
    func add(_ message: String, _ span: Span, _ fix: Fix?) {
      findings.append(
        Finding(
          rule: id, severity: severity, message: message, range: span.range,
          fixes: fix.map { [$0] } ?? []))
    }
    for (index, directive) in directives.enumerated() {
      switch directive.verb {
      case .unknown: continue
      case .end:
        if idleEnds.contains(index) {
          add("no ignore-start is open here", directive.verbSpan, removal(directive))
        }
        continue
      case .paragraph, .start, .file: break
      }
      let fixable = directive.verb != .start
      if directive.names.isEmpty {
        let word = SuppressionScopes.Word(index: index)
        if !used.contains(word) {
          add("there is nothing to ignore", directive.verbSpan, fixable ? removal(directive) : nil)
        }
      }
      for (position, name) in directive.names.enumerated() {
        let word = SuppressionScopes.Word(index: index, name: position)
        guard !used.contains(word), speaks(name.text, settings) else { continue }
        add(
          "`\(name.text)` finds nothing to ignore", name.span,
          fixable ? removal(directive, position) : nil)
      }
    }
    return findings
  }

  /// Whether the rule, or one of the group, is known, on, and judged before this rule is.
  private static func speaks(_ name: String, _ settings: RuleSettings) -> Bool {
    guard !name.hasPrefix("suppression") else { return false }
    return RuleInfo.all.contains { ($0.id == name || $0.group == name) && settings.isOn($0.id) }
  }

  private static func removal(_ directive: Directive) -> Fix {
    .delete(directive.line, title: "Delete the directive")
  }

  private static func removal(_ directive: Directive, _ position: Int) -> Fix {
    let names = directive.names
    guard names.count > 1 else { return removal(directive) }
    let name = names[position].span
    let span =
      position > 0
      ? Span(names[position - 1].span.upper, name.upper)
      : Span(name.lower, names[1].span.lower)
    return .delete(span, title: "Delete `\(names[position].text)`")
  }
}
