public import TextModel

/// A range that can be shown without the text it stands in: bytes, and line and column in the
/// encoding that the summary was made for.
public struct SummaryRange: Sendable, Hashable {
  private var lower: Int32
  private var upper: Int32
  private var startLine: Int32
  private var startColumn: Int32
  private var endLine: Int32
  private var endColumn: Int32

  package init(_ range: Range<Int>, from start: TextPosition, to end: TextPosition) {
    lower = Int32(clamping: range.lowerBound)
    upper = Int32(clamping: range.upperBound)
    startLine = Int32(clamping: start.line)
    startColumn = Int32(clamping: start.column)
    endLine = Int32(clamping: end.line)
    endColumn = Int32(clamping: end.column)
  }

  /// UTF-8 bytes from the start of the text.
  public var bytes: Range<Int> { Int(lower)..<Int(max(lower, upper)) }
  public var start: TextPosition { TextPosition(line: Int(startLine), column: Int(startColumn)) }
  public var end: TextPosition { TextPosition(line: Int(endLine), column: Int(endColumn)) }
}
