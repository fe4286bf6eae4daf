import Glibc
import Synchronization

/// A line on the terminal that says how far long work is.
struct Progress {
  /// Back to the first column, the rest of the line erased.
  static let clearLine = "\r\u{1B}[K"
  private static let cells = 24

  private let console: Console
  private let isEnabled: Bool
  /// What is counted beside the files.
  private let noun: String
  private let total: TotalCount
  private let start = Progress.now()
  private var lastDrawn = 0.0
  private var isShown = false

  /// - Parameter count: counts all files; called in a thread of its own once there is a bar to show.
  init(
    _ console: Console, isEnabled: Bool, noun: String = "finding",
    count: @escaping @Sendable () -> Int
  ) {
    self.console = console
    self.noun = noun
    self.isEnabled = isEnabled && console.errors.isTerminal
    total = TotalCount(count)
  }

  mutating func show(done: Int, findings: Int) {
    guard isEnabled else { return }
    let now = Self.now()
    guard now - start >= console.progressDelay, now - lastDrawn >= 0.1 else { return }
    total.begin()
    lastDrawn = now
    isShown = true
    Signals.showsProgress.store(true, ordering: .relaxed)
    console.errors.write(Self.clearLine + Self.line(done: done, of: total.value, findings, noun))
  }

  /// Takes the line away, so that something else can be written.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    console.errors.write(Self.clearLine)
    Signals.showsProgress.store(false, ordering: .relaxed)
  }

  static func line(done: Int, of total: Int?, _ findings: Int, _ noun: String = "finding")
    -> String
  {
    let found = "\(findings) \(noun)\(findings == 1 ? "" : "s")"
    guard let total, total >= done, total > 0 else { return "\(done) files, \(found)" }
    let filled = cells * done / total
    let bar =
      String(repeating: "#", count: filled) + String(repeating: "-", count: cells - filled)
    return "[\(bar)] \(100 * done / total)% (\(done) of \(total) files), \(found)"
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// How many files there will be, counted beside the work.
private final class TotalCount: Sendable {
  private let count: @Sendable () -> Int
  private let begun = Atomic<Bool>(false)
  private let result = Atomic<Int>(-1)

  init(_ count: @escaping @Sendable () -> Int) { self.count = count }

  var value: Int? {
    let count = result.load(ordering: .acquiring)
    return count < 0 ? nil : count
  }

  func begin() {
    guard !begun.exchange(true, ordering: .relaxed) else { return }
    _ = startThread { [self] in result.store(count(), ordering: .releasing) }
  }
}
