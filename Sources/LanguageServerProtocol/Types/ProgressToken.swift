public import JSON

/// The name under which progress or partial results of one request are sent.
public struct ProgressToken: Sendable, Hashable, WireReadable, WireWritable {
  private let id: RequestID

  public init(_ number: Int) { id = .number(number) }
  public init(_ string: String) { id = .string(string) }
  public init(json: JSONValue) throws(WireError) { id = try RequestID(json: json) }

  public func write(to writer: inout JSONWriter) { id.write(to: &writer) }
}

/// The tokens that the client put into the parameters of a request.
public struct ProgressTokens: Sendable, Equatable, WireReadable {
  public var workDone: ProgressToken?
  public var partialResult: ProgressToken?

  public init() {}

  public init(json: JSONValue) throws(WireError) {
    workDone = try json.optional("workDoneToken")
    partialResult = try json.optional("partialResultToken")
  }

  public init(reading cursor: inout JSONCursor) throws(WireError) {
    var tokens = ProgressTokens()
    try cursor.members { key, cursor throws(WireError) in
      switch key {
      case "workDoneToken": tokens.workDone = try cursor.optionalWire()
      case "partialResultToken": tokens.partialResult = try cursor.optionalWire()
      default: try cursor.skip()
      }
    }
    self = tokens
  }
}
