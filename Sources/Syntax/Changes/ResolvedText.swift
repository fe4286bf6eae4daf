internal import TextModel

/// A text with all its tracked changes accepted, or all rejected, and a map back to the bytes as
/// written. A line of which nothing is left goes with its line end.
public struct ResolvedText: Sendable {
  /// A run of bytes that both texts have.
  struct Piece: Sendable {
    /// Where it begins here.
    var start: Int
    /// Where it begins in the text as written.
    var origin: Int
    var count: Int
  }

  public let bytes: [UInt8]
  /// In order.
  let pieces: [Piece]

  public init(_ bytes: [UInt8], _ changes: TrackedChanges, side: TrackedChanges.Side) {
    let removed = bytes.withByteView { Self.withLines(changes.removed(on: side), $0) }
    var pieces: [Piece] = []
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var from = 0
    for range in removed + [bytes.count..<bytes.count] {
      if range.lowerBound > from {
        pieces.append(Piece(start: kept.count, origin: from, count: range.lowerBound - from))
        kept += bytes[from..<range.lowerBound]
      }
      from = range.upperBound
    }
    self.bytes = kept
    self.pieces = pieces
  }

  /// One side of a text as it is written.
  public init(_ bytes: [UInt8], side: TrackedChanges.Side) {
    self.init(bytes, TrackedChanges(bytes), side: side)
  }

  /// Where a byte of this text stands in the text as written; offsets outside are cut to the text, its
  /// end is the end of its last byte.
  public func origin(of offset: Int) -> Int {
    guard offset > 0 else { return pieces.first?.origin ?? 0 }
    guard offset < bytes.count else { return end(of: bytes.count) }
    let piece = pieces[pieces.lastIndex(startingAtOrBefore: offset)]
    return piece.origin + offset - piece.start
  }

  /// The bytes as written from the first to the last of a range, with what was left out between them;
  /// an empty range stands behind the byte before it.
  public func origin(of range: Range<Int>) -> Range<Int> {
    let end = end(of: range.upperBound)
    return range.isEmpty ? end..<end : origin(of: range.lowerBound)..<end
  }

  /// Behind the byte that ends at an offset.
  private func end(of offset: Int) -> Int {
    let offset = min(offset, bytes.count)
    guard offset > 0 else { return pieces.first?.origin ?? 0 }
    let piece = pieces[pieces.lastIndex(startingAtOrBefore: offset - 1)]
    return piece.origin + offset - piece.start
  }

  /// Where a byte of the text as written stands here; of one that was left out, where it would.
  public func offset(of origin: Int) -> Int {
    var found = 0
    for piece in pieces {
      guard piece.origin <= origin else { break }
      found = piece.start + min(piece.count, origin - piece.origin)
    }
    return found
  }

  /// Takes in the lines of which nothing but blanks, a list mark or marks of emphasis is left.
  private static func withLines(_ removed: [Range<Int>], _ view: ByteView) -> [Range<Int>] {
    var all: [Range<Int>] = []
    var next = 0
    var floor = 0
    while next < removed.count {
      var start = removed[next].lowerBound
      while start > floor, view[start - 1] != 0x0A, view[start - 1] != 0x0D { start -= 1 }
      let first = next
      var i = start
      var isEmpty = true
      while i < view.count {
        if next < removed.count, removed[next].lowerBound == i {
          i = removed[next].upperBound
          next += 1
          continue
        }
        let byte = view[i]
        if byte == 0x0A || byte == 0x0D { break }
        if !isTrifle(byte) { isEmpty = false }
        i += 1
      }
      if isEmpty {
        all.append(start..<view.afterLineEnd(i))
      } else {
        all += removed[first..<next]
      }
      floor = i
    }
    return all
  }

  private static func isTrifle(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x2D, 0x2A, 0x2B, 0x5F: true
    default: false
    }
  }
}

extension [ResolvedText.Piece] {
  /// Index of the piece that holds a byte; there is at least one.
  func lastIndex(startingAtOrBefore offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return Swift.max(0, low - 1)
  }
}
