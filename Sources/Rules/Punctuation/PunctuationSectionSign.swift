internal import Syntax

/// The section sign stands apart from its number.
///
/// ## What it checks
/// A section sign is followed by a space (best a no-break space) and a number: § 64, §§ 27 and 50; a
/// letter behind the number stands apart and has one bracket: § 78 a).
///
/// ## Why
/// This is the form of the texts adopted in 2018 (CONVENTIONS 2 and 4); the other forms occur, so it
/// is only a hint.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// that §64 of the Harbour Plan asks for lamps,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// that § 64 of the Harbour Plan asks for lamps,
/// ```
///
/// ## Fix
/// Safe: inserts the space.
struct PunctuationSectionSign: BlockRule {
  static let id = "punctuation/section-sign"
  static let severity = Severity.hint

  func check(_ block: BlockContext, _ report: inout Report) {
    let tokens = block.tokens
    for (index, token) in tokens.enumerated() where token.kind == .sectionSign {
      guard index + 1 < tokens.count else { continue }
      let next = tokens[index + 1]
      if next.kind == .sectionSign || next.hasSpaceBefore { continue }
      report.add(
        "a space stands between the section sign and its number", at: token.span,
        fixes: [.insert(" ", at: token.end, title: "Insert a space")])
    }
  }
}
