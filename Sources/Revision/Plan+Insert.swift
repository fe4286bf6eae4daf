internal import Semantics
internal import Syntax
internal import TextModel

extension Plan {
  // MARK: - Insertion

  mutating func insert(_ place: StructureEdit.Place, _ text: String, stable: Bool)
    throws(RevisionRefusal)
  {
    hasFresh = true
    switch place {
    case .after(let index): try insert(beside: index, after: true, words(text), stable)
    case .before(let index): try insert(beside: index, after: false, words(text), stable)
    case .into(let clause): try insert(intoEmpty: clause, words(text))
    }
  }

  /// On one line, without blanks and end mark at its ends.
  func words(_ text: String) -> [UInt8] {
    var bytes = text.utf8.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }
    while let last = bytes.last, last == 0x20 || last == 0x3B || last == 0x2C || last == 0x2E {
      bytes.removeLast()
    }
    let words = Array(bytes.drop { $0 == 0x20 })
    return words.isEmpty ? Array("…".utf8) : words
  }

  private mutating func insert(beside index: Int, after: Bool, _ text: [UInt8], _ stable: Bool)
    throws(RevisionRefusal)
  {
    guard tree.paragraphs.indices.contains(index), let body = outline.body(of: index) else {
      throw .notThere
    }
    try outline.requireLabels(index)
    let siblings = outline.siblings(of: index)
    guard let at = siblings.firstIndex(of: index) else { throw .notThere }
    let slot = after ? at + 1 : at
    let head = try takeLabel(index, siblings, slot, stable)
    // Behind everything that stands below the paragraph before.
    var place = slot > 0 ? outline.last(below: siblings[slot - 1]) + 1 : siblings[0]
    // Where something else stands between it and its neighbour, it keeps to the one that was named.
    let isBefore = slot == 0 || !after && place != index
    if isBefore { place = index }
    let mark = makeRoom(siblings, slot)
    order.insert(freshIndex, at: order.firstIndex(of: place) ?? order.count)
    freshList = tree.paragraphs[index].list
    let gap = outline.gap(near: index)
    if !isBefore {
      guard let before = outline.body(of: siblings[slot - 1]) else { throw .notThere }
      replace(before.upperBound..<before.upperBound, gap + head + text + mark)
    } else {
      // Before a label that the paragraph may get at the same place.
      let line = TextEdit(
        range: body.lowerBound..<body.lowerBound, replacement: head + text + mark + gap)
      edits.insert(line, at: 0)
    }
  }

  /// The beginning of the new paragraph's line. Those behind it in the list count on.
  private mutating func takeLabel(
    _ index: Int, _ siblings: [Int], _ slot: Int, _ stable: Bool
  ) throws(RevisionRefusal) -> [UInt8] {
    let paragraph = tree.paragraphs[index]
    guard let old = outline.label(of: index) else {
      if paragraph.kind == .bullet { return lineStart(of: index) }
      guard outline.countsParagraphs(paragraph),
        outline.top(ofClause: paragraph.clause).count == 1
      else {
        return lineStart(of: index)
      }
      // The clause had one paragraph without a label; two have labels.
      let form = outline.form(part: tree.clauses[paragraph.clause].part, level: 1)
      let typing = typing(form, inClause: paragraph.clause)
      add(NewLabel(form: form, value: 2 - slot), to: index, typing)
      fresh = NewLabel(form: form, value: 1 + slot)
      return typing.line(NewLabel(form: form, value: 1 + slot))
    }
    try outline.requireRun(siblings)
    try requireNoLoneLabel(index)
    let label: NewLabel
    if stable {
      guard slot > 0, let before = outline.label(of: siblings[slot - 1]), before.suffix < 4 else {
        throw .unclear("before the first paragraph no insertion's number fits")
      }
      label = NewLabel(form: before.form, value: before.value, suffix: before.suffix + 1)
      if slot < siblings.count, outline.label(of: siblings[slot]) == label {
        throw .unclear("the next insertion's number is taken")
      }
    } else if slot > 0, let before = outline.label(of: siblings[slot - 1]) {
      label = NewLabel(form: before.form, value: before.value + 1)
      shift(siblings[slot...], by: 1)
    } else {
      label = NewLabel(form: old.form, value: old.value)
      shift(siblings[slot...], by: 1)
    }
    fresh = label
    return Typing(outline, like: index).line(label)
  }

  /// Indentation and list mark of a paragraph without label.
  private func lineStart(of index: Int) -> [UInt8] {
    let start = outline.section.starts[tree.paragraphs[index].block]
    let before = outline.section.standing(in: start..<max(start, outline.textStart(of: index)))
    return before.contains(0x5B) || before.contains(0x0A) ? [] : before
  }

  /// The mark that ends the new paragraph; the one before it may have to give up its own.
  private mutating func makeRoom(_ siblings: [Int], _ slot: Int) -> [UInt8] {
    let paragraph = tree.paragraphs[siblings[0]]
    let before = slot > 0 ? outline.endMark(of: siblings[slot - 1]) : nil
    if slot == siblings.count {
      guard let last = before, last.mark == 0x2C || last.mark == 0x2E || last.mark == 0x3B else {
        return []
      }
      if paragraph.annex < 0 { replace(last.span.range, [0x3B]) }
      return [last.mark]
    }
    if paragraph.annex >= 0 {
      let mark = (before ?? outline.endMark(of: siblings[slot]))?.mark ?? 0x3B
      return mark == 0x2C || mark == 0x2E ? [mark] : [0x3B]
    }
    return [0x3B]
  }

  private mutating func insert(intoEmpty index: Int, _ text: [UInt8]) throws(RevisionRefusal) {
    guard tree.clauses.indices.contains(index), tree.clauses[index].paragraphs.isEmpty,
      let heading = outline.body(ofHeading: index)
    else { throw .notThere }
    let bodies = tree.bodyClauses
    let mark: UInt8 = index == bodies.endIndex - 1 ? 0x2E : 0x2C
    let place = tree.clauses[index].paragraphs.lowerBound
    order.insert(freshIndex, at: min(place, order.count))
    let gap =
      tree.paragraphs.indices.contains(0)
      ? outline.gap(near: 0) : outline.newline + outline.newline
    replace(heading.upperBound..<heading.upperBound, gap + text + [mark])
  }

  // MARK: - Splitting

  mutating func split(at offset: Int) throws(RevisionRefusal) {
    guard let index = tree.paragraphs.firstIndex(where: { $0.text.contains(offset) }),
      outline.body(of: index) != nil
    else { throw .notThere }
    let paragraph = tree.paragraphs[index]
    guard paragraph.block == paragraph.lastBlock else {
      throw .unclear("a page break stands in the paragraph")
    }
    try outline.requireLabels(index)
    let cut = try cut(offset, paragraph)
    hasFresh = true
    split = index
    order.insert(freshIndex, at: index + 1)
    freshList = paragraph.list
    let siblings = outline.siblings(of: index)
    guard let at = siblings.firstIndex(of: index) else { throw .notThere }
    var head: [UInt8]
    if let old = outline.label(of: index) {
      try outline.requireRun(siblings)
      fresh = NewLabel(form: old.form, value: old.value + 1)
      shift(siblings[(at + 1)...], by: 1)
      head = Typing(outline, like: index).line(NewLabel(form: old.form, value: old.value + 1))
    } else if paragraph.kind != .bullet, outline.countsParagraphs(paragraph),
      outline.top(ofClause: paragraph.clause).count == 1
    {
      let form = outline.form(part: tree.clauses[paragraph.clause].part, level: 1)
      let typing = typing(form, inClause: paragraph.clause)
      add(NewLabel(form: form, value: 1), to: index, typing)
      fresh = NewLabel(form: form, value: 2)
      head = typing.line(NewLabel(form: form, value: 2))
    } else {
      head = lineStart(of: index)
    }
    replace(cut.range, cut.mark + outline.gap(near: index) + head)
  }

  /// The blanks around a place between two words, the mark before them included.
  private func cut(_ offset: Int, _ paragraph: Paragraph) throws(RevisionRefusal)
    -> (range: Range<Int>, mark: [UInt8])
  {
    var lower = outline.trimmed(offset, from: paragraph.text.lower)
    var upper = lower
    while outline.isBlank(outline.byte(upper)) || outline.byte(upper) == 0x0A
      || outline.byte(upper) == 0x0D, upper < paragraph.text.upper
    {
      upper += 1
    }
    guard lower > paragraph.text.lower, upper < paragraph.text.upper, upper > lower,
      upper >= offset
    else { throw .unclear("only between two words a paragraph can be split") }
    let last = outline.byte(lower - 1)
    let isMark = last == 0x3B || last == 0x2C || last == 0x2E || last == 0x3A
    if isMark { lower -= 1 }
    let whole = Span(lower, upper)
    let inside =
      outline.meaning.references.contains { overlaps($0.span, whole) }
      || outline.meaning.citations.contains { overlaps($0.span, whole) }
    guard !inside, !isEnclosed(lower, paragraph) else {
      throw .unclear("a reference, a citation, a quotation or a bracket stands there")
    }
    return (lower..<upper, [0x3B])
  }

  private func overlaps(_ span: Span, _ other: Span) -> Bool {
    span.lower < other.lower && other.upper < span.upper
      || span.contains(other.lower) && span.lower < other.lower
  }

  /// Inside quotation marks, brackets or emphasis that open before.
  private func isEnclosed(_ offset: Int, _ paragraph: Paragraph) -> Bool {
    let block = outline.section.blocks[paragraph.block]
    let start = outline.section.starts[paragraph.block]
    var quotes = 0
    var brackets = 0
    for token in block.tokens where Int(token.start) + start < offset {
      if token.kind == .quote { quotes += 1 }
      if token.isMark(0x28) || token.isMark(0x5B) { brackets += 1 }
      if token.isMark(0x29) || token.isMark(0x5D), brackets > 0 { brackets -= 1 }
      if token.end + start > offset { return true }
    }
    let marks = (paragraph.text.lower..<max(paragraph.text.lower, offset)).count {
      outline.writer.isEmphasis($0)
    }
    return quotes % 2 == 1 || brackets > 0 || marks % 2 == 1
  }
}
