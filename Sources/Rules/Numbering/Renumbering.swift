internal import Revision
internal import Semantics
internal import Syntax

/// Gives the labels of one list their values in order, and every reference that names one of its
/// paragraphs the new label.
struct Renumbering {
  let text: SectionContext
  /// Indices of the list's paragraphs.
  let list: [Int]

  /// Nothing where insertions between revisions keep their numbers on purpose, and where a reference
  /// names a label that is not there: it would come to name another paragraph.
  func fixes() -> [Fix] {
    guard let first = list.first, !isSuffixed, danglingReference == nil else { return [] }
    var moved: [Int: NewLabel] = [:]
    for (offset, index) in list.enumerated() {
      let paragraph = text.tree.paragraphs[index]
      if paragraph.ordinal != offset + 1 {
        moved[index] = NewLabel(form: paragraph.form, value: offset + 1)
      }
    }
    let relabelling = Relabelling(text.meaning, moved)
    guard !moved.isEmpty, let edits = relabelling.edits() else { return [] }
    let inAnnex = text.tree.paragraphs[first].clause < 0
    let safe =
      !inAnnex && LooseMentions.all(in: text.meaning).isEmpty && !isAmbiguous && keepsMeaning
    return [
      Fix(
        title: relabelling.isReferredTo
          ? "Renumber the list and its references" : "Renumber the list",
        safety: safe ? .safe : .unsafe, edits: edits)
    ]
  }

  /// Paragraphs that ascend keep their order. Where a label stands twice, a reference may mean
  /// either; a number far ahead, or one at the start of a list, may be no label at all.
  private var keepsMeaning: Bool {
    var last = 0
    var repeated = false
    for index in list {
      let value = text.tree.paragraphs[index].ordinal
      guard value >= last, value - last <= (last == 0 ? 1 : 4) else { return false }
      if value == last { repeated = true }
      last = value
    }
    return !repeated || !isNamed
  }

  private var isSuffixed: Bool {
    list.contains { (text.tree.paragraphs[$0].label?.suffix ?? 0) > 0 }
  }

  private var clause: Int { list.first.map { text.tree.paragraphs[$0].clause } ?? -1 }

  /// The reference that has to name a paragraph before the list can be renumbered.
  var awaited: Reference? { isSuffixed ? nil : danglingReference }

  private var danglingReference: Reference? {
    guard clause >= 0 else { return nil }
    return text.meaning.references.first { reference in
      reference.clause == clause && !reference.isExternal
        && reference.items.contains { $0.outcome == .missing }
    }
  }

  private var isAmbiguous: Bool {
    text.meaning.references.contains {
      !$0.rivals.isEmpty && ($0.clause == clause || $0.rivals.contains(clause))
    }
  }

  /// Whether any reference names a paragraph of the list.
  private var isNamed: Bool {
    text.meaning.references.contains { reference in
      reference.items.contains { item in item.path.contains { list.contains($0) } }
    }
  }
}
