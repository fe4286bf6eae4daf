internal import Revision
internal import Semantics
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
  /// Indices of the paragraphs of its list.
  var list: [Int]
  /// Index of the paragraph before in the list, or -1.
  var previous: Int
  /// Index of the paragraph that has the label already, or -1.
  var first: Int

  static func find(in list: [Int], _ text: SectionContext, missing: [MissingLabel])
    -> [SequenceFault]
  {
    var faults: [SequenceFault] = []
    // The highest value so far, and the insertion (bis, ter) at it.
    var highest = 0
    var insertion = 0
    var previous = -1
    // A run of labels that repeats an earlier one is one fault, not many.
    var repeating = false
    var seen: [Int: Int] = [:]
    func add(_ kind: Kind, _ index: Int, first: Int = -1) {
      faults.append(
        SequenceFault(
          kind: kind, paragraph: index, expected: highest + 1, list: list, previous: previous,
          first: first))
    }
    for index in list {
      let paragraph = text.tree.paragraphs[index]
      let value = paragraph.ordinal
      let suffix = Int(paragraph.label?.suffix ?? 0)
      let key = value * 16 + suffix
      // No label at all in this reading; the rule on styles speaks of it.
      if value == 0, paragraph.form == .letter { continue }
      defer {
        if seen[key] == nil { seen[key] = index }
        previous = index
      }
      if suffix > 0, value == highest, suffix == insertion + 1 {
        insertion = suffix
        continue
      }
      if value == highest + 1, suffix == 0 {
        highest = value
        insertion = 0
        repeating = false
        continue
      }
      if value == 1, previous >= 0, text.listRestarts(after: index - 1) {
        highest = 1
        insertion = 0
        repeating = false
        seen = [:]
        continue
      }
      let before = previous < 0 ? 0 : text.tree.paragraphs[previous].ordinal
      if let first = seen[key] {
        if !(repeating && value == before + 1) { add(.duplicate, index, first: first) }
        repeating = true
      } else if value > highest {
        let unlabelled = missing.count { previous < $0.paragraph && $0.paragraph < index }
        if value - highest - 1 > unlabelled || unlabelled == 0 { add(.gap, index) }
        highest = value
        insertion = suffix
        repeating = false
      } else if value < before || suffix > 0 {
        add(.order, index)
        repeating = false
      }
    }
    return faults
  }
}

extension SequenceFault {
  func previousText(_ text: SectionContext) -> String {
    previous < 0 ? "the heading" : "`\(text.label(text.tree.paragraphs[previous]))`"
  }

  func expectedText(_ text: SectionContext) -> String {
    LabelText.text(expected, like: text.tree.paragraphs[paragraph])
  }

  func fixes(_ text: SectionContext) -> [Fix] { Renumbering(text: text, list: list).fixes() }

  /// Why there is no fix yet, to end a message, and the reference that it waits for; empty where none
  /// does.
  func waiting(_ text: SectionContext) -> (words: String, related: [Related]) {
    guard let reference = Renumbering(text: text, list: list).awaited else { return ("", []) }
    return (
      "; no fix until `\(text.plain(reference.span))` names a paragraph",
      [Related(message: "this names a label that is not there", range: reference.span.range)]
    )
  }
}
