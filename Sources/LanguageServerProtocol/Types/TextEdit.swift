public import JSON

public struct TextEdit: Sendable, Hashable, WireReadable, WireWritable {
  public var range: PositionRange
  public var newText: String
  /// The annotation that asks the user before the edit; only for clients that support it.
  public var annotationID: String?

  public init(range: PositionRange, newText: String, annotationID: String? = nil) {
    self.range = range
    self.newText = newText
    self.annotationID = annotationID
  }

  public init(json: JSONValue) throws(WireError) {
    range = try json.required("range")
    newText = try json.required("newText")
    annotationID = try json.optional("annotationId")
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range)
      $0.member("newText", newText)
      $0.optional("annotationId", annotationID)
    }
  }
}
