internal import Syntax
internal import TextModel

/// Where a resolution spells acronyms out: `World Telecommunication Development Conference (WTDC)`.
/// One pass over the brackets of its bytes.
struct AcronymScan {
  /// Offset of the opening bracket, by name.
  private(set) var definitions: [String: Int] = [:]
  private let section: Section

  /// Beyond this many bytes nobody looks for a definition.
  private static let reach = 1 << 19
  private static let longest = 24

  /// - Parameter limit: offset in the section to stop at.
  init(_ section: Section, before limit: Int = Int.max) {
    self.section = section
    let end = min(limit, section.bytes.count, Self.reach)
    section.bytes.withByteView { view in
      var place = view.firstOffset(of: 0x28, from: 0)
      while place < end {
        if let close = Self.name(in: view, from: place + 1), close < end {
          let name = view.string(place + 1, close)
          if definitions[name] == nil { definitions[name] = place }
        }
        place = view.firstOffset(of: 0x28, from: place + 1)
      }
    }
  }

  /// The offset of the bracket that closes a name in capitals.
  private static func name(in view: ByteView, from start: Int) -> Int? {
    var place = start
    var capitals = 0
    while place - start <= longest {
      let byte = view[place]
      if byte == 0x29 { return capitals > 1 ? place : nil }
      guard AcronymScan.isNameByte(byte) else { return nil }
      if isASCIIUpper(byte) { capitals += 1 }
      place += 1
    }
    return nil
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte == 0x26 || byte == 0x2D
  }

  /// The words before the bracket that the acronym stands for, as far as its letters tell, and the
  /// bracket: `Harbour Lamp Group (HLG)`.
  func expansion(of name: String) -> String? {
    guard let open = definitions[name] else { return nil }
    let initials = name.utf8.filter { isASCIIUpper($0) }
    guard let first = initials.first else { return nil }
    return section.bytes.withByteView { view in
      var start = open
      var best = open
      var bestMiss = Int.max
      var words = 0
      while start > 0, words < initials.count * 2 + 2 {
        var place = start
        while place > 0, view[place - 1] == 0x20 { place -= 1 }
        while place > 0, Self.isInsideWord(view[place - 1]) { place -= 1 }
        guard place < start else { break }
        start = place
        words += 1
        let miss = abs(words - initials.count)
        if asciiLower(view[start]) == asciiLower(first), miss < bestMiss {
          best = start
          bestMiss = miss
        }
      }
      guard best < open else { return nil }
      return view.string(best, open + name.utf8.count + 2)
    }
  }

  private static func isInsideWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."),
      UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), 0:
      false
    default: true
    }
  }

  /// The name in capitals that holds an offset, without the plural's s.
  static func name(at offset: Int, in section: Section) -> (text: String, span: Span)? {
    section.bytes.withByteView { view in
      var start = offset
      while start > 0, offset - start < longest, isNameByte(view[start - 1]) { start -= 1 }
      var end = offset
      while end - offset < longest, isNameByte(view[end]) { end += 1 }
      guard end > start, end - start <= longest else { return nil }
      // Part of a longer word beyond ASCII, or of an address.
      guard view[start - 1] < 0x80, view[end] < 0x80, view[start - 1] != UInt8(ascii: "/") else {
        return nil
      }
      if view[end - 1] == UInt8(ascii: "s"), isASCIIUpper(view[end - 2]) { end -= 1 }
      while end > start, view[end - 1] == 0x2D || view[end - 1] == 0x26 { end -= 1 }
      var capitals = 0
      for place in start..<max(start, end) where isASCIIUpper(view[place]) { capitals += 1 }
      guard capitals > 1, offset <= end else { return nil }
      return (view.string(start, end), Span(start, end))
    }
  }

  /// Where a name stands first, as a word of its own; `nil` where it does not.
  static func firstUse(of name: String, in section: Section) -> Int? {
    let letters = Array(name.utf8)
    guard let first = letters.first else { return nil }
    return section.bytes.withByteView { view in
      let end = min(view.count, reach)
      var place = view.firstOffset(of: first, from: 0)
      while place < end {
        var length = 0
        while length < letters.count, view[place + length] == letters[length] { length += 1 }
        if length == letters.count, !isNameByte(view[place - 1]), !isNameByte(view[place + length])
        {
          return place
        }
        place = view.firstOffset(of: first, from: place + 1)
      }
      return nil
    }
  }
}
