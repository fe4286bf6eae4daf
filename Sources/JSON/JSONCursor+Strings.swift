/// The name of a member, valid as long as the buffer of its cursor.
public struct JSONKey {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The name without its escapes, where it has any.
  let decoded: [UInt8]?
  /// The key with its quotation marks, in bytes from the start of the text.
  public let range: Range<Int>

  public var string: String {
    if let decoded { return String(decoding: decoded, as: UTF8.self) }
    return String(decoding: bytes, as: UTF8.self)
  }

  public static func ~= (pattern: StaticString, key: JSONKey) -> Bool { key == pattern }

  public static func == (key: JSONKey, name: StaticString) -> Bool {
    guard name.hasPointerRepresentation else { return key.string == name.description }
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    if let decoded = key.decoded { return decoded.elementsEqual(name) }
    guard name.count == key.bytes.count else { return false }
    for index in 0..<name.count where name[index] != key.bytes[index] { return false }
    return true
  }
}

extension JSONCursor {
  /// A string; what is not well-formed UTF-8 becomes U+FFFD.
  public mutating func readString() throws(JSONError) -> String {
    guard try next("a string") == 0x22 else { throw expected("a string") }
    let span = try scanString()
    if span.hasEscape { return String(decoding: decode(span), as: UTF8.self) }
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// A string as UTF-8 bytes, well-formed whatever was sent: the way of whole texts.
  public mutating func readBytes() throws(JSONError) -> [UInt8] {
    guard try next("a string") == 0x22 else { throw expected("a string") }
    let span = try scanString()
    let result = span.hasEscape ? decode(span) : Array(bytes[span.start..<span.end])
    guard span.hasNonASCII, !result.withUnsafeBufferPointer({ isValidUTF8($0) }) else {
      return result
    }
    return Array(String(decoding: result, as: UTF8.self).utf8)
  }

  struct StringSpan {
    /// The bytes between the quotation marks.
    var start: Int
    var end: Int
    var hasEscape = false
    var hasNonASCII = false
  }

  /// Goes past a string that starts here, checking its escapes.
  mutating func scanString() throws(JSONError) -> StringSpan {
    guard let base = bytes.baseAddress, position < bytes.count else {
      throw error(.unexpectedEnd(expected: "a string"))
    }
    let opening = position
    position += 1
    var span = StringSpan(start: position, end: position)
    while true {
      position = endOfPlainRun(
        base, from: position, to: bytes.count, sawNonASCII: &span.hasNonASCII)
      guard position < bytes.count else {
        position = opening
        throw error(.unexpectedEnd(expected: "the closing quotation mark of the string"))
      }
      switch bytes[position] {
      case 0x22:
        span.end = position
        position += 1
        return span
      case 0x5C:
        span.hasEscape = true
        try skipEscape()
      default: throw error(.controlCharacter)
      }
    }
  }

  private mutating func skipEscape() throws(JSONError) {
    guard position + 1 < bytes.count else { throw error(.badEscape) }
    switch bytes[position + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: position += 2
    case 0x75:
      guard let unit = unit(at: position) else { throw error(.badEscape) }
      if options.rejectsLoneSurrogates, UTF16.isSurrogate(unit) {
        guard UTF16.isLeadSurrogate(unit), let trail = self.unit(at: position + 6),
          UTF16.isTrailSurrogate(trail)
        else { throw error(.loneSurrogate) }
        position += 6
      }
      position += 6
    default: throw error(.badEscape)
    }
  }

  /// The UTF-16 unit of the escape `\uXXXX` that starts there, or `nil`.
  private func unit(at start: Int) -> UInt16? {
    guard bytes.count - start >= 6, bytes[start] == 0x5C, bytes[start + 1] == 0x75 else {
      return nil
    }
    var unit: UInt16 = 0
    for index in start + 2..<start + 6 {
      let digit: UInt8
      switch bytes[index] {
      case let byte where 0x30...0x39 ~= byte: digit = byte - 0x30
      case let byte where 0x61...0x66 ~= byte: digit = byte - 0x61 + 10
      case let byte where 0x41...0x46 ~= byte: digit = byte - 0x41 + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// The string of a span that was checked, with its escapes resolved.
  func decode(_ span: StringSpan) -> [UInt8] {
    guard let base = bytes.baseAddress else { return [] }
    var result: [UInt8] = []
    result.reserveCapacity(span.end - span.start)
    var unused = false
    var index = span.start
    while true {
      let end = endOfPlainRun(base, from: index, to: span.end, sawNonASCII: &unused)
      result.append(contentsOf: UnsafeBufferPointer(start: base + index, count: end - index))
      guard end + 1 < span.end else { return result }
      switch bytes[end + 1] {
      case 0x62: result.append(0x08)
      case 0x66: result.append(0x0C)
      case 0x6E: result.append(0x0A)
      case 0x72: result.append(0x0D)
      case 0x74: result.append(0x09)
      case 0x75:
        index = appendScalar(at: end, to: &result)
        continue
      case let byte: result.append(byte)
      }
      index = end + 2
    }
  }

  /// Appends what `\uXXXX` stands for, taking both halves of a pair.
  ///
  /// - Returns: the place after it.
  private func appendScalar(at start: Int, to result: inout [UInt8]) -> Int {
    guard let lead = unit(at: start) else { return start + 2 }
    var scalar = UnicodeScalar(lead)
    var end = start + 6
    if UTF16.isLeadSurrogate(lead), let trail = unit(at: end), UTF16.isTrailSurrogate(trail) {
      let high = UInt32(lead & 0x3FF) << 10
      scalar = UnicodeScalar(0x10000 + (high | UInt32(trail & 0x3FF)))
      end += 6
    }
    result.append(contentsOf: (scalar ?? "\u{FFFD}").utf8)
    return end
  }
}
