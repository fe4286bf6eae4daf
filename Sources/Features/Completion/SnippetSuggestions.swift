internal import Grammar
internal import Semantics
internal import Syntax

/// A clause or an annex as a whole.
struct SnippetSuggestions {
  private let caret: TypingPlace
  private let line: TypingPlace.LineStart
  private let options: SuggestionOptions

  init(_ caret: TypingPlace, _ line: TypingPlace.LineStart, _ options: SuggestionOptions) {
    self.caret = caret
    self.line = line
    self.options = options
  }

  func suggestions() -> [Suggestion] {
    guard !line.hasEmphasis else { return [] }
    var items: [Suggestion] = []
    if "clause".hasFoldedPrefix(line.typed) { items.append(clause) }
    if "annex".hasFoldedPrefix(line.typed), caret.tree.title != nil, hasOperative {
      items.append(annex)
    }
    for place in items.indices { items[place].sort(group: 9, rank: place) }
    return items
  }

  private var hasOperative: Bool {
    caret.tree.clauses.contains {
      $0.part == .operative && $0.heading.span.lower < caret.lineStart0
    }
  }

  private var clause: Suggestion {
    let isPreambular = !hasOperative && caret.annex < 0
    let emphasised = caret.tree.clauses.first?.heading.emphasised ?? true
    let star = emphasised ? "*" : ""
    let heading = SnippetText.place(1, isPreambular ? "considering" : "resolves")
    let first: SnippetText
    if isPreambular {
      first =
        .words("a) ") + .place(2, "that …") + .words(";\n\nb) ") + .place(3, "that …")
        + .words(",")
    } else {
      first =
        .words("1 ") + .place(2, "to …") + .words(";\n\n2 ") + .place(3, "to …") + .words(",")
    }
    let text = .words(star) + heading + .words("\(star)\n\n") + first + .end
    return item("clause", text, "a heading and two paragraphs")
  }

  private var annex: Suggestion {
    let count = caret.tree.annexes.filter { $0.span.lower < caret.lineStart0 && !$0.isSection }
      .count
    let number = count > 0 ? " \(count + 1)" : ""
    let title = caret.tree.title.map { caret.meaning.plainText($0.span) } ?? ""
    let line: String
    switch caret.meaning.profile.annexForm {
    case "ANNEX [n] TO title": line = "ANNEX\(number) TO \(title)"
    case "ANNEX [n] (to title)": line = "ANNEX\(number) (to \(title))"
    case "ANNEX n": line = "ANNEX \(count + 1)"
    default: line = "ANNEX\(number)"
    }
    let text =
      .words(line + "\n\n") + .place(1, "Subject of the annex") + .words("\n\n")
      + .place(2, "Text of the annex.") + SnippetText.end
    return item("annex", text, line)
  }

  private func item(_ name: String, _ text: SnippetText, _ detail: String) -> Suggestion {
    var item = Suggestion(
      .snippet, name, replacing: caret.range(from: line.start),
      with: options.snippets ? text.snippet : text.plain)
    item.isSnippet = options.snippets
    item.detail = detail
    item.letPass(line.typed, as: name)
    return item
  }
}

/// A whole resolution in the form of each body, for a text in which nothing stands yet.
enum WholeResolution {
  static func suggestions(at caret: TypingPlace, _ options: SuggestionOptions) -> Suggestions {
    guard let line = caret.lineStart else { return Suggestions() }
    return suggestions(
      typed: line.typed, replacing: caret.range(from: line.start), options)
  }

  static func suggestions(at offset: Int, _ options: SuggestionOptions) -> Suggestions {
    suggestions(typed: "", replacing: max(0, offset)..<max(0, offset), options)
  }

  private static func suggestions(
    typed: String, replacing range: Range<Int>, _ options: SuggestionOptions
  ) -> Suggestions {
    var result = Suggestions()
    guard "resolution".hasFoldedPrefix(typed) else { return result }
    for (rank, profile) in Profile.all.enumerated() {
      guard let text = text(of: profile) else { continue }
      let name = Body.named(profile.body)?.name ?? profile.body
      var item = Suggestion(
        .snippet, "resolution of the \(name)", replacing: range,
        with: options.snippets ? text.snippet : text.plain)
      item.isSnippet = options.snippets
      item.detail = profile.titleForm
      item.letPass(typed, as: item.label)
      item.sort(group: 9, rank: rank)
      result.items.append(item)
    }
    return result
  }

  private static func text(of profile: Profile) -> SnippetText? {
    guard
      let formula = Language.english.formulas.first(where: {
        $0.body == profile.body && $0.isRight
      })
    else { return nil }
    // The newest session that is known is the one that drafts are written for.
    let session = Session.all.last { $0.body == profile.body }
    let year = session.map { String($0.year) } ?? "Year"
    let place = SnippetText.place(2, session?.place ?? "Place")
    let subject = SnippetText.place(4, "Subject of the resolution")
    // Titles that give the year in two digits share these with the formula.
    let digits = SnippetText.place(3, String(year.suffix(2)))
    let whole = SnippetText.place(3, year)
    var text: SnippetText
    var formulaYear = whole
    switch profile.titleSession {
    case .placeYear:
      text =
        .words("RESOLUTION ") + .place(1, "1") + .words(" (") + place + .words(", ") + whole
        + .words(")\n\n") + subject
    case .token:
      text =
        .words("RESOLUTION ") + .place(1, "1") + .words(" (\(profile.body)-") + digits
        + .words(")\n\n") + subject
      formulaYear = .words(String(year.dropLast(2))) + digits
    case .revisionCount:
      text = .words("RESOLUTION ITU-R ") + .place(1, "1") + .words("\n\n") + subject
    case .council:
      text =
        .words("R ") + .place(1, "1") + .words(" ") + subject + .words("\n\n(C") + digits
        + .words(")")
    }
    text = text + .words("\n\n\(formula.text)")
    if formula.hasSession {
      text = text + .words(" (") + place + .words(", ") + formulaYear + .words(")")
    }
    return text
      + .words("\(formula.finalMark)\n\n*considering*\n\n") + .place(6, "that there is a reason")
      + .words(",\n\n*resolves*\n\n") + .place(7, "to do something") + .words(".\n") + .end
  }
}
