/// A run of bytes, relative to whatever owns it (a block or a section).
public struct Span: Sendable, Equatable, Hashable {
  /// Byte offsets from 0.
  public var start: Int32
  public var end: Int32

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: max(start, end))
  }

  @inlinable public static var none: Span { Span(0, 0) }

  @inlinable public var lower: Int { Int(start) }
  @inlinable public var upper: Int { Int(end) }
  @inlinable public var isEmpty: Bool { start == end }
  @inlinable public var count: Int { Int(end) - Int(start) }
  @inlinable public var range: Range<Int> { Int(start)..<Int(Swift.max(start, end)) }

  /// The same bytes seen from an owner that begins `offset` bytes earlier.
  @inlinable
  @inline(__always)
  public func shifted(by offset: Int) -> Span {
    var moved = self
    moved.start = Int32(clamping: Int(start) + offset)
    moved.end = Int32(clamping: Int(end) + offset)
    return moved
  }

  @inlinable
  public func contains(_ offset: Int) -> Bool { offset >= lower && offset < upper }
}
