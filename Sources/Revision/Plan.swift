internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// What an operation does to the paragraphs of a section, before references are looked at. Paragraphs
/// are named by their index; a new one has the index behind the last.
struct Plan {
  let outline: Outline
  var tree: Resolution { outline.tree }

  /// New labels of paragraphs that have one.
  var relabelled: [Int: NewLabel] = [:]
  /// Paragraphs that get their first label.
  var labelled: [Int: NewLabel] = [:]
  /// Paragraphs that lose their label.
  var stripped: Set<Int> = []
  var removed: Set<Int> = []
  /// The clause that goes with its heading, or -1.
  var removedClause = -1
  /// The paragraphs of the removed clause go on in the one before.
  var mergesClauses = false
  /// The upper of two clauses that change places, or -1.
  var swappedClause = -1
  /// Where a new clause stands, or -1.
  var freshClause = -1
  /// Of two paragraphs that become one, the second and the first.
  var merged: (from: Int, into: Int)?
  /// The paragraph that is cut in two; the new one gets what stands below it.
  var split = -1
  /// Paragraphs that are now in another clause.
  var clauses: [Int: Int] = [:]
  /// All paragraphs in their new order.
  var order: [Int]
  /// The new paragraph's label; `nil` for none.
  var fresh: NewLabel?
  /// The list it stands in, by `Paragraph.list`, and the one before it there (-1: first).
  var freshList = -1
  var hasFresh = false
  /// Bytes that change places: what stood at `from` now stands at `to`.
  var exchanges: [(to: Range<Int>, from: Range<Int>)] = []
  /// Edits of labels, marks, gaps.
  var edits: [TextEdit] = []
  var problems: [RevisionProblem] = []
  /// Write labels with the bracket of the convention.
  var rewrites = false

  init(_ outline: Outline) {
    self.outline = outline
    order = Array(outline.tree.paragraphs.indices)
  }

  var freshIndex: Int { outline.tree.paragraphs.count }

  /// The label behind the edit.
  func label(of index: Int) -> NewLabel? {
    if index == freshIndex { return fresh }
    if stripped.contains(index) { return nil }
    return relabelled[index] ?? labelled[index] ?? outline.label(of: index)
  }

  func clause(of index: Int) -> Int { clauses[index] ?? outline.tree.paragraphs[index].clause }

  /// How many clauses there are behind the edit.
  var clauseCount: Int {
    tree.clauses.count - (removedClause < 0 ? 0 : 1) + (freshClause < 0 ? 0 : 1)
  }

  /// The index behind the edit of a clause that is still there.
  func newIndex(ofClause index: Int) -> Int {
    if swappedClause >= 0, index == swappedClause { return index + 1 }
    if swappedClause >= 0, index == swappedClause + 1 { return index - 1 }
    let behind = removedClause >= 0 && index > removedClause ? 1 : 0
    return index - behind + (freshClause >= 0 && index >= freshClause ? 1 : 0)
  }

  /// Whose label a step of a reference names behind the edit.
  func successor(of index: Int, isLast: Bool) -> Int {
    if index == split, !isLast { return freshIndex }
    if let merged, merged.from == index { return merged.into }
    return index
  }

  // MARK: - Building

  mutating func replace(_ range: Range<Int>, _ bytes: [UInt8]) {
    if range.isEmpty, bytes.isEmpty { return }
    edits.append(TextEdit(range: range, replacement: bytes))
  }

  /// Adds to the values of paragraphs.
  mutating func shift(_ indices: some Sequence<Int>, by amount: Int) {
    for index in indices {
      guard var label = label(of: index) else { continue }
      label.value += amount
      relabelled[index] = label
    }
  }

  /// Takes away the label of a clause's only paragraph.
  mutating func strip(_ index: Int) throws(RevisionRefusal) {
    let paragraph = outline.tree.paragraphs[index]
    guard let label = paragraph.label else { return }
    guard label.suffix == 0, !paragraph.text.isEmpty else {
      throw .unclear("the label that would have to go is an insertion's")
    }
    stripped.insert(index)
    relabelled[index] = nil
    var span = outline.writer.withEmphasis(label.span)
    var end = span.upper
    while outline.isBlank(outline.byte(end)) { end += 1 }
    if end < paragraph.text.lower, !outline.writer.isEmphasis(end) { end = paragraph.text.lower }
    // `- a) text`: the list mark served the label.
    let mark = Int(outline.section.blocks[paragraph.block].listMark)
    if mark >= 0 {
      span = Span(min(span.lower, outline.section.starts[paragraph.block] + mark), span.upper)
    }
    replace(span.lower..<end, [])
    // Would the label come back as it was?
    let line = outline.section.starts[paragraph.block]
    let typing = Typing(
      outline, form: paragraph.form, part: outline.tree.clauses[paragraph.clause].part,
      besides: paragraph.clause)
    let old = NewLabel(form: paragraph.form, value: paragraph.ordinal)
    let guess =
      line == span.lower
      ? typing.line(old) : outline.section.bytes[line..<span.lower] + typing.inline(old)
    let part = outline.tree.clauses[paragraph.clause].part
    if paragraph.form != outline.form(part: part, level: 1)
      || !outline.section.bytes[line..<max(line, end)].elementsEqual(guess)
    {
      problems.append(
        RevisionProblem(
          kind: .rewritten, range: label.span.range, lastTarget: outline.name(of: index)))
    }
  }

