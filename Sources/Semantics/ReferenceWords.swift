internal import Grammar
internal import Syntax

/// The small words around references, by hash.
final class ReferenceWords: Sendable {
  let and = wordHash("and")
  let or = wordHash("or")
  let to = wordHash("to")
  let of = wordHash("of")
  let `in` = wordHash("in")
  let above = wordHash("above")
  let below = wordHash("below")
  let thereof = wordHash("thereof")
  let annexed = wordHash("annexed")
  /// "this resolution", behind "of".
  let this: WordSet
  let that: WordSet
  /// Nouns of texts: resolution, decision, recommendation, opinion, and their plurals.
  let texts: WordSet
  let deciding: WordSet
  /// Words that end the words of an addressee: from here on a task is told.
  let endsAddressee: WordSet
  /// Prepositions and verbs that lead to a reference.
  let introduces: WordSet
  /// What may stand behind a reference; after anything else a number counts the noun behind it.
  let mayFollow: WordSet
  let measures: WordSet
  let joins: WordSet
  let abbreviations: WordSet
  private let suffixes: WordMap<Int>

  init(_ language: Language) {
    func set(_ role: Word.Role) -> Set<UInt32> {
      Set(
        language.words(role).compactMap { $0.text.split(separator: " ").first }.map { wordHash($0) }
      )
    }
    this = WordSet(words: ["this"])
    that = WordSet(words: ["that", "said"])
    texts = WordSet(
      set(.titleKind).union(language.words(.titleKind).map { wordHash($0.text + "s") }))
    deciding = WordSet(
      language.operative.filter { $0.role == .deciding && !$0.isFurther }.map { wordHash($0.verb) })
    endsAddressee = WordSet(set(.endsAddressee))
    introduces = WordSet(set(.leadsToReference))
    mayFollow = WordSet(set(.followsReference))
    measures = WordSet(set(.quantity))
    joins = WordSet(set(.joinsCitation))
    abbreviations = WordSet(set(.abbreviation))
    var suffixes: [UInt32: Int] = [:]
    for (index, word) in language.words(.insertion).enumerated() {
      suffixes[wordHash(word.text)] = index + 1
    }
    self.suffixes = WordMap(suffixes)
  }

  private static func key(_ text: String) -> UInt32 { wordHash(text) }

  /// Letters and numerals by the hash of the word.
  private let labels: WordMap<ReferenceItem.Step> = {
    var labels: [UInt32: ReferenceItem.Step] = [:]
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    for (i, letter) in letters.enumerated() {
      labels[key(String(letter))] = ReferenceItem.Step(
        form: .letter, ordinal: i + 1, roman: 0, suffix: 0)
      labels[key(String([letter, letter]))] = ReferenceItem.Step(
        form: .letter, ordinal: i + 27, roman: 0, suffix: 0)
    }
    for value in 1...30 {
      let hash = key(LabelValue.roman(value))
      var step =
        labels[hash] ?? ReferenceItem.Step(form: .roman, ordinal: 0, roman: value, suffix: 0)
      step.roman = value
      if value == 2 { step = ReferenceItem.Step(form: .roman, ordinal: 0, roman: 2, suffix: 0) }
      labels[hash] = step
    }
    return WordMap(labels)
  }()

  private let numbered: WordMap<ReferenceItem.Step> = {
    var numbered: [UInt32: ReferenceItem.Step] = [:]
    for value in 1...99 {
      for (index, suffix) in ["bis", "ter", "quater"].enumerated() {
        numbered[key("\(value)\(suffix)")] = ReferenceItem.Step(
          form: .digit, ordinal: value, roman: 0, suffix: index + 1)
      }
    }
    return WordMap(numbered)
  }()

  func label(_ token: Token) -> ReferenceItem.Step? {
    token.length <= 6 ? labels[token.hash] : nil
  }

  func suffix(_ hash: UInt32) -> Int? { suffixes[hash] }

  func numberWithSuffix(_ token: Token) -> ReferenceItem.Step? {
    guard token.flags.contains(.special), token.length <= 8 else { return nil }
    return numbered[token.hash]
  }

  static let english = ReferenceWords(.english)
}
