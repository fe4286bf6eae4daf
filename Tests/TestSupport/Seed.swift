import Foundation

/// Numbers for randomised tests (SplitMix64). The seed is printed; `RESOLUTE_SEED` sets it, so that a
/// failure can be had again.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  /// What the numbers follow from.
  public let seed: UInt64

  public init() {
    let wanted = ProcessInfo.processInfo.environment["RESOLUTE_SEED"].flatMap { UInt64($0) }
    seed = wanted ?? UInt64.random(in: 0 ... .max)
    state = seed
    print("seed \(seed)")
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
