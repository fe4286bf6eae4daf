import Dispatch

/// When progress is to be shown again: a reader follows ten messages a second, and an editor draws each.
struct ProgressPace: Sendable {
  /// Between two messages, in nanoseconds.
  static let gap: UInt64 = 100_000_000

  private var last: UInt64?

  /// Whether a message is due; the first always is.
  ///
  /// - Parameter now: nanoseconds of a clock that does not go back.
  mutating func isDue(at now: UInt64 = DispatchTime.now().uptimeNanoseconds) -> Bool {
    if let last, now &- last < Self.gap { return false }
    last = now
    return true
  }
}
