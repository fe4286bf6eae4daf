internal import Semantics
internal import Syntax
internal import TextModel

/// Gives the labels of one list their values in order, and every reference that names one of its
/// paragraphs the new label.
struct Renumbering {
  let text: SectionContext
  /// Indices of the list's paragraphs.
  let list: [Int]

  func fix(_ kind: SequenceFault.Kind) -> [Fix] {
    // Insertions between revisions keep their numbers on purpose.
    let suffixed = list.contains { (text.tree.paragraphs[$0].label?.suffix ?? 0) > 0 }
    guard !suffixed else { return [] }
    var edits: [TextEdit] = []
    var moved: [Int: Int] = [:]
    for (offset, index) in list.enumerated() {
      let paragraph = text.tree.paragraphs[index]
      guard paragraph.ordinal != offset + 1, let span = coreSpan(paragraph) else { continue }
      moved[index] = offset + 1
      edits.append(
        TextEdit(range: span.range, text: LabelText.core(offset + 1, paragraph.form)))
    }
    guard !edits.isEmpty else { return [] }
    let followers = referenceEdits(moved)
    // A decimal list below a renumbered paragraph would have to follow as well.
    guard !hasDecimalChildren(moved) else { return [] }
    edits += followers
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    let safe = kind == .gap || (kind == .duplicate && followers.isEmpty && !isNamed())
    return [
      Fix(
        title: followers.isEmpty ? "Renumber the list" : "Renumber the list and its references",
        safety: safe ? .safe : .unsafe, edits: edits)
    ]
  }

  /// The bytes of the value inside the label.
  private func coreSpan(_ paragraph: Paragraph) -> Span? {
    guard let label = paragraph.label, label.suffix == 0, paragraph.form != .bullet else {
      return nil
    }
    var start = label.span.lower
    var end = label.span.upper
    func isCore(_ byte: UInt8) -> Bool {
      byte != 0x28 && byte != 0x29 && byte != 0x2E && byte != 0x2A && byte != 0x5F
    }
    if paragraph.form == .decimal {
      var last = start
      for i in start..<end where text.byte(i) == 0x2E && i < end - 1 { last = i + 1 }
      start = last
    }
    while start < end, !isCore(text.byte(start)) { start += 1 }
    while end > start, !isCore(text.byte(end - 1)) { end -= 1 }
    return start < end ? Span(start, end) : nil
  }

  private func referenceEdits(_ moved: [Int: Int]) -> [TextEdit] {
    var edits: [TextEdit] = []
    for reference in text.meaning.references where !reference.isExternal {
      for item in reference.items where item.outcome == .found {
        // The step of the path that names the moved paragraph: the paragraph itself or one above.
        var index = item.paragraph
        var depth = item.item.steps.count - 1
        while index >= 0, depth >= 0 {
          if let value = moved[index], depth == item.item.steps.count - 1 || depth == 0,
            let edit = edit(item, depth, value, index)
          {
            edits.append(edit)
          }
          index = text.tree.paragraphs[index].parent
          depth -= 1
        }
      }
    }
    return edits
  }

  private func edit(_ item: Reference.Item, _ depth: Int, _ value: Int, _ index: Int) -> TextEdit? {
    // Labels of a path follow one another in the text: walk to the one meant.
    var i = item.span.lower
    var at = 0
    while i < item.span.upper {
      while i < item.span.upper, !isLabelByte(text.byte(i)) { i += 1 }
      let start = i
      while i < item.span.upper, isLabelByte(text.byte(i)) { i += 1 }
      // An inherited path (`c) ii) and iii)`) is shorter in the text than in the reference.
      if at == depth || (item.item.steps.count > 1 && i >= item.span.upper - 1 && at == 0) {
        return TextEdit(
          range: start..<i, text: LabelText.core(value, text.tree.paragraphs[index].form))
      }
      at += 1
    }
    return nil
  }

  private func isLabelByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte)
  }

  private func hasDecimalChildren(_ moved: [Int: Int]) -> Bool {
    text.tree.paragraphs.contains { $0.form == .decimal && moved[$0.parent] != nil }
  }

  /// Whether any reference names a paragraph of the list.
  private func isNamed() -> Bool {
    let members = Set(list)
    return text.meaning.references.contains { !$0.targets.allSatisfy { !members.contains($0) } }
  }
}
