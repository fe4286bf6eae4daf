import Foundation
import Planting

/// Numbers for randomised tests. The seed is printed; `RESOLUTE_SEED` sets it, so that a
/// failure can be had again.
public struct SeededGenerator: RandomNumberGenerator {
  private var numbers: SeededRandom
  /// What the numbers follow from.
  public let seed: UInt64

  public init() {
    let wanted = ProcessInfo.processInfo.environment["RESOLUTE_SEED"].flatMap { UInt64($0) }
    seed = wanted ?? UInt64.random(in: 0 ... .max)
    numbers = SeededRandom(seed: seed)
    print("seed \(seed)")
  }

  public mutating func next() -> UInt64 { numbers.next() }
}
