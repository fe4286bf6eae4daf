internal import Revision
internal import Semantics
internal import Syntax

/// The labels that are lost where paragraphs run on in one line are not missing from the text, and what
/// names them names something.
extension SectionContext {
  /// Whether a label that fits stands in the text of a paragraph.
  func runsOn(_ index: Int, with fits: (RunOnLabel) -> Bool) -> Bool {
    meaning.runOnLabels(index).contains(where: fits)
  }

  /// Whether some paragraph of a clause runs on with the label behind its own.
  func runsOn(_ clause: Clause) -> Bool {
    clause.paragraphs.contains { index in
      let paragraph = tree.paragraphs[index]
      return paragraph.isLabelled && paragraph.list >= 0
        && runsOn(index) { $0.form == paragraph.form && $0.value == paragraph.ordinal + 1 }
    }
  }

  /// Whether a paragraph behind this one may begin a new list: this one ends as if a heading stood at
  /// its end ("..., having noted"), or ends the text.
  func listRestarts(after index: Int) -> Bool {
    guard index >= 0 else { return true }
    let paragraph = tree.paragraphs[index]
    return paragraph.endMark == 0 || paragraph.endMark == 0x2E
  }
}
