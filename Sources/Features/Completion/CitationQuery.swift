internal import Catalogue
internal import Semantics
internal import Syntax
internal import TextModel

/// What an author has typed of a citation: `Resolution 14`, `Council Resolution 13`, `Resolution
/// confidence sec`, the beginning of the noun, or a later member of `Resolutions 45 (...) and 6`.
struct CitationQuery {
  let kind: TextKind
  /// What to look up; empty where nothing but the noun is typed.
  let text: String
  /// Where the citation begins; in a list where the number does. Offset in the section.
  let start: Int
  /// The noun stands farther off, in the plural.
  let isInList: Bool

  /// - Parameter words: before the caret, the last first.
  init?(_ words: [TypingPlace.Word]) {
    // Nearest "and" or comma between the noun and the caret, by its index.
    var joint: Int?
    var isClosed = false
    for (index, word) in words.enumerated() {
      let bare = word.bytes.drop { !isASCIILetter($0) }
      if let noun = Self.noun(bare, isLast: index == 0) {
        guard noun.isPlural || joint == nil && !isClosed else { return nil }
        self.init(noun, index, words, joint: joint, skipped: word.bytes.count - bare.count)
        return
      }
      guard index < words.count - 1 else { return nil }
      if word.bytes.contains(0x29) { isClosed = true }
      switch word.bytes.last {
      case UInt8(ascii: ";"), UInt8(ascii: ":"): return nil
      case UInt8(ascii: ",") where index > 0: joint = joint ?? index
      default:
        if word.bytes.elementsEqual("and".utf8) || word.bytes.elementsEqual("or".utf8) {
          joint = joint ?? index
        }
      }
    }
    return nil
  }

  private init?(
    _ noun: Noun, _ index: Int, _ words: [TypingPlace.Word], joint: Int?, skipped: Int
  ) {
    let query = words[..<(joint ?? index)].reversed().map(\.text).filter { !$0.isEmpty }
    guard query.count <= 6 else { return nil }
    kind = noun.kind
    isInList = noun.isPlural
    if let first = query.first {
      let startsWithDigit = first.utf8.first.map(isASCIIDigit) ?? false
      guard startsWithDigit || noun.isCapitalised && !Self.stopWords.contains(first),
        startsWithDigit || first.utf8.count > 1
      else { return nil }
    } else if !noun.isCapitalised {
      return nil
    }
    // Behind a joint of a list only a number goes on: "Resolutions 1 and 2 and their annexes".
    if joint != nil, query.first?.utf8.first.map(isASCIIDigit) != true { return nil }
    var begin = words[index].start + skipped
    var body: [String] = []
    if words.indices.contains(index + 1), Self.leadingBodies.contains(words[index + 1].text) {
      body = [words[index + 1].text]
      begin = words[index + 1].start
      if body == ["Council"], words.indices.contains(index + 2), words[index + 2].text == "ITU" {
        begin = words[index + 2].start
      }
    }
    if noun.isPlural {
      // The number alone is replaced; behind the noun alone it is put in.
      let member = (joint ?? index) - 1
      guard words.indices.contains(member) else { return nil }
      begin = words[member].start
    }
    start = begin
    text = (body + query).joined(separator: " ")
  }

  private struct Noun {
    var kind: TextKind
    var isPlural: Bool
    var isCapitalised: Bool
  }

  private static func noun(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Noun? {
    guard let first = bytes.first, bytes.count >= 3, bytes.count <= 16 else { return nil }
    let folded = bytes.map(asciiLower)
    let isCapitalised = isASCIIUpper(first)
    for kind in TextKind.allCases {
      let name = Array(kind.rawValue.utf8)
      if folded == name { return Noun(kind: kind, isPlural: false, isCapitalised: isCapitalised) }
      if folded == name + [UInt8(ascii: "s")] {
        return Noun(kind: kind, isPlural: true, isCapitalised: isCapitalised)
      }
      // The beginning of the noun under the caret, or its short form before a number.
      let stem = folded.last == UInt8(ascii: ".") ? folded.dropLast() : folded[...]
      if isCapitalised, name.starts(with: stem), isLast || stem.count == 3 {
        return Noun(kind: kind, isPlural: false, isCapitalised: true)
      }
    }
    return nil
  }

  /// Words that go on behind the noun of a sentence: "the Resolution of the Council".
  private static let stopWords: Set<String> = [
    "of", "by", "in", "at", "that", "which", "to", "from", "is", "was", "for", "and", "or", "as",
    "adopted", "has", "shall", "should", "with",
  ]

  private static let leadingBodies: Set<String> = ["Council", "UNGA", "ECOSOC", "HRC"]
}
