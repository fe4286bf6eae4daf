/// Names for findings that stay the same when lines are put in or taken out elsewhere in the text, so
/// that a finding of today can be known again tomorrow.
public enum Fingerprint {
  /// Bytes of the line that count on either side of a finding's beginning.
  private static let reach = 100

  /// One for each finding, in their order: 16 hexadecimal digits, made from the rule, the words that are
  /// marked and the words around them on the line, blanks folded. Findings of a rule on equal lines are
  /// told apart by their order in the text. The name of the file has no part in it.
  ///
  /// - Parameter findings: by offset.
  public static func all(of findings: [Finding], in text: [UInt8]) -> [String] {
    var seen: [UInt64: UInt64] = [:]
    return findings.map { finding in
      var hash = FNV()
      hash.add(finding.rule.utf8)
      let range = finding.range.clamped(to: 0..<text.count)
      let start = range.lowerBound
      hash.addFolded(text[start..<min(range.upperBound, start + reach)])
      hash.addFolded(text[lineStart(before: start, in: text)..<start])
      hash.addFolded(text[start..<lineEnd(after: start, in: text)])
      let count = seen[hash.value, default: 0]
      seen[hash.value] = count + 1
      if count > 0 { hash.add(String(count).utf8) }
      return hash.hexadecimal
    }
  }

  /// A fingerprint that is unique over files, too.
  public static func joined(_ fingerprint: String, path: String) -> String {
    var hash = FNV()
    hash.add(path.utf8)
    hash.add(fingerprint.utf8)
    return hash.hexadecimal
  }

  private static func lineStart(before offset: Int, in text: [UInt8]) -> Int {
    var start = offset
    while start > 0, offset - start < reach, !isLineEnd(text[start - 1]) { start -= 1 }
    return start
  }

  private static func lineEnd(after offset: Int, in text: [UInt8]) -> Int {
    var end = offset
    while end < text.count, end - offset < reach, !isLineEnd(text[end]) { end += 1 }
    return end
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): short, and the same on every machine and in every version.
private struct FNV {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The bytes and an end mark.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
    add(0)
  }

  /// The bytes with each run of blanks as one, none at either end, and an end mark.
  mutating func addFolded(_ bytes: ArraySlice<UInt8>) {
    var isBlankOwed = false
    var isFirst = true
    for byte in bytes {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        isBlankOwed = !isFirst
        continue
      }
      if isBlankOwed { add(0x20) }
      (isBlankOwed, isFirst) = (false, false)
      add(byte)
    }
    add(0)
  }

  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
