/// Reads UTF-8 a scalar at a time and never fails: what is malformed is U+FFFD, one for each
/// maximal part, as Unicode chapter 3.9 (table 3-8) and the decoders of the web do it.
struct ScalarScanner {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The next scalar and the bytes it was read from; `nil` at the end.
  mutating func next() -> (scalar: Unicode.Scalar, range: Range<Int>)? {
    guard index < bytes.endIndex else { return nil }
    let start = index
    let first = bytes[start]
    index += 1
    if first < 0x80 { return (Unicode.Scalar(first), start..<index) }
    let rest: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: rest = 1
    case 0xE0: (rest, low) = (2, 0xA0)
    case 0xED: (rest, high) = (2, 0x9F)
    case 0xE1...0xEF: rest = 2
    case 0xF0: (rest, low) = (3, 0x90)
    case 0xF1...0xF3: rest = 3
    case 0xF4: (rest, high) = (3, 0x8F)
    default: return ("\u{FFFD}", start..<index)
    }
    var value = UInt32(first & (0x3F >> UInt8(rest)))
    for _ in 0..<rest {
      guard index < bytes.endIndex, (low...high).contains(bytes[index]) else {
        return ("\u{FFFD}", start..<index)
      }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
      (low, high) = (0x80, 0xBF)
      index += 1
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", start..<index)
  }
}
