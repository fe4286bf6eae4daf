internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// Who stands beside whom in a section, and which bytes belong to a paragraph with all that stands
/// below it.
struct Outline {
  let meaning: SectionMeaning
  let section: Section
  let tree: Resolution
  let writer: LabelWriter
  let standing: Standing

  init(_ meaning: SectionMeaning) {
    self.meaning = meaning
    section = meaning.section
    tree = meaning.resolution
    writer = LabelWriter(meaning.section)
    standing = Standing(meaning)
  }

  func byte(_ offset: Int) -> UInt8 { writer.byte(offset) }

  // MARK: - Paragraphs

  /// The paragraphs of one list, in order; without label or bullet, those of a clause that have none.
  func siblings(of index: Int) -> [Int] {
    let paragraph = tree.paragraphs[index]
    return family(of: paragraph).filter {
      let other = tree.paragraphs[$0]
      return other.list == paragraph.list && other.parent == paragraph.parent
        && other.clause == paragraph.clause && other.annex == paragraph.annex
    }
  }

  /// Where the siblings of a paragraph can stand.
  private func family(of paragraph: Paragraph) -> Range<Int> {
    if paragraph.clause >= 0 { return tree.clauses[paragraph.clause].paragraphs }
    if paragraph.annex >= 0 { return tree.annexes[paragraph.annex].paragraphs }
    return tree.paragraphs.indices
  }

  /// The paragraphs of a clause that stand below none.
  func top(ofClause clause: Int) -> [Int] {
    tree.clauses[clause].paragraphs.filter { tree.paragraphs[$0].parent < 0 }
  }

  /// The last paragraph below another, or that one itself.
  func last(below index: Int) -> Int {
    var last = index
    while last + 1 < tree.paragraphs.count, writer.isBelow(last + 1, index) { last += 1 }
    return last
  }

  /// Whether a clause takes labels by how many paragraphs it has; annexes number freely.
  func countsParagraphs(_ paragraph: Paragraph) -> Bool {
    paragraph.clause >= 0 && paragraph.annex < 0 && paragraph.parent < 0
  }

  func label(of index: Int) -> NewLabel? {
    let paragraph = tree.paragraphs[index]
    guard let label = paragraph.label else { return nil }
    return NewLabel(
      form: paragraph.form, value: paragraph.ordinal, suffix: Int(label.suffix))
  }

  /// Whether the labels of a list run on from the first; where they do not, nobody can say what the
  /// next one is.
  func runsOn(_ siblings: [Int]) -> Bool {
    var last = (value: 0, suffix: 0)
    for label in siblings.compactMap({ label(of: $0) }) {
      let isNext = label.value == last.value + 1 && label.suffix == 0
      let isInsertion = label.value == last.value && label.suffix == last.suffix + 1
      guard isNext || isInsertion else { return false }
      last = (label.value, label.suffix)
    }
    return true
  }

  func requireRun(_ siblings: [Int]) throws(RevisionRefusal) {
    guard runsOn(siblings) else {
      throw .unclear("the labels of the list do not run on; renumber it first")
    }
  }

  /// Where labels begin anew, two lists read as one: what stands between them is part of a paragraph.
  func requireAscent(_ siblings: [Int]) throws(RevisionRefusal) {
    let labels = siblings.compactMap { label(of: $0) }
    for (label, next) in zip(labels, labels.dropFirst())
    where (label.value, label.suffix) >= (next.value, next.suffix) {
      throw .unclear("the labels of the list begin anew or repeat; renumber it first")
    }
  }

  /// Beside labelled paragraphs one without a label is the rest of another, or lacks its label.
  func requireLabels(_ index: Int) throws(RevisionRefusal) {
    let paragraph = tree.paragraphs[index]
    guard !paragraph.isLabelled, paragraph.clause >= 0 else { return }
    let own = tree.clauses[paragraph.clause].paragraphs
    let isLoneBullet = paragraph.kind == .bullet && top(ofClause: paragraph.clause) == [index]
    guard !isLoneBullet,
      !own.contains(where: {
        tree.paragraphs[$0].isLabelled && tree.paragraphs[$0].level <= paragraph.level
      })
    else {
      throw .unclear("a paragraph without label stands among labelled ones")
    }
  }

  // MARK: - Bytes

