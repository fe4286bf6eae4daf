internal import TextModel

/// One side of a text with tracked changes, laid out over the bytes as written, so that what reads it
/// can count in their places: what the side leaves out is blank, and a word that a mark cuts in two
/// (`Member State{++s++}`) is whole where it begins. Line ends stand where they stood.
struct PlacedText: Sendable {
  struct Piece: Sendable {
    /// Where it begins in the side alone.
    var start: Int
    /// Where it begins here.
    var place: Int
    /// Where it begins in the text as written.
    var origin: Int
    var count: Int
  }

  /// As many as the text as written has.
  let bytes: [UInt8]
  private let pieces: [Piece]
  /// What the side leaves out, in bytes of the text as written.
  let removed: [Range<Int>]
  /// The places at which nothing stands.
  let blanks: [Range<Int>]

  /// - Parameter count: bytes of the text as written.
  init(_ side: ResolvedText, count: Int) {
    var pieces: [Piece] = []
    var removed: [Range<Int>] = []
    var bytes = [UInt8](repeating: 0x20, count: count)
    var end = 0
    side.bytes.withByteView { view in
      for piece in side.pieces {
        if piece.origin > end { removed.append(end..<piece.origin) }
        end = piece.origin + piece.count
        var start = piece.start
        let stop = start + piece.count
        // The rest of a word goes to its beginning.
        if start > 0, view[start - 1] > 0x20, view[start] > 0x20, let last = pieces.last {
          while start < stop, view[start] > 0x20 { start += 1 }
          pieces.append(
            Piece(
              start: piece.start, place: last.place + last.count, origin: piece.origin,
              count: start - piece.start))
        }
        if start < stop {
          let origin = piece.origin + start - piece.start
          pieces.append(Piece(start: start, place: origin, origin: origin, count: stop - start))
        }
      }
      for piece in pieces {
        for i in 0..<piece.count where bytes.indices.contains(piece.place + i) {
          bytes[piece.place + i] = view[piece.start + i]
        }
      }
    }
    if end < count { removed.append(end..<count) }
    var blanks: [Range<Int>] = []
    end = 0
    for piece in pieces {
      if piece.place > end { blanks.append(end..<piece.place) }
      end = piece.place + piece.count
    }
    if end < count { blanks.append(end..<count) }
    self.blanks = blanks
    self.bytes = bytes
    self.pieces = pieces
    self.removed = removed
  }

  /// The place of a byte of the side; of its end, the place behind its last byte.
  func place(of offset: Int) -> Int {
    guard let piece = piece(at: offset) else { return 0 }
    return piece.place + min(offset - piece.start, piece.count)
  }

  /// The place behind the byte of the side that ends at an offset.
  func end(of offset: Int) -> Int {
    guard offset > 0, let piece = piece(at: offset - 1) else { return 0 }
    return piece.place + min(offset - piece.start, piece.count)
  }

  /// The rests of words that stand elsewhere than they were written.
  var moved: [MovedBytes] {
    pieces.filter { $0.place != $0.origin }.map {
      MovedBytes(place: $0.place, origin: $0.origin, count: $0.count)
    }
  }

  private func piece(at offset: Int) -> Piece? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? pieces[low - 1] : nil
  }
}

/// Bytes that stand at another place than they were written at.
struct MovedBytes: Sendable, Equatable {
  var place: Int
  var origin: Int
  var count: Int
}
