public import JSON

/// The one shape of places in all JSON that the program writes.
extension JSONWriter {
  /// The key `range` and its value.
  public mutating func range(_ range: Range<Int>, in source: SourceText) {
    key("range")
    beginObject()
    ends(of: range, in: source)
    endObject()
  }

  /// The keys `start` and `end` and their values.
  public mutating func ends(of range: Range<Int>, in source: SourceText) {
    key("start")
    place(source.position(of: range.lowerBound))
    key("end")
    place(source.position(of: range.upperBound))
  }

  /// One position.
  mutating func place(_ position: SourceText.Position) {
    beginObject()
    key("line")
    int(position.line)
    key("column")
    int(position.column)
    key("offset")
    int(position.offset)
    endObject()
  }
}
