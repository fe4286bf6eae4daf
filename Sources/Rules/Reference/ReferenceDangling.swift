internal import Semantics
internal import Syntax

/// A reference names a clause or a paragraph that does not exist.
///
/// ## What it checks
/// A reference such as *resolves* 5 above or *considering* *c)* names a clause of this text and
/// one or more of its paragraphs; each of them must be there. References into other texts are left
/// alone, and so are clauses whose labels are wrong themselves.
///
/// ## Why
/// Paragraphs are deleted and renumbered from one conference to the next, and references do not
/// follow by themselves (CONVENTIONS 3.2, 3.4).
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
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for reference in text.ownReferences {
      guard reference.clause >= 0 else {
        if !isNearMiss(reference, text) {
          report.add("this text has no clause `\(text.plain(reference.head))`", at: reference.span)
        }
        continue
      }
      let clause = text.tree.clauses[reference.clause]
      guard reference.items.contains(where: { $0.outcome == .missing }),
        !text.labelsAreBroken(reference.clause), !text.runsOn(clause)
      else { continue }
      for item in reference.items where item.outcome == .missing && !lacksLabel(item, clause, text)
      {
        report.add(
          "`\(text.heading(clause))` has no paragraph `\(text.plain(item.span))`", at: item.span,
          related: text.related(clause))
      }
    }
  }

  /// The heading that is meant is there, misspelt.
  private func isNearMiss(_ reference: Reference, _ text: SectionContext) -> Bool {
    let head = text.plain(reference.head)
    return text.tree.clauses.contains { clause in
      clause.heading.intended.map { $0 == head || head.hasPrefix($0 + " ") } ?? false
    }
  }

  /// The paragraph that is meant is there, without its label.
  private func lacksLabel(_ item: Reference.Item, _ clause: Clause, _ text: SectionContext) -> Bool
  {
    guard let step = item.item.steps.first else { return false }
    return text.numbering.missing.contains {
      clause.paragraphs.contains($0.paragraph) && $0.expected == step.ordinal
    }
  }
}
