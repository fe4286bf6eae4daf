/// Values of labels as letters and numerals; a value that has none is written in digits.
package enum LabelValue {
  /// a to z, then aa, bb.
  package static func letter(_ value: Int) -> String {
    guard value > 0, value <= 26 * 3, let scalar = UnicodeScalar(0x60 + (value - 1) % 26 + 1)
    else { return String(value) }
    return String(repeating: String(Character(scalar)), count: (value - 1) / 26 + 1)
  }

  package static func roman(_ value: Int) -> String {
    guard value > 0, value < 100 else { return String(value) }
    let tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"]
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    return tens[value / 10] + ones[value % 10]
  }
}
