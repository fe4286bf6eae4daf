import TextModel

/// A list of JSON values, section by section. After an edit the values of the touched sections are replaced,
/// the others stay as they are.
struct SplicedList: Sendable {
  /// One JSON array. In place of the comma that each value brings with it the first has a blank before
  /// it, so that nothing has to move when it is replaced.
  private(set) var bytes = Self.nothing
  /// The same for the same sections with the same values. None is counted for a section without any.
  private(set) var number: UInt64 = 0
  /// Of the values of each section.
  private var numbers: [UInt64] = []
  /// Where the values of each section end.
  private var ends: [Int] = []
  /// The lines of the text before each section when its values were written.
  private var lines: [Int] = []
  /// The section of which some values are held back.
  private var calm: Int?

  /// How many sections there are.
  var count: Int { ends.count }

  private static let nothing = Array("[]".utf8)

  /// Writes everything anew the next time.
  mutating func forget() { self = SplicedList() }

  /// - Parameters:
  ///   - shared: the sections that stayed, since the last update.
  ///   - lines: of the text before each section.
  ///   - count: how many sections there are.
  ///   - calm: the section of which some values are held back.
  ///   - write: appends the values of a section.
  mutating func update(
    _ shared: SharedEnds, lines new: [Int], count: Int, calm newCalm: Int?,
    write: (Int, inout [UInt8]) -> Void
  ) {
    let old = ends.count
    var lower = shared.prefix
    var oldUpper = old - shared.suffix
    var newUpper = count - shared.suffix
    if lower > oldUpper || lower > newUpper || count != new.count || old != lines.count {
      (lower, oldUpper, newUpper) = (0, old, count)
    }
    // Lines were added or taken out before what stayed.
    if oldUpper < old, newUpper < count, lines[oldUpper] != new[newUpper] {
      (oldUpper, newUpper) = (old, count)
    }
    if let newCalm, newCalm < count {
      lower = min(lower, newCalm)
      let more = max(0, newCalm + 1 - newUpper)
      (oldUpper, newUpper) = (oldUpper + more, newUpper + more)
    }
    if let calm, calm < old {
      lower = min(lower, calm)
      let more = max(0, calm + 1 - oldUpper)
      (oldUpper, newUpper) = (oldUpper + more, newUpper + more)
    }
    splice(lower..<oldUpper, lower..<newUpper, write: write)
    lines = new
    calm = newCalm
  }

  /// Writes the values of some sections anew; their number stays.
  mutating func rewrite(_ sections: Range<Int>, write: (Int, inout [UInt8]) -> Void) {
    splice(sections.clamped(to: 0..<ends.count), sections.clamped(to: 0..<ends.count), write: write)
  }

  private mutating func splice(
    _ old: Range<Int>, _ new: Range<Int>, write: (Int, inout [UInt8]) -> Void
  ) {
    let start = old.lowerBound == 0 ? 1 : ends[old.lowerBound - 1]
    let end = old.upperBound == 0 ? 1 : ends[old.upperBound - 1]
    var piece: [UInt8] = []
    var pieceEnds: [Int] = []
    var pieceNumbers: [UInt64] = []
    for index in new {
      let from = piece.count
      write(index, &piece)
      pieceEnds.append(start + piece.count)
      // Line numbers are part of the values, so that the same ones elsewhere have another number.
      pieceNumbers.append(from < piece.count ? contentHash(piece[from...]) : 0)
    }
    number = pieceNumbers.reduce(numbers[old].reduce(number, &-), &+)
    numbers.replaceSubrange(old, with: pieceNumbers)
    setFirstSeparator(UInt8(ascii: ","))
    bytes.replaceSubrange(start..<end, with: piece)
    setFirstSeparator(UInt8(ascii: " "))
    let shift = start + piece.count - end
    if shift != 0 { for index in old.upperBound..<ends.count { ends[index] += shift } }
    ends.replaceSubrange(old, with: pieceEnds)
  }

  private mutating func setFirstSeparator(_ byte: UInt8) {
    // Brackets alone have none.
    if bytes.count > 2 { bytes[1] = byte }
  }
}
