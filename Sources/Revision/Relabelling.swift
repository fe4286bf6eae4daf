package import Semantics
internal import Syntax
package import TextModel

/// Gives paragraphs that stay where they are new labels and carries along what names them: references
/// in the text, its footnotes and annexes, and the decimal labels below them.
package struct Relabelling {
  private let meaning: SectionMeaning
  private let writer: LabelWriter
  /// New labels by paragraph index.
  private let moved: [Int: NewLabel]
  private let rewrites: Bool

  /// - Parameters:
  ///   - moved: new labels by index in `Resolution.paragraphs`.
  ///   - rewrites: write each label anew, with the bracket that it has by convention.
  package init(_ meaning: SectionMeaning, _ moved: [Int: NewLabel], rewrites: Bool = false) {
    self.meaning = meaning
    self.moved = moved
    self.rewrites = rewrites
    writer = LabelWriter(meaning.section)
  }

  /// All edits in order, or `nil` where something cannot be carried along for certain. Offsets count
  /// from the section.
  package func edits() -> [TextEdit]? {
    var edits: [TextEdit] = []
    for (index, new) in moved.sorted(by: { $0.key < $1.key }) {
      guard (writer.tree.paragraphs[index].label?.suffix ?? 0) == 0,
        let edit = writer.edit(index, to: new, rewrites: rewrites),
        let below = writer.decimals(under: index, new)
      else { return nil }
      edits.append(edit)
      edits += below
    }
    for reference in meaning.references {
      for item in reference.items where item.path.count == item.item.steps.count {
        for (step, index) in zip(item.item.steps, item.path) {
          guard let new = moved[index], !step.span.isEmpty else { continue }
          guard let edit = writer.edit(step, from: writer.tree.paragraphs[index].form, to: new)
          else { return nil }
          edits.append(edit)
        }
      }
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    // Where lists are tangled, one label may be asked to follow two others; then nothing is certain.
    for (edit, next) in zip(edits, edits.dropFirst())
    where edit.range.upperBound > next.range.lowerBound { return nil }
    return edits
  }

  /// Whether a reference names one of the paragraphs, or one below it.
  package var isReferredTo: Bool {
    meaning.references.contains { reference in
      reference.items.contains { item in item.path.contains { moved[$0] != nil } }
    }
  }
}
