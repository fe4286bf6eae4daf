internal import Catalogue
internal import Grammar
internal import Semantics
internal import Syntax

extension HelpText {
  /// What the register knows of a text.
  /// - Parameters:
  ///   - edition: the one that is cited.
  ///   - count: how often the draft cites the text, `nil` where nobody asks.
  init(_ entry: Entry, edition: Edition?, count: Int? = nil) {
    self.init()
    let name = entry.citation(of: edition, at: CitationPlace(mentioned: [entry.id]))
    title(name, entry.title)
    if entry.certainty == .truncated { paragraph("The end of the title is not known.") }
    paragraph(entry.bodyName)
    let editions = entry.editions.map { edition in
      edition.bracket ?? edition.date ?? edition.year.map(String.init) ?? edition.suffix ?? "?"
    }
    if !editions.isEmpty { paragraph("Known editions: " + editions.joined(separator: "; ")) }
    paragraph(Self.standing(entry))
    if let edition, let newest = entry.editions.last, newest.certain,
      let year = edition.year, let newestYear = newest.year, newestYear > year
    {
      paragraph("A later edition is known: \(newest.description).")
    }
    if let count { paragraph(Self.times(count)) }
    if let origin = entry.origin { paragraph("From the register \(origin).") }
  }

  /// `In force (known up to 2023-11).`
  private static func standing(_ entry: Entry) -> String {
    let text =
      switch entry.standing {
      case .unknown: "Not known whether it is in force"
      case .inForce: "In force"
      case .superseded(let by): "Superseded by \(by)"
      case .abrogated(let by): "Abrogated by \(by)"
      }
    return text + (entry.asOf.map { " (as known in \($0))." } ?? ".")
  }

  private static func times(_ count: Int) -> String {
    count == 1 ? "Cited once in this draft." : "Cited \(count) times in this draft."
  }

  /// What is known of a citation.
  /// - Parameter year: of the draft.
  init?(_ citation: Citation, in meaning: SectionMeaning, register: Register) {
    switch citation.kind {
    case .resolution, .decision, .recommendation, .opinion:
      self.init(text: citation, meaning, register)
    case .provision: self.init(provision: citation, register)
    case .article: self.init(article: citation, register)
    case .actionLine: self.init(actionLine: citation.number, register)
    case .paragraph, .document, .annex: return nil
    }
  }

  private init?(text citation: Citation, _ meaning: SectionMeaning, _ register: Register) {
    guard let id = citation.entryID else { return nil }
    let count = meaning.citations.lazy.filter { $0.entryID == id }.count
    if let entry = register.entry(id, year: citation.year) {
      let edition = entry.editions.last { edition in
        edition.year == citation.year
          && (citation.place == nil || edition.place == nil || edition.place == citation.place)
      }
      self.init(entry, edition: edition ?? Edition(citation), count: count)
      return
    }
    self.init()
    title("\(id.kind.capitalised) \(citation.number)")
    paragraph(Register.bodyName(id.body))
    paragraph("Not in the register.")
    paragraph(Self.times(count))
  }

  private init?(provision citation: Citation, _ register: Register) {
    guard let instrument = citation.body.flatMap({ Instrument(rawValue: $0.rawValue) }) else {
      return nil
    }
    self.init()
    let name = "No. \(citation.number) of the \(instrument.name)"
    switch register.check(provision: citation.number, of: instrument) {
    case .known(let article), .notInArticle(let article):
      title(name, article.heading)
    case .beyond(let highest):
      title(name)
      paragraph("The \(instrument.name) ends with No. \(highest).")
    case .unknown:
      title(name)
      paragraph("Not in the register.")
    }
  }

  private init?(article citation: Citation, _ register: Register) {
    guard let instrument = citation.body.flatMap({ Instrument(rawValue: $0.rawValue) }),
      let article = register.article(instrument, citation.number)
    else { return nil }
    self.init()
    title("\(article.name) of the \(instrument.name)", article.title)
    if let first = article.provisions.first, let last = article.provisions.last {
      paragraph(first == last ? "No. \(first)" : "Nos. \(first) to \(last)")
    }
  }

  private init?(actionLine number: String, _ register: Register) {
    guard let line = register.actionLine(number) else { return nil }
    self.init()
    title("Action Line \(line.number)", line.title)
    if let other = line.otherTitle { paragraph("Also: \(other)") }
    list(line.parts)
  }
}

extension Article {
  fileprivate var name: String {
    number.utf8.first.map { $0 &- 0x30 < 10 } == true ? "Article \(number)" : number
  }

  fileprivate var heading: String { name == title ? title : "\(name), \(title)" }
}

extension Edition {
  /// As a citation writes it; `nil` without a year.
  init?(_ citation: Citation) {
    guard let year = citation.year else { return nil }
    self.init(
      place: citation.place, year: year, revised: citation.revised,
      suffix: citation.body == .radioAssembly ? citation.number : nil, certain: false)
  }
}
