extension JSONWriter {
  public mutating func int(_ value: Int) {
    separate()
    bytes.appendDecimal(value)
    needsComma = true
  }

  /// An array of integers, as semantic tokens are sent: tens of thousands at a time, so the digits
  /// are written without a look at the array's size for each.
  public mutating func integers(_ values: [UInt32]) {
    guard indentation == 0 else {
      beginArray()
      for value in values { int(Int(value)) }
      return endArray()
    }
    separate()
    bytes.append(0x5B)
    // Ten digits and a comma at most.
    let digits = [UInt8](unsafeUninitializedCapacity: values.count &* 11) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      var place = base
      for value in values {
        if place > base {
          place.initialize(to: 0x2C)
          place += 1
        }
        place = Self.write(value, at: place)
      }
      count = place - base
    }
    bytes.append(contentsOf: digits)
    bytes.append(0x5D)
    needsComma = true
  }

  /// Writes the decimal digits, at most ten, and gives the place after them.
  private static func write(
    _ value: UInt32, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var count = 1
    var bound: UInt64 = 10
    while UInt64(value) >= bound {
      count &+= 1
      bound &*= 10
    }
    var rest = value
    var index = count
    repeat {
      index &-= 1
      (start + index).initialize(to: UInt8(truncatingIfNeeded: 0x30 &+ rest % 10))
      rest /= 10
    } while index > 0
    return start + count
  }

  /// A floating-point number. JSON has no infinity and no NaN: they become `null`.
  public mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: value.description.utf8)
    needsComma = true
  }

  mutating func quote(_ value: String) {
    var value = value
    value.withUTF8 { quote($0, knownValid: true) }
  }

  mutating func quote(_ value: [UInt8]) {
    value.withUnsafeBufferPointer { quote($0) }
  }

  mutating func quote(_ value: UnsafeBufferPointer<UInt8>, knownValid: Bool = false) {
    bytes.append(0x22)
    if let base = value.baseAddress {
      let mark = bytes.count
      var sawNonASCII = false
      var index = 0
      while true {
        let end = endOfPlainRun(base, from: index, to: value.count, sawNonASCII: &sawNonASCII)
        bytes.append(contentsOf: UnsafeBufferPointer(start: base + index, count: end - index))
        guard end < value.count else { break }
        escape(base[end])
        index = end + 1
      }
      if sawNonASCII, !knownValid, !isValidUTF8(value) {
        bytes.removeSubrange(mark...)
        var repaired = String(decoding: value, as: UTF8.self)
        bytes.removeLast()
        repaired.withUTF8 { quote($0, knownValid: true) }
        return
      }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(0x62)
    case 0x09: bytes.append(0x74)
    case 0x0A: bytes.append(0x6E)
    case 0x0C: bytes.append(0x66)
    case 0x0D: bytes.append(0x72)
    default:
      let low = byte & 0x0F
      bytes.append(contentsOf: [0x75, 0x30, 0x30, 0x30 + (byte >> 4)])
      bytes.append(low < 10 ? 0x30 + low : 0x61 + low - 10)
    }
  }
}

extension [UInt8] {
  /// Appends a number as JSON writes it.
  public mutating func appendDecimal(_ value: Int) {
    var rest = value.magnitude
    if value < 0 { append(0x2D) }
    guard rest < 100_000_000 else {
      append(contentsOf: rest.description.utf8)
      return
    }
    // Up to eight digits go into one word, the leading one ending in the lowest byte.
    var packed: UInt64 = 0
    repeat {
      packed = packed << 8 | UInt64(0x30 &+ rest % 10)
      rest /= 10
    } while rest > 0
    while packed > 0 {
      append(UInt8(truncatingIfNeeded: packed))
      packed >>= 8
    }
  }
}
