/// Finds numbers by a hash that is mixed already, such as that of a word: to hash it anew, as a
/// `Dictionary` does, would cost more than the search. Two keys are the same when their hashes are.
struct HashIndex: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    /// -1 in an empty slot.
    var value: Int32 = -1
  }

  /// Open-addressed; a power of two, at most half full. Empty until something is put in.
  private var slots: [Slot] = []
  private var count = 0

  /// - Parameter capacity: how many keys there may be; more are taken in too.
  init(capacity: Int = 0) {
    guard capacity > 8 else { return }
    var size = 32
    while size < capacity * 2 + 2, size < 1 << 20 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// The number under a key, or -1.
  @inline(__always)
  subscript(key: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      guard !slots.isEmpty else { return -1 }
      var place = Self.place(key, slots.count)
      // A slot in two is empty.
      while slots[place].value >= 0, slots[place].key != key {
        place = (place &+ 1) & (slots.count &- 1)
      }
      return Int(slots[place].value)
    }
  }

  /// Puts a number of 0 or more under a key that has none yet, or gives the one that is there.
  mutating func insert(_ value: Int, _ key: UInt64) -> Int? {
    if (count &+ 1) &* 2 > slots.count { grow() }
    var place = Self.place(key, slots.count)
    while slots[place].value >= 0 {
      if slots[place].key == key { return Int(slots[place].value) }
      place = (place &+ 1) & (slots.count &- 1)
    }
    slots[place] = Slot(key: key, value: Int32(clamping: max(0, value)))
    count &+= 1
    return nil
  }

  mutating func removeAll() {
    guard count > 0 else { return }
    slots = []
    count = 0
  }

  private mutating func grow() {
    let old = slots
    // Most texts have a few keys, or some dozens.
    slots = [Slot](repeating: Slot(), count: max(16, old.count &* 4))
    for slot in old where slot.value >= 0 {
      var place = Self.place(slot.key, slots.count)
      while slots[place].value >= 0 { place = (place &+ 1) & (slots.count &- 1) }
      slots[place] = slot
    }
  }

  @inline(__always)
  private static func place(_ key: UInt64, _ size: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 32) & (size &- 1)
  }
}
