extension JSONCursor {
  /// The next byte that is not white space or comment; does not go past it.
  mutating func next(_ name: @autoclosure () -> String) throws(JSONError) -> UInt8 {
    try skipSpace()
    guard position < bytes.count else { throw error(.unexpectedEnd(expected: name())) }
    return bytes[position]
  }

  mutating func skipSpace() throws(JSONError) {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      case 0x2F where options.comments: try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(JSONError) {
    let start = position
    guard start + 1 < bytes.count else { throw expected("a value") }
    switch bytes[start + 1] {
    case 0x2F:
      position += 2
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
        position += 1
      }
    case 0x2A:
      position += 2
      while position + 1 < bytes.count {
        if bytes[position] == 0x2A, bytes[position + 1] == 0x2F {
          position += 2
          return
        }
        position += 1
      }
      position = start
      throw error(.unexpectedEnd(expected: "the end of the comment (*/)"))
    default: throw expected("// or /*")
    }
  }

  /// The error at the place reached.
  func error(_ reason: JSONError.Reason) -> JSONError {
    JSONError(reason, at: position, in: bytes)
  }

  /// The error "expected that, found what stands here".
  func expected(_ name: String) -> JSONError {
    guard position < bytes.count else { return error(.unexpectedEnd(expected: name)) }
    let found: String
    switch bytes[position] {
    case 0x27: found = "a single quotation mark"
    case 0x21..<0x7F: found = "'\(UnicodeScalar(bytes[position]))'"
    case 0x80...:
      let few = bytes[position..<Swift.min(position + 4, bytes.count)]
      let scalar = String(decoding: few, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
      found = "'\(scalar)'"
    default: found = "a control character"
    }
    return error(.expected(name, found: found))
  }
}
