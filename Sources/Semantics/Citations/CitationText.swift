internal import Syntax

/// Reads the letters behind the tokens of one block. Like the tokens it does not keep them alive.
struct CitationText {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the block in `bytes`.
  let base: Int
  let run: TokenRun

  func byte(_ offset: Int) -> UInt8 {
    let at = base + offset
    return at >= 0 && at < bytes.count ? bytes[at] : 0
  }

  func string(_ span: Span) -> String {
    let lower = min(max(0, base + span.lower), bytes.count)
    let upper = min(max(lower, base + span.upper), bytes.count)
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[lower..<upper]), as: UTF8.self)
  }

  /// Tokens with single blanks between them and plain hyphens.
  func folded(_ from: Int, _ to: Int) -> String {
    if isPlain(from, to) { return string(Span(Int(run[from].start), run[to - 1].end)) }
    var out: [UInt8] = []
    for i in from..<max(from, to) {
      let token = run[i]
      if i > from, token.hasSpaceBefore { out.append(0x20) }
      if token.kind == .dash {
        out.append(0x2D)
        continue
      }
      var at = Int(token.start)
      while at < token.end {
        let byte = byte(at)
        if byte == 0xE2, self.byte(at + 1) == 0x80, self.byte(at + 2) & 0xFE == 0x90 {
          out.append(0x2D)
          at += 3
        } else if byte == 0xC2, self.byte(at + 1) == 0xAD {
          at += 2
        } else {
          out.append(byte)
          at += 1
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Nothing stands between the tokens, and nothing in them that is to be folded.
  private func isPlain(_ from: Int, _ to: Int) -> Bool {
    guard from < to else { return false }
    var end = Int(run[from].start)
    for i in from..<to {
      let token = run[i]
      guard Int(token.start) == end, !token.flags.contains(.special),
        token.kind != .dash || token.length == 1
      else { return false }
      end = token.end
    }
    return true
  }

  /// The year of `WRC-15`, `WARC-79`, `ORB-88`, `WRC-2000`; `nil` for any other word.
  func sessionTokenYear(_ token: Token) -> Int? {
    guard token.length >= 6, token.length <= 12 else { return nil }
    return Self.sessionYear(string(token.span)[...].utf8)
  }

  static func sessionYear(_ written: Substring.UTF8View) -> Int? {
    guard let dash = written.lastIndex(of: 0x2D) else { return nil }
    let name = written[..<dash]
    guard name.count >= 3, name.first.map({ $0 >= 0x41 && $0 <= 0x5A }) == true,
      radioNames.contains(where: { name.starts(with: $0.utf8) })
    else { return nil }
    let digits = written[written.index(after: dash)...]
    guard digits.count == 2 || digits.count == 4 else { return nil }
    return value(digits).map(fullYear)
  }

  private static let radioNames = ["WRC", "WARC", "ORB", "MOB", "HFBC", "Orb", "Mob"]

  /// The year at the start of `2016Dubai`.
  func leadingYear(_ token: Token) -> Int? {
    guard token.length > 4 else { return nil }
    return Self.value((0..<4).lazy.map { byte(Int(token.start) + $0) })
  }

  /// - Returns: `nil` where there is anything but digits, or more than nine of them.
  static func value(_ digits: some Sequence<UInt8>) -> Int? {
    var value = 0
    var count = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39, count < 9 else { return nil }
      value = value * 10 + Int(digit - 0x30)
      count += 1
    }
    return count > 0 ? value : nil
  }

  static func fullYear(_ year: Int) -> Int {
    if year >= 100 { return year }
    return year < 60 ? 2000 + year : 1900 + year
  }

  /// `BUENOS AIRES` as `Buenos Aires`.
  static func capitalised(_ text: String) -> String {
    var out: [UInt8] = []
    var inside = false
    for byte in text.utf8 {
      let letter = byte >= 0x41 && byte <= 0x5A
      out.append(letter && inside ? byte | 0x20 : byte)
      inside = byte != 0x20 && byte != 0x2D
    }
    return String(decoding: out, as: UTF8.self)
  }
}
