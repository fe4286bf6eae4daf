internal import Rules
internal import Semantics
internal import Syntax
internal import TextModel

extension Draft {
  /// The fixes of the findings in a range, and for each rule a comment that asks not to hear it here.
  func quickFixes(in range: Range<Int>) -> [OfferedAction] {
    let findings = judgement.findings(touching: range)
    var actions: [OfferedAction] = []
    for finding in findings {
      for (index, fix) in finding.fixes.enumerated() {
        let isSafe = fix.safety == .safe
        actions.append(
          OfferedAction(
            title: isSafe ? fix.title : fix.title + " (unsafe)", kind: .quickFix,
            finding: finding, isPreferred: isSafe && index == 0, work: .edits(fix.edits)))
      }
    }
    var seen: Set<String> = []
    for finding in findings where !finding.rule.hasPrefix("suppression/") {
      guard let edit = suppression(of: finding), seen.insert(finding.rule).inserted else {
        continue
      }
      actions.append(
        OfferedAction(
          title: "Ignore `\(finding.rule)` here (comment)", kind: .quickFix, finding: finding,
          work: .edits([edit])))
    }
    return actions
  }

  /// A directive on a line of its own before the paragraph.
  private func suppression(of finding: Finding) -> TextEdit? {
    guard let (meaning, start) = section(at: finding.range.lowerBound) else { return nil }
    let section = meaning.section
    var index = section.block(at: finding.range.lowerBound - start)
    guard section.starts.indices.contains(index) else { return nil }
    // A paragraph that a page break cuts begins in an earlier block.
    let paragraphs = meaning.resolution.paragraphs
    if let own = paragraphs.first(where: { $0.block <= index && index <= $0.lastBlock }) {
      index = own.block
    }
    let at = start + section.starts[index]
    let usesReturns = section.bytes.firstIndex(of: 0x0A).map {
      $0 > 0 && section.bytes[$0 - 1] == 0x0D
    }
    let newline = usesReturns == true ? "\r\n" : "\n"
    return TextEdit(
      range: at..<at, text: "<!-- resolute: ignore \(finding.rule) -->" + newline)
  }
}
