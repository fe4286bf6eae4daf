internal import Semantics
internal import Syntax

/// No conjunction stands before the last paragraph of a list.
///
/// ## What it checks
/// A paragraph that is not the last of its clause does not end with "; and" or "; or": the semicolon
/// alone joins it to the next. Where another body writes the conjunction, or nobody has counted, the
/// rule is silent.
///
/// ## Why
/// No text of 2018 has a conjunction there (CONVENTIONS 1.7): a paragraph can then be added or deleted at
/// the end without a change to the one before it.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio; and
///
/// b) the report on lighthouse radio,
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
/// Safe for "and": deletes it. Unsafe for "or", which says something that the semicolon does not.
struct PunctuationConjunction: SectionRule {
  static let id = "punctuation/conjunction"
  static let severity = Severity.warning
  static let heeds: BlockSigns = .lastWords

  func check(_ text: SectionContext, _ report: inout Report) {
    for end in text.faultyEnds where end.place == .item && end.fault == .conjunction {
      let word = text.plain(end.span)
      report.add(
        "a semicolon alone joins \(end.name(text)) to the next paragraph; `\(word)` goes",
        at: end.span,
        fixes: [
          .delete(
            end.replaced, title: "Delete `\(word)`",
            safety: word.lowercased() == "and" ? .safe : .unsafe)
        ])
    }
  }
}
