internal import Semantics
internal import Syntax

/// A reference gives a label in a clause that has none.
///
/// ## What it checks
/// A clause of one paragraph has no label, so "*recognizing* b)" cannot be looked up in it. The
/// finding stands on the labels of the reference.
///
/// ## Why
/// Such a clause is named alone: "*resolves* above" (CONVENTIONS 1.6, 3.1). The label is left from
/// a time when the clause had more paragraphs, and what it named may be gone.
///
/// ## Wrong
/// ```resolution
/// *recognizing*
///
/// that a register would help ships,
///
/// *resolves*
///
/// to keep the register named in *recognizing* b) above.
/// ```
///
/// ## Right
/// ```resolution
/// *recognizing*
///
/// that a register would help ships,
///
/// *resolves*
///
/// to keep the register named in *recognizing* above.
/// ```
///
/// ## Fix
/// Unsafe: deletes the labels, where "above" or "below" is left to tell the reference.
struct ReferenceUnnumbered: SectionRule {
  static let id = "reference/unnumbered"
  static let severity = Severity.warning
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for reference in text.ownReferences where reference.clause >= 0 {
      let wrong = reference.items.filter { $0.outcome == .unnumbered }
      guard let first = wrong.first, let last = wrong.last else { continue }
      let clause = text.tree.clauses[reference.clause]
      guard !clause.paragraphs.isEmpty else { continue }
      let span = Span(first.span.lower, last.span.upper)
      var fixes: [Fix] = []
      if reference.direction != nil, let from = labelsStart(reference, text) {
        fixes = [
          .delete(
            Span(from, reference.directionSpan.lower), title: "Name the clause alone",
            safety: .unsafe)
        ]
      }
      report.add(
        "`\(text.heading(clause))` has no labels", at: span,
        related: [Related(message: "this clause", range: clause.heading.span.range)], fixes: fixes)
    }
  }

  /// Behind the heading words, their emphasis and the blank; `nil` where emphasis holds the labels too.
  private func labelsStart(_ reference: Reference, _ text: SectionContext) -> Int? {
    var start = reference.head.upper
    while text.isEmphasis(start) { start += 1 }
    guard text.byte(start) == 0x20, start < reference.directionSpan.lower else { return nil }
    start += 1
    let marks = Span(start, reference.directionSpan.lower).range.count { text.isEmphasis($0) }
    return marks % 2 == 0 ? start : nil
  }
}
