internal import Semantics
internal import Syntax
internal import TextModel

/// Gives paragraphs new labels and carries along what names them: references in this text and the
/// decimal labels below them.
struct Relabelling {
  struct Target: Equatable {
    var value: Int
    var form: Label.Form
  }

  let text: SectionContext
  /// New labels by paragraph index.
  let moved: [Int: Target]
  /// Write the whole label anew, with the bracket that it has by convention.
  var rewrites = false

  /// All edits in order, or `nil` where something cannot be carried along for certain.
  func edits() -> [TextEdit]? {
    var edits: [TextEdit] = []
    for (index, target) in moved.sorted(by: { $0.key < $1.key }) {
      guard let edit = labelEdit(index, target) else { return nil }
      edits.append(edit)
      guard let below = decimalEdits(under: index, target) else { return nil }
      edits += below
    }
    guard let followers = referenceEdits() else { return nil }
    edits += followers
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    // Where lists are tangled, one label may be asked to follow two others; then nothing is certain.
    for (edit, next) in zip(edits, edits.dropFirst())
    where edit.range.upperBound > next.range.lowerBound { return nil }
    return edits
  }

  /// Whether a reference names one of the paragraphs, or one below it.
  var isReferredTo: Bool {
    text.meaning.references.contains { reference in
      reference.items.contains { item in item.path.contains { moved[$0] != nil } }
    }
  }

  // MARK: - Labels

  private func labelEdit(_ index: Int, _ target: Target) -> TextEdit? {
    let paragraph = text.tree.paragraphs[index]
    guard let label = paragraph.label, label.suffix == 0, paragraph.form != .bullet else {
      return nil
    }
    if !rewrites, target.form == paragraph.form, let core = componentSpan(label, label.prefix.count)
    {
      return TextEdit(range: core.range, text: LabelText.core(target.value, target.form))
    }
    return TextEdit(range: label.span.range, text: LabelText.standard(target.value, target.form))
  }

  /// The bytes of one component of a label: of `4.12` the `4` (0) or the `12` (1).
  private func componentSpan(_ label: Label, _ wanted: Int) -> Span? {
    var i = label.span.lower
    var component = 0
    while i < label.span.upper {
      while i < label.span.upper, !isCore(text.byte(i)) { i += 1 }
      let start = i
      while i < label.span.upper, isCore(text.byte(i)) { i += 1 }
      if component == wanted, start < i { return Span(start, i) }
      component += 1
    }
    return nil
  }

  private func isCore(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte >= 0x80
  }

  private func decimalEdits(under index: Int, _ target: Target) -> [TextEdit]? {
    let paragraphs = text.tree.paragraphs
    let depth = (paragraphs[index].label?.prefix.count ?? 0)
    var edits: [TextEdit] = []
    for (below, paragraph) in paragraphs.enumerated() where paragraph.form == .decimal {
      guard let label = paragraph.label, label.prefix.count > depth, isBelow(below, index) else {
        continue
      }
      guard target.form == paragraphs[index].form, let span = componentSpan(label, depth) else {
        return nil
      }
      edits.append(TextEdit(range: span.range, text: String(target.value)))
    }
    return edits
  }

  private func isBelow(_ paragraph: Int, _ ancestor: Int) -> Bool {
    var above = text.tree.paragraphs[paragraph].parent
    while above >= 0 {
      if above == ancestor { return true }
      above = text.tree.paragraphs[above].parent
    }
    return false
  }

  // MARK: - References

  private func referenceEdits() -> [TextEdit]? {
    var edits: [TextEdit] = []
    for reference in text.meaning.references {
      for item in reference.items where item.path.count == item.item.steps.count {
        for (step, index) in zip(item.item.steps, item.path) {
          guard let target = moved[index], !step.span.isEmpty else { continue }
          guard let edit = edit(step, target, text.tree.paragraphs[index].form) else { return nil }
          edits.append(edit)
        }
      }
    }
    return edits
  }

  private func edit(_ step: ReferenceItem.Step, _ target: Target, _ form: Label.Form) -> TextEdit? {
    if target.form == form {
      var end = step.span.lower
      while end < step.span.upper, isCore(text.byte(end)) { end += 1 }
      return TextEdit(
        range: step.span.lower..<end, text: LabelText.core(target.value, target.form))
    }
    // Marks of emphasis inside the label would be torn apart.
    for i in step.span.range where text.byte(i) == 0x2A || text.byte(i) == 0x5F { return nil }
    return TextEdit(range: step.span.range, text: LabelText.standard(target.value, target.form))
  }
}
