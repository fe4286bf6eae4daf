public import JSON

/// The name of a text, exactly as the client wrote it. It is opaque here: whoever needs a path asks
/// for one, and what goes back to the client is this very string.
public struct DocumentURI: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ string: String) { rawValue = string }

  public var description: String { rawValue }
}

extension DocumentURI: WireReadable, WireWritable {
  public init(json: JSONValue) throws(WireError) {
    rawValue = try String(json: json)
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    rawValue = try cursor.wire()
  }

  public func write(to writer: inout JSONWriter) { writer.string(rawValue) }
}
