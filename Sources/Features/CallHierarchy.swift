public import Semantics
internal import Syntax

/// A text in the graph of who cites whom.
public struct CitingText: Sendable, Equatable {
  /// What to ask its citations by.
  public var name: TextName
  /// The year of its edition, where it is known.
  public var year: Int?
  /// `RESOLUTION 140 (Rev. Dubai, 2018)`, as title or citation has it.
  public var title: String
  /// Its subject; empty where it is not known.
  public var subject: String
  /// Whether the text itself is at hand, and its citations with it.
  public var isKnown = true
  /// Its title; where the text is not at hand, a citation of it.
  public var place: Destination.Place
}

/// One text cites another.
public struct CitingCall: Sendable, Equatable {
  /// The other end: who cites, or who is cited.
  public var text: CitingText
  /// The citations, in the text that cites.
  public var ranges: [Mention]
}

extension Draft {
  /// The text that the caret names: the resolution in whose title it stands, or the one cited there.
  public func callHierarchyItems(
    at offset: Int, in index: TextIndex = TextIndex(), text: String? = nil
  ) -> [CitingText] {
    guard let caret = Caret(self, offset) else { return [] }
    switch caret.subject {
    case .title: return [CitingText(caret.part)].compactMap { $0 }
    case .citation(let number):
      let citation = caret.part.meaning.citations[number]
      guard let name = TextName(citation) else { return [] }
      let graph = CitationGraph(draft: self, index: index, text: text)
      return [graph.text(name, year: citation.year, citedAt: citation, in: caret.part)]
    default: return []
    }
  }

  /// Who cites a text: resolutions of this draft, then of other texts.
  public func incomingCitations(
    of name: TextName, in index: TextIndex = TextIndex(), text: String? = nil
  ) -> [CitingCall] {
    let own = citations(of: name).compactMap { part, citations in
      CitingText(part).map { own in
        CitingCall(text: own, ranges: citations.map { .here(part.range($0.span)) })
      }
    }
    return own + index.incomingCitations(of: name, except: text)
  }

  /// Whom the resolution at an offset cites, in the order of their first citations.
  public func outgoingCitations(
    at offset: Int, in index: TextIndex = TextIndex(), text: String? = nil
  ) -> [CitingCall] {
    guard let part = part(at: offset) else { return [] }
    let graph = CitationGraph(draft: self, index: index, text: text)
    var calls: [CitingCall] = []
    var known: [TextName: Int] = [:]
    for citation in part.meaning.citations {
      guard let name = TextName(citation) else { continue }
      let range = Mention.here(part.range(citation.span))
      if let number = known[name] {
        calls[number].ranges.append(range)
      } else {
        known[name] = calls.count
        calls.append(
          CitingCall(
            text: graph.text(name, year: citation.year, citedAt: citation, in: part),
            ranges: [range]))
      }
    }
    return calls
  }
}

extension TextIndex {
  /// Who cites a text.
  public func incomingCitations(of name: TextName, except text: String? = nil) -> [CitingCall] {
    resolutions(citing: name, except: text).compactMap { place, citations in
      CitingText(place).map { citing in
        CitingCall(
          text: citing,
          ranges: citations.map { .elsewhere(text: place.text, range: $0.range) })
      }
    }
  }

  /// Whom a resolution of another text cites, in the order of their first citations. A cited text that
  /// is not in the index is shown where it is cited.
  /// - Parameter offset: in bytes, anywhere in the resolution.
  public func outgoingCitations(of text: String, at offset: Int) -> [CitingCall] {
    let resolutions = self[text]?.resolutions ?? []
    guard
      let number = resolutions.last(startingAtOrBefore: offset, { $0.range.bytes.lowerBound })
    else { return [] }
    var calls: [CitingCall] = []
    var known: [TextName: Int] = [:]
    for citation in resolutions[number].citations {
      let range = Mention.elsewhere(text: text, range: citation.range)
      if let number = known[citation.name] {
        calls[number].ranges.append(range)
        continue
      }
      known[citation.name] = calls.count
      let found = self.resolutions(named: citation.name).newest(citation.year)
      let cited =
        found.flatMap { CitingText($0) }
        ?? CitingText(
          name: citation.name, year: citation.year, title: CitingText.title(citation), subject: "",
          isKnown: false, place: .elsewhere(text: text, whole: citation.range, name: citation.range)
        )
      calls.append(CitingCall(text: cited, ranges: [range]))
    }
    return calls
  }
}

private struct CitationGraph {
  let draft: Draft
  let index: TextIndex
  let text: String?

  /// A cited text: in this draft, in another, or where it is cited.
  func text(_ name: TextName, year: Int?, citedAt citation: Citation, in part: Part) -> CitingText {
    let own = draft.parts(named: name)
    let others = index.resolutions(named: name, except: text)
    let exact = own.first { $0.year == year }
    if let exact, let found = CitingText(exact) { return found }
    if let other = others.first(where: { $0.resolution.year == year }),
      let found = CitingText(other)
    {
      return found
    }
    if let any = own.first, let found = CitingText(any) { return found }
    if let any = others.newest(year), let found = CitingText(any) { return found }
    let range = part.range(citation.span)
    return CitingText(
      name: name, year: year, title: part.meaning.plainText(citation.span), subject: "",
      isKnown: false, place: .here(whole: range, name: range))
  }
}

extension [TextIndex.Place] {
  /// That of a year, else the newest.
  fileprivate func newest(_ year: Int?) -> TextIndex.Place? {
    first { year != nil && $0.resolution.year == year }
      ?? self.max { ($0.resolution.year ?? 0) < ($1.resolution.year ?? 0) }
  }
}

extension CitingText {
  /// `nil` for a part without title or number.
  init?(_ part: Part) {
    guard let title = part.tree.title, let name = TextName(of: part.meaning) else { return nil }
    let whole = part.section.contentSpan
    self.init(
      name: name, year: part.year, title: part.meaning.plainText(title.span),
      subject: part.tree.subject.isEmpty ? "" : part.meaning.plainText(part.tree.subject),
      place: .here(
        whole: part.range(Span(min(whole.lower, title.span.lower), whole.upper)),
        name: part.range(title.span)))
  }

  init?(_ place: TextIndex.Place) {
    guard let name = place.resolution.name else { return nil }
    self.init(
      name: name, year: place.resolution.year, title: place.resolution.title,
      subject: place.resolution.subject,
      place: .elsewhere(
        text: place.text, whole: place.resolution.range, name: place.resolution.titleRange))
  }

  fileprivate static func title(_ citation: CitationSummary) -> String {
    let session = [citation.place, citation.year.map(String.init)].compactMap { $0 }
      .joined(separator: ", ")
    let noun = citation.name.kind.noun + " " + citation.name.number
    return session.isEmpty ? noun : "\(noun) (\(citation.revised ? "Rev. " : "")\(session))"
  }
}
