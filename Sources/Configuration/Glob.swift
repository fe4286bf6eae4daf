/// A pattern for paths, with the wildcards of gitignore(5).
///
/// Works on bytes like git does: `?` and `[...]` stand for one byte, never for `/`.
struct Glob: Sendable {
  private enum Token: Sendable {
    case byte(UInt8)
    case anyByte
    /// A bit for each byte value that fits.
    case set(ByteSet)
    /// `*`: any run without `/`.
    case run
    /// A leading or inner `**/`: any number of folders, none included.
    case folders
    /// A trailing `/**`: anything, at least one byte.
    case everything
  }

  private var tokens: [Token] = []
  /// Most patterns are plain names, and comparing is all they need.
  private var literal: [UInt8]?

  /// `nil` where the pattern can match nothing: an open bracket, a lone backslash at the end.
  init?(_ pattern: some Collection<UInt8>) {
    let bytes = Array(pattern)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"):
        guard index + 1 < bytes.count else { return nil }
        tokens.append(.byte(bytes[index + 1]))
        index += 2
      case UInt8(ascii: "?"):
        tokens.append(.anyByte)
        index += 1
      case UInt8(ascii: "["):
        guard let (set, next) = ByteSet.parse(bytes, from: index) else { return nil }
        tokens.append(.set(set))
        index = next
      case UInt8(ascii: "*"):
        index = Self.readStars(bytes, from: index, into: &tokens)
      default:
        tokens.append(.byte(byte))
        index += 1
      }
    }
    let plain = tokens.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }
    if plain.count == tokens.count { literal = plain }
  }

  private static func readStars(_ bytes: [UInt8], from start: Int, into tokens: inout [Token])
    -> Int
  {
    let slash = UInt8(ascii: "/")
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "*") { end += 1 }
    let opens = start == 0 || bytes[start - 1] == slash
    if end - start >= 2, opens, end < bytes.count, bytes[end] == slash {
      tokens.append(.folders)
      return end + 1
    }
    if end - start >= 2, opens, end == bytes.count {
      tokens.append(.everything)
      return end
    }
    tokens.append(.run)
    return end
  }

  /// Whether the whole of `text` fits. Time is the product of both lengths at worst.
  func matches(_ text: ArraySlice<UInt8>) -> Bool {
    if let literal { return text.elementsEqual(literal) }
    // The set of token positions that the text so far can have reached.
    var reached = [Bool](repeating: false, count: tokens.count + 1)
    var next = reached
    reached[0] = true
    var atFolderStart = true
    skipEmpty(&reached, atFolderStart: true)
    for byte in text {
      for position in next.indices { next[position] = false }
      var alive = false
      for (position, token) in tokens.enumerated() where reached[position] {
        let isSlash = byte == UInt8(ascii: "/")
        switch token {
        case .byte(let wanted):
          if byte == wanted { next[position + 1] = true }
        case .anyByte:
          if !isSlash { next[position + 1] = true }
        case .set(let set):
          if !isSlash, set.contains(byte) { next[position + 1] = true }
        case .run:
          if !isSlash { next[position] = true }
        case .folders:
          next[position] = true
        case .everything:
          next[position] = true
          next[position + 1] = true
        }
      }
      atFolderStart = byte == UInt8(ascii: "/")
      skipEmpty(&next, atFolderStart: atFolderStart)
      for position in next.indices where next[position] { alive = true }
      swap(&reached, &next)
      if !alive { return false }
    }
    return reached[tokens.count]
  }

  private func skipEmpty(_ reached: inout [Bool], atFolderStart: Bool) {
    for (position, token) in tokens.enumerated() where reached[position] {
      switch token {
      case .run: reached[position + 1] = true
      case .folders: if atFolderStart { reached[position + 1] = true }
      default: break
      }
    }
  }
}

/// A bracket expression: `[a-z]`, `[!a]`, `[[:digit:]]`.
struct ByteSet: Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  func contains(_ byte: UInt8) -> Bool {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: return words.0 & bit != 0
    case 1: return words.1 & bit != 0
    case 2: return words.2 & bit != 0
    default: return words.3 & bit != 0
    }
  }

  mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  /// Reads from the `[` on; the index after the `]`, or `nil` where none closes it.
  static func parse(_ bytes: [UInt8], from start: Int) -> (ByteSet, Int)? {
    var set = ByteSet()
    var index = start + 1
    var inverted = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "^") {
      inverted = true
      index += 1
    }
    var first = true
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "]"), !first {
        if inverted {
          set.words = (~set.words.0, ~set.words.1, ~set.words.2, ~set.words.3)
        }
        return (set, index + 1)
      }
      first = false
      if let next = set.insertClass(bytes, from: index) {
        index = next
        continue
      }
      guard let (low, afterLow) = member(bytes, at: index) else { return nil }
      index = afterLow
      if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "-"),
        bytes[index + 1] != UInt8(ascii: "]")
      {
        guard let (high, afterHigh) = member(bytes, at: index + 1) else { return nil }
        index = afterHigh
        if low <= high { for byte in low...high { set.insert(byte) } }
      } else {
        set.insert(low)
      }
    }
    return nil
  }

  private static func member(_ bytes: [UInt8], at index: Int) -> (UInt8, Int)? {
    guard index < bytes.count else { return nil }
    guard bytes[index] == UInt8(ascii: "\\") else { return (bytes[index], index + 1) }
    return index + 1 < bytes.count ? (bytes[index + 1], index + 2) : nil
  }

  private static let classes: [(name: String, test: @Sendable (Unicode.Scalar) -> Bool)] = [
    ("alpha", { $0.properties.isAlphabetic }),
    ("digit", { ("0"..."9").contains($0) }),
    ("alnum", { $0.properties.isAlphabetic || ("0"..."9").contains($0) }),
    ("upper", { ("A"..."Z").contains($0) }),
    ("lower", { ("a"..."z").contains($0) }),
    ("space", { $0 == " " || (9...13).contains($0.value) }),
    ("blank", { $0 == " " || $0 == "\t" }),
    ("xdigit", { $0.properties.isASCIIHexDigit }),
    ("punct", { (33...126).contains($0.value) && !$0.properties.isAlphabetic && !isDigit($0) }),
    ("cntrl", { $0.value < 32 || $0.value == 127 }),
    ("graph", { (33...126).contains($0.value) }),
    ("print", { (32...126).contains($0.value) }),
  ]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// `[:name:]`; `nil` where none stands here.
  private mutating func insertClass(_ bytes: [UInt8], from index: Int) -> Int? {
    for (name, test) in Self.classes {
      let spelled = Array("[:\(name):]".utf8)
      guard bytes[index...].starts(with: spelled) else { continue }
      for byte in UInt8(0)..<128 where test(Unicode.Scalar(byte)) { insert(byte) }
      return index + spelled.count
    }
    return nil
  }
}
