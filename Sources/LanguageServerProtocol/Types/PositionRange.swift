public import JSON

/// A range of the wire: two positions, the end exclusive. Nothing says that the end comes after the
/// start; what needs a true range makes one where it checks the text.
public struct PositionRange: Sendable, Hashable {
  public var start: Position
  public var end: Position

  public init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}

extension PositionRange: WireReadable, WireWritable {
  public init(json: JSONValue) throws(WireError) {
    start = try json.required("start")
    end = try json.required("end")
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    var start: Position?
    var end: Position?
    try cursor.members { key, cursor throws(WireError) in
      switch key {
      case "start": start = try cursor.wire()
      case "end": end = try cursor.wire()
      default: try cursor.skip()
      }
    }
    self.init(start: try start.orMissing("start"), end: try end.orMissing("end"))
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("start", start)
      $0.member("end", end)
    }
  }
}
