internal import Syntax
internal import TextModel

/// How a word with two capitals reads as an acronym.
struct AcronymSpelling {
  /// Of the letters that count; equal names have equal keys.
  private(set) var key: UInt64 = emptyKey
  private(set) var isPlural = false
  /// Bytes of the text that belong to it: not those of `-related` behind it.
  private(set) var length = 0

  private init(length: Int) { self.length = length }

  /// Of a name in plain capitals whose key is known already, and not asked for again.
  static func plain(_ length: Int) -> AcronymSpelling { AcronymSpelling(length: length) }

  /// `nil` for a word that is none: two words run together, a session (`WTDC-17`), a numeral.
  init?(_ view: ByteView, _ span: Span) {
    if let plain = Plain(view, span) {
      guard !plain.isNumeral else { return nil }
      key = plain.key
      isPlural = plain.isPlural
      length = span.count
      return
    }
    var scan = Scan(view, span.lower, span.upper)
    var capitals = 0
    var numerals = 0
    var count = 0
    var before: UInt64 = key
    while let byte = scan.next() {
      if isASCIIUpper(byte), !scan.isWord { capitals += 1 }
      if byte == 0x49 || byte == 0x56 || byte == 0x58 { numerals += 1 }
      count += 1
      before = key
      key = Self.step(key, byte)
    }
    guard !scan.isNone, capitals > 1, numerals < count else { return nil }
    length = scan.offset - span.lower
    if scan.small == 1, scan.last == 0x73, count > 2 {
      isPlural = true
      key = before
    } else if scan.small > 1, !scan.isCompound {
      // A name in small letters behind capitals is no acronym.
      return nil
    }
  }

  /// A word that is nothing but capitals, as most are, or capitals and a plural's s.
  private struct Plain {
    var key = emptyKey
    let isPlural: Bool
    var isNumeral: Bool

    /// `nil` for any other word.
    init?(_ view: ByteView, _ span: Span) {
      isPlural = span.count > 2 && view[span.upper - 1] == 0x73
      isNumeral = !isPlural
      let end = isPlural ? span.upper - 1 : span.upper
      guard end - span.lower > 1 else { return nil }
      for offset in span.lower..<end {
        let byte = view[offset]
        guard isASCIIUpper(byte) else { return nil }
        if byte != 0x49, byte != 0x56, byte != 0x58 { isNumeral = false }
        key = step(key, byte)
      }
    }
  }

  private static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func step(_ key: UInt64, _ byte: UInt8) -> UInt64 {
    (key ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The key of a name written plainly.
  static func key(of name: some Sequence<UInt8>) -> UInt64 { name.reduce(emptyKey, step) }

  /// The letters that count, for the first use of a name.
  /// - Parameter start: where the word stands in the view.
  func text(_ view: ByteView, _ start: Int) -> [UInt8] {
    var scan = Scan(view, start, start + length)
    var text: [UInt8] = []
    text.reserveCapacity(length)
    while let byte = scan.next() { text.append(byte) }
    if isPlural { text.removeLast() }
    return text
  }

  /// Gives the letters, and a plain hyphen for any, up to where the name ends.
  private struct Scan {
    let view: ByteView
    private(set) var offset: Int
    let end: Int
    /// Small letters since the last capital.
    private(set) var small = 0
    private(set) var last: UInt8 = 0
    private(set) var isCompound = false
    /// The word is no acronym.
    private(set) var isNone = false
    /// In a whole word behind a hyphen (CWG-Internet), which is taken as it is.
    private(set) var isWord = false

    init(_ view: ByteView, _ start: Int, _ end: Int) {
      self.view = view
      offset = start
      self.end = end
    }

    mutating func next() -> UInt8? {
      while offset < end {
        let byte = view[offset]
        if isASCIIUpper(byte) {
          // Small letters and then a capital: two words. One is right: IoT.
          if small > 1, !isWord { return none() }
          small = 0
          return take(byte, 1)
        }
        if isASCIILower(byte) {
          small += 1
          return take(byte, 1)
        }
        switch byte {
        case 0x26:
          small = 0
          isWord = false
          isCompound = true
          return take(byte, 1)
        case 0x2D, 0xE2:
          let width = byte == 0x2D ? 1 : 3
          if byte == 0xE2, view[offset + 2] == 0x99 { return nil }
          let after = view[offset + width]
          if isASCIIDigit(after) { return none() }
          // The tail of a compound: ICT-enabled. A name goes on with a capital: CWG-Internet.
          guard isASCIIUpper(after) else { return nil }
          small = 0
          isCompound = true
          isWord = isASCIILower(view[offset + width + 1])
          return take(0x2D, width)
        case 0xC2 where view[offset + 1] == 0xAD: offset += 2
        // ITU's
        case 0x27: return nil
        default: return none()
        }
      }
      return nil
    }

    private mutating func take(_ byte: UInt8, _ width: Int) -> UInt8 {
      offset += width
      last = byte
      return byte
    }

    private mutating func none() -> UInt8? {
      isNone = true
      return nil
    }
  }
}
