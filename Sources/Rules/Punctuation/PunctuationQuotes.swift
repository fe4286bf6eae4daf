internal import Semantics
internal import Syntax

/// A quotation mark stands without its partner.
///
/// ## What it checks
/// Double quotation marks, straight or curly, pair within a paragraph, heading or footnote; a quotation of
/// several paragraphs may close in a later one of the same clause. Apostrophes and single quotation marks
/// are left alone, and so are the marks of minutes and seconds.
///
/// ## Why
/// A quotation without an end cannot be told from the draft's own words. Texts of the Union quote with
/// straight double marks, always in pairs (CONVENTIONS 4).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// that the Harbour Plan asks for "lamps that burn all night,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// that the Harbour Plan asks for "lamps that burn all night",
/// ```
///
/// ## Fix
/// None: only the author knows where the quotation begins or ends.
struct PunctuationQuotes: SectionRule {
  static let id = "punctuation/quotes"
  static let severity = Severity.warning
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    var open: [(span: Span, clause: Int)] = []
    for passage in text.passages where passage.holds(.quotes, in: text.section) {
      let pairs = QuotePairs(
        passage.tokens(in: text.section), passage.pairs(in: text.section),
        hasSymbols: passage.holds(.symbols, in: text.section),
        start: passage.start(in: text.section))
      for span in pairs.unopened {
        if passage.clause >= 0, open.last?.clause == passage.clause {
          open.removeLast()
        } else {
          report.add("no quotation is open here", at: span)
        }
      }
      open += pairs.unclosed.map { ($0, passage.clause) }
    }
    for quote in open { report.add("this quotation is never closed", at: quote.span) }
  }
}
