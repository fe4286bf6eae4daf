public import JSON

/// Error codes of JSON-RPC 2.0 and of the protocol (LSP 3.18, "Response Message").
public struct ErrorCode: OpenEnumeration {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let parseError = ErrorCode(rawValue: -32700)
  public static let invalidRequest = ErrorCode(rawValue: -32600)
  public static let methodNotFound = ErrorCode(rawValue: -32601)
  public static let invalidParams = ErrorCode(rawValue: -32602)
  public static let internalError = ErrorCode(rawValue: -32603)
  public static let serverNotInitialized = ErrorCode(rawValue: -32002)
  /// The request was well-formed and could not be done, for a reason the user should read.
  public static let requestFailed = ErrorCode(rawValue: -32803)
  public static let serverCancelled = ErrorCode(rawValue: -32802)
  /// The text changed before the answer was ready.
  public static let contentModified = ErrorCode(rawValue: -32801)
  public static let requestCancelled = ErrorCode(rawValue: -32800)
}

/// The error member of a reply.
public struct ResponseError: Error, Sendable, Equatable, WireReadable, WireWritable {
  public var code: ErrorCode
  public var message: String
  public var data: JSONValue?

  public init(_ code: ErrorCode, _ message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  public init(json: JSONValue) throws(WireError) {
    code = try json.required("code")
    message = try json.optional("message") ?? ""
    data = json["data"]
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("code", code)
      $0.member("message", message)
      $0.optional("data", data)
    }
  }

  public static func methodNotFound(_ method: String) -> ResponseError {
    ResponseError(.methodNotFound, "no such method: \(method)")
  }

  public static let cancelled = ResponseError(.requestCancelled, "the request was cancelled")
}
