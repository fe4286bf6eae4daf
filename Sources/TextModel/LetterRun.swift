/// The ASCII letters that eight bytes begin with, found without a branch.
@frozen
public struct LetterRun {
  /// As small letters, the first in the lowest byte; 0 behind the last.
  public let bytes: UInt64
  /// 0 to 8.
  public let count: Int
  /// Other than 0 when one of them was small in the text.
  public let small: UInt64

  /// 0x20 in the byte of each that was a capital in the text.
  @inlinable public var capitals: UInt64 {
    @inline(__always) get { bytes & 0x2020_2020_2020_2020 ^ small }
  }

  /// - Parameter word: eight bytes, the first in the lowest.
  @inlinable
  @inline(__always)
  public init(_ word: UInt64) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let lower = word | (ones &* 0x20)
    // In each byte: the top bit tells "at least a", "beyond z"; bytes beyond ASCII are no letters.
    let plain = lower & ~tops
    let isLetter = (plain &+ ones &* 0x1F) & ~(plain &+ ones &* 0x05) & ~word & tops
    let rest = isLetter ^ tops
    // The bits below the first byte that is no letter: all of them when there is none.
    let mask = (rest & (0 &- rest)) &>> 7 &- 1
    bytes = lower & mask
    count = rest.trailingZeroBitCount &>> 3
    small = word & (ones &* 0x20) & mask
  }

  /// For eight bytes that the caller knows to be there.
  @inlinable
  @inline(__always)
  public init(_ pointer: UnsafePointer<UInt8>) {
    self.init(UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }
}
