internal import Semantics
internal import Syntax

/// A paragraph refers to itself.
///
/// ## What it checks
/// A reference must not name the very paragraph that it stands in. A reference to a whole clause
/// from inside that clause is a fault only where the clause has no other paragraph.
///
/// ## Why
/// A reference leads the reader elsewhere (CONVENTIONS 3.2, check 6). One that leads back to its
/// own paragraph was written for another numbering.
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted;
///
/// 2 that lamps shall be lit as said in *resolves* 2 of this resolution.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted;
///
/// 2 that lamps shall be lit as said in *resolves* 1 of this resolution.
/// ```
///
/// ## Fix
/// None: only the author knows which paragraph was meant.
struct ReferenceSelf: SectionRule {
  static let id = "reference/self"
  static let severity = Severity.warning
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for reference in text.ownReferences
    where reference.paragraph >= 0 && !reference.inFootnote && reference.clause >= 0 {
      if reference.items.isEmpty {
        if reference.targets.count == 1, reference.targets.first == reference.paragraph,
          !text.runsOn(text.tree.clauses[reference.clause])
        {
          report.add("this paragraph refers to itself", at: reference.span)
        }
        continue
      }
      // With several paragraphs on one line it may stand in the second and name the first.
      guard reference.items.contains(where: { $0.paragraph == reference.paragraph }),
        !text.runsOn(text.tree.clauses[reference.clause])
      else { continue }
      for item in reference.items where item.paragraph == reference.paragraph {
        report.add("this paragraph refers to itself", at: item.span)
      }
    }
  }
}
