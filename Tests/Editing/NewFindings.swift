import Revision
import Rules

/// The findings that there may be behind an edit: those before it, and what the edit has announced.
struct AnnouncedFindings {
  private var budget: [String: Int] = [:]

  init(_ before: [Finding], _ problems: [RevisionProblem]) {
    for finding in before { budget[finding.rule, default: 0] += 1 }
    for rule in problems.flatMap({ Self.rules($0.kind) }) { budget[rule, default: 0] += 1 }
  }

  func cover(_ after: [Finding]) -> Bool {
    var left = budget
    for finding in after { left[finding.rule, default: 0] -= 1 }
    return left.values.allSatisfy { $0 >= 0 }
  }

  private static func rules(_ kind: RevisionProblem.Kind) -> [String] {
    switch kind {
    case .deletedTarget:
      [
        "reference/dangling", "reference/self", "reference/direction", "reference/unnumbered",
        "reference/whole-clause", "reference/range", "reference/label-kind",
      ]
    case .bothSides: ["reference/direction"]
    case .selfReference: ["reference/self", "reference/direction"]
    case .danglingLabel: ["reference/direction", "reference/self", "reference/unnumbered"]
    case .widerRange: ["reference/whole-clause"]
    case .splitTarget, .rewritten, .looseMention: []
    }
  }
}
