/// Finds the end of a run of bytes that stand for themselves in a JSON string: the first quotation
/// mark, backslash or control character at or after `start`, else `end`. Eight bytes at a time.
///
/// `sawNonASCII` becomes true when a byte above 0x7F was passed, so that pure ASCII needs no check
/// for valid UTF-8.
func endOfPlainRun(
  _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, sawNonASCII: inout Bool
) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let high: UInt64 = 0x8080_8080_8080_8080
  let raw = UnsafeRawPointer(base)
  var index = start
  var seen: UInt64 = 0
  while end &- index >= 8 {
    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    let quote = word ^ 0x2222_2222_2222_2222
    let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
    // A zero byte shows as its high bit; a borrow can only blur bytes above the first hit.
    let hits =
      ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      | ((word &- 0x2020_2020_2020_2020) & ~word)
    let found = hits & high
    if found != 0 {
      let count = found.trailingZeroBitCount >> 3
      if count > 0 { seen |= word & (~0 >> UInt64(64 &- count &* 8)) }
      sawNonASCII = sawNonASCII || seen & high != 0
      return index &+ count
    }
    seen |= word
    index &+= 8
  }
  sawNonASCII = sawNonASCII || seen & high != 0
  while index < end {
    let byte = base[index]
    if byte < 0x20 || byte == 0x22 || byte == 0x5C { return index }
    if byte >= 0x80 { sawNonASCII = true }
    index &+= 1
  }
  return end
}

/// Whether the bytes are well-formed UTF-8.
func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  (try? UTF8Span(validating: bytes.span)) != nil
}
