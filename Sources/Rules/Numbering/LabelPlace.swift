internal import Grammar
internal import Syntax

/// Where in a clause a label stands, and the styles that the profile allows there.
struct LabelPlace {
  let part: Numbering.Part
  let level: Int
  /// The preferred one first.
  let styles: [NumberingStyle]

  /// Deeper than the profile goes there is no style; `numbering/depth` speaks of it.
  var isJudged: Bool { !styles.isEmpty }

  init(_ index: Int, _ text: SectionContext) {
    let paragraph = text.tree.paragraphs[index]
    part = text.tree.clauses[paragraph.clause].part.numbering
    level = text.numbering.strays[index] ?? paragraph.level
    var styles = text.numbering.styles(part, level)
    if level == 2, paragraph.parent >= 0, !text.tree.paragraphs[paragraph.parent].isLabelled {
      // Below a plain lead-in ("that:") a list may be written as that of a clause.
      styles += text.numbering.styles(part, 1)
    }
    if let own = styles.firstIndex(where: { $0.form == paragraph.form }), own > 0 {
      styles.insert(styles.remove(at: own), at: 0)
    }
    self.styles = styles
  }
}
