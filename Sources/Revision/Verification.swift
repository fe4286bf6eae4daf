internal import Semantics
internal import Syntax
internal import TextModel

/// Reads the text behind an edit and compares it with the plan.
struct Verification {
  let plan: Plan
  let expected: [Int: Carrier.Expectation]

  private var outline: Outline { plan.outline }

  /// - Returns: what the text behind the edit means.
  func check(_ edits: [TextEdit]) throws(RevisionRefusal) -> TextMeaning {
    let meaning = outline.standing.text(behind: edits)
    // An edit inside a resolution makes no second one.
    guard let new = meaning.sections.first, meaning.sections.count == 1 else {
      throw .unclear("the text would no longer read as one resolution")
    }
    try checkParagraphs(new)
    try checkReferences(new)
    return meaning
  }

  private func checkParagraphs(_ new: SectionMeaning) throws(RevisionRefusal) {
    let tree = new.resolution
    guard tree.paragraphs.count == plan.order.count, tree.clauses.count == plan.clauseCount,
      tree.footnotes.count == outline.tree.footnotes.count || !plan.removed.isEmpty,
      tree.annexes.count == outline.tree.annexes.count
    else { throw .unclear("the paragraphs would read as others") }
    // By its number before, the number of a list now; -1 while that is not known.
    let most = max(outline.tree.paragraphs.lazy.map(\.list).max() ?? -1, plan.freshList)
    var lists = Array(repeating: -1, count: most + 1)
    for (paragraph, index) in zip(tree.paragraphs, plan.order) {
      let label = paragraph.label.map {
        NewLabel(form: paragraph.form, value: paragraph.ordinal, suffix: Int($0.suffix))
      }
      guard label == plan.label(of: index) else {
        throw .unclear("a label would read as another")
      }
      if let old = list(of: index), lists.indices.contains(old) {
        guard lists[old] < 0 || lists[old] == paragraph.list else {
          throw .unclear("a list would read as two")
        }
        lists[old] = paragraph.list
      }
      if index == plan.freshIndex {
        // Words behind it must not read as its own.
        guard paragraph.block == paragraph.lastBlock else {
          throw .unclear("the paragraphs would read as others")
        }
        guard plan.freshClause < 0 || paragraph.clause == plan.freshClause else {
          throw .unclear("the heading would not read as one")
        }
        continue
      }
      guard paragraph.clause == plan.newIndex(ofClause: plan.clause(of: index)),
        parent(paragraph, index, tree)
      else {
        throw .unclear("a paragraph would stand below another")
      }
    }
  }

  /// The list of a labelled paragraph that has a label behind the edit too, and stays in its clause.
  private func list(of index: Int) -> Int? {
    if index == plan.freshIndex { return plan.freshList >= 0 ? plan.freshList : nil }
    let paragraph = outline.tree.paragraphs[index]
    guard paragraph.isLabelled, plan.label(of: index) != nil, plan.clauses[index] == nil else {
      return nil
    }
    return paragraph.list
  }

  /// Whether a paragraph stands below the same one as before.
  private func parent(_ paragraph: Paragraph, _ index: Int, _ tree: Resolution) -> Bool {
    let old = outline.tree.paragraphs[index].parent
    guard old >= 0 else { return paragraph.parent < 0 }
    guard plan.order.indices.contains(paragraph.parent) else { return false }
    return plan.order[paragraph.parent] == plan.successor(of: old, isLast: false)
  }

  // MARK: - References

  private func checkReferences(_ new: SectionMeaning) throws(RevisionRefusal) {
    let old = outline.meaning.references
    let kept = old.indices.filter { index in
      old[index].isExternal ? !isDeleted(old[index]) : expected[index] != nil
    }.sorted { plan.isBefore(old[$0].span.lower, old[$1].span.lower) }
    var rest = new.references[...]
    for index in kept {
      let expectation = expected[index] ?? Carrier.Expectation(targets: nil)
      let found = rest.prefix(expectation.parts)
      guard found.count == expectation.parts else {
        throw .unclear("a reference would no longer read as one")
      }
      rest = rest.dropFirst(expectation.parts)
      guard found.allSatisfy({ $0.isExternal == old[index].isExternal }) else {
        throw .unclear("a reference would name another text")
      }
      guard let targets = expectation.targets else { continue }
      let named = Set(
        found.flatMap(\.targets).map { plan.order.indices.contains($0) ? plan.order[$0] : -1 })
      guard named == targets else { throw .unclear("a reference would name another paragraph") }
    }
    // A new paragraph's own words may hold references.
    guard rest.isEmpty || plan.hasFresh else {
      throw .unclear("words would read as a reference")
    }
  }

  private func isDeleted(_ reference: Reference) -> Bool {
    guard reference.paragraph >= 0 else { return false }
    return plan.removed.contains(reference.paragraph)
      && plan.merged?.from != reference.paragraph
  }
}
