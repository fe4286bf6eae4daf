internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// Whom an operative clause addresses: behind "instructs " and its like at the start of a line, and
/// behind "and" and commas there.
struct AddresseeSuggestions {
  private let caret: TypingPlace
  /// Offset in the section where the name begins.
  private let start: Int
  private let typed: String
  /// Names that stand before it.
  private let first: String
  private let verb: String
  private let behindComma: Bool

  init?(_ caret: TypingPlace) {
    guard caret.before.count < 300 else { return nil }
    var place = 0
    while place < caret.before.count,
      TypingPlace.isBlank(caret.before[place]) || TypingPlace.isEmphasis(caret.before[place])
    {
      place += 1
    }
    let line = String(decoding: caret.before[place...], as: UTF8.self)
    guard let verb = Self.verbs.first(where: { line.hasFoldedPrefix($0 + " ") }) else {
      return nil
    }
    let rest = Array(line.utf8.dropFirst(verb.utf8.count + 1))
    // Punctuation inside, or a label: this is no heading.
    guard !rest.contains(where: { $0 == 0x3B || $0 == 0x3A || $0 == 0x2E || $0 == 0x28 }) else {
      return nil
    }
    var begin = 0
    var behindComma = false
    for (separator, isComma) in [(Array(" and ".utf8), false), (Array(", ".utf8), true)] {
      var index = 0
      while index + separator.count <= rest.count {
        if rest[index..<(index + separator.count)].elementsEqual(separator),
          index + separator.count > begin
        {
          begin = index + separator.count
          behindComma = isComma
        }
        index += 1
      }
    }
    self.caret = caret
    self.verb = verb
    self.behindComma = behindComma
    first = String(decoding: rest.prefix(begin), as: UTF8.self)
    typed = String(decoding: rest.dropFirst(begin), as: UTF8.self)
    start = caret.lineStart0 + place + verb.utf8.count + 1 + begin
  }

  /// `nil` where nothing fits.
  func suggestions() -> Suggestions? {
    var result = Suggestions()
    let range = caret.range(from: start)
    var rank = 0
    let others = caret.tree.clauses.prefix(Self.mostClauses).filter {
      !$0.heading.addressees.isEmpty && $0.heading.span.upper < start - verb.utf8.count
    }
    let addressed = others.map { caret.meaning.plainText($0.heading.addressees) }
    let headings = Set(others.map { caret.meaning.plainText($0.heading.span) })
    for candidate in Self.candidates {
      guard candidate.text.hasFoldedPrefix(typed) || candidate.bare.hasFoldedPrefix(typed),
        !first.holds(candidate.bare), candidate.text != typed
      else { continue }
      if result.items.count >= Self.most {
        result.isCut = true
        break
      }
      var item = Suggestion(.addressee, candidate.text, replacing: range, with: candidate.text)
      item.letPass(
        typed, as: candidate.text.hasFoldedPrefix(typed) ? candidate.text : candidate.bare)
      let isKnown = addressed.contains { $0.holds(candidate.bare) }
      item.detail = isKnown ? "addressed in this draft" : nil
      // A heading stands only once: the same words again come last.
      let isRepeated = first.isEmpty && headings.contains(verb + " " + candidate.text)
      item.sort(group: isRepeated ? 2 : isKnown ? 0 : 1, rank: rank)
      result.items.append(item)
      rank += 1
    }
    if behindComma {
      for tail in Language.english.tails where tail.pattern.hasFoldedPrefix(typed) {
        let text = tail.takesName ? tail.pattern + " " : tail.pattern
        var item = Suggestion(.addressee, tail.pattern, replacing: range, with: text)
        item.detail = tail.kind == .cooperation ? "with whom" : "within what"
        item.sort(group: 3, rank: rank)
        result.items.append(item)
        rank += 1
      }
    }
    return result.items.isEmpty ? nil : result
  }

  private static let most = 30
  private static let mostClauses = 400

  private struct Candidate {
    /// With its article.
    var text: String
    var bare: String
  }

  /// Names of the grammar, the commonest first, and the lists of the membership in their fixed order
  /// (CONVENTIONS 1.5).
  private static let candidates: [Candidate] = {
    let lists = [
      "Member States and Sector Members", "Member States, Sector Members and Associates",
      "Member States, Sector Members, Associates and Academia",
    ].map { Candidate(text: $0, bare: $0) }
    let names = Language.english.addressees.enumerated().sorted { a, b in
      a.element.seen == b.element.seen ? a.offset < b.offset : a.element.seen > b.element.seen
    }.map { _, name in
      Candidate(text: name.article == .the ? "the " + name.name : name.name, bare: name.name)
    }
    let most = names.firstIndex { $0.bare == "Sector Members" }.map { $0 + 1 } ?? 0
    return Array(names.prefix(most)) + lists + Array(names.dropFirst(most))
  }()

  /// `instructs`, `resolves to instruct`; the longest first.
  private static let verbs: [String] = {
    let phrases = Language.english.operative
    let deciding = phrases.filter { $0.takesInfinitive }.map(\.phrase)
    let infinitives = Set(phrases.compactMap { $0.infinitive })
    let compounds = deciding.flatMap { phrase in infinitives.map { "\(phrase) to \($0)" } }
    return (phrases.filter { $0.role == .addressing }.map(\.phrase) + compounds)
      .sorted { $0.utf8.count > $1.utf8.count }
  }()
}
