internal import Semantics
internal import Syntax
internal import TextModel

/// One label of a reference with its place in the text.
struct Slot {
  let item: Reference.Item
  /// With the marks of emphasis that enclose it.
  let span: Span
  /// Its labels have emphasis of their own.
  let isMixed: Bool
  private let outline: Outline

  init(_ item: Reference.Item, _ outline: Outline) {
    self.item = item
    self.outline = outline
    let marks = item.span.range.count { outline.writer.isEmphasis($0) }
    var span = outline.writer.withEmphasis(item.span)
    // `*a)* iv)`: the first label's own emphasis opens before the item.
    if marks % 2 == 1, span == item.span {
      if outline.writer.isEmphasis(span.lower - 1) {
        span = Span(span.lower - 1, span.upper)
      } else if outline.writer.isEmphasis(span.upper) {
        span = Span(span.lower, span.upper + 1)
      }
    }
    self.span = span
    isMixed = marks > 0
  }

  var target: Int { item.paragraph }
  /// The labels above its own are taken over from the item before.
  var isShortened: Bool { item.item.steps.contains { $0.span.isEmpty } }

  /// Edits of the labels that changed.
  func steps(_ plan: Plan) throws(RevisionRefusal) -> [TextEdit] {
    var edits: [TextEdit] = []
    for (depth, (step, index)) in zip(item.item.steps, item.path).enumerated() {
      let now = plan.successor(of: index, isLast: depth == item.path.count - 1)
      guard !step.span.isEmpty, let label = plan.label(of: now),
        let old = outline.label(of: index), label != old
      else { continue }
      guard
        let edit = outline.writer.edit(step, from: old.form, to: label)
      else { throw .unclear("a reference is written in a way that cannot follow for certain") }
      edits.append(edit)
    }
    return edits
  }

  /// Its text behind the edit, emphasis included.
  func text(_ plan: Plan) throws(RevisionRefusal) -> [UInt8] {
    outline.section.bytes.applying(try steps(plan), in: span.range)
  }
}

extension Plan {
  /// A label behind the heading words of a reference that had none, with the blank before it.
  func firstLabel(_ label: NewLabel, in reference: Reference) -> [UInt8] {
    let part = outline.tree.clauses[reference.clause].part
    let typing = Typing(outline, form: label.form, part: part, besides: reference.clause)
    let text = Array(LabelText.standard(label.value, label.form, suffix: label.suffix).utf8)
    let head = outline.writer.withEmphasis(reference.head)
    let marks = head == reference.head ? [] : typing.emphasis.prefix(1)
    return [0x20] + marks + text + marks
  }

  /// The labels that lead to a paragraph, in the emphasis of another label of the reference.
  func path(to index: Int, like slot: Slot) -> [UInt8] {
    var labels: [String] = []
    var i = index
    var isLast = true
    while i >= 0 {
      let now = successor(of: i, isLast: isLast)
      if let label = label(of: now) {
        labels.insert(
          LabelText.standard(label.value, label.form, suffix: label.suffix), at: 0)
        if label.form == .decimal {
          // "4.1" names its parents already.
          let prefix = outline.tree.paragraphs[i].label?.prefix ?? []
          var above = outline.tree.paragraphs[i].parent
          var written = prefix.map(String.init)
          for place in written.indices.reversed() where above >= 0 {
            if let label = self.label(of: above) { written[place] = String(label.value) }
            above = outline.tree.paragraphs[above].parent
          }
          labels[0] = (written + [labels[0]]).joined(separator: ".")
          break
        }
      }
      i = outline.tree.paragraphs[i].parent
      isLast = false
    }
    let text = Array(labels.joined(separator: " ").utf8)
    let marks = outline.section.bytes[slot.span.lower..<slot.item.span.lower]
    return Array(marks) + text + marks.reversed()
  }
}
