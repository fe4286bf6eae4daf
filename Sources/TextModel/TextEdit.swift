/// Replace the bytes of `range` by `replacement`.
public struct TextEdit: Sendable, Equatable {
  /// UTF-8 byte offsets into the text before the edit.
  public var range: Range<Int>
  public var replacement: [UInt8]

  public init(range: Range<Int>, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  public init(range: Range<Int>, text: String) {
    self.init(range: range, replacement: Array(text.utf8))
  }
}
