internal import TextModel

/// What a lexer does with an ASCII byte.
enum ByteClass: UInt8 {
  case control, blank, lineEnd, digit, lower, upper, mark, multibyte
}

@inline(__always)
func byteClass(_ byte: UInt8) -> ByteClass {
  if byte >= 0x80 { return .multibyte }
  if isASCIILower(byte) { return .lower }
  if byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C { return .blank }
  if isASCIIUpper(byte) { return .upper }
  if isASCIIDigit(byte) { return .digit }
  if byte == 0x0A || byte == 0x0D { return .lineEnd }
  return byte < 0x20 || byte == 0x7F ? .control : .mark
}

/// What a character beyond ASCII is to a reader of Latin text.
enum ScalarClass {
  case latin, otherLetter, space, hyphen, softHyphen, invisible, dash, quote, apostrophe, section
  case fullWidth, symbol
}

/// A stray byte reads as U+FFFD of length 1.
func decodeScalar(_ view: ByteView, at offset: Int) -> (scalar: UInt32, length: Int) {
  let lead = view[offset]
  let length = sequenceLength(lead)
  guard length > 1 else { return (lead < 0x80 ? UInt32(lead) : 0xFFFD, 1) }
  var scalar = UInt32(lead) & (0x7F >> UInt32(length))
  for i in 1..<length {
    let byte = view[offset + i]
    guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    scalar = scalar << 6 | UInt32(byte & 0x3F)
  }
  return (scalar, length)
}

func scalarClass(_ scalar: UInt32) -> ScalarClass {
  switch scalar {
  case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: .space
  case 0xA7: .section
  case 0xAD: .softHyphen
  case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: .latin
  // Combining marks belong to the letter before them.
  case 0x300...0x36F: .latin
  case 0x370...0x1DFF: .otherLetter
  case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: .invisible
  case 0x2010, 0x2011: .hyphen
  case 0x2012...0x2015, 0x2212: .dash
  case 0x2019: .apostrophe
  case 0x2018, 0x201A...0x201F, 0xAB, 0xBB, 0x2039, 0x203A: .quote
  case 0x3000...0x303F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
    .fullWidth
  case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .otherLetter
  case 0x1F00...0x1FFF, 0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFDFF, 0xFE70...0xFEFC,
    0x20000...0x3FFFF:
    .otherLetter
  default: .symbol
  }
}
