public import Semantics
internal import Syntax

/// The text behind an edit beside the one before, for who judges them.
public struct RevisedText {
  public let before: SectionMeaning
  /// The same one without the text around it, as `after` is.
  public let standing: TextMeaning
  /// One section, read anew.
  public let after: TextMeaning
  /// For each paragraph of `after` the index of the same one before; `nil` for a new one.
  public let origins: [Int?]
  /// Of two paragraphs that have become one, the second and the first.
  public let merged: (from: Int, into: Int)?
  public let problems: [RevisionProblem]

  init(_ plan: Plan, _ after: TextMeaning, _ problems: [RevisionProblem]) {
    before = plan.outline.meaning
    standing = plan.outline.standing.text
    self.after = after
    origins = plan.order.map { $0 == plan.freshIndex ? nil : $0 }
    merged = plan.merged
    self.problems = problems
  }
}
