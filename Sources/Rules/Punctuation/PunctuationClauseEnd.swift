internal import Semantics
internal import Syntax

/// The last paragraph of a clause ends with a comma while another clause follows.
///
/// ## What it checks
/// The last paragraph of every clause but the last, a sub-paragraph too, ends with `,`: the whole
/// resolution is one sentence. Annexes are left alone.
///
/// ## Why
/// 516 of 517 clauses in the texts of 2018 end so, and the one that does not is a defect
/// (CONVENTIONS 1.7).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// b) the report on lighthouse radio;
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// b) the report on lighthouse radio,
/// ```
///
/// ## Fix
/// Safe: adds the comma or puts it in place of the mark that stands there. Unsafe where the mark stands
/// inside closing quotation marks.
struct PunctuationClauseEnd: SectionRule {
  static let id = "punctuation/clause-end"
  static let severity = Severity.error
  static let heeds: BlockSigns = .lastWords

  func check(_ text: SectionContext, _ report: inout Report) {
    for end in text.faultyEnds where end.place == .clause {
      report.add(
        end.message(text, reason: "it is the last of its clause, and another clause follows"),
        at: end.span, fixes: [end.fix()])
    }
  }
}
