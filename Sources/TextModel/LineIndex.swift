/// How a client counts the characters of a line.
public enum PositionEncoding: Sendable, CaseIterable {
  case utf8, utf16, utf32
}

/// A place as an editor names it.
public struct TextPosition: Sendable, Equatable {
  /// From 0. A line ends at LF, CR LF or a lone CR.
  public var line: Int
  /// Units of the encoding, from 0.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where the lines of a text begin.
public struct LineIndex: Sendable {
  /// Byte offset of each line's first byte; never empty.
  public let starts: [Int]
  /// Bytes in the text.
  public let count: Int

  public init(_ bytes: [UInt8]) {
    var starts = [0]
    bytes.withByteView { view in
      var offset = view.endOfLine(from: 0)
      while offset < view.count {
        offset = view.afterLineEnd(offset)
        starts.append(offset)
        offset = view.endOfLine(from: offset)
      }
    }
    self.starts = starts
    count = bytes.count
  }

  /// The line (from 0) that holds a byte offset; offsets outside the text are cut to it.
  public func line(at offset: Int) -> Int {
    starts.lastIndex(startingAtOrBefore: offset)
  }

  /// The byte offset at which a line (from 0) begins; lines outside the text are cut to it.
  public func start(ofLine line: Int) -> Int {
    guard line >= 0 else { return 0 }
    return line < starts.count ? starts[line] : count
  }

  public func position(of offset: Int, in bytes: [UInt8], encoding: PositionEncoding)
    -> TextPosition
  {
    let line = line(at: offset)
    let column = bytes.withByteView {
      units(in: $0.slice(start(ofLine: line), max(offset, 0)), encoding)
    }
    return TextPosition(line: line, column: column)
  }

  /// The byte offset of a position. A column beyond the line's end means that end, as the protocol
  /// asks; `nil` when the line does not exist or a number is negative.
  public func offset(of position: TextPosition, in bytes: [UInt8], encoding: PositionEncoding)
    -> Int?
  {
    guard position.line >= 0, position.line < starts.count, position.column >= 0 else {
      return nil
    }
    let start = starts[position.line]
    return bytes.withByteView { view in
      let line = view.slice(start, view.endOfLine(from: start))
      return start + byteColumn(in: line, units: position.column, encoding)
    }
  }
}

/// How many bytes a UTF-8 sequence that begins with this byte has; 1 for a stray byte.
@inlinable
public func sequenceLength(_ lead: UInt8) -> Int {
  switch lead {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 1
  }
}

/// Units of the encoding in a run of bytes. A stray byte counts as one unit.
public func units(in view: ByteView, _ encoding: PositionEncoding) -> Int {
  guard encoding != .utf8 else { return view.count }
  var offset = 0
  var units = 0
  while offset < view.count {
    let plain = view.endOfASCII(from: offset, to: view.count)
    units += plain - offset
    offset = plain
    // What is not ASCII seldom stands alone: a word of it is counted character by character.
    while offset < view.count, view[offset] >= 0x80 {
      let length = sequenceLength(view[offset])
      units += encoding == .utf16 && length == 4 ? 2 : 1
      offset += length
    }
  }
  return units
}

/// The byte column that lies `units` into a line, cut to the line's end. A position inside a
/// character means its beginning.
public func byteColumn(in line: ByteView, units wanted: Int, _ encoding: PositionEncoding) -> Int {
  guard encoding != .utf8 else {
    var offset = min(wanted, line.count)
    while offset > 0, line[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
  var offset = 0
  var units = 0
  while true {
    let missing = max(0, wanted - units)
    let plain = line.endOfASCII(from: offset, to: min(line.count - offset, missing) + offset)
    units += plain - offset
    offset = plain
    guard offset < line.count, units < wanted else { return min(offset, line.count) }
    let length = sequenceLength(line[offset])
    units += encoding == .utf16 && length == 4 ? 2 : 1
    if units > wanted { return min(offset, line.count) }
    offset += length
  }
}

extension ByteView {
  /// The offset of the first byte beyond ASCII between two offsets, or the second; eight bytes at a
  /// time.
  @inline(__always)
  fileprivate func endOfASCII(from start: Int, to end: Int) -> Int {
    let end = min(end, count)
    guard let base = pointer, start >= 0 else { return max(0, end) }
    var i = start
    while i &+ 8 <= end {
      let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
      let high = word & 0x8080_8080_8080_8080
      if high != 0 { return i &+ high.trailingZeroBitCount / 8 }
      i &+= 8
    }
    while i < end, base[i] < 0x80 { i &+= 1 }
    return max(start, i)
  }
}
