/// A window on the bytes of a text. Every access is total: outside the window one reads 0.
///
/// A view does not keep its bytes alive. It is made inside `withByteView` and must not leave it.
@frozen
public struct ByteView {
  @usableFromInline let base: UnsafePointer<UInt8>?
  /// Bytes in the window.
  public let count: Int

  @inlinable
  public init(_ buffer: UnsafeBufferPointer<UInt8>) {
    base = buffer.baseAddress
    count = buffer.count
  }

  @inlinable
  init(base: UnsafePointer<UInt8>?, count: Int) {
    self.base = base
    self.count = count
  }

  /// The byte at an offset from 0, or 0 outside the window.
  @inlinable
  public subscript(offset: Int) -> UInt8 {
    @inline(__always) get {
      guard UInt(bitPattern: offset) < UInt(bitPattern: count), let base else { return 0 }
      return base[offset]
    }
  }

  /// Where the bytes are, for loops that keep to `count` themselves.
  @inlinable public var pointer: UnsafePointer<UInt8>? { base }

  /// The part between two offsets, cut to what exists.
  @inlinable
  public func slice(_ from: Int, _ to: Int) -> ByteView {
    let start = max(0, min(from, count))
    let end = max(start, min(to, count))
    return ByteView(base: base.map { $0 + start }, count: end - start)
  }

  /// The text of a part; bytes that are not UTF-8 become U+FFFD.
  public func string(_ from: Int, _ to: Int) -> String {
    let part = slice(from, to)
    return String(
      decoding: UnsafeBufferPointer(start: part.base, count: part.count), as: UTF8.self)
  }

  /// A copy of a part.
  public func array(_ from: Int, _ to: Int) -> [UInt8] {
    let part = slice(from, to)
    return Array(UnsafeBufferPointer(start: part.base, count: part.count))
  }

  /// The offset of the next line feed or carriage return at or after `offset`, or `count`.
  @inlinable
  public func endOfLine(from offset: Int) -> Int {
    var i = max(0, offset)
    guard let base else { return 0 }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    // Sixteen bytes at a time are asked for one below 0x0E, which is nearly always a line end.
    let raw = UnsafeRawPointer(base)
    while i &+ 16 <= count {
      let first = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      let second = raw.loadUnaligned(fromByteOffset: i &+ 8, as: UInt64.self)
      let below = (first &- ones &* 0x0E) & ~first | (second &- ones &* 0x0E) & ~second
      if below & tops != 0 {
        // A word holds a byte c when (word ^ c-pattern) holds a zero byte.
        var at = i
        while at < i &+ 16 {
          let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          let feed = word ^ (ones &* 0x0A)
          let carriage = word ^ (ones &* 0x0D)
          let hit = ((feed &- ones) & ~feed | (carriage &- ones) & ~carriage) & tops
          if hit != 0 { return at &+ hit.trailingZeroBitCount / 8 }
          at &+= 8
        }
      }
      i &+= 16
    }
    while i < count, base[i] != 0x0A, base[i] != 0x0D { i &+= 1 }
    return min(i, count)
  }

  /// The ASCII letters from an offset on, at most eight.
  @inlinable
  @inline(__always)
  public func letters(from offset: Int) -> LetterRun {
    guard let base, offset >= 0 else { return LetterRun(0) }
    if offset &+ 8 <= count { return LetterRun(base + offset) }
    var word: UInt64 = 0
    var i = count
    while i > offset {
      i &-= 1
      word = word << 8 | UInt64(base[i])
    }
    return LetterRun(word)
  }

  /// Whether one of the bytes between two offsets is an ASCII capital; eight at a time.
  @inlinable
  @inline(__always)
  public func hasCapital(from start: Int, to end: Int) -> Bool {
    let end = min(end, count)
    guard let base, start >= 0 else { return false }
    var i = start
    let tops: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    while i &+ 8 <= end {
      let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
      // In each byte: the top bit tells "at least A", "beyond Z".
      let plain = word & ~tops
      let capitals = (plain &+ ones &* 0x3F) & ~(plain &+ ones &* 0x25) & ~word & tops
      if capitals != 0 { return true }
      i &+= 8
    }
    guard i < end else { return false }
    if i &+ 8 <= count {
      // The last few at once too, where the window goes on behind them.
      let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
      let plain = word & ~tops
      let capitals = (plain &+ ones &* 0x3F) & ~(plain &+ ones &* 0x25) & ~word & tops
      return capitals &<< UInt64(truncatingIfNeeded: 64 &- (end &- i) &* 8) != 0
    }
    while i < end {
      if isASCIIUpper(base[i]) { return true }
      i &+= 1
    }
    return false
  }

  /// The offset of the next byte of that value at or after `offset`, or `count`.
  @inlinable
  public func firstOffset(of byte: UInt8, from offset: Int) -> Int {
    var i = max(0, offset)
    guard let base else { return 0 }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let pattern = ones &* UInt64(byte)
    while i &+ 8 <= count {
      let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self) ^ pattern
      let hit = (word &- ones) & ~word & (ones &* 0x80)
      if hit != 0 { return i &+ hit.trailingZeroBitCount / 8 }
      i &+= 8
    }
    while i < count, base[i] != byte { i &+= 1 }
    return min(i, count)
  }

  /// The start of the line after the one whose text ends at `end`: behind LF, CR LF or a lone CR.
  @inlinable
  public func afterLineEnd(_ end: Int) -> Int {
    guard end < count else { return count }
    if self[end] == 0x0D, self[end + 1] == 0x0A { return end + 2 }
    return end + 1
  }

  /// Whether the bytes at `offset` are exactly those of a literal.
  @inlinable
  public func matches(_ literal: StaticString, at offset: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard offset >= 0, offset <= count, length <= count - offset, let base else { return false }
    let other = literal.utf8Start
    var i = 0
    while i < length {
      if base[offset + i] != other[i] { return false }
      i &+= 1
    }
    return true
  }

  /// Whether the bytes at `offset` are those of a lower-case literal, letter case aside.
  @inlinable
  public func matchesFolded(_ literal: StaticString, at offset: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard offset >= 0, offset <= count, length <= count - offset, let base else { return false }
    let other = literal.utf8Start
    var i = 0
    while i < length {
      if asciiLower(base[offset + i]) != other[i] { return false }
      i &+= 1
    }
    return true
  }
}

/// The lower-case form of an ASCII letter; every other byte as it is.
@inlinable
@inline(__always)
public func asciiLower(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}

@inlinable
@inline(__always)
public func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

@inlinable
@inline(__always)
public func isASCIILower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

@inlinable
@inline(__always)
public func isASCIIUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

@inlinable
@inline(__always)
public func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

extension Array where Element == UInt8 {
  /// Runs `body` on a view of these bytes.
  @inlinable
  public func withByteView<Result>(_ body: (ByteView) throws -> Result) rethrows -> Result {
    try withUnsafeBufferPointer { try body(ByteView($0)) }
  }
}
