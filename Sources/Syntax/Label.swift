internal import TextModel

/// What stands before a numbered paragraph: `a)`, `12`, `ii)`, `1.1`, `b)bis`, or a bullet.
public struct Label: Sendable, Equatable {
  public enum Form: UInt8, Sendable {
    case letter, digit, roman, decimal, bullet
  }

  public enum Closing: UInt8, Sendable {
    case bracket, none, dot
    /// `(a)`
    case brackets
  }

  /// As the characters alone tell; `letter` where a roman reading is possible too.
  public var form: Form
  public var closing: Closing
  /// The value as a letter (a = 1, aa = 27), digit or last decimal component; 0 when there is none.
  public var ordinal: Int32
  /// The value as a roman numeral; 0 when it is none.
  public var roman: Int32
  /// Decimal components before the last, at most three; kept without an array, since paragraphs are
  /// copied often.
  private var first: Int32 = 0
  private var second: Int32 = 0
  private var third: Int32 = 0
  private var depth: UInt8 = 0
  /// 0, or 1 for *bis*, 2 for *ter*, and so on.
  public var suffix: UInt8
  /// A letter that only looks like a Latin one.
  public var otherScript: Bool
  public var capital: Bool
  /// Bytes of the label, from the start of the block, marks of emphasis at its ends left out.
  public var span: Span
  /// Where the text after label and blanks begins, from the start of the block.
  public var textStart: Int32
  /// A tab follows.
  public var tabbed: Bool
  /// Nothing stands between the label and its text.
  public var glued: Bool

  /// Decimal components before the last: 1 and 2 in `1.2.3`.
  public var prefix: [Int32] {
    depth == 0 ? [] : Array([first, second, third].prefix(Int(depth)))
  }

  fileprivate mutating func setPrefix(_ components: (Int32, Int32, Int32), depth: UInt8) {
    (first, second, third) = components
    self.depth = depth
  }

  /// How many components `prefix` has.
  public var prefixCount: Int { Int(depth) }

  init(form: Form, closing: Closing, ordinal: Int32, roman: Int32, suffix: UInt8 = 0) {
    self.form = form
    self.closing = closing
    self.ordinal = ordinal
    self.roman = roman
    self.suffix = suffix
    otherScript = false
    capital = false
    span = .none
    textStart = 0
    tabbed = false
    glued = false
  }

  static let suffixes: [(StaticString, UInt8)] = [
    ("bis", 1), ("ter", 2), ("quater", 3), ("quinquies", 4),
  ]
}

struct LabelReader {
  let view: ByteView
  /// End of the line's text.
  let limit: Int

  /// Reads a label that begins exactly at `start`, or gives `nil`. Whether a label belongs there is
  /// for the splitter to say.
  func read(at start: Int) -> Label? {
    var i = skipEmphasis(start)
    let labelStart = i
    let opening = view[i] == 0x28
    if opening { i = skipEmphasis(i + 1) }
    let byte = view[i]
    if isASCIIDigit(byte) { return digits(labelStart, from: i, opening: opening) }
    if isASCIILetter(byte) || byte >= 0xC3 {
      return letters(labelStart, from: i, opening: opening)
    }
    return nil
  }

  func skipEmphasis(_ start: Int) -> Int {
    var i = start
    while i < limit, view[i] == 0x2A || view[i] == 0x5F { i += 1 }
    return i
  }

  private func letters(_ labelStart: Int, from start: Int, opening: Bool) -> Label? {
    var i = start
    var otherScript = false
    var capital = false
    var letters = FewLetters()
    while i < limit, letters.count < 7 {
      let byte = view[i]
      if isASCIILetter(byte) {
        capital = capital || isASCIIUpper(byte)
        letters.append(asciiLower(byte))
        i += 1
      } else if byte >= 0xC3 {
        let (scalar, length) = decodeScalar(view, at: i)
        guard let look = latinLookalike(scalar) else { return nil }
        otherScript = true
        letters.append(look)
        i += length
      } else {
        break
      }
    }
    guard letters.count > 0, letters.count < 7 else { return nil }
    i = skipEmphasis(i)
    guard view[i] == 0x29, i < limit else { return nil }
    let roman = letters.roman
    var ordinal: Int32 = 0
    if letters.count == 1 {
      ordinal = Int32(letters[0] &- 0x60)
    } else if letters.count == 2, letters[0] == letters[1], roman == 0 || letters[0] != 0x69 {
      ordinal = 26 + Int32(letters[0] &- 0x60)
    }
    // Longer runs are words; two unlike letters may be an old and a new label run together.
    guard ordinal > 0 || roman > 0 || letters.count == 2 else { return nil }
    if otherScript, letters.count > 1 { return nil }
    var label = Label(
      form: ordinal == 0 && roman > 0 ? .roman : .letter, closing: opening ? .brackets : .bracket,
      ordinal: ordinal, roman: roman)
    label.otherScript = otherScript
    label.capital = capital
    return finish(labelStart, after: i + 1, label)
  }

