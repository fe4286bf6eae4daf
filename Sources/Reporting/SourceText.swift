internal import TextModel

/// A text with its lines, for turning byte offsets into places that people and editors know.
///
/// A line ends at LF, CRLF or a lone CR. A byte order mark counts in offsets, and line 1 column 1 is
/// the byte after it.
public struct SourceText: Sendable {
  /// A place in a text.
  public struct Position: Sendable, Equatable {
    /// From 1.
    public var line: Int
    /// From 1, in UTF-8 bytes.
    public var column: Int
    /// From 0, in UTF-8 bytes.
    public var offset: Int
  }

  public let bytes: [UInt8]
  private let lines: LineIndex
  /// Where line 1 begins: 3 with a byte order mark.
  private let start: Int

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineIndex(bytes)
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The place of an offset; one outside the text is taken to its nearest end.
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = lines.line(at: offset)
    let column = max(offset - max(lines.start(ofLine: line), start), 0) + 1
    return Position(line: line + 1, column: column, offset: offset)
  }

  /// The column of an offset in code points, from 1, as programs count that know no bytes.
  func codePointColumn(of offset: Int) -> Int {
    let position = position(of: offset)
    let end = position.offset
    let start = max(0, end - (position.column - 1))
    return bytes[start..<end].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  /// The bytes of a line (from 1) without its end; empty for a line that is not there.
  public func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lines.starts.count else { return bytes.count..<bytes.count }
    let first = max(lines.start(ofLine: number - 1), number == 1 ? start : 0)
    var end = lines.start(ofLine: number)
    if number < lines.starts.count {
      // The line after this one begins past at least one byte that ends this one.
      end -= 1
      if end > first, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return first..<max(first, end)
  }
}
