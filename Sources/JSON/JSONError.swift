/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Reason: Sendable, Equatable {
    /// Something else should stand here: what, and what stands there.
    case expected(String, found: String)
    /// The text ends too early; what should follow.
    case unexpectedEnd(expected: String)
    /// Arrays and objects are nested deeper than the limit.
    case tooDeep(limit: Int)
    /// Something follows the value.
    case trailingContent
    /// A backslash with something that is no escape.
    case badEscape
    /// A control character inside a string; it must be escaped.
    case controlCharacter
    /// Half of a surrogate pair, where the options refuse it.
    case loneSurrogate
    /// A number that no `Double` can hold.
    case numberOutOfRange
  }

  public var reason: Reason
  /// Bytes from the start of the text, from 0.
  public var offset: Int
  /// The line, from 1. A line ends at LF, CRLF or a lone CR.
  public var line: Int
  /// The column in UTF-8 bytes, from 1.
  public var column: Int

  public init(_ reason: Reason, offset: Int, line: Int, column: Int) {
    self.reason = reason
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// What is wrong, without the place.
  public var message: String {
    switch reason {
    case .expected(let what, let found): "expected \(what), found \(found)"
    case .unexpectedEnd(let what): "the text ends where \(what) is expected"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .trailingContent: "expected the end of the text after the value"
    case .badEscape: "expected one of \" \\ / b f n r t or u with four hexadecimal digits after \\"
    case .controlCharacter: "expected an escape: a control character stands in a string"
    case .loneSurrogate: "expected the other half of a surrogate pair"
    case .numberOutOfRange: "expected a number that a 64-bit floating-point number can hold"
    }
  }

  public var description: String { "line \(line), column \(column): \(message)" }
}

extension JSONError {
  /// The error at a byte offset of a text; counts the lines up to there.
  init(_ reason: Reason, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let place = JSONPlace(offset: offset, in: bytes)
    self.init(reason, offset: place.offset, line: place.line, column: place.column)
  }
}

/// A place in a JSON text, as people count.
public struct JSONPlace: Sendable, Equatable {
  /// Bytes from the start of the text, from 0.
  public var offset: Int
  /// The line, from 1.
  public var line: Int
  /// The column in UTF-8 bytes, from 1.
  public var column: Int

  /// The place of a byte offset; an offset outside the text is moved to its nearest end.
  public init(offset: Int, in bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { JSONPlace(offset: offset, in: $0) }
  }

  init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let offset = Swift.max(0, Swift.min(offset, bytes.count))
    var line = 1
    var lineStart = bytes.startsWithByteOrderMark && offset >= 3 ? 3 : 0
    var index = lineStart
    while index < offset {
      let byte = bytes[index]
      index += 1
      let isEnd = byte == 0x0A || byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)
      if isEnd {
        line += 1
        lineStart = index
      }
    }
    self.offset = offset
    self.line = line
    column = offset - lineStart + 1
  }
}

extension UnsafeBufferPointer<UInt8> {
  var startsWithByteOrderMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }
}
