internal import Semantics
internal import Syntax
internal import TextModel

extension Plan {
  // MARK: - Another label

  mutating func relabel(_ index: Int, to wanted: NewLabel) throws(RevisionRefusal) {
    guard tree.paragraphs.indices.contains(index), let old = outline.label(of: index),
      wanted.value > 0, wanted.value < 200, (0...4).contains(wanted.suffix)
    else { throw .notThere }
    let siblings = outline.siblings(of: index)
    guard let at = siblings.firstIndex(of: index) else { throw .notThere }
    guard wanted != old else { return }
    var wanted = wanted
    if wanted.form != old.form {
      guard wanted.form != .decimal, wanted.form != .bullet, old.form != .decimal else {
        throw .unclear("decimal labels keep their form")
      }
      guard wanted.value == old.value, wanted.suffix == old.suffix else {
        throw .unclear("another form and another value are two steps")
      }
      for sibling in siblings {
        guard var label = outline.label(of: sibling) else { continue }
        label.form = wanted.form
        relabelled[sibling] = label
      }
      wanted.form = old.form
      return
    }
    if let taken = siblings.firstIndex(where: { outline.label(of: $0) == wanted }) {
      try rotate(siblings, from: at, to: taken)
      return
    }
    if at > 0, let before = outline.label(of: siblings[at - 1]),
      (before.value, before.suffix) >= (wanted.value, wanted.suffix)
    {
      throw .unclear("the label would be smaller than the one before it")
    }
    relabelled[index] = wanted
    shift(siblings[(at + 1)...], by: wanted.value - old.value)
    if let last = siblings.last.flatMap({ label(of: $0) }), last.value > 199 {
      throw .unclear("the labels would be too high")
    }
  }

  // MARK: - A whole list

  mutating func renumber(_ index: Int) throws(RevisionRefusal) {
    guard tree.paragraphs.indices.contains(index), outline.label(of: index) != nil else {
      throw .notThere
    }
    for (offset, sibling) in outline.siblings(of: index).enumerated() {
      guard var label = outline.label(of: sibling), label.suffix == 0 else {
        throw .unclear("insertions keep their numbers on purpose")
      }
      label.value = offset + 1
      relabelled[sibling] = label
    }
  }

  mutating func labelBullets(_ index: Int) throws(RevisionRefusal) {
    guard tree.paragraphs.indices.contains(index), tree.paragraphs[index].kind == .bullet,
      tree.paragraphs[index].clause >= 0
    else { throw .notThere }
    let siblings = outline.siblings(of: index)
    guard siblings.count > 1 else { throw .unclear("one paragraph takes no label") }
    let paragraph = tree.paragraphs[index]
    let part = tree.clauses[paragraph.clause].part
    let above = paragraph.parent >= 0 ? outline.label(of: paragraph.parent)?.form : nil
    var form = outline.form(part: part, level: max(1, paragraph.level))
    if form == above { form = form == .letter ? .roman : .letter }
    let typing = typing(form, inClause: paragraph.clause)
    let keepsMark = typing.head.contains { $0 == 0x2D || $0 == 0x2B }
    for (offset, sibling) in siblings.enumerated() {
      let label = NewLabel(form: form, value: offset + 1)
      let block = outline.section.blocks[tree.paragraphs[sibling].block]
      guard block.listMark >= 0 else { throw .notThere }
      let start = outline.section.starts[tree.paragraphs[sibling].block] + Int(block.listMark)
      let text = outline.textStart(of: sibling)
      labelled[sibling] = label
      let lower = keepsMark ? text : start
      replace(lower..<text, typing.inline(label))
    }
  }
}
