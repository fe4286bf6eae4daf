internal import Revision
internal import Syntax

/// A label is missing between two labels of one list.
///
/// ## What it checks
/// The labels of a list run without a gap from the first value: a), b), c); 1, 2, 3; i), ii),
/// iii). Counting resumes from the label behind the gap, so that one lost paragraph gives one
/// finding. `b)bis` takes no place of its own. In an annex only a run of whole sentences that
/// begins with the first label is judged, since annexes hold tables and sections that are numbered
/// otherwise.
///
/// ## Why
/// Every numbered clause of the 63 texts of 2018 runs from its first label without a gap
/// (CONVENTIONS 1.6). A gap is left where a paragraph was deleted and the rest not renumbered.
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
/// Renumbers the list and carries the references to its paragraphs along. Safe, unless a label is
/// named without its heading ("see d) above"), two clauses have the same name, the list does not
/// begin with its first label, the gap is wider than three labels, or the list stands in an annex.
/// None where the missing label stands in the middle of the paragraph before, where insertions
/// (*bis*) keep their numbers on purpose, and as long as a reference names a label of the clause that
/// is not there: behind the fix it would name another paragraph. The message tells which one.
struct NumberingGap: SectionRule {
  static let id = "numbering/gap"
  static let severity = Severity.error
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for fault in text.numbering.faults where fault.kind == .gap {
      let paragraph = text.tree.paragraphs[fault.paragraph]
      guard let label = paragraph.label else { continue }
      let runsOn =
        fault.previous >= 0
        && text.runsOn(fault.previous) { $0.form == paragraph.form && $0.value == fault.expected }
      let waiting = runsOn ? (words: "", related: []) : fault.waiting(text)
      report.add(
        "`\(text.label(paragraph))` follows \(fault.previousText(text)); "
          + "`\(fault.expectedText(text))` "
          + (runsOn ? "stands in the middle of that paragraph" : "is missing") + waiting.words,
        at: label.span, related: waiting.related, fixes: runsOn ? [] : fault.fixes(text))
    }
  }
}
