internal import Syntax

/// A paragraph among labelled ones carries no label.
///
/// ## What it checks
/// In a clause with labels every paragraph of the first level has one. A lead-in that ends with a
/// colon, the closing words behind a sub-list and a sentence that goes on after a page break are
/// no paragraphs of their own. Annexes are not judged.
///
/// ## Why
/// A numbered clause of the 63 texts of 2018 labels all its paragraphs (CONVENTIONS 1.6); nothing
/// can refer to one without a label.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// the report on lighthouse radio;
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
/// Writes the label. Safe where exactly that label is missing in the list; unsafe where the labels
/// behind it (and the references to them) have to follow.
struct NumberingMissing: SectionRule {
  static let id = "numbering/missing"
  static let severity = Severity.error
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for missing in text.numbering.missing {
      let paragraph = text.tree.paragraphs[missing.paragraph]
      report.add(
        "this paragraph has no label; `\(missing.label(text))` is expected",
        at: Span(paragraph.text.lower, paragraph.text.lower), fixes: missing.fixes(text))
    }
  }
}
