/// What two lists have in common at their beginning and at their end: after an edit, all but the
/// middle is taken over.
@frozen
public struct SharedEnds {
  /// How many elements the lists share at the beginning, and how many at the end; never the same ones.
  public let prefix: Int
  public let suffix: Int

  // Inlinable, so that lists of thousands of references are copied without a call for each.

  /// - Parameter isSame: whether an element of the old list (its index first) is one of the new list.
  @inlinable
  @inline(__always)
  public init(old: Int, new: Int, isSame: (Int, Int) -> Bool) {
    let shorter = min(old, new)
    var prefix = 0
    while prefix < shorter, isSame(prefix, prefix) { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, isSame(old - 1 - suffix, new - 1 - suffix) { suffix += 1 }
    self.prefix = prefix
    self.suffix = suffix
  }

  /// The old list with its middle replaced. Indices of the new list are given to `make`.
  @inlinable
  @inline(__always)
  public func merge<Element>(
    _ old: [Element], count new: Int, make: (Int) -> Element
  ) -> [Element] {
    var all: [Element] = []
    all.reserveCapacity(new)
    let prefix = min(prefix, old.count)
    all += old[..<prefix]
    for index in prefix..<max(prefix, new - suffix) { all.append(make(index)) }
    all += old[max(prefix, old.count - suffix)...]
    return all
  }
}

extension [Int] {
  /// Of ascending starts, the index of the last that is not behind an offset; 0 when all are, or when
  /// there are none.
  public func lastIndex(startingAtOrBefore offset: Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
