internal import Grammar
internal import Semantics
internal import Syntax

/// Clause headings at the start of a line: those that fit the part of the text, unused ones first.
struct HeadingSuggestions {
  private let caret: TypingPlace
  private let line: TypingPlace.LineStart
  /// Headings of the same body or annex, those before the caret and those behind it.
  private let before: [Clause]
  private let after: [Clause]
  private let annex: Int

  init(_ caret: TypingPlace, _ line: TypingPlace.LineStart) {
    self.caret = caret
    self.line = line
    let annex = caret.annex
    self.annex = annex
    let others = caret.tree.clauses.filter { clause in
      clause.annex == annex
        && !(clause.heading.span.lower >= caret.lineStart0
          && clause.heading.span.lower <= caret.offset)
    }
    before = others.filter { $0.heading.span.lower < caret.lineStart0 }
    after = others.filter { $0.heading.span.lower > caret.offset }
  }

  func suggestions() -> [Suggestion] {
    // Rules and lists stand in annexes; clauses are offered where there are some.
    guard annex < 0 || !before.isEmpty else { return [] }
    let used = Set((before + after).map { caret.meaning.plainText($0.heading.span).lowercased() })
    // "Further" goes on from a clause above.
    let above = Set(before.map { caret.meaning.plainText($0.heading.span).lowercased() })
    var items: [Suggestion] = []
    let hasOperative = before.contains { $0.part == .operative }
    let hasPreamble = after.contains { $0.part == .preambular }
    if !hasOperative { items += preambular(used, above) }
    if !hasPreamble { items += operative(used, above) }
    return items
  }

  private func preambular(_ used: Set<String>, _ above: Set<String>) -> [Suggestion] {
    let bases = Set(above.compactMap { Self.verbs[$0] })
    return Language.english.preambular.enumerated().compactMap { rank, heading in
      guard heading.heading.hasFoldedPrefix(line.typed), !used.contains(heading.heading),
        heading.isFurther
          ? bases.contains(heading.verb)
            && offersFurther(heading.heading, verb: heading.verb, seen: heading.seen)
          // With nothing typed the common ones are enough.
          : !line.typed.isEmpty || heading.seen > 1
      else { return nil }
      return item(
        heading.heading, verb: heading.verb, .preambular, detail: "preambular clause",
        group: 2, rank: rank)
    }
  }

  private func operative(_ used: Set<String>, _ above: Set<String>) -> [Suggestion] {
    let kind = caret.kindOfText
    let bases = Set(above.compactMap { text in Self.operativeVerbs.first { text.hasPrefix($0) } })
    var items: [Suggestion] = []
    for (rank, verb) in Language.english.operative.enumerated() {
      guard verb.phrase.hasFoldedPrefix(line.typed),
        !verb.isFurther
          || bases.contains(verb.verb)
            && offersFurther(verb.phrase, verb: verb.verb, seen: verb.seen),
        verb.decides == nil || verb.decides == kind || !line.typed.isEmpty
      else { continue }
      let isRight = verb.decides == nil || verb.decides == kind
      // The decision comes first, those who must act behind it.
      let place = (verb.role == .deciding && isRight ? 0 : 500) + rank * 10
      if verb.role == .deciding || verb.role == .expressing {
        if !used.contains(verb.phrase) {
          items.append(
            item(
              verb.phrase, verb: verb.verb, .operative, detail: "operative clause", group: 3,
              rank: place))
        }
        continue
      }
      if !line.typed.isEmpty {
        let names = AddresseeSuggestions.common(for: verb.verb)
        for (number, name) in names.enumerated()
        where !used.contains("\(verb.phrase) \(name)".lowercased()) {
          items.append(
            item(
              "\(verb.phrase) \(name)", verb: verb.verb, .operative, detail: "operative clause",
              group: 3, rank: place + number + 1))
        }
      }
      // Without addressee the heading goes on behind a blank.
      var bare = item(
        verb.phrase, verb: verb.verb, .operative, detail: "operative clause, with an addressee",
        group: 3, rank: place)
      bare.text = (line.hasEmphasis || isEmphasised ? "*" : "") + verb.phrase + " "
      bare.range = caret.range(from: line.start)
      items.append(bare)
    }
    return items
  }

  /// A form with "further" or "also" that no text was seen to use is offered to whoever begins it.
  private func offersFurther(_ phrase: String, verb: String, seen: Int) -> Bool {
    seen > 0 || line.typed.utf8.count > verb.utf8.count
      || !line.typed.isEmpty && !phrase.hasPrefix(verb)
  }

  private func item(
    _ heading: String, verb: String, _ part: ClausePart, detail: String, group: Int, rank: Int
  ) -> Suggestion {
    let emphasised = line.hasEmphasis || isEmphasised
    let range = caret.range(from: line.start, extra: line.isClosed && emphasised ? 1 : 0)
    var item = Suggestion(
      .heading, heading, replacing: range, with: emphasised ? "*\(heading)*" : heading)
    item.detail = detail
    item.letPass(caret.typed(from: line.start), as: line.hasEmphasis ? "*\(heading)" : heading)
    item.key = .clause(verb: verb, part: part.rawValue)
    item.sort(group: group, rank: rank)
    return item
  }

  /// The other headings of the text stand in italics; without any, a text in Markdown has them so.
  private var isEmphasised: Bool {
    if let other = before.first ?? after.first { return other.heading.emphasised }
    return caret.section.bytes.prefix(400).contains(0x23)
  }

  /// The verbs of all preambular headings.
  private static let verbs = Dictionary(
    Language.english.preambular.map { ($0.heading, $0.verb) }, uniquingKeysWith: { a, _ in a })

  private static let operativeVerbs = Language.english.operative.filter { !$0.isFurther }
    .map(\.verb)
}

extension TypingPlace {
  /// Index of the annex that the caret stands in; -1 in the body.
  var annex: Int {
    tree.annexes.lastIndex { $0.span.lower < lineStart0 } ?? -1
  }

  /// `resolution`, `decision`, `recommendation`
  var kindOfText: String {
    switch tree.title?.noun {
    case .decision: "decision"
    case .recommendation: "recommendation"
    default: "resolution"
    }
  }
}

extension AddresseeSuggestions {
  /// Whom a verb usually addresses, the commonest first: officers and the Council are instructed,
  /// members are invited (CONVENTIONS 1.5).
  static func common(for verb: String) -> [String] {
    switch verb {
    case "instructs", "charges", "authorizes", "requests": officers
    default: members
    }
  }

  private static let officers = commonest([.office, .officers, .council], limit: 6)
  private static let members =
    ["Member States", "Member States and Sector Members"]
    + ["Member States, Sector Members, Associates and Academia"] + commonest([.council], limit: 1)

  private static func commonest(_ kinds: Set<Addressee.Kind>, limit: Int) -> [String] {
    Language.english.addressees.filter { kinds.contains($0.kind) }
      .enumerated().sorted {
        $0.element.seen == $1.element.seen
          ? $0.offset < $1.offset : $0.element.seen > $1.element.seen
      }
      .prefix(limit).map { $0.element.article == .the ? "the " + $0.element.name : $0.element.name }
  }
}
