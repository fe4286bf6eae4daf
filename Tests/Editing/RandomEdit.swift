import Revision
import Semantics
import Syntax

/// An edit at random, with the one that undoes it where there is one.
struct RandomEdit {
  var edit: StructureEdit
  var inverse: StructureEdit?

  init(_ edit: StructureEdit, undoneBy inverse: StructureEdit? = nil) {
    self.edit = edit
    self.inverse = inverse
  }

  static func any(in meaning: SectionMeaning, _ random: inout some RandomNumberGenerator) -> Self {
    let tree = meaning.resolution
    if !tree.clauses.isEmpty, Int.random(in: 0..<6, using: &random) == 0 {
      return ofClause(Int.random(in: tree.clauses.indices, using: &random), &random)
    }
    let index = Int.random(in: tree.paragraphs.indices, using: &random)
    let paragraph = tree.paragraphs[index]
    let siblings = tree.paragraphs.indices.filter {
      let other = tree.paragraphs[$0]
      return other.list == paragraph.list && other.clause == paragraph.clause
        && other.parent == paragraph.parent && other.annex == paragraph.annex
    }
    let at = siblings.firstIndex(of: index) ?? 0
    let end = last(below: index, tree)
    switch Int.random(in: 0..<13, using: &random) {
    case 0:
      return Self(.insert(.after(index), text: "to be brief"), undoneBy: .delete(end + 1))
    case 1: return Self(.insert(.before(index), text: "to be brief"), undoneBy: .delete(index))
    case 2:
      return Self(
        .insert(.after(index), text: "to be brief", stable: true), undoneBy: .delete(end + 1))
    case 3: return Self(.delete(index))
    case 4:
      // Past a sibling with all that stands below it, or past a heading.
      return Self(.moveUp(index), undoneBy: .moveDown(at > 0 ? siblings[at - 1] : index))
    case 5:
      let next = at + 1 < siblings.count ? last(below: siblings[at + 1], tree) - end : 0
      return Self(.moveDown(index), undoneBy: .moveUp(index + next))
    case 6: return Self(.merge(index))
    case 7:
      let lower = paragraph.text.lower
      let upper = max(lower, paragraph.text.upper)
      return Self(.split(at: Int.random(in: lower...upper, using: &random)))
    case 8:
      guard let other = siblings.randomElement(using: &random),
        let label = tree.paragraphs[other].label
      else { return Self(.merge(index)) }
      let wanted = NewLabel(
        form: tree.paragraphs[other].form, value: tree.paragraphs[other].ordinal,
        suffix: Int(label.suffix))
      return Self(.relabel(index, wanted))
    case 9: return Self(.renumber(index))
    case 10: return Self(.relabel(index, anyLabel(paragraph, siblings.count, &random)))
    case 11:
      guard
        let empty = tree.clauses.indices.filter({ tree.clauses[$0].paragraphs.isEmpty })
          .randomElement(using: &random)
      else {
        return Self(
          .insert(.before(index), text: "to be brief", stable: true), undoneBy: .delete(index))
      }
      return Self(
        .insert(.into(clause: empty), text: "to be brief"),
        undoneBy: .delete(tree.clauses[empty].paragraphs.lowerBound))
    default: return end > index ? Self(.moveDown(index)) : Self(.labelBullets(index))
    }
  }

  /// What a hand may type over a label: mostly its own form, any value near the list, sometimes an
  /// insertion's number or another form.
  private static func anyLabel(
    _ paragraph: Paragraph, _ count: Int, _ random: inout some RandomNumberGenerator
  ) -> NewLabel {
    var label = NewLabel(
      form: paragraph.form, value: Int.random(in: 1...(count + 2), using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: label.suffix = Int.random(in: 1...2, using: &random)
    case 1:
      label.value = paragraph.ordinal
      label.form = [.letter, .roman, .digit].randomElement(using: &random) ?? .digit
    default: break
    }
    return label
  }

  private static func ofClause(_ index: Int, _ random: inout some RandomNumberGenerator) -> Self {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return Self(.moveClauseUp(index), undoneBy: .moveClauseDown(index - 1))
    case 1: return Self(.moveClauseDown(index), undoneBy: .moveClauseUp(index + 1))
    case 2: return Self(.deleteClause(index))
    case 3: return Self(.mergeClauses(index))
    case 4:
      return Self(
        .insertClause(after: index, heading: "emphasizing", text: "the need to be brief"),
        undoneBy: .deleteClause(index + 1))
    default:
      return Self(
        .insertClause(after: index, heading: "encourages Member States", text: "to be brief"),
        undoneBy: .deleteClause(index + 1))
    }
  }

  /// The last paragraph below another, or that one itself.
  private static func last(below index: Int, _ tree: Resolution) -> Int {
    var last = index
    while last + 1 < tree.paragraphs.count {
      var above = tree.paragraphs[last + 1].parent
      while above >= 0, above != index { above = tree.paragraphs[above].parent }
      guard above == index else { break }
      last += 1
    }
    return last
  }
}
