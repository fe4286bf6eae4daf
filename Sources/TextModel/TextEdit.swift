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

extension [UInt8] {
  /// The text, or a part of it, after the edits that lie in it.
  ///
  /// - Parameters:
  ///   - edits: by offset, not overlapping; one that leaves the part or goes back is passed over.
  ///   - part: inside the text; UTF-8 bytes, `nil` for all of it.
  public func applying(_ edits: [TextEdit], in part: Range<Int>? = nil) -> [UInt8] {
    let part = part ?? indices
    var result: [UInt8] = []
    result.reserveCapacity(part.count + edits.reduce(0) { $0 + $1.replacement.count })
    var end = part.lowerBound
    for edit in edits
    where edit.range.lowerBound >= end && edit.range.upperBound <= part.upperBound {
      result += self[end..<edit.range.lowerBound]
      result += edit.replacement
      end = edit.range.upperBound
    }
    return result + self[end..<part.upperBound]
  }
}
