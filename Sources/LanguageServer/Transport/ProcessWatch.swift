import Dispatch
import Glibc
import Synchronization

/// Watches a process of the user: when the editor dies without closing its pipe, the server must not
/// live on.
public final class ProcessWatch: Sendable {
  /// Grows with each call of `watch`; a timer of an earlier call stops by itself.
  private let turn = Atomic<Int>(0)
  private let interval: Double

  /// - Parameter interval: seconds between two looks.
  public init(interval: Double = 3) { self.interval = max(0.01, interval) }

  /// Watches the process in place of any other before. An id that no process can have is ignored.
  public func watch(_ process: Int, onDeath: @escaping @Sendable () -> Void) {
    guard process > 0, let id = pid_t(exactly: process) else { return }
    let mine = turn.add(1, ordering: .relaxed).newValue
    let source = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
    source.schedule(deadline: .now() + interval, repeating: interval)
    source.setEventHandler { [self] in
      let isCurrent = turn.load(ordering: .relaxed) == mine
      if isCurrent, Self.isAlive(id) { return }
      source.cancel()
      if isCurrent { onDeath() }
    }
    source.resume()
  }

  /// Signal 0 asks without sending; a process of another user answers with EPERM.
  static func isAlive(_ id: pid_t) -> Bool {
    kill(id, 0) == 0 || errno != ESRCH
  }
}
