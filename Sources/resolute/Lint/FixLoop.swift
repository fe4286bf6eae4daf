import Rules
import TextModel

/// Applies fixes until none is left: a fix may make room for another.
struct FixLoop {
  /// Two rules that undo each other would otherwise go on for ever.
  static let roundLimit = 20

  struct Outcome {
    var text: [UInt8]
    var verdict: Linter.Verdict
    /// Fixes applied, over all rounds.
    var applied = 0
    /// Whether it ended because nothing was left to fix.
    var isSettled = true
  }

  /// Fixes that may change the meaning, too.
  var takesUnsafe = false
  let judge: ([UInt8]) -> Linter.Verdict

  func run(_ text: [UInt8], _ verdict: Linter.Verdict) -> Outcome {
    var outcome = Outcome(text: text, verdict: verdict)
    for _ in 0..<Self.roundLimit {
      let (edits, count) = choose(outcome)
      guard count > 0 else { return outcome }
      outcome.text = outcome.text.applying(edits)
      outcome.applied += count
      outcome.verdict = judge(outcome.text)
    }
    outcome.isSettled = choose(outcome).count == 0
    return outcome
  }

  private func choose(_ outcome: Outcome) -> (edits: [TextEdit], count: Int) {
    FixChoice.choose(
      outcome.verdict.findings, size: outcome.text.count, takesUnsafe: takesUnsafe)
  }
}
