/// Numbers by the hashes of words. Open addressing: the hash is mixed already and tells the slot, one
/// probe answers for nearly every word of a text.
@frozen
public struct WordTable: Sendable {
  @usableFromInline let mask: Int
  /// Hash above, number below; 0 for an empty slot.
  @usableFromInline let slots: [UInt64]

  /// - Parameter numbers: other than 0, which stands for a word that is not there.
  public init(_ numbers: [UInt32: UInt32]) {
    var size = 16
    while size < numbers.count * 4 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for (hash, number) in numbers where number != 0 {
      var i = Int(hash) & (size - 1)
      while slots[i] != 0 { i = (i + 1) & (size - 1) }
      slots[i] = UInt64(hash) << 32 | UInt64(number)
    }
    mask = size - 1
    self.slots = slots
  }

  /// The number of a word, or 0.
  @inlinable
  @inline(__always)
  public subscript(hash: UInt32) -> UInt32 {
    // The mask keeps the index inside; three slots of four are empty, so that the search ends.
    slots.withUnsafeBufferPointer { slots in
      var i = Int(hash) & mask
      while true {
        let slot = slots[i]
        if slot == 0 { return 0 }
        if UInt32(truncatingIfNeeded: slot &>> 32) == hash {
          return UInt32(truncatingIfNeeded: slot)
        }
        i = (i &+ 1) & mask
      }
    }
  }
}

/// Words by their hashes.
@frozen
public struct WordSet: Sendable {
  @usableFromInline let table: WordTable

  public init(_ hashes: some Sequence<UInt32>) {
    table = WordTable(Dictionary(hashes.map { ($0, 1) }, uniquingKeysWith: { first, _ in first }))
  }

  /// - Parameter words: in small letters.
  public init(words: some Sequence<some StringProtocol>) { self.init(words.map { wordHash($0) }) }

  @inlinable
  @inline(__always)
  public func contains(_ hash: UInt32) -> Bool { table[hash] != 0 }
}

/// Values by the hashes of words.
@frozen
public struct WordMap<Value: Sendable>: Sendable {
  @usableFromInline let places: WordTable
  @usableFromInline let values: [Value]

  public init(_ values: [UInt32: Value]) {
    var places: [UInt32: UInt32] = [:]
    var all: [Value] = []
    for (hash, value) in values {
      all.append(value)
      places[hash] = UInt32(clamping: all.count)
    }
    self.places = WordTable(places)
    self.values = all
  }

  @inlinable
  @inline(__always)
  public subscript(hash: UInt32) -> Value? {
    let place = places[hash]
    return place == 0 ? nil : values[Int(place) - 1]
  }
}
