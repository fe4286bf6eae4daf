/// Where a citation will stand.
public struct CitationPlace: Sendable {
  /// The body whose text the draft is; `nil` where it is not known.
  public var body: String?
  /// The session in the draft's own title, which is "this conference".
  public var session: AdoptingSession?
  /// Texts that stand before this place: the second mention is short.
  public var mentioned: Set<EntryID>
  /// Bodies whose short name (`WTDC`) the draft has introduced before this place.
  public var introduced: Set<String>
  /// Add `, on <title>` at the first mention.
  public var withTitle: Bool

  public init(
    body: String? = nil, session: AdoptingSession? = nil, mentioned: Set<EntryID> = [],
    introduced: Set<String> = [], withTitle: Bool = false
  ) {
    self.body = body
    self.session = session
    self.mentioned = mentioned
    self.introduced = introduced
    self.withTitle = withTitle
  }
}

extension Entry {
  /// The citation to write for an edition of this text, in the form that the draft's body uses.
  ///
  /// At the first mention the body is named (`of this conference` for the draft's own session, in full
  /// with its short form for another body); later mentions are short. CONVENTIONS 2.
  public func citation(of edition: Edition?, at place: CitationPlace) -> String {
    let isFirst = !place.mentioned.contains(id)
    var text = BodyForms(body).map { forms in
      forms.isUN && BodyForms(place.body ?? "")?.isUN == true
        ? citationAmongUN(forms, edition, place, isFirst)
        : forms.leads
          ? leadingCitation(forms, edition, place, isFirst)
          : trailingCitation(forms, edition, place, isFirst)
    }
    text = text ?? "\(body) \(kind.capitalised) \(number)"
    if place.withTitle, isFirst, let subject = subjectForCitation { text? += ", on \(subject)" }
    return text ?? ""
  }

  /// `Resolution 71 (Rev. Dubai, 2018) of this conference`
  private func trailingCitation(
    _ forms: BodyForms, _ edition: Edition?, _ place: CitationPlace, _ isFirst: Bool
  ) -> String {
    let number = body == "RA" ? "ITU-R \(edition?.suffix ?? self.number)" : self.number
    let isOwnBody = place.body == body
    if isOwnBody, body == "RA" { return "\(kind.capitalised) \(number)" }
    let text = "\(kind.capitalised) \(number)" + (edition?.bracket.map { " (\($0))" } ?? "")
    // Texts of a radio conference cite each other by bracket alone.
    if !isFirst && (body == "PP" || body == "WRC") || isOwnBody && body == "WRC" { return text }
    if isOwnBody, let session = place.session, session == edition?.session {
      return isFirst ? "\(text) of this \(forms.own)" : text
    }
    if let short = forms.short, place.introduced.contains(body) { return "\(text) of \(short)" }
    guard isFirst else { return text }
    let introduction = forms.short.map { isOwnBody ? "" : " (\($0))" } ?? ""
    return "\(text) of the \(forms.name)\(introduction)"
  }

  /// `Council Resolution 1380 (2016, last amended 2017)`, `UNGA Resolution 70/1`
  private func leadingCitation(
    _ forms: BodyForms, _ edition: Edition?, _ place: CitationPlace, _ isFirst: Bool
  ) -> String {
    var text = "\(kind.capitalised) \(number)"
    guard body == "Council" else {
      guard let short = forms.short else { return "\(forms.name) \(text)" }
      let isKnown = place.introduced.contains(body) || !isFirst
      return isKnown ? "\(short) \(text)" : "\(forms.name) (\(short)) \(text)"
    }
    if let year = edition?.year {
      let first = editions.first { !$0.revised }?.year
      if let edition, edition.revised {
        text += first.map { " (\($0), last amended \(year))" } ?? " (Rev. \(year))"
      } else {
        text += " (\(year))"
      }
    }
    return place.body == body ? text : "Council \(text)"
  }

  /// `its resolution 64/260 of 29 March 2010`, `General Assembly resolution 70/1 of 25 September 2015`
  private func citationAmongUN(
    _ forms: BodyForms, _ edition: Edition?, _ place: CitationPlace, _ isFirst: Bool
  ) -> String {
    let date = isFirst ? edition?.date.map { " of \($0)" } ?? "" : ""
    let text = "\(kind.rawValue) \(number)\(date)"
    if place.body == body { return isFirst ? "its \(text)" : text }
    let name = forms.name.hasPrefix("United Nations ") ? forms.name.dropFirst(15) : forms.name[...]
    return "\(name) \(text)"
  }

  /// The title as it stands after `, on`: lower case at its beginning, unless the first word is a name.
  /// `nil` where there is no title or its end is missing.
  public var subjectForCitation: String? {
    guard let title, certainty != .truncated, let first = title.utf8.first else { return nil }
    let word = title.utf8.prefix { $0 != 0x20 }
    let hasInnerCapital = word.dropFirst().contains { $0 &- 0x41 < 26 || $0.isDigit }
    let isName = Entry.names.contains { title.hasPrefix($0) }
    guard !hasInnerCapital, !isName, first &- 0x41 < 26 else { return title }
    return String(decoding: [first.lowered], as: UTF8.self) + title.dropFirst()
  }

  /// Names that open titles of the register and keep their capital.
  private static let names = [
    "Internet", "World Summit", "United Nations", "Connect 2030", "Cyrillic", "Arabic",
    "Conference Preparatory", "Union", "Radio Regulations", "Articles ", "Article ", "Earth ",
    "International Mobile", "International Telecommunication", "Council", "Associates",
  ]
}