  /// From the beginning of its first line to its last byte that is not blank, with what stands below
  /// it and the comments directly before it. `nil` where the paragraph shares its lines with something
  /// else.
  func body(of index: Int) -> Range<Int>? {
    let paragraph = tree.paragraphs[index]
    switch section.blocks[paragraph.block].kind {
    case .item, .bullet, .text: break
    default: return nil
    }
    let last = tree.paragraphs[last(below: index)]
    // An annex title may be glued to its end.
    let content = section.blocks[last.lastBlock].content.shifted(
      by: section.starts[last.lastBlock])
    guard last.text.upper >= content.upper else { return nil }
    var first = paragraph.block
    while first > 0, section.blocks[first - 1].kind == .comment { first -= 1 }
    return section.starts[first]..<end(ofBlock: last.lastBlock)
  }

  /// The lines of a heading that has no paragraph on them.
  func body(ofHeading clause: Int) -> Range<Int>? {
    let index = tree.clauses[clause].block
    let block = section.blocks[index]
    guard let heading = block.heading, Int(heading.textStart) >= block.content.upper else {
      return nil
    }
    return section.starts[index]..<end(ofBlock: index)
  }

  /// Behind the last byte of a block that is not blank.
  func end(ofBlock index: Int) -> Int {
    trimmed(section.start(ofBlock: index + 1), from: section.starts[index])
  }

  func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start {
      let byte = byte(end - 1)
      if isBlank(byte) || byte == 0x0A || byte == 0x0D || byte == 0x0C {
        end -= 1
      } else if byte == 0xA0, self.byte(end - 2) == 0xC2, end - 2 >= start {
        end -= 2
      } else {
        break
      }
    }
    return end
  }

  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether nothing but blanks and line ends stands between two offsets.
  func isBlank(between lower: Int, and upper: Int) -> Bool {
    lower <= upper && trimmed(upper, from: lower) == lower
  }

  /// Where the words of a paragraph begin, marks of emphasis before them included.
  func textStart(of index: Int) -> Int {
    var start = tree.paragraphs[index].text.lower
    let limit =
      tree.paragraphs[index].label?.span.upper
      ?? section.starts[
        tree.paragraphs[index].block]
    while start > limit, writer.isEmphasis(start - 1) { start -= 1 }
    return start
  }

  // MARK: - End marks

  /// The mark that ends a paragraph with all that stands below it, if it may be changed: one of
  /// `;` `,` `.` `:`, alone, and not inside a quotation.
  func endMark(of index: Int) -> (span: Span, mark: UInt8)? { mark(of: last(below: index)) }

  func mark(of index: Int) -> (span: Span, mark: UInt8)? {
    let paragraph = tree.paragraphs[index]
    guard paragraph.endMark != 0, paragraph.endSpan.count == 1,
      paragraph.end == paragraph.endSpan.upper
    else { return nil }
    let tokens = section.blocks[paragraph.lastBlock].tokens
    let start = section.starts[paragraph.lastBlock]
    guard let at = tokens.lastIndex(where: { Int($0.start) + start == paragraph.endSpan.lower })
    else { return nil }
    // A quotation that closes behind the mark keeps it; two marks are a slip of the author's.
    if at + 1 < tokens.count, tokens[at + 1].kind == .quote { return nil }
    if at > 0, tokens[at - 1].kind == .mark, !tokens[at - 1].isMark(0x29),
      !tokens[at - 1].isMark(0x5D)
    {
      return nil
    }
    return (paragraph.endSpan, paragraph.endMark)
  }

  // MARK: - Words

  /// The heading of a clause without the words behind the comma that begins its tail.
  func headWords(ofClause clause: Int) -> String {
    let clause = tree.clauses[clause]
    let whole = clause.heading.span
    guard clause.coreCount < clause.words.count else { return meaning.plainText(whole) }
    let start = section.starts[clause.block]
    var counted = 0
    for token in section.blocks[clause.block].tokens.prefix(clause.heading.tokenCount) {
      if counted == clause.coreCount, token.isMark(0x2C) {
        return meaning.plainText(Span(whole.lower, Int(token.start) + start))
      }
      guard token.kind == .word || token.kind == .number else { continue }
      if !section.vocabulary.isPassedOver(token.hash) { counted += 1 }
    }
    return meaning.plainText(whole)
  }

  /// A paragraph as a reference names it: "resolves 2 i)".
  func name(of index: Int) -> String {
    var labels: [String] = []
    var i = index
    while i >= 0 {
      if let label = label(of: i) {
        labels.append(LabelText.standard(label.value, label.form, suffix: label.suffix))
      }
      i = tree.paragraphs[i].parent
    }
    let clause = tree.paragraphs[index].clause
    let head = clause >= 0 ? [headWords(ofClause: clause)] : []
    return (head + labels.reversed()).joined(separator: " ")
  }
}
