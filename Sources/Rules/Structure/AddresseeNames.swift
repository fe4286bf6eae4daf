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

  private static let tails: Set<UInt32> = Set(
    Language.english.tails.compactMap { $0.pattern.split(separator: " ").first }.map {
      wordHash($0)
    }
  )
  private static let articles: Set<UInt32> = Set(
    Language.english.words(.article).map { wordHash($0.text) })

  init(_ clause: Clause, _ text: SectionContext) {
    let block = text.section.blocks[clause.block]
    let start = text.section.starts[clause.block]
    let addressees = clause.heading.addressees
    var words: [Word] = []
    var mark = false
    for token in block.tokens {
      let span = token.span.shifted(by: start)
      if span.lower < addressees.lower { continue }
      if span.upper > addressees.upper { break }
      guard token.kind == .word || token.kind == .number else {
        if token.isMark(0x2C) { mark = true }
        continue
      }
      if mark, Self.tails.contains(token.hash), !token.flags.contains(.capital) { break }
      if Self.articles.contains(token.hash) { continue }
      words.append(Word(hash: token.hash, span: span, afterMark: mark))
      mark = false
    }
    self.words = words
  }

  static let and = wordHash("and")

  /// The words that stand between commas and "and".
  var parts: [ArraySlice<Word>] {
    var parts: [ArraySlice<Word>] = []
    var from = 0
    for (index, word) in words.enumerated() where word.afterMark || word.hash == Self.and {
      if index > from { parts.append(words[from..<index]) }
      from = word.hash == Self.and ? index + 1 : index
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

  private static let byFirst: [UInt32: [KnownName]] = Dictionary(
    grouping: all, by: { $0.words.first ?? 0 })

  /// The longest known name that begins with these words.
  static func prefix(of words: ArraySlice<AddresseeNames.Word>) -> KnownName? {
    guard let first = words.first else { return nil }
    return byFirst[first.hash]?.first { known in
      words.count >= known.words.count && zip(words, known.words).allSatisfy { $0.hash == $1 }
    }
  }
}
