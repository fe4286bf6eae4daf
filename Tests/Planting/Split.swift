/// Which texts and seeds serve for tuning and which only for the figure.
public enum Split {
  /// Seeds from 1 that may be looked at while detectors are written; any other is for the figure.
  public static let tuningSeeds: ClosedRange<UInt64> = 1...100

  /// Whether a text is kept back: decided by its file name up to the first dot alone (FNV-1a, 64
  /// bits), so that texts which come or go do not move the others, and the forms and languages of one
  /// text stay together.
  public static func isHeldOut(_ path: String) -> Bool {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    for byte in name.prefix(while: { $0 != UInt8(ascii: ".") }) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    // The last letters reach only some bits of the hash; one step of the generator reaches all.
    var mixed = SeededRandom(seed: hash)
    return mixed.next() & 1 == 1
  }
}
