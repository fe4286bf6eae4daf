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
    isShouted = [before, after].contains { $0?.isInCapitals == true }
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
  /// Whether the initials of the words before the bracket give the acronym: each letter begins a word
  /// (or a part of one), in order; words may be passed over, but not the first letter.
  static func fits(
    _ name: [UInt8], _ before: Slice<UnsafeBufferPointer<Token>>, _ view: ByteView, _ start: Int
  ) -> Bool {
    let letters = name.filter { isASCIILetter($0) }.map { asciiLower($0) }
    guard var wanted = letters.indices.last else { return false }
    var misses = 0
    var limit = letters.count * 2 + 6
    for token in before.reversed() {
      limit -= 1
      if limit < 0 { return false }
      if token.kind == .mark, token.hash == 0x3B || token.hash == 0x2E { return false }
      guard token.kind == .word else { continue }
      let parts = initials(token, view, start)
      var hit = false
      for part in parts.reversed() where part == letters[wanted] {
        hit = true
        if wanted == 0 { return true }
        wanted -= 1
      }
      if !hit, token.length > 3 { misses += 1 }
      if misses > 4 { return false }
    }
    return false
  }

  /// First letters of a word and of its parts behind hyphens, small; inner capitals count too.
  private static func initials(_ token: Token, _ view: ByteView, _ start: Int) -> [UInt8] {
    var found: [UInt8] = []
    var isFirst = true
    for offset in (start + Int(token.start))..<(start + token.end) {
      let byte = view[offset]
      if isFirst || isASCIIUpper(byte) { found.append(asciiLower(byte)) }
      isFirst = !isASCIILetter(byte)
    }
    return found
  }
}
