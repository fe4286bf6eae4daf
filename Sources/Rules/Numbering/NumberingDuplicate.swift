internal import Syntax

/// A label stands twice in one list.
///
/// ## What it checks
/// No two paragraphs of a list carry the same label. The finding stands on the second one; where a
/// whole run of labels is repeated, on the first of the run.
///
/// ## Why
/// No duplicate survives in the 63 texts of 2018 (CONVENTIONS 1.6), and a reference to the label
/// could mean either paragraph.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// b) the report on lighthouse radio;
///
/// b) the report on buoy radio,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// b) the report on lighthouse radio;
///
/// c) the report on buoy radio,
/// ```
///
/// ## Fix
/// Renumbers the list and carries the references to its paragraphs along. Safe where no reference
/// names a paragraph of the list, else unsafe: it may mean either of the two.
struct NumberingDuplicate: SectionRule {
  static let id = "numbering/duplicate"
  static let severity = Severity.error
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for fault in text.numbering.faults where fault.kind == .duplicate {
      let paragraph = text.tree.paragraphs[fault.paragraph]
      guard let label = paragraph.label else { continue }
      var related: [Related] = []
      if fault.first >= 0, let first = text.tree.paragraphs[fault.first].label {
        related = [
          Related(message: "the first `\(text.label(paragraph))`", range: first.span.range)
        ]
      }
      let waiting = fault.waiting(text)
      report.add(
        "`\(text.label(paragraph))` stands twice; `\(fault.expectedText(text))` is expected here"
          + waiting.words,
        at: label.span, related: related + waiting.related, fixes: fault.fixes(text))
    }
  }
}
