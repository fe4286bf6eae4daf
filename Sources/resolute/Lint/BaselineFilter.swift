import Configuration
import Rules
import Workspace

/// Takes the findings that a baseline knows out of a verdict.
struct BaselineFilter: Sendable {
  /// `nil`: none is known, fingerprints are wanted only.
  var baseline: Baseline?
  /// Of the baseline's file, absolute and without links.
  var folder: FilePath

  /// The name of a text in the baseline.
  func name(of path: FilePath) -> String { path.name(below: folder) }

  func apply(to verdict: inout Linter.Verdict, of text: [UInt8], name: String) {
    let prints = Fingerprint.all(of: verdict.findings, in: text)
    var left: [Finding] = []
    var leftPrints: [String] = []
    for (finding, print) in zip(verdict.findings, prints) {
      let entry = Baseline.Entry(rule: finding.rule, fingerprint: print)
      verdict.entries.append(entry)
      if baseline?.contains(entry, path: name) == true { continue }
      left.append(finding)
      leftPrints.append(print)
    }
    verdict.findings = left
    verdict.fingerprints = leftPrints
  }

  /// What the baseline knows of a text and no longer stands in it, as far as rules were asked.
  func stale(_ verdict: Linter.Verdict, name: String, isOn: (String) -> Bool) -> [Baseline.Entry] {
    guard let known = baseline?.entries[name] else { return [] }
    return known.subtracting(verdict.entries).filter { isOn($0.rule) }.sorted()
  }
}
