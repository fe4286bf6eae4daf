internal import Syntax

/// A label that breaks the sequence of its list. At most one fault is found at a label: a value too
/// high is a gap, the same once more a duplicate, a smaller one a fault of order.
struct SequenceFault {
  enum Kind { case gap, duplicate, order }

  var kind: Kind
  /// Index in `Resolution.paragraphs`.
  var paragraph: Int
  /// The value that the sequence asks for there.
  var expected: Int
  /// How the label before reads, for the message.
  var previousText: String
  var related: [Related]
  var fixes: [Fix]

  static func all(in text: SectionContext) -> [SequenceFault] {
    var faults: [SequenceFault] = []
    for range in text.numberedRanges where !range.isEmpty {
      for list in text.lists(in: range) {
        if isSequence(list, text) { continue }
        if TrackedLabels(list: list, text: text) != nil { continue }
        faults += self.faults(in: list, text)
      }
    }
    return faults
  }

  /// The common case, told cheaply: every label is the next one.
  private static func isSequence(_ list: [Int], _ text: SectionContext) -> Bool {
    for (offset, index) in list.enumerated() {
      let paragraph = text.tree.paragraphs[index]
      if paragraph.ordinal != offset + 1 || (paragraph.label?.suffix ?? 0) != 0 { return false }
    }
    return true
  }

  private static func faults(in list: [Int], _ text: SectionContext) -> [SequenceFault] {
    var faults: [SequenceFault] = []
    // The highest value so far, and the insertion (bis, ter) at it.
    var highest = 0
    var insertion = 0
    var seen: [Int: Int] = [:]
    for (offset, index) in list.enumerated() {
      let paragraph = text.tree.paragraphs[index]
      let value = paragraph.ordinal
      let suffix = Int(paragraph.label?.suffix ?? 0)
      let key = value * 16 + suffix
      defer { if seen[key] == nil { seen[key] = index } }
      if suffix > 0, value == highest, suffix == insertion + 1 {
        insertion = suffix
        continue
      }
      if suffix == 0, value == highest + 1 {
        highest = value
        insertion = 0
        continue
      }
      let kind: Kind
      if let first = seen[key] {
        kind = .duplicate
        faults.append(
          fault(
            kind, list, offset, highest + 1, text,
            related: [
              Related(
                message: "first `\(text.label(text.tree.paragraphs[first]))`",
                range: text.tree.paragraphs[first].label?.span.range ?? 0..<0)
            ]))
        continue
      }
      if value > highest {
        kind = .gap
      } else {
        kind = .order
      }
      faults.append(fault(kind, list, offset, highest + 1, text, related: []))
      if value > highest {
        highest = value
        insertion = suffix
      }
    }
    return faults
  }

  private static func fault(
    _ kind: Kind, _ list: [Int], _ offset: Int, _ expected: Int, _ text: SectionContext,
    related: [Related]
  ) -> SequenceFault {
    let before = offset > 0 ? text.tree.paragraphs[list[offset - 1]] : nil
    return SequenceFault(
      kind: kind, paragraph: list[offset], expected: expected,
      previousText: before.map { "`\(text.label($0))`" } ?? "the heading", related: related,
      fixes: Renumbering(text: text, list: list).fix(kind))
  }
}
