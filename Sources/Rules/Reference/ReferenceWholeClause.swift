internal import Semantics
internal import Syntax

/// A reference names a clause of several labelled paragraphs without saying which.
///
/// ## What it checks
/// "*resolves* above" is the form for a clause without labels. Into a numbered clause it means all
/// of it, which may be more than was meant.
///
/// ## Why
/// Three of the texts of 2018 refer so into a numbered clause, hence no more than a hint
/// (CONVENTIONS 3.2, check 4).
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted;
///
/// 2 that lamps shall be lit,
///
/// *instructs the Secretary-General*
///
/// to report on *resolves* above.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted;
///
/// 2 that lamps shall be lit,
///
/// *instructs the Secretary-General*
///
/// to report on *resolves* 1 and 2 above.
/// ```
///
/// ## Fix
/// None: only the author knows which paragraphs were meant.
struct ReferenceWholeClause: SectionRule {
  static let id = "reference/whole-clause"
  static let severity = Severity.hint
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for reference in text.ownReferences where reference.items.isEmpty && reference.clause >= 0 {
      let clause = text.tree.clauses[reference.clause]
      let labelled = clause.paragraphs.count {
        text.tree.paragraphs[$0].isLabelled && text.tree.paragraphs[$0].level == 1
      }
      guard labelled > 1 else { continue }
      report.add(
        "this names all \(labelled) paragraphs of `\(text.heading(clause))`", at: reference.span,
        related: text.related(clause))
    }
  }
}