  private func digits(_ labelStart: Int, from start: Int, opening: Bool) -> Label? {
    var i = start
    var prefix: (Int32, Int32, Int32) = (0, 0, 0)
    var depth: UInt8 = 0
    var value: Int32 = 0
    var suffix: UInt8 = 0
    // `0.39 dB` is a measurement, `05` a date or a code.
    guard view[i] != 0x30 else { return nil }
    while true {
      let first = i
      value = 0
      while i < limit, isASCIIDigit(view[i]), i - first < 5 {
        value = value * 10 + Int32(view[i] &- 0x30)
        i += 1
      }
      guard i > first, i - first < 5 else { return nil }
      let plain = i
      (suffix, i) = readSuffix(i)
      let emphasised = skipEmphasis(i)
      if view[emphasised] == 0x2E, isASCIIDigit(view[emphasised + 1]) {
        i = emphasised + 1
        // A fifth component is not read.
        if depth == 3 { break }
        switch depth {
        case 0: prefix.0 = value
        case 1: prefix.1 = value
        default: prefix.2 = value
        }
        depth += 1
        continue
      }
      if suffix == 0 { i = plain }
      break
    }
    var closing = Label.Closing.none
    let mark = skipEmphasis(i)
    if view[mark] == 0x29, mark < limit {
      closing = opening ? .brackets : .bracket
      i = mark + 1
    } else if opening {
      return nil
    } else if view[mark] == 0x2E, mark < limit {
      closing = .dot
      i = mark + 1
    }
    var label = Label(
      form: depth == 0 ? .digit : .decimal, closing: closing, ordinal: value, roman: 0,
      suffix: suffix)
    label.setPrefix(prefix, depth: depth)
    return finish(labelStart, after: i, label)
  }

  /// `bis`, `ter` ... behind a label, perhaps in italics.
  private func readSuffix(_ start: Int) -> (UInt8, Int) {
    let i = skipEmphasis(start)
    // Nearly always something else stands there.
    guard view[i] == 0x62 || view[i] == 0x74 || view[i] == 0x71 else { return (0, start) }
    for (word, value) in Label.suffixes where view.matches(word, at: i) {
      let end = i + word.utf8CodeUnitCount
      if end <= limit, !isASCIILetter(view[end]) { return (value, end) }
    }
    return (0, start)
  }

  private func finish(_ start: Int, after: Int, _ label: Label) -> Label? {
    var label = label
    var end = after
    if label.suffix == 0, label.closing == .bracket || label.closing == .brackets {
      (label.suffix, end) = readSuffix(end)
    }
    label.span = Span(start, end)
    var text = skipEmphasis(end)
    let blanks = text
    while text < limit {
      let byte = view[text]
      if byte == 0x09 { label.tabbed = true }
      if byte == 0x20 || byte == 0x09 {
        text += 1
      } else if byte == 0xC2, view[text + 1] == 0xA0 {
        text += 2
      } else {
        break
      }
    }
    label.glued = text == blanks && text < limit
    if label.glued {
      // Only a bracket can hold a label and a word apart without a blank.
      guard label.closing == .bracket || label.closing == .brackets else { return nil }
      let next = view[text]
      guard isASCIILetter(next) || next >= 0xC2 || next == 0x22 else { return nil }
    }
    label.textStart = Int32(clamping: text)
    return label
  }

  /// The Latin letter that a Cyrillic or Greek one looks like.
  private func latinLookalike(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x430, 0x410: 0x61
    case 0x432, 0x412: 0x62
    case 0x441, 0x421: 0x63
    case 0x435, 0x415: 0x65
    case 0x456, 0x406: 0x69
    case 0x458: 0x6A
    case 0x43E, 0x41E: 0x6F
    case 0x440, 0x420: 0x70
    case 0x455: 0x73
    case 0x445, 0x425: 0x78
    case 0x443: 0x79
    case 0x3BF: 0x6F
    case 0x3B1: 0x61
    case 0xFF41...0xFF5A: UInt8(truncatingIfNeeded: scalar - 0xFF41) + 0x61
    default: nil
    }
  }
}

/// Up to eight small letters, without an array.
private struct FewLetters {
  private var bytes: UInt64 = 0
  private(set) var count = 0

  mutating func append(_ letter: UInt8) {
    bytes |= UInt64(letter) &<< UInt64(truncatingIfNeeded: count &* 8)
    count &+= 1
  }

  /// The letter at a place, 0 behind the last.
  subscript(place: Int) -> UInt8 {
    place >= 0 && place < 8
      ? UInt8(truncatingIfNeeded: bytes &>> UInt64(truncatingIfNeeded: place &* 8)) : 0
  }

  /// Their value as a roman numeral, up to 39; 0 when it is none.
  var roman: Int32 {
    var value: Int32 = 0
    var at = 0
    while value < 30, self[at] == 0x78 {
      value += 10
      at += 1
    }
    switch count - at {
    case 0: return value
    case 1: return self[at] == 0x69 ? value + 1 : self[at] == 0x76 ? value + 5 : 0
    case 2 where self[at] == 0x69 && self[at + 1] == 0x78: return value + 9
    case 2 where self[at] == 0x69 && self[at + 1] == 0x76: return value + 4
    default: break
    }
    if self[at] == 0x76 {
      value += 5
      at += 1
    }
    guard count - at <= 3 else { return 0 }
    for place in at..<max(at, count) where self[place] != 0x69 { return 0 }
    return value + Int32(count - at)
  }
}