  /// The only paragraph of a clause has a label, which it should not: nobody knows what was lost.
  func requireNoLoneLabel(_ index: Int) throws(RevisionRefusal) {
    let paragraph = outline.tree.paragraphs[index]
    if paragraph.isLabelled, outline.countsParagraphs(paragraph),
      outline.top(ofClause: paragraph.clause).count == 1
    {
      throw .unclear("the only paragraph of a clause has a label")
    }
  }

  /// Gives a paragraph its first label.
  mutating func add(_ label: NewLabel, to index: Int, _ typing: Typing) {
    labelled[index] = label
    let start = outline.textStart(of: index)
    let line = outline.section.starts[outline.tree.paragraphs[index].block]
    replace(start..<start, line == start ? typing.line(label) : typing.inline(label))
  }

  /// Writes the labels that changed.
  mutating func writeLabels() throws(RevisionRefusal) {
    for (index, label) in relabelled.sorted(by: { $0.key < $1.key }) {
      if removed.contains(index) || label == outline.label(of: index) && !rewrites { continue }
      if label.form != outline.tree.paragraphs[index].form, !rewrites {
        try rewrite(index, label)
        continue
      }
      guard let edit = outline.writer.edit(index, to: label, rewrites: rewrites),
        let below = outline.writer.decimals(under: index, label)
      else { throw .unclear("a label is written in a way that cannot be changed for certain") }
      if outline.tree.paragraphs[index].label?.otherScript == true {
        // The look-alike of another script is not written again.
        problems.append(
          RevisionProblem(
            kind: .rewritten, range: edit.range, lastTarget: outline.name(of: index)))
      }
      edits.append(edit)
      edits += below.filter { edit in !removed.contains { covers($0, edit.range) } }
    }
  }

  private func covers(_ index: Int, _ range: Range<Int>) -> Bool {
    outline.tree.paragraphs[index].span.contains(range.lowerBound)
  }

  /// A label of another form, in the emphasis of its new place.
  private mutating func rewrite(_ index: Int, _ label: NewLabel) throws(RevisionRefusal) {
    guard let old = outline.tree.paragraphs[index].label else { return }
    if let below = outline.writer.decimals(under: index, label), below.isEmpty {
      let target = clause(of: index)
      let typing = typing(label.form, inClause: target)
      let span = outline.writer.withEmphasis(old.span)
      let marks = typing.emphasis
      replace(span.range, marks + typing.text(label) + marks.reversed())
    } else {
      throw .unclear("decimal labels stand below it")
    }
  }

  /// How labels of a form are typed in a clause.
  func typing(_ form: Label.Form, inClause clause: Int) -> Typing {
    if clause >= 0 {
      let own = outline.tree.clauses[clause].paragraphs.first {
        outline.tree.paragraphs[$0].isLabelled && outline.tree.paragraphs[$0].form == form
      }
      if let own { return Typing(outline, like: own) }
    }
    let part = clause >= 0 ? outline.tree.clauses[clause].part : .operative
    return Typing(outline, form: form, part: part)
  }

  // MARK: - Positions

  /// An order of offsets behind the edit.
  func key(_ offset: Int) -> (Int, Int) {
    for exchange in exchanges where exchange.from.contains(offset) {
      return (exchange.to.lowerBound, offset - exchange.from.lowerBound)
    }
    return (offset, 0)
  }

  func isBefore(_ left: Int, _ right: Int) -> Bool { key(left) < key(right) }

  /// All edits in one list by offset, those in exchanged bytes made there.
  func finished(_ edits: [TextEdit]) throws(RevisionRefusal) -> [TextEdit] {
    var all: [TextEdit] = []
    let sorted = edits.enumerated().sorted { left, right in
      let (a, b) = (left.element.range, right.element.range)
      if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
      if a.upperBound != b.upperBound { return a.upperBound < b.upperBound }
      return left.offset < right.offset
    }
    for (_, edit) in sorted {
      if let last = all.last, last.range == edit.range, edit.range.isEmpty {
        all[all.count - 1].replacement += edit.replacement
        continue
      }
      if let last = all.last,
        last.range.upperBound > edit.range.lowerBound || last.range == edit.range
      {
        throw .unclear("two changes meet in one place")
      }
      all.append(edit)
    }
    if exchanges.isEmpty { return all.filter { !isIdle($0) } }
    let moved = exchanges.map { exchange in
      TextEdit(
        range: exchange.to, replacement: outline.section.bytes.applying(all, in: exchange.from))
    }
    all.removeAll { edit in
      exchanges.contains {
        $0.from.lowerBound <= edit.range.lowerBound && edit.range.upperBound <= $0.from.upperBound
      }
    }
    return (all + moved).sorted { $0.range.lowerBound < $1.range.lowerBound }
      .filter { !isIdle($0) }
  }

  private func isIdle(_ edit: TextEdit) -> Bool {
    outline.section.bytes[edit.range].elementsEqual(edit.replacement)
  }
}
