internal import Semantics
internal import Syntax

/// The only paragraph of a clause carries a label.
///
/// ## What it checks
/// A clause of one paragraph has no label. Sub-items of that paragraph may have theirs. A last
/// clause that breaks off without its full stop is still being written and is left alone. A lone
/// label whose paragraph runs on with the next one (`1 that ...; 2 that ...`) is found too, and
/// says so. Annexes are not judged.
///
/// ## Why
/// 132 clauses of the 63 texts of 2018 have one paragraph, and none of them has a label
/// (CONVENTIONS 1.6). A lone label is left where the other paragraphs were deleted.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// the report on harbour radio,
/// ```
///
/// ## Fix
/// Deletes the label. Safe where no reference names it; else there is no fix.
struct NumberingLoneItem: SectionRule {
  static let id = "numbering/lone-item"
  static let severity = Severity.error
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for clause in text.tree.bodyClauses {
      guard let index = clause.paragraphs.first else { continue }
      let paragraph = text.tree.paragraphs[index]
      guard let label = paragraph.label, label.suffix == 0, text.isLone(index) else { continue }
      if text.runsOn(clause) {
        report.add(
          "the paragraph runs on with the next label; each begins on a line of its own",
          at: label.span)
      } else if !isUnfinished(clause, text) {
        report.add(
          "`\(text.heading(clause))` has one paragraph, which takes no label", at: label.span,
          fixes: fixes(index, paragraph, label, text))
      }
    }
  }

  /// The text breaks off in its last clause; more paragraphs may follow.
  private func isUnfinished(_ clause: Clause, _ text: SectionContext) -> Bool {
    guard let last = clause.paragraphs.last, last == text.tree.bodyClauses.last?.paragraphs.last
    else {
      return false
    }
    let mark = text.tree.paragraphs[last].endMark
    return mark != 0x2E && mark != 0x2C
  }

  private func fixes(_ index: Int, _ paragraph: Paragraph, _ label: Label, _ text: SectionContext)
    -> [Fix]
  {
    let named = text.meaning.references.contains { reference in
      reference.items.contains { $0.path.contains(index) }
    }
    guard !named, !paragraph.text.isEmpty else { return [] }
    var start = label.span.lower
    var end = label.span.upper
    // Emphasis around the label goes with it; emphasis that runs on into the text stays.
    while text.isEmphasis(start - 1), text.byte(start - 1) == text.byte(end) {
      start -= 1
      end += 1
    }
    while text.byte(end) == 0x20 || text.byte(end) == 0x09 { end += 1 }
    if end < paragraph.text.lower, !text.isEmphasis(end) { end = paragraph.text.lower }
    // `- a) text`: the list mark served the label.
    let mark = Int(text.section.blocks[paragraph.block].listMark)
    if mark >= 0 { start = min(start, text.section.starts[paragraph.block] + mark) }
    return [.delete(Span(start, end), title: "Delete the label")]
  }
}
