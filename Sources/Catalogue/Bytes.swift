extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// ASCII lower case; other bytes as they are.
  var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// Part of a word for the lookup: letters, digits, and everything beyond ASCII.
  var isWord: Bool { isLetter || isDigit || self >= 0x80 }
}

extension Substring {
  /// Without spaces at both ends.
  var trimmed: Substring {
    var text = self
    while text.utf8.first == UInt8(ascii: " ") { text = text.dropFirst() }
    while text.utf8.last == UInt8(ascii: " ") { text = text.dropLast() }
    return text
  }
}

extension String {
  /// ASCII lower case, typographic apostrophes as plain ones: what the lookup compares.
  var foldedBytes: [UInt8] { fold(Array(utf8)[...]) }

  /// ASCII lower case.
  var asciiLowered: String { String(decoding: utf8.map(\.lowered), as: UTF8.self) }
}

/// ASCII lower case, typographic apostrophes (U+2019) as plain ones.
func fold(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  fold(bytes, into: &result)
  return result
}

func fold(_ bytes: ArraySlice<UInt8>, into result: inout [UInt8]) {
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let byte = bytes[index]
    if byte == 0xE2, index + 2 < bytes.endIndex, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99
    {
      result.append(UInt8(ascii: "'"))
      index += 3
    } else {
      result.append(byte.lowered)
      index += 1
    }
  }
}

/// The bytes of a literal of the binary.
func bytes(of literal: StaticString) -> [UInt8] {
  guard literal.hasPointerRepresentation else { return [] }
  return Array(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
}
