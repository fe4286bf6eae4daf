internal import Semantics
internal import Syntax

extension Plan {
  /// Where a paragraph stands on the line of the one before it (`1 that ...; 2 that ...`), its label is
  /// in the middle of a text and follows no other.
  func requireLines() throws(RevisionRefusal) {
    for index in changed {
      let labels = [outline.label(of: index), label(of: index)].compactMap { $0 }
      try require(index) { line in
        labels.contains { $0.form == line.form && $0.value + 1 == line.value }
      }
    }
    guard let fresh, freshList >= 0 else { return }
    for index in tree.paragraphs.indices where tree.paragraphs[index].list == freshList {
      try require(index) { $0.form == fresh.form && $0.value == fresh.value }
    }
  }

  /// The paragraphs that have another label than before, or one for the first or the last time.
  private var changed: Set<Int> {
    stripped.union(labelled.keys).union(
      relabelled.keys.filter { relabelled[$0] != outline.label(of: $0) }
    ).subtracting(removed)
  }

  private func require(_ index: Int, not isWrong: (RunOnLabel) -> Bool) throws(RevisionRefusal) {
    let lines = outline.meaning.runOnLabels(index)
    guard !lines.contains(where: { isWrong($0) && !outline.meaning.isReference($0.offset) }) else {
      throw .unclear("a label stands in the middle of a paragraph; give it a line of its own first")
    }
  }
}
