internal import Semantics
internal import Syntax

/// A bracket stands without its partner.
///
/// ## What it checks
/// Round and square brackets pair within a paragraph, heading or footnote. A `)` that ends a label is the
/// label's own: behind a section sign, a heading word or another label, and in an enumeration within a
/// sentence. Square brackets mark text that is not agreed; they may open in one paragraph and close in a
/// later one.
///
/// ## Why
/// A lost bracket leaves open where an explanation or a citation ends. Labels carry one closing bracket
/// of their own (CONVENTIONS 1.6 and 2), which is often taken for the missing one.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// that the lamps are listed in the Harbour Plan (§ 64 of its annex,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// that the lamps are listed in the Harbour Plan (§ 78 a) of its annex),
/// ```
///
/// ## Fix
/// None: only the author knows where the bracket belongs.
struct PunctuationBrackets: SectionRule {
  static let id = "punctuation/brackets"
  static let severity = Severity.warning
  static let heeds: BlockSigns = .labels

  func check(_ text: SectionContext, _ report: inout Report) {
    var open: [Span] = []
    var lost: [Span] = []
    var pairs = BracketPairs(text.section.vocabulary)
    for passage in text.passages where passage.holds(.brackets, in: text.section) {
      pairs.read(
        passage.tokens(in: text.section), passage.pairs(in: text.section),
        start: passage.start(in: text.section))
      for span in pairs.unclosed { report.add("this bracket is never closed", at: span) }
      for span in pairs.unopened { report.add("no bracket is open here", at: span) }
      for square in pairs.squares {
        if square.opens {
          open.append(square.span)
        } else if open.popLast() == nil {
          lost.append(square.span)
        }
      }
    }
    for span in open { report.add("this bracket is never closed", at: span) }
    for span in lost { report.add("no bracket is open here", at: span) }
  }
}
