public import JSON

/// How the client indents; what is not sent has the protocol's common values.
public struct FormattingOptions: Sendable, Equatable, WireReadable {
  /// Spaces, 1 to 64.
  public var tabSize: Int
  public var insertSpaces: Bool
  public var trimTrailingWhitespace: Bool
  public var insertFinalNewline: Bool
  public var trimFinalNewlines: Bool

  public init(json: JSONValue) throws(WireError) {
    tabSize = max(1, min(try json.optional("tabSize") ?? 2, 64))
    insertSpaces = try json.optional("insertSpaces") ?? true
    trimTrailingWhitespace = try json.optional("trimTrailingWhitespace") ?? false
    insertFinalNewline = try json.optional("insertFinalNewline") ?? false
    trimFinalNewlines = try json.optional("trimFinalNewlines") ?? false
  }
}
