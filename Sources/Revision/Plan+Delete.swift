internal import Semantics
internal import Syntax
internal import TextModel

extension Plan {
  // MARK: - Deletion

  mutating func delete(_ index: Int) throws(RevisionRefusal) {
    guard tree.paragraphs.indices.contains(index), let body = outline.body(of: index) else {
      throw .notThere
    }
    let siblings = outline.siblings(of: index)
    guard let at = siblings.firstIndex(of: index) else { throw .notThere }
    remove(index...outline.last(below: index))
    try outline.requireRun(siblings)
    if let label = outline.label(of: index) {
      shift(siblings[(at + 1)...], by: label.suffix == 0 ? -1 : 0)
    }
    try passMark(siblings, at)
    try settleLone(index)
    cutOut(body, siblings, at)
  }

  private mutating func remove(_ range: ClosedRange<Int>) {
    removed.formUnion(range)
    order.removeAll { range.contains($0) }
  }

  /// What ends the list or the clause ends it still.
  private mutating func passMark(_ siblings: [Int], _ at: Int) throws(RevisionRefusal) {
    guard at == siblings.count - 1, let mark = outline.endMark(of: siblings[at]) else { return }
    if at > 0 {
      guard mark.mark == 0x2C || mark.mark == 0x2E,
        let before = outline.endMark(of: siblings[at - 1]), before.mark == 0x3B
      else { return }
      replace(before.span.range, [mark.mark])
      return
    }
    // The last of the list below a paragraph: nothing is left that its colon could open.
    let parent = tree.paragraphs[siblings[at]].parent
    guard parent >= 0, let before = outline.mark(of: parent), before.mark == 0x3A else { return }
    replace(before.span.range, [mark.mark])
  }

  /// A clause that is left with one paragraph writes it without a label.
  mutating func settleLone(_ index: Int) throws(RevisionRefusal) {
    let paragraph = tree.paragraphs[index]
    guard outline.countsParagraphs(paragraph) else { return }
    let left = outline.top(ofClause: paragraph.clause).filter {
      !removed.contains($0) && clause(of: $0) == paragraph.clause
    }
    if left.count == 1, let only = left.first, outline.label(of: only) != nil { try strip(only) }
  }

  private mutating func cutOut(_ body: Range<Int>, _ siblings: [Int], _ at: Int) {
    if at > 0, let before = outline.body(of: siblings[at - 1]),
      outline.isBlank(between: before.upperBound, and: body.lowerBound)
    {
      replace(before.upperBound..<body.upperBound, [])
      return
    }
    if at + 1 < siblings.count, let next = outline.body(of: siblings[at + 1]),
      outline.isBlank(between: body.upperBound, and: next.lowerBound)
    {
      replace(body.lowerBound..<next.lowerBound, [])
      return
    }
    var lower = body.lowerBound
    while lower > 0, outline.byte(lower - 1) == 0x0A || outline.byte(lower - 1) == 0x0D {
      lower -= 1
    }
    replace(lower..<body.upperBound, [])
  }

  mutating func deleteClause(_ index: Int) throws(RevisionRefusal) {
    guard tree.clauses.indices.contains(index) else { throw .notThere }
    let clause = tree.clauses[index]
    let start = outline.section.starts[clause.block]
    var end = outline.end(ofBlock: clause.block)
    if let last = clause.paragraphs.last {
      end = outline.end(ofBlock: tree.paragraphs[last].lastBlock)
      remove(clause.paragraphs.lowerBound...last)
    }
    removedClause = index
    // The last clause's full stop ends the text; the comma before it must give way.
    let bodies = tree.bodyClauses
    if index == bodies.endIndex - 1, index > bodies.startIndex,
      let last = clause.paragraphs.last, let mark = outline.mark(of: last), mark.mark == 0x2E,
      let before = tree.clauses[index - 1].paragraphs.last,
      let other = outline.mark(of: before), other.mark == 0x2C
    {
      replace(other.span.range, [0x2E])
    }
    var lower = start
    while lower > 0, outline.byte(lower - 1) == 0x0A || outline.byte(lower - 1) == 0x0D {
      lower -= 1
    }
    replace(lower..<end, [])
  }

  // MARK: - Merging

  mutating func merge(_ index: Int) throws(RevisionRefusal) {
    guard tree.paragraphs.indices.contains(index), let body = outline.body(of: index) else {
      throw .notThere
    }
    let siblings = outline.siblings(of: index)
    guard let at = siblings.firstIndex(of: index), at + 1 < siblings.count else {
      throw .notThere
    }
    let next = siblings[at + 1]
    guard next == index + 1 else { throw .unclear("a list stands below the paragraph") }
    guard let other = outline.body(of: next),
      outline.isBlank(between: body.upperBound, and: other.lowerBound),
      outline.label(of: next)?.suffix ?? 0 == 0
    else { throw .unclear("something else stands between the two paragraphs") }
    merged = (next, index)
    removed.insert(next)
    order.removeAll { $0 == next }
    try outline.requireRun(siblings)
    if outline.label(of: index) != nil {
      shift(siblings[(at + 2)...], by: -1)
    }
    try settleLone(next)
    replace(body.upperBound..<outline.textStart(of: next), [0x20])
  }
}
