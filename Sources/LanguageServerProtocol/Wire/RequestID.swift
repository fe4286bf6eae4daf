public import JSON

/// The id by which a reply finds its request.
public enum RequestID: Hashable, Sendable, CustomStringConvertible {
  case number(Int)
  case string(String)

  public var description: String {
    switch self {
    case .number(let number): String(number)
    case .string(let string): "\"\(string)\""
    }
  }
}

extension RequestID: WireReadable, WireWritable {
  public init(json: JSONValue) throws(WireError) {
    if let number = json.int {
      self = .number(number)
    } else if let string = json.string {
      self = .string(string)
    } else {
      throw WireError(expected: "an integer or a string")
    }
  }

  public func write(to writer: inout JSONWriter) {
    switch self {
    case .number(let number): writer.int(number)
    case .string(let string): writer.string(string)
    }
  }
}
