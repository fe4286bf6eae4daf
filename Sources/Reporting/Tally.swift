public import Rules

/// Counts over the files of a run.
public struct Tally: Sendable, Equatable {
  /// How often a rule was broken.
  public struct RuleCount: Sendable, Equatable {
    public var rule: String
    /// The worst of its findings.
    public var severity: Severity
    public var count: Int
  }

  public private(set) var files = 0
  public private(set) var recognised = 0
  public private(set) var filesWithFindings = 0
  public private(set) var findings = 0
  /// Findings with a safe fix.
  public private(set) var fixable = 0
  private var bySeverity = [Int](repeating: 0, count: Severity.allCases.count)
  private var byRule: [String: RuleCount] = [:]

  public init() {}

  public init(_ file: FileReport) {
    files = 1
    recognised = file.recognised ? 1 : 0
    filesWithFindings = file.findings.isEmpty ? 0 : 1
    for finding in file.findings { count(finding) }
  }

  private mutating func count(_ finding: Finding) {
    findings += 1
    if finding.fixes.contains(where: { $0.safety == .safe }) { fixable += 1 }
    bySeverity[Int(finding.severity.rawValue) - 1] += 1
    let one = RuleCount(rule: finding.rule, severity: finding.severity, count: 1)
    merge(one)
  }

  private mutating func merge(_ more: RuleCount) {
    guard var known = byRule[more.rule] else {
      byRule[more.rule] = more
      return
    }
    known.count += more.count
    known.severity = min(known.severity, more.severity)
    byRule[more.rule] = known
  }

  public mutating func add(_ other: Tally) {
    files += other.files
    recognised += other.recognised
    filesWithFindings += other.filesWithFindings
    findings += other.findings
    fixable += other.fixable
    for index in bySeverity.indices { bySeverity[index] += other.bySeverity[index] }
    for more in other.byRule.values { merge(more) }
  }

  public func count(of severity: Severity) -> Int { bySeverity[Int(severity.rawValue) - 1] }

  /// The worst level that was found.
  public var worst: Severity? { Severity.allCases.first { count(of: $0) > 0 } }

  /// The most frequent first, equals by name.
  public var rules: [RuleCount] {
    byRule.values.sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
  }

  /// One line for people.
  public var summary: String {
    let texts = recognised == 1 ? "1 resolution text" : "\(recognised) resolution texts"
    let passedOver = files - recognised
    let others = passedOver == 0 ? "" : " (\(passedOver) of \(files) files not recognised)"
    guard findings > 0 else { return "No findings in \(texts)\(others)." }
    let levels = Severity.allCases.compactMap { severity -> String? in
      let count = count(of: severity)
      return count == 0 ? nil : Self.plural(count, severity)
    }
    let fixes = fixable == 0 ? "" : "; \(fixable) can be fixed with --fix"
    return "\(findings == 1 ? "1 finding" : "\(findings) findings")"
      + " (\(levels.joined(separator: ", "))) in \(filesWithFindings) of \(texts)\(others)\(fixes)."
  }

  private static func plural(_ count: Int, _ severity: Severity) -> String {
    // "information" has no plural.
    severity == .information || count == 1
      ? "\(count) \(severity.name)" : "\(count) \(severity.name)s"
  }

  /// A table for people: count, level and name of each rule, then the totals.
  public func table() -> String {
    let rows = rules
    let width = max(String(findings).count, 5)
    var text = ""
    for row in rows {
      text += "\(Self.right(String(row.count), width))  "
      text += "\(Self.left(row.severity.name, 11))  \(row.rule)\n"
    }
    return text + "\(Self.right(String(findings), width))  \(Self.left("total", 11))  "
      + "in \(filesWithFindings) of \(files) files, \(recognised) recognised\n"
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
