/// More was found than is shown.
///
/// ## What it checks
/// An editor shows a limited number of findings for a text. The worst are kept, in the order of the
/// text, and this finding says how many were left out. The command line shows them all.
///
/// ## Why
/// A list of thousands cannot be worked through, and many editors become slow with it; but nothing is
/// left out without a word.
///
/// ## Wrong
/// A text in which every paragraph lost its end mark, in an editor with a limit of 1000.
///
/// ## Right
/// The same text after the first thousand are corrected.
///
/// ## Fix
/// None: correct what is shown, or raise the limit.
struct LimitFindings: TextRule {
  static let id = "limit/findings"
  static let severity = Severity.information
}

extension Array where Element == Finding {
  /// The worst findings of one text, in the order of the text, and one at its start that says how many
  /// more there are. A text with no more than `limit` findings keeps them as they are.
  ///
  /// - Parameter limit: how many are kept; at least 1.
  public func capped(at limit: Int) -> [Finding] {
    let limit = Swift.max(1, limit)
    guard count > limit else { return self }
    var room = limit
    var kept = Set<Int>()
    for severity in Severity.allCases {
      for (index, finding) in enumerated() where finding.severity == severity && room > 0 {
        kept.insert(index)
        room -= 1
      }
    }
    return [.notShown(count - kept.count)]
      + enumerated().filter { kept.contains($0.offset) }.map(\.element)
  }
}

extension Finding {
  /// Says at the start of a text how many findings are not shown.
  public static func notShown(_ rest: Int) -> Finding {
    Finding(
      rule: LimitFindings.id, severity: LimitFindings.severity,
      message: "\(rest) further finding\(rest == 1 ? " is" : "s are") not shown", range: 0..<0)
  }
}
