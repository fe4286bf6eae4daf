public import Semantics
internal import Syntax
internal import TextModel

/// The one engine for edits that carry references: it changes the structure of a resolution, and
/// every reference to a paragraph that changed its label, its place or its clause follows, in the text,
/// its footnotes and annexes.
///
/// Before it gives edits away it makes them on a copy and reads that: each paragraph must stand where
/// the plan has it, with its label, and each reference must name what it named before. What cannot be
/// shown to be right is refused.
public struct Reviser {
  private let outline: Outline
  private let objection: (RevisedText) -> RevisionRefusal?

  /// - Parameter objection: has the last word on an edit that is made as planned; the engine itself
  ///   knows nothing of the rules that judge the text behind it.
  public init(
    _ meaning: SectionMeaning,
    objection: @escaping (RevisedText) -> RevisionRefusal? = { _ in nil }
  ) {
    outline = Outline(meaning)
    self.objection = objection
  }

  /// The edits of an operation, or why there are none.
  public func revise(_ operation: StructureEdit) -> Result<Revised, RevisionRefusal> {
    do throws(RevisionRefusal) {
      let plan = try plan(operation)
      var carrier = Carrier(plan)
      try carrier.carry()
      let places = try plan.finished(plan.edits + carrier.edits)
      guard let edits = outline.section.origin(of: places) else {
        throw .unclear("a tracked change stands in the way; accept or reject it first")
      }
      let after = try Verification(plan: plan, expected: carrier.expected).check(edits)
      let problems = plan.problems + carrier.problems
      if let refusal = objection(RevisedText(plan, after, problems)) { throw refusal }
      return .success(Revised(edits: edits, problems: problems))
    } catch {
      return .failure(error)
    }
  }

  private func plan(_ operation: StructureEdit) throws(RevisionRefusal) -> Plan {
    var plan = Plan(outline)
    switch operation {
    case .insert(let place, let text, let stable):
      try plan.insert(place, text, stable: stable)
    case .delete(let index): try plan.delete(index)
    case .deleteClause(let index): try plan.deleteClause(index)
    case .insertClause(let index, let heading, let text):
      try plan.insertClause(after: index, heading, text)
    case .moveClauseUp(let index): try plan.moveClause(index, up: true)
    case .moveClauseDown(let index): try plan.moveClause(index, up: false)
    case .mergeClauses(let index): try plan.mergeClauses(index)
    case .moveUp(let index): try plan.move(index, up: true)
    case .moveDown(let index): try plan.move(index, up: false)
    case .merge(let index): try plan.merge(index)
    case .split(let offset): try plan.split(at: offset)
    case .relabel(let index, let label): try plan.relabel(index, to: label)
    case .renumber(let index): try plan.renumber(index)
    case .labelBullets(let index): try plan.labelBullets(index)
    }
    try plan.writeLabels()
    try plan.requireLines()
    return plan
  }
}
