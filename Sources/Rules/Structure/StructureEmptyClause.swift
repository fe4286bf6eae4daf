internal import Syntax

/// A clause heading has a paragraph under it.
///
/// ## What it checks
/// Between a clause heading and the next one, the annex or the end of the text stands at least one
/// paragraph with words. A table or quoted lines count as well.
///
/// ## Why
/// A heading and its paragraphs make one sentence (CONVENTIONS 1.5, 1.8); a heading alone is left where
/// a clause was deleted or not yet written.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// *considering*
///
/// the report on harbour radio,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// the report on lighthouse radio,
///
/// *considering*
///
/// the report on harbour radio,
/// ```
///
/// ## Fix
/// Unsafe: removes the heading.
struct StructureEmptyClause: SectionRule {
  static let id = "structure/empty-clause"
  static let severity = Severity.error
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    let tree = text.tree
    for index in tree.clauses.indices {
      guard tree.clauses[index].paragraphs.allSatisfy({ tree.paragraphs[$0].text.isEmpty }) else {
        continue
      }
      let clause = tree.clauses[index]
      guard clause.heading.known || clause.heading.intended != nil else { continue }
      let next = index + 1 < tree.clauses.count ? tree.clauses[index + 1].block : nil
      if hasOtherContent(from: clause.block + 1, to: next, text) { continue }
      let block = text.section.blocks[clause.block]
      let start = text.section.starts[clause.block]
      report.add(
        "`\(text.heading(clause))` has no paragraph", at: clause.heading.span,
        fixes: [
          .delete(Span(start, start + block.length), title: "Remove the heading", safety: .unsafe)
        ])
    }
  }

  /// What stands under a heading without being a paragraph of it.
  private func hasOtherContent(from: Int, to: Int?, _ text: SectionContext) -> Bool {
    let blocks = text.section.blocks
    var i = from
    while i < blocks.count, i < to ?? blocks.count {
      switch blocks[i].kind {
      case .table, .code, .markdownHeading: return true
      case .annexTitle, .sectionTitle: return false
      default: i += 1
      }
    }
    return false
  }
}
