internal import Grammar
internal import Syntax

/// A name or expression is not written as the house writes it.
///
/// ## What it checks
/// The entries of kind `term` in the word list, `Grammar/Data/en/terms.tsv`: Member States and Sector
/// Members with their capitals, Secretary-General with its hyphen, Internet, forums, per cent, "ITU"
/// without an article where it is a noun, and others. Quotations and lines in capitals are left alone.
///
/// ## Why
/// An entry is a warning when the texts of 2018 write it in one way without exception, a hint when
/// one form only prevails (CONVENTIONS 4; each entry names its count).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// that the ITU is given a task that member states support,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// that ITU is given a task that Member States support,
/// ```
///
/// ## Fix
/// Safe for a warning: writes the house form. Unsafe for a hint, where the sentence decides.
struct WordingTerm: BlockRule {
  static let id = "wording/term"
  static let severity = Severity.warning

  static let looksFor: BlockSigns = .notedWords

  func check(_ block: BlockContext, _ report: inout Report) {
    for form in WrittenTerm.all(in: block, of: .term) {
      let sure = form.term.level == .warning
      report.add(
        "`\(form.written)`: the house writes `\(form.right)`", at: form.span,
        severity: sure ? .warning : .hint,
        fixes: [
          .replace(
            form.span, with: form.right, title: "Write `\(form.right)`",
            safety: sure ? .safe : .unsafe)
        ])
    }
  }
}
