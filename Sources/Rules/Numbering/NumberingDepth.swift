internal import Grammar
internal import Syntax

/// A list stands deeper than the conventions go.
///
/// ## What it checks
/// Paragraphs have three levels: labels, sub-items and bullets or sub-items below those. A label
/// or bullet on a deeper level is found. Annexes are not judged.
///
/// ## Why
/// No text of 2018 goes deeper in its clauses (CONVENTIONS 1.6), and a reference to so deep an
/// item is hard to read.
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// 1 that lamps be lit:
///
///    a) in harbours:
///
///       i) on moles:
///
///          - at the head;
///
///          - at the root;
///
///       ii) on quays;
///
///    b) on buoys;
///
/// 2 that bells be rung.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// 1 that lamps be lit:
///
///    a) on the heads and roots of moles;
///
///    b) on quays and buoys;
///
/// 2 that bells be rung.
/// ```
///
/// ## Fix
/// None: only the author can say it in fewer levels.
struct NumberingDepth: SectionRule {
  static let id = "numbering/depth"
  static let severity = Severity.warning
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    for paragraph in text.tree.paragraphs where paragraph.level > 2 {
      guard paragraph.clause >= 0, paragraph.annex < 0, let span = text.markSpan(paragraph) else {
        continue
      }
      let depth = text.profile.depth(of: text.tree.clauses[paragraph.clause].part.numbering)
      if depth > 0, paragraph.level > depth {
        report.add("this list is on level \(paragraph.level); there are \(depth) at most", at: span)
      }
    }
  }
}
