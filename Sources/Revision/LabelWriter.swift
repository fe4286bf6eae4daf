internal import Semantics
internal import Syntax
internal import TextModel

/// Writes another label over a paragraph's own or over one that a reference names, leaving marks of
/// emphasis, list marks and blanks as they are.
struct LabelWriter {
  let section: Section
  let tree: Resolution

  init(_ section: Section) {
    self.section = section
    tree = section.resolution
  }

  func byte(_ offset: Int) -> UInt8 {
    section.bytes.indices.contains(offset) ? section.bytes[offset] : 0
  }

  func isEmphasis(_ offset: Int) -> Bool { byte(offset) == 0x2A || byte(offset) == 0x5F }

  /// A span with the pairs of marks of emphasis that enclose it.
  func withEmphasis(_ span: Span) -> Span {
    var lower = span.lower
    var upper = span.upper
    while lower > 0, isEmphasis(lower - 1), byte(lower - 1) == byte(upper) {
      lower -= 1
      upper += 1
    }
    return Span(lower, upper)
  }

  private func hasEmphasis(_ span: Span) -> Bool { span.range.contains { isEmphasis($0) } }

  // MARK: - A paragraph's label

  /// - Parameter rewrites: write the whole label anew, with the bracket that it has by convention.
  /// - Returns: `nil` where the label cannot be written for certain.
  func edit(_ index: Int, to new: NewLabel, rewrites: Bool = false) -> TextEdit? {
    let paragraph = tree.paragraphs[index]
    guard let label = paragraph.label, paragraph.form != .bullet else { return nil }
    if !rewrites, new.form == paragraph.form, new.suffix == Int(label.suffix),
      let core = component(label, label.prefix.count)
    {
      return TextEdit(range: core.range, text: LabelText.core(new.value, new.form))
    }
    // Marks of emphasis inside the label would be torn apart.
    guard !hasEmphasis(label.span) || rewrites else { return nil }
    let text =
      rewrites || new.form != paragraph.form
      ? LabelText.standard(new.value, new.form, suffix: new.suffix)
      : LabelText.text(new.value, suffix: new.suffix, like: paragraph)
    return TextEdit(range: label.span.range, text: text)
  }

  /// The bytes of one component of a label: of `4.12` the `4` (0) or the `12` (1).
  private func component(_ label: Label, _ wanted: Int) -> Span? {
    let isDigits = label.form == .digit || label.form == .decimal
    var i = label.span.lower
    var component = 0
    while i < label.span.upper {
      while i < label.span.upper, !isCore(byte(i), isDigits) { i += 1 }
      let start = i
      while i < label.span.upper, isCore(byte(i), isDigits) { i += 1 }
      if component == wanted, start < i { return Span(start, i) }
      component += 1
    }
    return nil
  }

  private func isCore(_ byte: UInt8, _ isDigits: Bool) -> Bool {
    isDigits ? isASCIIDigit(byte) : isASCIILetter(byte) || byte >= 0x80
  }

  /// The labels `4.1`, `4.2` below a paragraph whose own label `4` changes.
  func decimals(under index: Int, _ new: NewLabel) -> [TextEdit]? {
    let depth = tree.paragraphs[index].label?.prefix.count ?? 0
    var edits: [TextEdit] = []
    var below = index + 1
    while below < tree.paragraphs.count, isBelow(below, index) {
      defer { below += 1 }
      guard tree.paragraphs[below].form == .decimal, let label = tree.paragraphs[below].label,
        label.prefix.count > depth
      else { continue }
      // `2.1` below 1: nobody can say whose it is.
      guard new.form == tree.paragraphs[index].form, new.suffix == 0,
        label.prefix.dropFirst(depth).first.map({ Int($0) }) == tree.paragraphs[index].ordinal,
        let span = component(label, depth)
      else { return nil }
      edits.append(TextEdit(range: span.range, text: String(new.value)))
    }
    return edits
  }

  func isBelow(_ paragraph: Int, _ ancestor: Int) -> Bool {
    var above = tree.paragraphs[paragraph].parent
    while above >= 0 {
      if above == ancestor { return true }
      above = tree.paragraphs[above].parent
    }
    return false
  }

  // MARK: - A label in a reference

  /// - Parameter form: the form that the label has now.
  func edit(_ step: ReferenceItem.Step, from form: Label.Form, to new: NewLabel) -> TextEdit? {
    guard !step.span.isEmpty else { return nil }
    if new.form == form, new.suffix == step.suffix {
      let isDigits = form == .digit || form == .decimal
      var end = step.span.lower
      while end < step.span.upper, isCore(byte(end), isDigits) { end += 1 }
      guard end > step.span.lower else { return nil }
      return TextEdit(
        range: step.span.lower..<end, text: LabelText.core(new.value, new.form))
    }
    guard !hasEmphasis(step.span) else { return nil }
    return TextEdit(
      range: step.span.range,
      text: LabelText.standard(new.value, new.form, suffix: new.suffix))
  }
}
