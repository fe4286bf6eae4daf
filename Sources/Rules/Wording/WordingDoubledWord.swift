internal import Syntax
internal import TextModel

/// A word stands twice in a row.
///
/// ## What it checks
/// Two equal words in small letters with nothing but blanks between them. Words that a sentence may
/// double (that that, had had) are left alone, and so are words parted by a tab, as in a table.
///
/// ## Why
/// The second word is left over from an edit (CONVENTIONS 4).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// the report on lamps and and buoys,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// the report on lamps and buoys,
/// ```
///
/// ## Fix
/// Safe: deletes the second word.
struct WordingDoubledWord: BlockRule {
  static let id = "wording/doubled-word"
  static let severity = Severity.warning

  private static let good = Set(["that", "had", "bis", "ter"].map { wordHash($0) })

  static let looksFor: BlockSigns = .notedWords

  func check(_ block: BlockContext, _ report: inout Report) {
    for note in block.words.notes where note.kind == .doubled {
      let index = Int(note.token)
      guard index > 0, index < block.tokens.count else { continue }
      let first = block.tokens[index - 1]
      let second = block.tokens[index]
      guard first.flags.isDisjoint(with: .capital), second.flags.isDisjoint(with: .capital),
        second.hasSpaceBefore, !Self.good.contains(second.hash),
        first.flags.contains(.emphasised) == second.flags.contains(.emphasised),
        first.flags.contains(.footnote) == second.flags.contains(.footnote),
        second.length > 1 || block.byte(Int(second.start)) == 0x61,
        isLabel(index, block) == false, gap(first, second, block)
      else { continue }
      report.add(
        "`\(block.string(second.span))` stands twice",
        at: Span(Int(first.start), second.end),
        fixes: [
          .delete(Span(first.end, second.end), title: "Delete the second word")
        ])
    }
  }

  /// `a)` behind a word is a label.
  private func isLabel(_ index: Int, _ block: BlockContext) -> Bool {
    index + 1 < block.tokens.count && block.tokens[index + 1].isMark(0x29)
  }

  /// Whether blanks of one sentence stand between.
  private func gap(_ first: Token, _ second: Token, _ block: BlockContext) -> Bool {
    for offset in first.end..<max(first.end, Int(second.start)) {
      let byte = block.byte(offset)
      if byte == 0x09 || byte == 0x7C { return false }
    }
    return true
  }
}
