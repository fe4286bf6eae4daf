internal import Revision
internal import Rules
internal import Semantics
internal import Syntax
internal import TextModel

/// Tries actions on a draft. What is found of a resolution for the first of them holds for the others: to
/// try all that a menu has costs little more than to try one.
public final class ActionTrial {
  private let draft: Draft
  /// What came of edits of structure, for the next trial of the same draft.
  public private(set) var tried: TriedActions
  private var reviser: Reviser?

  public init(_ draft: Draft, knowing tried: TriedActions? = nil) {
    self.draft = draft
    self.tried = tried ?? TriedActions()
  }

  /// What an action does to the text as it is, or why it cannot be done.
  public func change(of work: ActionWork) -> Result<Change, ActionFault> {
    switch work {
    case .edits(let edits): return .success(Change(edits: edits))
    case .fixAll: return .success(Change(edits: draft.safeFixes()))
    case .organizeNumbering:
      return .success(Change(edits: draft.safeFixes(group: "numbering")))
    case .ignoreInProject: return .failure(ActionFault(reason: "a text has no settings"))
    case .structure(let start, let name, let index):
      guard let (meaning, own) = draft.section(at: start), own == start,
        let edit = StructureEdit(name, index)
      else { return .failure(ActionFault(reason: "the text has changed")) }
      let settings = draft.judgement.settings
      if !tried.isAbout(meaning, at: start, settings) {
        tried = TriedActions(meaning, at: start, settings)
        reviser = nil
      }
      if let known = tried.results[TriedActions.Key(name: name, index: index)] { return known }
      let reviser = reviser ?? Reviser(meaning, judgedBy: settings)
      self.reviser = reviser
      let result: Result<Change, ActionFault> =
        switch reviser.revise(edit) {
        case .success(let revised): .success(Change(revised, in: meaning, at: start))
        case .failure(let refusal):
          .failure(ActionFault(reason: refusal.reason ?? "there is nothing to do here"))
        }
      tried.note(result, name, index)
      return result
    }
  }
}

/// What came of edits of structure in one resolution. An editor that has shown a menu comes back for one
/// of its entries, or shows it again.
public struct TriedActions: Sendable {
  struct Key: Hashable {
    var name: String
    var index: Int
  }

  private var meaning: SectionMeaning?
  private var start = 0
  private var settings = RuleSettings()
  private(set) var results: [Key: Result<Change, ActionFault>] = [:]

  /// More are not kept: a menu has fewer than ten.
  private static let limit = 64

  public init() {}

  fileprivate init(_ meaning: SectionMeaning, at start: Int, _ settings: RuleSettings) {
    self.meaning = meaning
    self.start = start
    self.settings = settings
  }

  fileprivate func isAbout(_ meaning: SectionMeaning, at start: Int, _ settings: RuleSettings)
    -> Bool
  {
    self.meaning === meaning && self.start == start && self.settings == settings
  }

  fileprivate mutating func note(
    _ result: Result<Change, ActionFault>, _ name: String, _ index: Int
  ) {
    if results.count >= Self.limit { results = [:] }
    results[Key(name: name, index: index)] = result
  }
}
