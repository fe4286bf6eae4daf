/// A number as it was written: whole and small enough, or not.
public enum JSONNumber: Sendable, Equatable {
  case int(Int)
  case double(Double)
}

extension JSONCursor {
  public mutating func readNumber() throws(JSONError) -> JSONNumber {
    let number = try scanNumber()
    if let whole = number.whole { return .int(whole) }
    let text = String(decoding: bytes[number.start..<position], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      position = number.start
      throw error(.numberOutOfRange)
    }
    return .double(value)
  }

  /// A number as a whole one: a fraction is cut off, what does not fit goes to the nearest end.
  public mutating func readClampedInt() throws(JSONError) -> Int {
    switch try readNumber() {
    case .int(let value): value
    case .double(let value): Int(clamping: value)
    }
  }

  public mutating func readBool() throws(JSONError) -> Bool {
    guard try next("true or false") == 0x74 else {
      try readWord("false", "true or false")
      return false
    }
    try readWord("true", "true or false")
    return true
  }

  /// Whether `null` stands here; goes past it if so, and stays if not.
  public mutating func readNull() throws(JSONError) -> Bool {
    guard try next("a value") == 0x6E else { return false }
    try readWord("null")
    return true
  }

  mutating func readWord(_ word: StaticString, _ name: String = "null") throws(JSONError) {
    let count = word.utf8CodeUnitCount
    guard bytes.count - position >= count else { throw expected(name) }
    for index in 0..<count where bytes[position + index] != word.utf8Start[index] {
      throw expected(name)
    }
    position += count
  }

  struct ScannedNumber {
    var start: Int
    /// The value, where it has no fraction and no exponent and fits.
    var whole: Int?
  }

  /// Goes past a number of the grammar of RFC 8259, section 6.
  mutating func scanNumber() throws(JSONError) -> ScannedNumber {
    var byte = try next("a number")
    let start = position
    let isNegative = byte == 0x2D
    if isNegative {
      position += 1
      byte = position < bytes.count ? bytes[position] : 0
    }
    guard 0x30...0x39 ~= byte else { throw expected(isNegative ? "a digit" : "a number") }
    var whole: Int? = 0
    if byte == 0x30 {
      position += 1
      // Minus zero is a number of its own, and no Int.
      if isNegative { whole = nil }
    } else {
      while position < bytes.count, 0x30...0x39 ~= bytes[position] {
        whole = whole?.appending(digit: bytes[position] &- 0x30, negative: isNegative)
        position += 1
      }
    }
    if position < bytes.count, bytes[position] == 0x2E {
      position += 1
      whole = nil
      try skipDigits()
    }
    if position < bytes.count, bytes[position] | 0x20 == 0x65 {
      position += 1
      whole = nil
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      try skipDigits()
    }
    return ScannedNumber(start: start, whole: whole)
  }

  private mutating func skipDigits() throws(JSONError) {
    let start = position
    while position < bytes.count, 0x30...0x39 ~= bytes[position] { position += 1 }
    guard position > start else { throw expected("a digit") }
  }
}

extension Int {
  /// The number with one more decimal digit; `nil` where it does not fit.
  fileprivate func appending(digit: UInt8, negative: Bool) -> Int? {
    let (product, tooLarge) = multipliedReportingOverflow(by: 10)
    let digit = Int(digit)
    let (sum, overflow) =
      negative
      ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
    return tooLarge || overflow ? nil : sum
  }
}
