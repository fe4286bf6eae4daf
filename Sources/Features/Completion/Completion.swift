public import Catalogue
internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

extension Draft {
  /// What may be written at a byte offset. In prose where nothing fits, in code, in comments and in texts
  /// that are no resolutions the list is empty.
  public func suggestions(
    at offset: Int, options: SuggestionOptions = SuggestionOptions(),
    register: Register = .standard
  ) -> Suggestions {
    var found = suggestions(at: offset, options, register)
    guard document.hasChanges, let (meaning, start) = section(at: offset) else { return found }
    // What would be replaced may hold the border of a tracked change.
    found.items = found.items.compactMap { item in
      let range = (item.range.lowerBound - start)..<(item.range.upperBound - start)
      let edits = meaning.section.origin(of: [TextEdit(range: range, replacement: [])])
      guard let place = edits?.first?.range else { return nil }
      var item = item
      item.range = (place.lowerBound + start)..<(place.upperBound + start)
      return item
    }
    return found
  }

  private func suggestions(
    at offset: Int, _ options: SuggestionOptions, _ register: Register
  ) -> Suggestions {
    guard let caret = TypingPlace(self, at: offset) else {
      return document.count == 0 ? WholeResolution.suggestions(at: offset, options) : Suggestions()
    }
    guard caret.isInDraft else {
      return caret.isAloneInText
        ? WholeResolution.suggestions(at: caret, options) : Suggestions()
    }
    guard caret.isInText else { return Suggestions() }
    if let addressees = AddresseeSuggestions(caret)?.suggestions() { return addressees }
    if let references = ReferenceSuggestions(caret)?.suggestions() { return references }
    var all = Suggestions()
    let citations = CitationSuggestions(caret, register, options)
    if let found = citations.behindNoun() {
      all = found
    } else if let found = AcronymSuggestions(caret, register)?.suggestions() {
      all = found
    }
    if let line = caret.lineStart {
      all.items += LabelSuggestions(caret, line).suggestions()
      all.items += HeadingSuggestions(caret, line).suggestions()
      all.items += SnippetSuggestions(caret, line, options).suggestions()
    }
    if all.items.isEmpty { all = citations.byTitle() ?? all }
    return all
  }

  /// The whole story of a suggestion; `nil` where the text has changed so that it no longer holds.
  public func help(for key: SuggestionKey, register: Register = .standard) -> HelpText? {
    switch key {
    case .text(let body, let kind, let number, let year):
      guard let kind = TextKind(rawValue: kind),
        let entry = register.entry(body: body, kind: kind, number: number, year: year)
          ?? register.entries(body: body, kind: kind, number: number).first
      else { return nil }
      return HelpText(entry, edition: year.flatMap { entry.edition(knownIn: $0) })
    case .paragraph(let offset):
      guard let (meaning, start) = section(at: offset),
        let index = meaning.paragraph(before: offset - start + 1),
        meaning.resolution.paragraphs[index].span.lower == offset - start
      else { return nil }
      var help = HelpText()
      help.quoteParagraph(index, in: meaning)
      return help
    case .clause(let verb, let part):
      return ClausePart(rawValue: part).flatMap { HelpText(verb: verb, part: $0, heading: verb) }
    case .acronym(let name):
      return HelpText(acronym: name, definition: nil, firstUse: nil, register: register)
    }
  }
}

extension Suggestion {
  /// The order: a group, then a rank in it, both from 0.
  mutating func sort(group: Int, rank: Int) {
    sortKey = "\(group)" + Suggestion.digits(rank)
  }

  /// Four digits.
  private static func digits(_ rank: Int) -> String {
    let text = String(max(0, min(rank, 9_999)))
    return String(repeating: "0", count: 4 - text.utf8.count) + text
  }

  /// Lets the suggestion pass the client's filter, whatever the author has typed of it.
  mutating func letPass(_ typed: String, as text: String) {
    filter = text.hasFoldedPrefix(typed) ? text : "\(typed) \(text)"
  }
}

extension String {
  /// Whether it begins with the other, ASCII case aside.
  func hasFoldedPrefix(_ prefix: String) -> Bool {
    var bytes = utf8.makeIterator()
    for wanted in prefix.utf8 {
      guard let byte = bytes.next(), Self.lower(byte) == Self.lower(wanted) else { return false }
    }
    return true
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
