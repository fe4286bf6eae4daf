internal import Catalogue
internal import Semantics
internal import Syntax
internal import TextModel

/// Citations from the register: behind "Resolution" and its like by number or words of the title, and by
/// two words of a title alone where they fit few texts.
struct CitationSuggestions {
  private let caret: TypingPlace
  private let register: Register
  private let options: SuggestionOptions

  init(_ caret: TypingPlace, _ register: Register, _ options: SuggestionOptions) {
    self.caret = caret
    self.register = register
    self.options = options
  }

  // MARK: - Behind a noun

  /// `nil` where no noun stands before the caret.
  func behindNoun() -> Suggestions? {
    let words = caret.words(limit: Self.reach)
    guard let query = CitationQuery(words) else { return nil }
    let facts = DraftFacts(caret.meaning)
    let (uses, mentioned) = facts.citations(before: query.start)
    var context = LookupContext(
      body: facts.body, year: facts.year, uses: uses, kinds: [query.kind],
      limit: max(options.limit, 0) + 1, forgivesSlips: query.text.utf8.count > 4)
    var found: [RegisterMatch]
    if query.text.isEmpty {
      // Without a word to go by: the texts that the draft cites, then the newest of its own body.
      found = register.lookup("", in: context)
      context.uses = [:]
      if found.count < context.limit {
        for match in register.newest(in: context) where uses[match.entry.id] == nil {
          found.append(match)
        }
      }
    } else {
      found = register.lookup(query.text, in: context)
    }
    return suggestions(
      for: found, facts, uses, mentioned, from: query.start, isInList: query.isInList)
  }

  private static let reach = 16

  // MARK: - By title

  /// Texts whose title or editions hold the last two telling words; `nil` where there are none or where
  /// they are so many that the words are no more than words.
  func byTitle() -> Suggestions? {
    let words = caret.words(limit: 6)
    guard let last = words.first, last.bytes.count >= 4, Self.isTelling(last.bytes) else {
      return nil
    }
    var other: TypingPlace.Word?
    for word in words.dropFirst() {
      if Self.smallWords.contains(word.text) { continue }
      if Self.isTelling(word.bytes), word.bytes.count >= 5 { other = word }
      break
    }
    guard let other else { return nil }
    let facts = DraftFacts(caret.meaning)
    let found = register.lookup(
      "\(other.text) \(last.text)",
      in: LookupContext(
        body: facts.body, year: facts.year, limit: Self.mostByTitle + 1, forgivesSlips: false))
    guard !found.isEmpty, found.count <= Self.mostByTitle else { return nil }
    let (uses, mentioned) = facts.citations(before: other.start)
    return suggestions(for: found, facts, uses, mentioned, from: other.start, isInList: false)
  }

  private static let mostByTitle = 4
  private static let smallWords: Set<String> = ["and", "of", "the", "in", "for", "on", "to", "a"]

  private static func isTelling(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { isASCIILetter($0) || $0 == 0x2D }
  }

  // MARK: - Suggestions

  private func suggestions(
    for found: [RegisterMatch], _ facts: DraftFacts, _ uses: [EntryID: Int],
    _ mentioned: Set<EntryID>, from start: Int, isInList: Bool
  ) -> Suggestions {
    let typed = caret.typed(from: start)
    let opened = typed.utf8.reduce(0) { $0 + ($1 == 0x28 ? 1 : $1 == 0x29 ? -1 : 0) }
    // The editor has closed the bracket that the author opened.
    let range = caret.range(from: start, extra: opened > 0 && caret.next == 0x29 ? 1 : 0)
    let place = CitationPlace(
      body: facts.body, session: facts.session, mentioned: mentioned,
      introduced: Set(AcronymScan(caret.section, before: start).definitions.keys))
    var result = Suggestions()
    result.isCut = found.count > options.limit
    for (rank, match) in found.prefix(max(options.limit, 0)).enumerated() {
      // All its editions are later than the draft: none can be cited.
      if match.edition == nil, !match.entry.editions.isEmpty { continue }
      let forms = forms(of: match, at: place, isInList: isInList)
      for (form, text) in forms.enumerated() {
        // The title stands in the first entry; the second would only say it again.
        let label = form == 0 ? text : forms[0] + ", on …"
        var item = Suggestion(.citation, label, replacing: range, with: text)
        item.detail = form == 0 ? match.entry.title : "with its title"
        let count = uses[match.entry.id] ?? 0
        item.note = count > 0 ? "cited \(count)×" : match.entry.body
        item.letPass(typed, as: label)
        item.key = .text(
          body: match.entry.body, kind: match.entry.kind.rawValue, number: match.entry.number,
          year: match.edition?.year)
        item.sort(group: 1, rank: rank * 2 + form)
        result.items.append(item)
      }
    }
    return result
  }

  /// The citation, and at the first mention the citation with the title behind it.
  private func forms(
    of match: RegisterMatch, at place: CitationPlace, isInList: Bool
  ) -> [String] {
    let text = match.entry.citation(of: match.edition, at: place)
    if isInList { return [match.entry.withoutNoun(text)] }
    var place = place
    place.withTitle = true
    let long = match.entry.citation(of: match.edition, at: place)
    return long == text ? [text] : [text, long]
  }
}

extension Entry {
  /// For a later member of a list: `69 (Rev. Buenos Aires, 2017)`.
  fileprivate func withoutNoun(_ citation: String) -> String {
    let noun = kind.capitalised + " "
    guard let found = Self.range(of: noun, in: citation) else { return citation }
    return String(citation[found...])
  }

  /// The place behind the first occurrence of a word.
  private static func range(of word: String, in text: String) -> String.Index? {
    var place = text.startIndex
    while place < text.endIndex {
      if text[place...].hasPrefix(word) {
        return text.utf8.index(place, offsetBy: word.utf8.count, limitedBy: text.endIndex)
      }
      place = text.utf8.index(after: place)
    }
    return nil
  }
}
