internal import Semantics
internal import Syntax

/// The enacting formula ends with a comma.
///
/// ## What it checks
/// The formula that names the body, with place and year in brackets where it has them, ends with `,` and
/// nothing else.
///
/// ## Why
/// The formula is the subject of the sentence that the clauses continue; it ends with a comma in the
/// texts of every body (CONVENTIONS 1.4).
///
/// ## Wrong
/// ```resolution
/// # RESOLUTION 999 (Dubai, 2018)
///
/// ## Lamps in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018):
///
/// *recalling*
///
/// the report on lamps,
///
/// *resolves*
///
/// to continue this work.
/// ```
///
/// ## Right
/// ```resolution
/// # RESOLUTION 999 (Dubai, 2018)
///
/// ## Lamps in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),
///
/// *recalling*
///
/// the report on lamps,
///
/// *resolves*
///
/// to continue this work.
/// ```
///
/// ## Fix
/// Safe: adds the comma or puts it in place of the mark that stands there.
struct PunctuationFormulaEnd: SectionRule {
  static let id = "punctuation/formula-end"
  static let severity = Severity.error
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    guard let formula = text.tree.formula, formula.noun == .formula else { return }
    let end = formula.span.upper
    guard end > formula.span.lower else { return }
    switch text.byte(end - 1) {
    case 0x2C: return
    // A full-width mark is a finding of its own.
    case 0x80...0xFF where formula.rest.count == 3: return
    case 0x2E, 0x3A, 0x3B:
      let mark = Span(end - 1, end)
      report.add(
        "a comma ends the enacting formula, not `\(text.string(mark))`", at: mark,
        fixes: [.replace(mark, with: ",", title: "End the formula with `,`")])
    default:
      report.add(
        "a comma ends the enacting formula", at: Span(end, end),
        fixes: [.insert(",", at: end, title: "Add `,`")])
    }
  }
}
