/// Checks the names given to `--select` and `--ignore` against the rules there are.
struct RuleSelection {
  let select: Set<String>
  let ignore: Set<String>

  init(select: [String], ignore: [String], rules: [Linter.RuleEntry]) throws(UsageError) {
    let known = Set(rules.flatMap { [$0.id, $0.group] })
    for name in select + ignore where !known.contains(name) {
      throw Self.unknownRule(name, rules)
    }
    self.select = Set(select)
    self.ignore = Set(ignore)
  }

  static func unknownRule(_ name: String, _ rules: [Linter.RuleEntry]) -> UsageError {
    var groups: [String] = []
    for rule in rules where groups.last != rule.group { groups.append(rule.group) }
    return .unknown("rule or group", name, among: groups + rules.map(\.id))
  }
}
