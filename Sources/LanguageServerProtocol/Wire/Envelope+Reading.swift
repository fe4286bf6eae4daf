import JSON

extension Envelope {
  /// Reads the outer object of a message in one pass, checking the form of everything in it.
  ///
  /// Not JSON gives `ParseError`; a batch, another version of JSON-RPC or a malformed member gives
  /// `InvalidRequest`, as JSON-RPC 2.0, section 5.1, asks for.
  public init(_ bytes: [UInt8]) throws(EnvelopeError) {
    var members = Members()
    do throws(JSONError) {
      members = try JSONCursor.read(bytes) { cursor throws(JSONError) in
        var members = Members()
        try members.read(&cursor)
        return members
      }
    } catch {
      throw EnvelopeError(error: ResponseError(.parseError, error.description))
    }
    try self.init(bytes, members)
  }

  private init(_ bytes: [UInt8], _ members: Members) throws(EnvelopeError) {
    let id = members.id
    func refuse(_ message: String) -> EnvelopeError {
      EnvelopeError(id: id, error: ResponseError(.invalidRequest, message))
    }
    if members.isBatch { throw refuse("a batch of messages is not supported") }
    if let problem = members.problem { throw refuse(problem) }
    if let method = members.method {
      if members.hasID, id == nil { throw refuse("the id must be an integer or a string") }
      kind = id.map { .request($0, method: method) } ?? .notification(method: method)
    } else {
      // A reply without a result is what some clients send for a result of null.
      guard members.hasID || members.error != nil else {
        throw refuse("the message has neither a method nor an id")
      }
      kind = .response(id)
    }
    self.bytes = bytes
    params = members.params
    result = members.result
    error = members.error
  }
}

/// The members of the outer object.
private struct Members {
  var id: RequestID?
  var hasID = false
  var method: String?
  var params: Range<Int>?
  var result: Range<Int>?
  var error: ResponseError?
  var isBatch = false
  /// The first thing found that JSON-RPC does not allow.
  var problem: String?

  mutating func read(_ cursor: inout JSONCursor) throws(JSONError) {
    switch try cursor.kind() {
    case .object: try readMembers(&cursor)
    case .array:
      isBatch = true
      try cursor.skipValue()
    default:
      problem = "a message must be an object"
      try cursor.skipValue()
    }
    try cursor.finish()
  }

  private mutating func readMembers(_ cursor: inout JSONCursor) throws(JSONError) {
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "jsonrpc":
        if try cursor.readValue() != "2.0" { note("the version of JSON-RPC must be 2.0") }
      case "id":
        hasID = true
        id = try? RequestID(json: try cursor.readValue())
      case "method": try readMethod(&cursor)
      case "params": try readParams(&cursor)
      case "result": result = try cursor.skipValue()
      case "error": try readError(&cursor)
      default: try cursor.skipValue()
      }
    }
  }

  private mutating func readMethod(_ cursor: inout JSONCursor) throws(JSONError) {
    if try cursor.kind() == .string {
      method = try cursor.readString()
    } else {
      try cursor.skipValue()
      note("the method must be a string")
    }
  }

  private mutating func readParams(_ cursor: inout JSONCursor) throws(JSONError) {
    let kind = try cursor.kind()
    let range = try cursor.skipValue()
    switch kind {
    case .object, .array: params = range
    case .null: params = nil
    default: note("the parameters must be an object or an array")
    }
  }

  private mutating func readError(_ cursor: inout JSONCursor) throws(JSONError) {
    let value = try cursor.readValue()
    guard !value.isNull else { return }
    error = (try? ResponseError(json: value)) ?? ResponseError(.internalError, "malformed error")
  }

  private mutating func note(_ text: String) { problem = problem ?? text }
}
