internal import Syntax

/// A label is smaller than the one before it.
///
/// ## What it checks
/// The labels of a list ascend. The finding stands on the first label that is smaller than its
/// predecessor. The label that jumped ahead leaves a gap, which `numbering/gap` reports.
///
/// ## Why
/// Every numbered clause of the 63 texts of 2018 ascends (CONVENTIONS 1.6). A label out of order
/// is left where a paragraph was moved and kept its label.
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted;
///
/// 2 that lamps shall be lit;
///
/// 3 that bells shall be rung;
///
/// 2bis that horns shall be sounded.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted;
///
/// 2 that lamps shall be lit;
///
/// 2bis that horns shall be sounded;
///
/// 3 that bells shall be rung.
/// ```
///
/// ## Fix
/// Unsafe: renumbers the list as it stands and carries the references along. The author may have
/// meant to move the paragraph instead. None where insertions (*bis*) keep their numbers on
/// purpose.
struct NumberingOrder: SectionRule {
  static let id = "numbering/order"
  static let severity = Severity.error
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for fault in text.numbering.faults where fault.kind == .order {
      let paragraph = text.tree.paragraphs[fault.paragraph]
      guard let label = paragraph.label else { continue }
      let waiting = fault.waiting(text)
      report.add(
        "`\(text.label(paragraph))` stands behind \(fault.previousText(text))" + waiting.words,
        at: label.span, related: waiting.related, fixes: fault.fixes(text))
    }
  }
}
