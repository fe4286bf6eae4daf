internal import Syntax
internal import TextModel

extension Token {
  fileprivate var isInCapitals: Bool {
    kind == .word && flags.contains(.capitals) && length > 2 && flags.isDisjoint(with: .special)
  }
}

/// What stands around an acronym in its block.
struct Surroundings {
  typealias Tokens = UnsafeBufferPointer<Token>

  /// It is a word of a line in capitals, or of a list of names.
  var isCapitals: Bool
  var isShouted: Bool

  init(_ tokens: Tokens, _ first: Int, _ last: Int) {
    let before = first > 0 ? tokens[first - 1] : nil
    let after = last + 1 < tokens.count ? tokens[last + 1] : nil
    isShouted = before?.isInCapitals == true || after?.isInCapitals == true
    isCapitals =
      tokens[max(0, first - 3)..<first].contains(where: \.isInCapitals)
      || tokens[(last + 1)..<max(last + 1, min(last + 4, tokens.count))]
        .contains(where: \.isInCapitals)
      || before?.kind == .quote && after?.kind == .quote
  }

  static func isBracketed(_ tokens: Tokens, _ first: Int, _ last: Int) -> Bool {
    first > 0 && last + 1 < tokens.count && tokens[first - 1].isMark(0x28)
      && tokens[last + 1].isMark(0x29)
  }

  /// It belongs to a document's symbol (JIU/REP/2012) or is a part of a longer name.
  static func isSymbol(_ tokens: Tokens, _ first: Int, _ last: Int) -> Bool {
    // A hyphen that a line end has parted from the rest of the name.
    if first > 0, tokens[first - 1].kind == .dash, !tokens[first - 1].hasSpaceBefore {
      return true
    }
    guard last + 1 < tokens.count else { return false }
    let after = tokens[last + 1]
    guard !after.hasSpaceBefore else { return false }
    if after.kind == .dash || after.isMark(0x28) { return true }
    return after.isMark(0x2F) && isNumbered(tokens, last)
  }

  private static func isNumbered(_ tokens: Tokens, _ last: Int) -> Bool {
    var index = last + 1
    while index + 1 < tokens.count, tokens[index].isMark(0x2F), !tokens[index].hasSpaceBefore,
      !tokens[index + 1].hasSpaceBefore
    {
      if tokens[index + 1].kind == .number || tokens[index + 1].flags.contains(.special) {
        return true
      }
      index += 2
    }
    return false
  }
}

/// The words that an acronym in brackets stands for.
enum Expansion {
  /// How far before its bracket, in tokens, the words of an acronym of so many bytes may stand.
  static func reach(_ length: Int) -> Int { length * 2 + 8 }

  /// Whether the initials of the words before the bracket give the acronym: each letter begins a word
  /// (a part of one behind a hyphen, or an inner capital), in order; words may be passed over, but not the first letter.
  static func fits(
    _ name: [UInt8], _ before: Slice<UnsafeBufferPointer<Token>>, _ view: ByteView, _ start: Int
  ) -> Bool {
    guard var wanted = Self.letter(of: name, before: name.count) else { return false }
    var letter = asciiLower(name[wanted])
    var misses = 0
    var limit = name.count { isASCIILetter($0) } * 2 + 6
    for token in before.reversed() {
      limit -= 1
      if limit < 0 { return false }
      if token.kind == .mark, token.hash == 0x3B || token.hash == 0x2E { return false }
      guard token.kind == .word else { continue }
      var hit = false
      let first = start + Int(token.start)
      var offset = start + token.end
      while offset > first {
        offset -= 1
        let byte = view[offset]
        guard asciiLower(byte) == letter,
          offset == first || isASCIIUpper(byte) || !isASCIILetter(view[offset - 1])
        else { continue }
        hit = true
        guard let next = Self.letter(of: name, before: wanted) else { return true }
        wanted = next
        letter = asciiLower(name[wanted])
      }
      if !hit, token.length > 3 { misses += 1 }
      if misses > 4 { return false }
    }
    return false
  }

  /// The place of the last letter before another place.
  private static func letter(of name: [UInt8], before place: Int) -> Int? {
    var place = place
    while place > 0 {
      place -= 1
      if isASCIILetter(name[place]) { return place }
    }
    return nil
  }
}
