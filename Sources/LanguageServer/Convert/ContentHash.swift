/// A number that is the same for the same bytes, in this session and in the next; eight bytes at a time,
/// four times over, so that one product need not wait for the other. Not meant against an adversary.
func contentHash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.withUnsafeBytes { buffer in
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: buffer.count)
    var offset = 0
    var (a, b, c, d) = (hash, hash &+ 1, hash &+ 2, hash &+ 3)
    while offset &+ 32 <= buffer.count {
      a = mixed(a ^ buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      b = mixed(b ^ buffer.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self))
      c = mixed(c ^ buffer.loadUnaligned(fromByteOffset: offset &+ 16, as: UInt64.self))
      d = mixed(d ^ buffer.loadUnaligned(fromByteOffset: offset &+ 24, as: UInt64.self))
      offset &+= 32
    }
    hash = mixed(a ^ mixed(b ^ mixed(c ^ mixed(d))))
    while offset &+ 8 <= buffer.count {
      hash = mixed(hash ^ buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    var rest: UInt64 = 0
    while offset < buffer.count {
      rest = rest << 8 | UInt64(buffer[offset])
      offset &+= 1
    }
    return mixed(hash ^ rest)
  }
}

@inline(__always)
private func mixed(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}
