internal import Grammar
internal import Syntax

/// A word is not spelled as the house spells it.
///
/// ## What it checks
/// The entries of kind `spelling` in the word list, `Grammar/Data/en/terms.tsv`: endings in -ize,
/// British forms (programme, centre, fulfil), words written in one (multistakeholder, cooperation).
/// A word with a capital within a sentence is taken to be part of a name and left alone.
///
/// ## Why
/// The texts of 2018 have 323 words in -ization against one, 96 times programme and never program,
/// and so on (CONVENTIONS 4). A different spelling harms nobody, so it is a hint.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// that a multi-stakeholder program recognises harbours,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// that a multistakeholder programme recognizes harbours,
/// ```
///
/// ## Fix
/// Safe: writes the house spelling.
struct WordingSpelling: BlockRule {
  static let id = "wording/spelling"
  static let severity = Severity.hint

  static let looksFor: BlockSigns = .notedWords

  func check(_ block: BlockContext, _ report: inout Report) {
    for form in WrittenTerm.all(in: block, of: .spelling) {
      report.add(
        "`\(form.written)`: the house spells `\(form.right)`", at: form.span,
        fixes: [.replace(form.span, with: form.right, title: "Write `\(form.right)`")])
    }
  }
}
