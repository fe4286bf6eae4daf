internal import Grammar
internal import Syntax

/// Preambular clauses stand before operative ones.
///
/// ## What it checks
/// Behind the first operative clause (resolves, instructs, invites) no preambular clause
/// (considering, noting) follows. Each annex is judged on its own. One finding stands at the first
/// preambular heading behind an operative one.
///
/// ## Why
/// 63 of 63 texts of 2018 keep the order (CONVENTIONS 1.5).
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// that buoys shall be painted,
///
/// *considering*
///
/// the report on harbour radio,
///
/// *instructs the Secretary-General*
///
/// to continue this work.
/// ```
///
/// ## Right
/// ```resolution
/// *considering*
///
/// the report on harbour radio,
///
/// *resolves*
///
/// that buoys shall be painted,
///
/// *instructs the Secretary-General*
///
/// to continue this work.
/// ```
///
/// ## Fix
/// None: moving a clause changes what is above and below, and references with it.
struct StructurePartOrder: SectionRule {
  static let id = "structure/part-order"
  static let severity = Severity.error
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    var annex = -1
    let clauses = text.tree.clauses
    var first: Int?
    var previousIsOperative = false
    for index in clauses.indices {
      if clauses[index].annex != annex {
        annex = clauses[index].annex
        first = nil
        previousIsOperative = false
      }
      // A line that only resembles a heading decides nothing.
      guard clauses[index].heading.known || clauses[index].heading.intended != nil else {
        continue
      }
      guard clauses[index].heading.part == .preambular else {
        if first == nil { first = index }
        previousIsOperative = true
        continue
      }
      if let first, previousIsOperative {
        let (clause, operative) = (clauses[index], clauses[first])
        report.add(
          "`\(text.heading(clause))` is preambular and stands behind the operative clause "
            + "`\(text.heading(operative))`", at: clause.heading.span,
          related: [
            Related(message: "the first operative clause", range: operative.heading.span.range)
          ])
      }
      previousIsOperative = false
    }
  }
}
