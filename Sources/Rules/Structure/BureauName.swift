internal import Grammar
internal import Syntax

/// An addressee that names a Bureau or Sector in words, and perhaps by an abbreviation as well.
struct BureauName {
  private let words: ArraySlice<AddresseeNames.Word>
  private let bureau: Bureau

  private static let inWords: [UInt32: Bureau] = [
    wordHash("radiocommunication"): .radiocommunication,
    wordHash("radiocommunications"): .radiocommunication,
    wordHash("standardization"): .standardization,
    wordHash("development"): .development,
  ]

  private static let bureauWords = WordSet(inWords.keys)

  private static let abbreviations: [UInt32: Bureau] = [
    wordHash("br"): .radiocommunication, wordHash("itu-r"): .radiocommunication,
    wordHash("tsb"): .standardization, wordHash("itu-t"): .standardization,
    wordHash("bdt"): .development, wordHash("itu-d"): .development,
  ]

  /// Words that may stand in the name of a Director and say nothing else.
  private static let inName: Set<UInt32> = Set(
    ["director", "of", "telecommunication", "telecommunications", "bureau", "sector"].map {
      wordHash($0)
    })

  private static let director = wordHash("director")
  private static let bureauWord = wordHash("bureau")
  private static let sectorWord = wordHash("sector")

  /// `nil` where the words name no Bureau, or more than one.
  init?(_ words: ArraySlice<AddresseeNames.Word>) {
    var named: Bureau?
    for word in words where Self.bureauWords.contains(word.hash) {
      guard let bureau = Self.inWords[word.hash] else { continue }
      guard named == nil || named == bureau else { return nil }
      named = bureau
    }
    guard let named,
      words.contains(where: { $0.hash == Self.bureauWord || $0.hash == Self.sectorWord })
    else { return nil }
    self.words = words
    bureau = named
  }

  /// Whether something was reported.
  func report(_ text: SectionContext, _ report: inout Report) -> Bool {
    // "the Director of the Telecommunication Development Bureau of ITU-T"
    for word in words {
      guard let other = Self.abbreviations[word.hash], other != bureau else { continue }
      report.add(
        "`\(text.string(word.span))` is not of the \(fullName)", at: word.span,
        related: [Related(message: "the Bureau in words", range: span(words).range)])
      return true
    }
    return director(text, &report)
  }

  private func director(_ text: SectionContext, _ report: inout Report) -> Bool {
    guard words.first?.hash == Self.director,
      let last = words.lastIndex(where: {
        $0.hash == Self.bureauWord || $0.hash == Self.sectorWord
      })
    else { return false }
    let name = words[words.startIndex...last]
    guard name.allSatisfy({ Self.inName.contains($0.hash) || Self.inWords[$0.hash] != nil }),
      KnownName.prefix(of: name) == nil
    else { return false }
    let span = span(name)
    let right = "Director of the \(fullName)"
    report.add(
      "the office is called `\(right)`", at: span,
      fixes: [.replace(span, with: right, title: "Write `\(right)`", safety: .unsafe)])
    return true
  }

  private var fullName: String {
    switch bureau {
    case .radiocommunication: "Radiocommunication Bureau"
    case .standardization: "Telecommunication Standardization Bureau"
    case .development: "Telecommunication Development Bureau"
    }
  }

  private func span(_ words: ArraySlice<AddresseeNames.Word>) -> Span {
    guard let first = words.first, let last = words.last else { return .none }
    return Span(first.span.lower, last.span.upper)
  }
}
