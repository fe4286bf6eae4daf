internal import Grammar
internal import Semantics
internal import Syntax

extension SectionContext {
  /// References into this text.
  var ownReferences: some Sequence<Reference> {
    meaning.references.lazy.filter { !$0.isExternal }
  }

  /// What the labels of a clause are, for a message.
  func labels(of clause: Clause) -> String {
    let labels = clause.paragraphs.map { tree.paragraphs[$0] }
      .filter { $0.isLabelled && $0.level == 1 }
    guard let first = labels.first, let last = labels.last, labels.count > 1 else {
      return "the clause has no labelled paragraphs"
    }
    return "the clause runs from `\(label(first))` to `\(label(last))`"
  }

  func related(_ clause: Clause) -> [Related] {
    [Related(message: labels(of: clause), range: clause.heading.span.range)]
  }

  /// Whether something else that is wrong with a clause explains why its labels are not found: they
  /// are an old and a new one run together, or written in the wrong style, or the clause is empty.
  func labelsAreBroken(_ index: Int) -> Bool {
    let clause = tree.clauses[index]
    if clause.paragraphs.isEmpty { return true }
    return clause.paragraphs.contains { number in
      let paragraph = tree.paragraphs[number]
      guard paragraph.list >= 0, paragraph.level == 1 else { return false }
      if numbering.tracked[paragraph.list] != nil { return true }
      guard paragraph.annex < 0, paragraph.isLabelled else { return false }
      if let style = NumberingStyle(paragraph) {
        let place = LabelPlace(number, self)
        return place.isJudged && !place.styles.contains(style)
      }
      return true
    }
  }
}
