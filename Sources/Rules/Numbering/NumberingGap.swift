internal import Syntax

/// A label is missing between two labels of one clause.
///
/// ## What it checks
/// The labels of a list run without a gap from its first value: a), b), c); 1, 2, 3; i), ii), iii).
/// Counting resumes from the label behind the gap, so that one lost paragraph gives one finding.
/// `b)bis` counts as the place that it follows.
///
/// ## Why
/// Every numbered clause of the 63 texts of 2018 runs from its first label without a gap
/// (CONVENTIONS 1.6). A gap is left where a paragraph was deleted and the rest not renumbered, and
/// every reference behind it then names the wrong paragraph.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// b) the report on lighthouse radio;
///
/// d) the report on buoy radio,
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
/// Safe where nothing refers to the paragraphs behind the gap: renumbers the rest of the list.
struct NumberingGap: SectionRule {
  static let id = "numbering/gap"
  static let severity = Severity.error

  func check(_ text: SectionContext, _ report: inout Report) {
    for fault in SequenceFault.all(in: text) where fault.kind == .gap {
      let paragraph = text.tree.paragraphs[fault.paragraph]
      guard let label = paragraph.label else { continue }
      let expected = LabelText.text(fault.expected, like: paragraph)
      report.add(
        "`\(text.label(paragraph))` follows \(fault.previousText); `\(expected)` is missing",
        at: label.span, related: fault.related, fixes: fault.fixes)
    }
  }
}
