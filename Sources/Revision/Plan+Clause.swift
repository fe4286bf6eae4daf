internal import Semantics
internal import Syntax
internal import TextModel

/// Whole clauses: a heading with all that stands below it.
extension Plan {
  // MARK: - Moving

  /// Past the clause before or behind it, in its own part.
  mutating func moveClause(_ index: Int, up: Bool) throws(RevisionRefusal) {
    let first = up ? index - 1 : index
    guard tree.clauses.indices.contains(first), tree.clauses.indices.contains(first + 1) else {
      throw .notThere
    }
    let (upper, lower) = (tree.clauses[first], tree.clauses[first + 1])
    guard upper.annex == lower.annex else { throw .notThere }
    guard upper.part == lower.part else {
      throw .unclear("the preamble stands before the operative part")
    }
    let from = try body(ofClause: first)
    let to = try body(ofClause: first + 1)
    guard outline.isBlank(between: from.upperBound, and: to.lowerBound) else {
      throw .unclear("something else stands between the clauses")
    }
    exchanges = [(to: from, from: to), (to: to, from: from)]
    swappedClause = first
    order.replaceSubrange(
      upper.paragraphs.lowerBound..<lower.paragraphs.upperBound,
      with: Array(lower.paragraphs) + Array(upper.paragraphs))
    // The end of the text keeps its full stop.
    if let one = upper.paragraphs.last.flatMap({ outline.mark(of: $0) }),
      let other = lower.paragraphs.last.flatMap({ outline.mark(of: $0) }), one.mark != other.mark
    {
      replace(one.span.range, [other.mark])
      replace(other.span.range, [one.mark])
    }
  }

  /// From the comments before its heading to the last byte of its last paragraph.
  private func body(ofClause index: Int) throws(RevisionRefusal) -> Range<Int> {
    let clause = tree.clauses[index]
    guard let last = clause.paragraphs.last, clause.block >= 0 else {
      throw .unclear("a clause has no paragraph")
    }
    var first = clause.block
    while first > 0, outline.section.blocks[first - 1].kind == .comment { first -= 1 }
    let block = tree.paragraphs[last].lastBlock
    let content = outline.section.blocks[block].content.shifted(by: outline.section.starts[block])
    guard tree.paragraphs[last].text.upper >= content.upper else {
      throw .unclear("something else stands on the clause's last line")
    }
    return outline.section.starts[first]..<outline.end(ofBlock: block)
  }

  // MARK: - Insertion

  mutating func insertClause(after index: Int, _ heading: String, _ text: String)
    throws(RevisionRefusal)
  {
    guard tree.bodyClauses.indices.contains(index) else { throw .notThere }
    let body = try body(ofClause: index)
    let clause = tree.clauses[index]
    let isLast = index == tree.bodyClauses.endIndex - 1
    var mark: UInt8 = 0x2C
    if isLast {
      guard let last = clause.paragraphs.last, let end = outline.mark(of: last) else {
        throw .unclear("nothing tells how the text ends")
      }
      mark = end.mark
      if end.mark == 0x2E { replace(end.span.range, [0x2C]) }
    }
    hasFresh = true
    freshClause = index + 1
    order.insert(freshIndex, at: clause.paragraphs.upperBound)
    let dialect = Dialect(outline)
    let marks: [UInt8] = dialect.emphasisesHeadings ? [0x2A] : []
    replace(
      body.upperBound..<body.upperBound,
      dialect.gap + marks + words(heading) + marks + dialect.gap + words(text) + [mark])
  }

  // MARK: - Merging

  /// The paragraphs of the next clause go on counting in this one; its heading goes.
  mutating func mergeClauses(_ index: Int) throws(RevisionRefusal) {
    let next = index + 1
    guard tree.bodyClauses.indices.contains(index), tree.bodyClauses.indices.contains(next) else {
      throw .notThere
    }
    let part = tree.clauses[index].part
    guard part == tree.clauses[next].part else {
      throw .unclear("the preamble and the operative part do not mix")
    }
    let own = outline.top(ofClause: index)
    let others = outline.top(ofClause: next)
    guard let last = own.last, let first = others.first, outline.body(ofHeading: next) != nil,
      let start = outline.body(of: first)
    else { throw .unclear("a heading stands on the same line as its paragraph, or alone") }
    try outline.requireRun(own)
    try outline.requireRun(others)
    let namesWhole = outline.meaning.references.contains {
      !$0.isExternal && $0.clause == next && $0.items.isEmpty
    }
    guard !namesWhole else { throw .unclear("a reference names the whole clause") }
    let end = try body(ofClause: index)
    guard
      outline.isBlank(
        between: end.upperBound, and: outline.section.starts[tree.clauses[next].block])
    else { throw .unclear("something else stands between the clauses") }

    for unit in tree.clauses[next].paragraphs { clauses[unit] = index }
    removedClause = next
    mergesClauses = true
    let form = outline.form(part: part, level: 1)
    var value = 1
    if let label = outline.label(of: last) {
      try requireNoLoneLabel(last)
      guard label.form == form else {
        throw .unclear("the labels there are not in the style of their place")
      }
      value = label.value
    } else {
      try requireLone(own)
      add(NewLabel(form: form, value: 1), to: last, typing(form, inClause: index))
    }
    if let label = outline.label(of: first) {
      try requireNoLoneLabel(first)
      guard label.form == form else {
        throw .unclear("the labels there are not in the style of their place")
      }
      shift(others, by: value)
    } else {
      try requireLone(others)
      add(NewLabel(form: form, value: value + 1), to: first, typing(form, inClause: index))
    }
    if let mark = outline.endMark(of: last), mark.mark == 0x2C {
      replace(mark.span.range, [0x3B])
    }
    replace(end.upperBound..<start.lowerBound, outline.gap(near: last))
  }

  private func requireLone(_ paragraphs: [Int]) throws(RevisionRefusal) {
    guard paragraphs.count == 1, tree.paragraphs[paragraphs[0]].kind == .text else {
      throw .unclear("a paragraph without label stands among labelled ones")
    }
  }
}
