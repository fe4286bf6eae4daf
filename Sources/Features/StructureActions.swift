internal import Revision
internal import Rules
internal import Semantics
internal import Syntax
internal import TextModel

extension Draft {
  /// Edits of structure at the paragraph under the beginning of a range. Which of them the engine will
  /// refuse is known only when it is asked; those that cannot be are not offered.
  func structureActions(at range: Range<Int>, _ stableNumbers: Bool) -> [OfferedAction] {
    guard let (meaning, start) = section(at: range.lowerBound), meaning.resolution.isRecognised
    else { return [] }
    let caret = range.lowerBound - start
    let tree = meaning.resolution
    // By blocks: a paragraph begins behind the dash of its bullet, its line does not.
    let block = meaning.section.block(at: caret)
    guard let index = tree.paragraphs.lastIndex(beginningInOrBefore: block),
      block <= tree.paragraphs[index].lastBlock,
      tree.paragraphs[index].clause >= 0 || tree.paragraphs[index].annex >= 0
    else { return [] }
    let paragraph = tree.paragraphs[index]
    var actions: [OfferedAction] = []
    func offer(_ title: String, _ kind: OfferedAction.Kind, _ name: String, _ at: Int) {
      actions.append(
        OfferedAction(
          title: title, kind: kind, work: .structure(start: start, name: name, index: at)))
    }
    if stableNumbers {
      offer("Insert a paragraph before, numbers stay", .rewrite, "insertStableBefore", index)
      offer("Insert a paragraph after, numbers stay", .rewrite, "insertStableAfter", index)
    } else {
      offer("Insert a paragraph before", .rewrite, "insertBefore", index)
      offer("Insert a paragraph after", .rewrite, "insertAfter", index)
    }
    if isAlone(paragraph, tree) {
      offer("Delete the clause", .rewrite, "deleteClause", paragraph.clause)
    } else {
      offer("Delete the paragraph, references follow", .rewrite, "delete", index)
      offer("Move the paragraph up", .move, "moveUp", index)
      offer("Move the paragraph down", .move, "moveDown", index)
    }
    if index + 1 < tree.paragraphs.count, tree.paragraphs[index + 1].list == paragraph.list,
      tree.paragraphs[index + 1].parent == paragraph.parent
    {
      offer("Merge with the next paragraph", .rewrite, "merge", index)
    }
    if caret > paragraph.text.lower, caret < paragraph.text.upper, meaning.isBetweenWords(caret) {
      offer("Split the paragraph here", .rewrite, "split", caret)
    }
    if paragraph.kind == .bullet {
      offer("Turn the bullets into labels (unsafe)", .rewrite, "labelBullets", index)
    }
    return actions
  }

  private func isAlone(_ paragraph: Paragraph, _ tree: Resolution) -> Bool {
    guard paragraph.clause >= 0, paragraph.parent < 0,
      tree.clauses.indices.contains(paragraph.clause)
    else { return false }
    return tree.clauses[paragraph.clause].paragraphs.count { tree.paragraphs[$0].parent < 0 } == 1
  }
}

extension SectionMeaning {
  fileprivate func isBetweenWords(_ offset: Int) -> Bool {
    section.bytes.dropFirst(max(0, offset - 1)).prefix(2).contains { $0 <= 0x20 }
  }
}

extension StructureEdit {
  /// The edit that a name and a number stand for.
  init?(_ name: String, _ index: Int) {
    switch name {
    case "insertBefore": self = .insert(.before(index), text: "")
    case "insertAfter": self = .insert(.after(index), text: "")
    case "insertStableBefore": self = .insert(.before(index), text: "", stable: true)
    case "insertStableAfter": self = .insert(.after(index), text: "", stable: true)
    case "delete": self = .delete(index)
    case "deleteClause": self = .deleteClause(index)
    case "moveUp": self = .moveUp(index)
    case "moveDown": self = .moveDown(index)
    case "merge": self = .merge(index)
    case "split": self = .split(at: index)
    case "labelBullets": self = .labelBullets(index)
    default: return nil
    }
  }
}

extension [Paragraph] {
  /// The last that begins in a block or before it.
  fileprivate func lastIndex(beginningInOrBefore block: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].block <= block { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
