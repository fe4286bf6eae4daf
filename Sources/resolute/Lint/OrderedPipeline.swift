import Glibc

/// Works on items with several threads and hands the results over in the order of the items.
///
/// At most `4 × jobs` items are under way or waiting for their turn, so memory does not grow with
/// their number.
final class OrderedPipeline<Item: Sendable, Output: Sendable>: @unchecked Sendable {
  // What is mutable is only touched with the lock held.
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let workersWake: UnsafeMutablePointer<pthread_cond_t>
  private let consumerWakes: UnsafeMutablePointer<pthread_cond_t>
  private var source: () -> Item?
  private var results: [Int: Output] = [:]
  private var taken = 0
  private var handedOver = 0
  private var isExhausted = false
  private var workers = 0

  private let jobs: Int
  private let window: Int
  private let work: @Sendable (Item) -> Output

  /// - Parameters:
  ///   - source: called by one thread at a time, until it returns `nil`.
  ///   - work: called by up to `jobs` threads at once.
  init(jobs: Int, source: @escaping () -> Item?, work: @escaping @Sendable (Item) -> Output) {
    self.jobs = max(1, jobs)
    window = self.jobs.multipliedReportingOverflow(by: 4).partialValue
    self.source = source
    self.work = work
    lock = .allocate(capacity: 1)
    workersWake = .allocate(capacity: 1)
    consumerWakes = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(workersWake, nil)
    pthread_cond_init(consumerWakes, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(workersWake)
    pthread_cond_destroy(consumerWakes)
    lock.deallocate()
    workersWake.deallocate()
    consumerWakes.deallocate()
  }

  /// Runs to the end, or until `consume` returns `false`; returns when no thread works any more.
  ///
  /// - Parameters:
  ///   - idle: called about ten times a second while nothing is ready.
  ///   - consume: called on this thread, in the order of the items.
  func run(idle: () -> Void, consume: (Output) -> Bool) {
    pthread_mutex_lock(lock)
    for _ in 0..<jobs where startThread({ [self] in workUntilDone() }) { workers += 1 }
    // Without a thread to be had this one does the work, an item at a time.
    let isAlone = workers == 0
    while true {
      if let output = results.removeValue(forKey: handedOver) {
        handedOver += 1
        pthread_cond_broadcast(workersWake)
        pthread_mutex_unlock(lock)
        let goesOn = consume(output)
        pthread_mutex_lock(lock)
        if !goesOn {
          isExhausted = true
          results = [:]
          break
        }
      } else if isExhausted && handedOver == taken {
        break
      } else if isAlone {
        workOnce()
      } else if !waitForResult() {
        pthread_mutex_unlock(lock)
        idle()
        pthread_mutex_lock(lock)
      }
    }
    pthread_cond_broadcast(workersWake)
    while workers > 0 { pthread_cond_wait(consumerWakes, lock) }
    pthread_mutex_unlock(lock)
  }

  private func workUntilDone() {
    pthread_mutex_lock(lock)
    while !isExhausted {
      if taken - handedOver >= window {
        pthread_cond_wait(workersWake, lock)
      } else {
        workOnce()
      }
    }
    workers -= 1
    pthread_cond_signal(consumerWakes)
    pthread_mutex_unlock(lock)
  }

  /// Takes one item and works on it. The lock is held before and after, not while working.
  private func workOnce() {
    guard let item = source() else {
      isExhausted = true
      pthread_cond_broadcast(workersWake)
      return
    }
    let index = taken
    taken += 1
    pthread_mutex_unlock(lock)
    let output = work(item)
    pthread_mutex_lock(lock)
    results[index] = output
    pthread_cond_signal(consumerWakes)
  }

  /// Whether something was reported within a tenth of a second.
  private func waitForResult() -> Bool {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    time.tv_nsec += 100_000_000
    if time.tv_nsec >= 1_000_000_000 {
      time.tv_nsec -= 1_000_000_000
      time.tv_sec += 1
    }
    return pthread_cond_timedwait(consumerWakes, lock, &time) == 0
  }
}
