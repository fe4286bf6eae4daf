/// How much two paragraphs are alike, in a form that can be told to a reader: how many of their content
/// words are the same and stand in the same order.
public struct Likeness: Sendable, Equatable {
  /// Words of both, in the same order.
  public let shared: Int
  /// Words of the old paragraph, small words left out.
  public let old: Int
  /// Words of the new one.
  public let new: Int

  /// From 0 to 1: the shared words as a part of the words of both.
  public var value: Double {
    old + new > 0 ? Double(2 * shared) / Double(old + new) : 0
  }

  /// 0 to 100.
  public var percent: Int { Int((value * 100).rounded()) }

  /// How much of the old paragraph is in the new one, and the other way round.
  var ofOld: Double { old > 0 ? Double(shared) / Double(old) : 0 }
  var ofNew: Double { new > 0 ? Double(shared) / Double(new) : 0 }
}

/// Counts the words that a paragraph shares in order with others (the longest common subsequence), 64
/// words at a time.
struct SharedWords {
  private static let limit = 512

  private let count: Int
  private let limbs: Int
  /// Open addressing: a word and, from its slot on, where it stands in the paragraph.
  private var keys: [UInt32]
  private var isTaken: [Bool]
  private var masks: [UInt64]
  private let slotMask: Int

  /// - Parameter words: of the paragraph; those beyond the first 512 are not looked at.
  init(_ words: ArraySlice<UInt32>) {
    let words = words.prefix(Self.limit)
    count = words.count
    limbs = max(1, (words.count + 63) / 64)
    var size = 16
    while size < words.count * 2 { size *= 2 }
    slotMask = size - 1
    keys = Array(repeating: 0, count: size)
    isTaken = Array(repeating: false, count: size)
    masks = Array(repeating: 0, count: size * limbs)
    for (place, word) in words.enumerated() {
      var slot = Self.slot(word, slotMask)
      while isTaken[slot], keys[slot] != word { slot = (slot + 1) & slotMask }
      isTaken[slot] = true
      keys[slot] = word
      masks[slot * limbs + place / 64] |= 1 &<< UInt64(place % 64)
    }
  }

  private static func slot(_ word: UInt32, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B1) &>> 8) & mask
  }

  private func find(_ word: UInt32) -> Int? {
    var slot = Self.slot(word, slotMask)
    while isTaken[slot] {
      if keys[slot] == word { return slot }
      slot = (slot + 1) & slotMask
    }
    return nil
  }

  /// How many words stand in both, in the same order.
  func shared(with other: ArraySlice<UInt32>) -> Int {
    if limbs == 1 { return sharedInOne(other) }
    var state = [UInt64](repeating: .max, count: limbs)
    for word in other.prefix(Self.limit) {
      guard let slot = find(word) else { continue }
      var carry: UInt64 = 0
      for limb in 0..<limbs {
        let mask = masks[slot * limbs + limb]
        let hits = state[limb] & mask
        let (first, over) = state[limb].addingReportingOverflow(hits)
        let (sum, overAgain) = first.addingReportingOverflow(carry)
        carry = over || overAgain ? 1 : 0
        state[limb] = sum | (state[limb] & ~mask)
      }
    }
    return ones(state)
  }

  private func sharedInOne(_ other: ArraySlice<UInt32>) -> Int {
    var state = UInt64.max
    for word in other.prefix(Self.limit) {
      guard let slot = find(word) else { continue }
      let mask = masks[slot]
      state = (state &+ (state & mask)) | (state & ~mask)
    }
    return ones([state])
  }

  /// Places whose bit was cleared.
  private func ones(_ state: [UInt64]) -> Int {
    var shared = 0
    for (limb, bits) in state.enumerated() {
      let left = count - limb * 64
      let used: UInt64 = left >= 64 ? .max : left > 0 ? (1 &<< UInt64(left)) &- 1 : 0
      shared += (~bits & used).nonzeroBitCount
    }
    return shared
  }
}
