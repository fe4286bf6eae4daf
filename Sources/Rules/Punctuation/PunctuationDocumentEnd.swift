internal import Semantics
internal import Syntax

/// The last paragraph before the annexes ends with a full stop.
///
/// ## What it checks
/// The last paragraph of the last clause ends with `.`; annexes are left alone.
///
/// ## Why
/// All texts of 2018 end so (CONVENTIONS 1.7). Another mark there often shows that a clause behind it
/// was deleted.
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted;
///
/// 2 that lamps shall be lit,
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted;
///
/// 2 that lamps shall be lit.
/// ```
///
/// ## Fix
/// Safe: adds the full stop or puts it in place of the mark that stands there. Unsafe where the mark
/// stands inside closing quotation marks.
struct PunctuationDocumentEnd: SectionRule {
  static let id = "punctuation/document-end"
  static let severity = Severity.error
  static let heeds: BlockSigns = .lastWords

  func check(_ text: SectionContext, _ report: inout Report) {
    for end in text.faultyEnds where end.place == .document {
      report.add(
        end.message(text, reason: "it is the last before the end of the text or the annexes"),
        at: end.span, fixes: [end.fix()])
    }
  }
}
