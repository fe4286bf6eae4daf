/// How text looks on a terminal: nothing that moves the cursor or hides, and a known width.
public enum Display {
  /// Whether a scalar is shown by its number: controls, line separators, and invisible format
  /// characters, which could turn the direction of a line (the joiners excepted, which letters need).
  static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x20 || scalar.value == 0x7F { return true }
    if scalar.value < 0x80 { return false }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return scalar != "\u{200C}" && scalar != "\u{200D}"
    default: return false
    }
  }

  /// The scalar as it is shown.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    guard needsEscape(scalar) else { return String(Character(scalar)) }
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: return "\\u{\(String(scalar.value, radix: 16))}"
    }
  }

  /// A name or message on one line, harmless.
  static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: needsEscape) else { return text }
    return text.unicodeScalars.map(shown).joined()
  }

  /// Lines from outside as they may go to a terminal; line feeds and tabs stay.
  public static func block(_ bytes: [UInt8]) -> [UInt8] {
    harmless(bytes) { $0 == "\n" || $0 == "\t" ? nil : shown($0) }
  }

  /// JSON as it may go to a terminal: what is left of controls in its strings is escaped.
  public static func json(_ bytes: [UInt8]) -> [UInt8] {
    harmless(bytes) { scalar in
      guard scalar.value >= 0x7F else { return nil }
      return String(Character(scalar)).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }

  /// - Parameter escape: `nil` for a scalar that stays.
  private static func harmless(_ bytes: [UInt8], escape: (Unicode.Scalar) -> String?) -> [UInt8] {
    var scanner = ScalarScanner(bytes[...])
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    while let (scalar, range) = scanner.next() {
      if needsEscape(scalar), let escaped = escape(scalar) {
        result += Array(escaped.utf8)
      } else {
        result += bytes[range]
      }
    }
    return result
  }

  /// Columns that a scalar takes on a terminal, none of them escaped: 0, 1 or 2.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // Vowels and finals of Hangul join the consonant before them.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  /// East_Asian_Width W and F (Unicode annex 11), the pictographs taken from the standard library.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
      0x4E00...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      return true
    case 0x231A...0x1FAFF:
      return scalar.properties.isEmojiPresentation
    default:
      return false
    }
  }
}
