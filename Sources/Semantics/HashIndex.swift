/// Finds numbers by a hash that is mixed already, such as that of a word: to hash it anew, as a
/// `Dictionary` does, would cost more than the search. Two keys are the same when their hashes are.
package struct HashIndex: Sendable {
  @usableFromInline
  struct Slot {
    @usableFromInline var key: UInt64 = 0
    /// -1 in an empty slot.
    @usableFromInline var value: Int32 = -1
  }

  /// Open-addressed; a power of two, at most half full. Empty until something is put in.
  @usableFromInline var slots: [Slot] = []
  private var count = 0

  /// - Parameter capacity: how many keys there may be; more are taken in too.
  package init(capacity: Int = 0) {
    guard capacity > 8 else { return }
    var size = 32
    while size < capacity * 2 + 2, size < 1 << 20 { size *= 2 }
    slots = Self.empty(size)
  }

  /// Empty slots, copied when the first key is put in: to make them anew costs more than all else here.
  private static let empty: [[Slot]] = (0...8).map {
    [Slot](repeating: Slot(), count: 1 << $0)
  }

  /// - Parameter count: a power of two.
  private static func empty(_ count: Int) -> [Slot] {
    let power = count.trailingZeroBitCount
    return power < empty.count ? empty[power] : [Slot](repeating: Slot(), count: count)
  }

  /// The number under a key, or -1.
  @inlinable
  @inline(__always)
  package subscript(key: UInt64) -> Int {
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
  package mutating func insert(_ value: Int, _ key: UInt64) -> Int? {
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

  package mutating func removeAll() {
    guard count > 0 else { return }
    slots = []
    count = 0
  }

  private mutating func grow() {
    let old = slots
    // Most texts have a few keys, or some dozens.
    slots = Self.empty(max(16, old.count &* 4))
    for slot in old where slot.value >= 0 {
      var place = Self.place(slot.key, slots.count)
      while slots[place].value >= 0 { place = (place &+ 1) & (slots.count &- 1) }
      slots[place] = slot
    }
  }

  @inlinable
  @inline(__always)
  static func place(_ key: UInt64, _ size: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 32) & (size &- 1)
  }
}
