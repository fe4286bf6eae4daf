/// The ASCII letters that eight bytes begin with, found without a branch.
@frozen
public struct LetterRun {
  /// As they stand in the text, and what stands behind the last of them.
  @usableFromInline let word: UInt64
  /// The bits of the letters.
  @usableFromInline let mask: UInt64
  /// 0 to 8.
  public let count: Int

  /// As small letters, the first in the lowest byte; 0 behind the last.
  @inlinable public var bytes: UInt64 {
    @inline(__always) get { (word | 0x2020_2020_2020_2020) & mask }
  }

  /// Other than 0 when one of them was small in the text.
  @inlinable public var small: UInt64 {
    @inline(__always) get { word & mask & 0x2020_2020_2020_2020 }
  }

  /// 0x20 in the byte of each that was a capital in the text.
  @inlinable public var capitals: UInt64 {
    @inline(__always) get { ~word & mask & 0x2020_2020_2020_2020 }
  }

  /// - Parameter word: eight bytes, the first in the lowest.
  @inlinable
  @inline(__always)
  public init(_ word: UInt64) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let lower = word | (ones &* 0x20)
    // In each byte: the top bit tells "before a", "beyond z", "beyond ASCII". What is carried over
    // from a byte that is no letter goes to those behind it, which do not count.
    let others = ((ones &* 0xE0) &- lower) | (lower &+ (ones &* 0x05)) | word
    let rest = others & (ones &* 0x80)
    // The bits below the first byte that is no letter: all of them when there is none.
    mask = (rest & (0 &- rest)) &>> 7 &- 1
    count = rest.trailingZeroBitCount &>> 3
    self.word = word
  }

  /// For eight bytes that the caller knows to be there.
  @inlinable
  @inline(__always)
  public init(_ pointer: UnsafePointer<UInt8>) {
    self.init(UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }
}
