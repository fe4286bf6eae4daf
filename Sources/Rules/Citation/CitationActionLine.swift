internal import Catalogue
internal import Semantics
internal import Syntax

/// There are eleven action lines.
///
/// ## What it checks
/// A cited action line of the World Summit on the Information Society is one of C1 to C11.
///
/// ## Why
/// The Geneva Plan of Action has eleven action lines, and the Tunis Agenda lists the same (CONVENTIONS 2,
/// WSIS action line).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// Action Lines C2 and C15,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// Action Lines C2 and C5,
/// ```
///
/// ## Fix
/// None: only the author knows which line was meant.
struct CitationActionLine: SectionRule {
  static let id = "citation/action-line"
  static let severity = Severity.error
  static let judgesFront = true
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    for citation in text.citations where citation.kind == .actionLine {
      if Register.standard.actionLine(citation.number) != nil { continue }
      report.add(
        "there is no action line `\(citation.number)`; they run from C1 to C11",
        at: citation.numberSpan)
    }
  }
}
