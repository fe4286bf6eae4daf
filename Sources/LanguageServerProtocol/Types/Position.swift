public import JSON

/// A place in a text as the client counts it. Numbers of the client are untrusted: they are only
/// known to lie between 0 and 2³¹ − 1, not inside the text.
public struct Position: Sendable, Hashable, Comparable {
  /// From 0.
  public var line: Int
  /// Units of the negotiated encoding, from 0.
  public var character: Int

  /// Numbers below 0 and above 2³¹ − 1, the protocol's range, go to its nearest end.
  public init(line: Int, character: Int) {
    self.line = Self.clamp(line)
    self.character = Self.clamp(character)
  }

  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }

  private static func clamp(_ number: Int) -> Int { max(0, min(number, Int(Int32.max))) }
}

extension Position: WireReadable, WireWritable {
  public init(json: JSONValue) throws(WireError) {
    self.init(line: try json.required("line"), character: try json.required("character"))
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    var line: Int?
    var character: Int?
    try cursor.members { key, cursor throws(WireError) in
      switch key {
      case "line": line = try cursor.wire()
      case "character": character = try cursor.wire()
      default: try cursor.skip()
      }
    }
    self.init(
      line: try line.orMissing("line"), character: try character.orMissing("character"))
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("line", line)
      $0.member("character", character)
    }
  }
}
