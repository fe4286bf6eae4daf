import Features
import Rules
import Syntax
import Testing
import TextModel

/// A menu is tried with what the first of its entries has found; what comes of each is what comes of it
/// alone.
@Suite("Trials of actions") struct ActionTrialTests {
  private let text = Harbour.draft(
    considering: "a) that fog is frequent;\n\nb) that b) above is dense,",
    resolves: """
      1 to keep a register as in resolves 3 below;

      2 to buy lamps; 3 to sell lamps;

      4 to rest under resolves 1 above and Resolution 71 (Rev. Dubai, 2018),
      """)

  /// The structure actions at each place of a text, and what comes of them by a trial.
  private func results(_ draft: Draft, _ change: (ActionWork) -> Result<Change, ActionFault>)
    -> [Result<Change, ActionFault>]
  {
    stride(from: 0, to: draft.document.count, by: 7).flatMap { at in
      draft.actions(in: at..<at).filter { $0.kind == .rewrite || $0.kind == .move }
        .map { change($0.work) }
    }
  }

  @Test("One after the other, again, and in a second resolution")
  func parity() {
    let draft = Draft(Document(text + "\n" + text.replacing("301", with: "302")))
    let alone = results(draft) { draft.change(of: $0) }
    let made = alone.count { if case .success = $0 { true } else { false } }
    #expect(made > 10 && alone.count - made > 5)
    let trial = ActionTrial(draft)
    #expect(results(draft) { trial.change(of: $0) } == alone)
    let again = ActionTrial(draft, knowing: trial.tried)
    #expect(results(draft) { again.change(of: $0) } == alone)
  }

  @Test("What was tried before holds for the same text and the same rules only")
  func change() {
    let before = Draft(Document(text))
    let trial = ActionTrial(before)
    let old = results(before) { trial.change(of: $0) }
    var document = before.document
    let at = Array(text.utf8).firstRange(of: Array("; 3 to sell".utf8))?.lowerBound ?? 0
    document.apply(TextEdit(range: at..<(at + 2), text: ";\n\n"))
    let after = Draft(document)
    let known = ActionTrial(after, knowing: trial.tried)
    let new = results(after) { known.change(of: $0) }
    #expect(new == results(after) { after.change(of: $0) })
    #expect(new != old)

    // A resolution that moved as a whole has its edits where it is now.
    var moved = before.document
    moved.apply(TextEdit(range: 0..<0, text: "# RESOLUTION 1 (Dubai, 2018)\n\n"))
    let later = Draft(moved)
    let shifted = ActionTrial(later, knowing: trial.tried)
    #expect(results(later) { shifted.change(of: $0) } == results(later) { later.change(of: $0) })

    var settings = RuleSettings()
    settings.ignore = ["numbering", "reference"]
    let silent = Draft(before.document, settings: settings)
    let other = ActionTrial(silent, knowing: trial.tried)
    #expect(results(silent) { other.change(of: $0) } == results(silent) { silent.change(of: $0) })
  }
}
