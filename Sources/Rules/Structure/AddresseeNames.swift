internal import Grammar
internal import Semantics
internal import Syntax

/// The addressees of one operative heading as words, their spans counted from the section.
struct AddresseeNames {
  struct Word {
    var hash: UInt32
    var span: Span
    /// A comma stands before it.
    var afterMark: Bool
  }

  /// Up to the first comma that opens a tail ("in consultation with", "within"), articles left out.
  let words: [Word]
  /// The words that stand between commas and "and".
  var parts: [ArraySlice<Word>] { Self.parts(of: words) }

  private static let tails = WordSet(
    words: Language.english.tails.compactMap { $0.pattern.split(separator: " ").first })
  private static let articles = WordSet(words: Language.english.words(.article).map(\.text))

  /// - Parameter clause: its index.
  init(_ clause: Int, _ text: SectionContext) {
    let index = text.tree.clauses[clause].block
    let start = text.section.starts[index]
    let addressees = text.tree.clauses[clause].heading.addressees
    var words: [Word] = []
    words.reserveCapacity(24)
    var mark = false
    for token in text.section.blocks[index].tokens {
      let span = token.span.shifted(by: start)
      if span.lower < addressees.lower { continue }
      if span.upper > addressees.upper { break }
      guard token.kind == .word || token.kind == .number else {
        if token.isMark(0x2C) { mark = true }
        continue
      }
      if mark, !token.flags.contains(.capital), Self.tails.contains(token.hash) { break }
      if Self.articles.contains(token.hash) { continue }
      words.append(Word(hash: token.hash, span: span, afterMark: mark))
      mark = false
    }
    self.words = words
  }

  static let and = wordHash("and")

  private static func parts(of words: [Word]) -> [ArraySlice<Word>] {
    var parts: [ArraySlice<Word>] = []
    var from = 0
    for (index, word) in words.enumerated() where word.afterMark || word.hash == and {
      if index > from { parts.append(words[from..<index]) }
      from = word.hash == and ? index + 1 : index
    }
    if words.count > from { parts.append(words[from...]) }
    return parts
  }
}

/// A name that the table of addressees has, as hashes of its words without articles.
struct KnownName: Sendable {
  let name: String
  let kind: Addressee.Kind
  let words: [UInt32]
  /// The words in small letters, one blank between.
  let folded: [UInt8]

  private static let articles: Set<String> = Set(
    Language.english.words(.article).map(\.text))

  static let all: [KnownName] = Language.english.addressees.map { addressee in
    let words = addressee.name.split(separator: " ").map(String.init)
      .filter { !articles.contains($0) }
    return KnownName(
      name: addressee.name, kind: addressee.kind, words: words.map { wordHash($0) },
      folded: Array(words.joined(separator: " ").lowercased().utf8))
  }.sorted { $0.words.count > $1.words.count }

  /// Those with the same first word, longest first; `byFirst` finds them.
  private static let groups: [[KnownName]] = Array(
    Dictionary(grouping: all, by: { $0.words.first ?? 0 }).values)

  private static let byFirst: HashIndex = {
    var index = HashIndex()
    for (place, group) in groups.enumerated() {
      _ = index.insert(place, UInt64(group.first?.words.first ?? 0))
    }
    return index
  }()

  /// How many of these words are those of the longest known name that they begin with.
  static func prefix(of words: ArraySlice<AddresseeNames.Word>) -> Int? {
    guard let first = words.first else { return nil }
    let group = byFirst[UInt64(first.hash)]
    guard group >= 0 else { return nil }
    for place in groups[group].indices {
      let count = groups[group][place].words.count
      guard words.count >= count else { continue }
      let isSame = (0..<count).allSatisfy {
        words[words.startIndex + $0].hash == groups[group][place].words[$0]
      }
      if isSame { return count }
    }
    return nil
  }
}
