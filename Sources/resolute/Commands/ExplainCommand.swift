import Configuration
import Rules

extension CommandTable {
  static let explain = Command(
    "explain", "Show the manual page of a rule, or list the rules", operands: "[RULE|GROUP]",
    settings: (), options: []
  ) { (_: Void, operands: [Argument], session: Session) throws(UsageError) -> ExitStatus in
    guard operands.count <= 1 else { throw UsageError("explain takes one rule or group") }
    let rules = session.linter.rules()
    guard let name = operands.first?.text else {
      session.console.output.write(ruleList(rules))
      return .clean
    }
    if let rule = rules.first(where: { $0.id == name }) {
      let end = rule.manual.hasSuffix("\n") ? "" : "\n"
      session.console.output.write("# \(rule.id) (\(rule.severity.name))\n\n\(rule.manual)\(end)")
      return .clean
    }
    let group = rules.filter { $0.group == name }
    guard !group.isEmpty else {
      throw .unknown("rule or group", name, among: session.linter.names.rules)
    }
    session.console.output.write(ruleList(group))
    return .clean
  }

  private static func ruleList(_ rules: [Linter.RuleEntry]) -> String {
    let width = rules.map(\.id.utf8.count).max() ?? 0
    return rules.map { rule in
      let id = rule.id + String(repeating: " ", count: width - rule.id.utf8.count)
      let level = rule.severity.name
      let gap = String(repeating: " ", count: max(0, 11 - level.utf8.count))
      return "\(id)  \(level)\(gap)  \(rule.summary)\n"
    }.joined()
  }
}
