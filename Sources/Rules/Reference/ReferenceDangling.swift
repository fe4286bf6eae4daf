internal import Semantics
internal import Syntax

/// A reference names a paragraph that does not exist.
///
/// ## What it checks
/// A reference such as *resolves* 5 above or *considering* *c)* names a clause of this text and one or
/// more of its paragraphs; each of them must be there. References into other texts are left alone.
///
/// ## Why
/// Paragraphs are deleted and renumbered from one conference to the next, and references do not follow
/// by themselves (CONVENTIONS 3.2, 3.4).
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
/// to report on *resolves* 3 above.
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
/// to report on *resolves* 2 above.
/// ```
///
/// ## Fix
/// None: only the author knows which paragraph was meant.
struct ReferenceDangling: SectionRule {
  static let id = "reference/dangling"
  static let severity = Severity.error

  func check(_ text: SectionContext, _ report: inout Report) {
    for reference in text.meaning.references where !reference.isExternal {
      guard reference.clause >= 0 else {
        report.add(
          "this text has no clause `\(text.plain(reference.head))`", at: reference.span)
        continue
      }
      let clause = text.tree.clauses[reference.clause]
      for item in reference.items where item.outcome == .missing {
        report.add(
          "`\(text.heading(clause))` has no paragraph `\(text.plain(item.span))`", at: item.span,
          related: [
            Related(
              message: labels(of: clause, text), range: clause.heading.span.range)
          ])
      }
    }
  }

  private func labels(of clause: Clause, _ text: SectionContext) -> String {
    let labels = clause.paragraphs.map { text.tree.paragraphs[$0] }
      .filter { $0.isLabelled && $0.level == 1 }
    guard let first = labels.first, let last = labels.last, labels.count > 1 else {
      return "the clause has no labelled paragraphs"
    }
    return "the clause runs from `\(text.label(first))` to `\(text.label(last))`"
  }
}
