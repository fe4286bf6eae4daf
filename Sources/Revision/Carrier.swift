internal import Semantics
internal import Syntax
internal import TextModel

/// Makes the references of a text follow a plan: each names behind the edit the paragraphs that it
/// named before. References into other texts and quoted ones are never touched.
struct Carrier {
  let plan: Plan
  let outline: Outline
  private(set) var edits: [TextEdit] = []
  private(set) var problems: [RevisionProblem] = []
  /// What each reference of the new text has to name, by its index among the old references.
  private(set) var expected: [Int: Expectation] = [:]

  struct Expectation: Equatable {
    /// The paragraphs, by their index in the plan; `nil` where nobody can say.
    var targets: Set<Int>?
    /// How many references it is written as.
    var parts = 1
  }

  init(_ plan: Plan) {
    self.plan = plan
    outline = plan.outline
  }

  private var tree: Resolution { outline.tree }

  mutating func carry() throws(RevisionRefusal) {
    for (index, reference) in outline.meaning.references.enumerated() {
      if reference.isExternal { continue }
      if reference.paragraph >= 0, plan.removed.contains(reference.paragraph),
        plan.merged?.from != reference.paragraph
      {
        continue
      }
      guard !isDeleted(reference.span) else { continue }
      expected[index] = try carry(reference)
    }
    findLooseMentions()
  }

  private func isDeleted(_ span: Span) -> Bool {
    plan.edits.contains {
      $0.range.lowerBound <= span.lower && span.upper <= $0.range.upperBound && !$0.range.isEmpty
    }
  }

  // MARK: - One reference

  private mutating func carry(_ reference: Reference) throws(RevisionRefusal) -> Expectation {
    guard reference.clause >= 0 else { return Expectation(targets: nil) }
    if reference.clause == plan.removedClause, !plan.mergesClauses {
      report(.deletedTarget, reference, outline.headWords(ofClause: reference.clause))
      return Expectation(targets: nil)
    }
    if reference.items.isEmpty { return carryWhole(reference) }
    let all = reference.items.allSatisfy {
      $0.outcome == .found && $0.path.count == $0.item.steps.count
    }
    guard all else {
      try relabelSteps(reference)
      if isTouched(clause: reference.clause) { report(.danglingLabel, reference, "") }
      return Expectation(targets: nil)
    }
    let slots = reference.items.map { Slot($0, outline) }
    var rewriter = ReferenceRewriter(plan: plan, reference: reference, slots: slots)
    var expectation = Expectation(
      targets: Set(rewriter.targets.map { plan.successor(of: $0, isLast: true) }))
    for slot in slots where plan.removed.contains(slot.target) && plan.merged?.from != slot.target {
      report(.deletedTarget, reference, outline.name(of: slot.target))
    }
    if slots.contains(where: { $0.target == plan.split }) {
      report(.splitTarget, reference, outline.name(of: plan.split))
    }
    try rewriter.rewrite()
    edits += rewriter.edits
    if rewriter.isWider { report(.widerRange, reference, "") }
    if rewriter.isRewritten { report(.rewritten, reference, "") }
    expectation.targets = rewriter.named
    expectation.parts = rewriter.parts
    if !rewriter.turnsWord {
      let heading = tree.clauses[reference.clause].heading.span.lower
      turn(reference, named: rewriter.namesClause ? heading : nil)
    }
    if let merged = plan.merged, let named = rewriter.named, named.contains(merged.into),
      reference.paragraph == merged.from || reference.paragraph == merged.into,
      !reference.inFootnote
    {
      report(.selfReference, reference, outline.name(of: merged.into))
    }
    return expectation
  }

  /// "resolves above" names the clause; where its only paragraph gets a label, it names that one.
  private mutating func carryWhole(_ reference: Reference) -> Expectation {
    let top = outline.top(ofClause: reference.clause)
    guard top.count == 1, let only = top.first else {
      turn(reference)
      return Expectation(targets: nil)
    }
    if plan.removed.contains(only) {
      report(.deletedTarget, reference, outline.headWords(ofClause: reference.clause))
      return Expectation(targets: nil)
    }
    guard let label = plan.labelled[only], outline.label(of: only) == nil,
      tree.paragraphs[only].kind == .text || tree.paragraphs[only].kind == .heading
    else {
      // The clause keeps its one label in an annex, and so do words that name the clause.
      if plan.hasFresh, plan.freshList == tree.paragraphs[only].list {
        report(.widerRange, reference, "")
      }
      turn(reference)
      return Expectation(targets: nil)
    }
    if only == plan.split { report(.splitTarget, reference, outline.name(of: only)) }
    let head = outline.writer.withEmphasis(reference.head)
    edits.append(
      TextEdit(range: head.upper..<head.upper, replacement: plan.firstLabel(label, in: reference)))
    turn(reference, named: tree.paragraphs[only].span.lower)
    return Expectation(targets: [only])
  }

  /// Where nothing else is certain, labels that changed are still followed.
  private mutating func relabelSteps(_ reference: Reference) throws(RevisionRefusal) {
    for item in reference.items where item.path.count == item.item.steps.count {
      edits += try Slot(item, outline).steps(plan)
    }
  }

  private func isTouched(clause: Int) -> Bool {
    let own = tree.clauses[clause].paragraphs
    return own.contains { plan.relabelled[$0] != nil || plan.removed.contains($0) }
      || plan.hasFresh && plan.freshList >= 0
        && own.contains { tree.paragraphs[$0].list == plan.freshList }
  }

  // MARK: - Above and below

  /// "above" becomes "below" where a target was passed.
  /// - Parameter named: what the reference is seen from behind the edit, if that is another place.
  private mutating func turn(_ reference: Reference, named: Int? = nil) {
    guard let direction = reference.direction, !reference.inFootnote, !plan.exchanges.isEmpty,
      let places = places(of: reference)
    else { return }
    let seen = named.map { [$0] } ?? places
    let now = seen.count { plan.isBefore($0, reference.span.lower) }
    guard now == 0 || now == seen.count else { return report(.bothSides, reference, "") }
    let word: Reference.Direction = now > 0 ? .above : .below
    guard word != direction, !places.isEmpty else { return }
    edits.append(TextEdit(range: reference.directionSpan.range, text: word.name))
  }

  /// Where the targets stand; `nil` where the word was wrong before.
  private func places(of reference: Reference) -> [Int]? {
    var places: [Int] = []
    if reference.items.isEmpty {
      places = [tree.clauses[reference.clause].heading.span.lower]
    } else {
      for index in reference.targets {
        let target = tree.paragraphs[index]
        if !target.span.contains(reference.span.lower) { places.append(target.span.lower) }
      }
    }
    let here = reference.span.lower
    let before = places.count { $0 < here }
    return before == (reference.direction == .above ? places.count : 0) ? places : nil
  }

  // MARK: - Problems

  private mutating func report(
    _ kind: RevisionProblem.Kind, _ reference: Reference, _ target: String
  ) {
    problems.append(
      RevisionProblem(kind: kind, range: reference.span.range, lastTarget: target))
  }

  /// "see b) above": a label that is named without its heading.
  private mutating func findLooseMentions() {
    guard !plan.relabelled.isEmpty || !plan.removed.isEmpty || !plan.stripped.isEmpty else {
      return
    }
    for span in outline.standing.looseMentions {
      problems.append(
        RevisionProblem(kind: .looseMention, range: span.range, lastTarget: ""))
    }
  }
}
