internal import Rules
public import Semantics
internal import Syntax
internal import TextModel

extension Draft {
  /// What the words under the caret point at: a reference at its paragraphs, a citation at the text,
  /// an acronym at the place that spells it out, a footnote mark at its note. A label, heading or title
  /// points at itself.
  ///
  /// - Parameters:
  ///   - offset: of the caret.
  ///   - index: other texts; `text` is the draft's own key in it.
  public func definition(
    at offset: Int, in index: TextIndex = TextIndex(), text: String? = nil
  ) -> [Destination] {
    guard let caret = Caret(self, offset) else { return [] }
    let targets = Targets(draft: self, part: caret.part, index: index, text: text)
    let origin = caret.part.range(caret.span)
    return targets.definitions(of: caret).map { Destination(origin: origin, place: $0) }
  }
}

/// Finds what a subject points at.
struct Targets {
  let draft: Draft
  let part: Part
  let index: TextIndex
  let text: String?

  private var tree: Resolution { part.tree }

  func definitions(of caret: Caret) -> [Destination.Place] {
    switch caret.subject {
    case .reference(let number, let item): references(number, item: item)
    case .citation(let number): citation(part.meaning.citations[number], at: number)
    case .label(let paragraph): [self.paragraph(paragraph)].compactMap { $0 }
    case .heading(let clause): [self.clause(clause)].compactMap { $0 }
    case .title: [title(of: part)].compactMap { $0 }
    case .annexTitle(let annex): [self.annex(annex)].compactMap { $0 }
    case .footnoteMark(let mark):
      mark.footnote(in: tree, part.section).flatMap { footnote($0) }.map { [$0] } ?? []
    case .footnote(let number): [footnote(number)].compactMap { $0 }
    case .acronym(_, let uses):
      uses.first(where: \.defines).map { [place($0.span, name: $0.span)] } ?? []
    }
  }

  // MARK: - References

  private func references(_ number: Int, item: Int?) -> [Destination.Place] {
    let reference = part.meaning.references[number]
    if reference.isExternal { return owner(of: reference) }
    if let item, reference.items.indices.contains(item) {
      let target = reference.items[item].paragraph
      return target < 0 ? [] : [paragraph(target)].compactMap { $0 }
    }
    if reference.items.isEmpty { return [clause(reference.clause)].compactMap { $0 } }
    return reference.targets.compactMap { paragraph($0) }
  }

  /// `resolves 2 of Resolution 58 (...)`: the text it belongs to.
  private func owner(of reference: Reference) -> [Destination.Place] {
    let citations = part.meaning.citations
    let next =
      (citations.last(startingAtOrBefore: reference.span.upper) { $0.span.lower } ?? -1) + 1
    guard citations.indices.contains(next),
      citations[next].span.lower - reference.span.upper <= " of this ".utf8.count
    else { return [] }
    return citation(citations[next], at: next)
  }

  // MARK: - Citations

  func citation(_ citation: Citation, at number: Int) -> [Destination.Place] {
    if citation.kind == .annex { return annex(citation, at: number) }
    guard let name = TextName(citation) else { return [] }
    return texts(named: name, year: citation.year)
  }

  /// The texts of a name, in this draft and in others. Where one of them is of that year, the other
  /// editions are not meant.
  func texts(named name: TextName, year: Int?) -> [Destination.Place] {
    var found: [(year: Int?, place: Destination.Place)] = []
    for other in draft.parts(named: name) {
      if let place = title(of: other) { found.append((other.year, place)) }
    }
    for other in index.resolutions(named: name, except: text) {
      let resolution = other.resolution
      found.append(
        (
          resolution.year,
          .elsewhere(text: other.text, whole: resolution.range, name: resolution.titleRange)
        ))
    }
    let exact = found.filter { year != nil && $0.year == year }
    return (exact.isEmpty ? found : exact).map(\.place)
  }

  private func annex(_ citation: Citation, at number: Int) -> [Destination.Place] {
    if let owner = otherOwner(ofAnnex: citation, at: number) {
      return self.citation(part.meaning.citations[owner], at: owner)
    }
    return ownAnnex(citation, at: number).flatMap { annex($0) }.map { [$0] } ?? []
  }

  /// Behind `Annex 2 to Decision 5 (...)` stands whose it is; `nil` where it is this text's.
  private func otherOwner(ofAnnex citation: Citation, at number: Int) -> Int? {
    let citations = part.meaning.citations
    let next = number + 1
    guard citations.indices.contains(next), citations[next].kind.isText,
      citations[next].span.lower - citation.span.upper <= " to ".utf8.count,
      let name = TextName(citations[next]), TextName(of: part.meaning)?.mayBe(name) != true
    else { return nil }
    return next
  }

  /// `Annex 2 to this resolution`: which of the text's annexes it is.
  func ownAnnex(_ citation: Citation, at number: Int) -> Int? {
    guard citation.kind == .annex, otherOwner(ofAnnex: citation, at: number) == nil else {
      return nil
    }
    let wanted = citation.number.lowercased()
    return tree.annexes.indices.first {
      !tree.annexes[$0].isSection
        && (wanted.isEmpty
          || part.section.string(tree.annexes[$0].title.number).lowercased() == wanted)
    }
  }

  // MARK: - Places

  func paragraph(_ number: Int) -> Destination.Place? {
    guard tree.paragraphs.indices.contains(number) else { return nil }
    let paragraph = tree.paragraphs[number]
    let name = paragraph.label?.span ?? Span(paragraph.span.lower, paragraph.span.lower)
    return place(Span(paragraph.span.lower, part.endOfItem(number)), name: name)
  }

  func clause(_ number: Int) -> Destination.Place? {
    guard tree.clauses.indices.contains(number) else { return nil }
    let clause = tree.clauses[number]
    return place(part.span(of: clause), name: clause.heading.span)
  }

  func annex(_ number: Int) -> Destination.Place? {
    guard tree.annexes.indices.contains(number) else { return nil }
    let annex = tree.annexes[number]
    return place(part.span(of: annex), name: annex.title.span)
  }

  func footnote(_ number: Int) -> Destination.Place? {
    guard tree.footnotes.indices.contains(number) else { return nil }
    let note = tree.footnotes[number]
    return place(Span(note.mark.lower, max(note.mark.upper, note.text.upper)), name: note.mark)
  }

  func title(of other: Part) -> Destination.Place? {
    guard let title = other.tree.title else { return nil }
    let whole = other.section.contentSpan
    return .here(
      whole: other.range(Span(min(whole.lower, title.span.lower), whole.upper)),
      name: other.range(title.span))
  }

  private func place(_ whole: Span, name: Span) -> Destination.Place {
    .here(whole: part.range(whole), name: part.range(name))
  }
}

extension Draft {
  /// The resolutions of this text that a name may mean.
  func parts(named name: TextName) -> [Part] {
    let wanted = Array(name.number.utf8)
    return meaning.sections.indices.compactMap { index in
      let section = meaning.sections[index].section
      guard let title = section.resolution.title,
        section.bytes.withByteView({ view in
          let number = view.slice(title.number.lower, title.number.upper)
          return number.count >= wanted.count
            && wanted.indices.allSatisfy { number[$0] == wanted[$0] }
        }),
        TextName(of: meaning.sections[index])?.mayBe(name) == true
      else { return nil }
      return part(index)
    }
  }
}
