internal import Rules
internal import Semantics
internal import Syntax

/// Every place of a draft that means the same as the words under the caret.
struct Occurrences {
  struct Place {
    /// From the start of the text.
    var range: Range<Int>
    /// It is what the others point at.
    var isDeclaration: Bool
  }

  let draft: Draft
  let caret: Caret
  private var part: Part { caret.part }
  private var tree: Resolution { part.tree }

  /// In the order of the text.
  func places() -> [Place] {
    let found: [Place]
    switch caret.subject {
    case .reference(let number, let item): found = reference(number, item)
    case .citation(let number): found = citation(part.meaning.citations[number], at: number)
    case .label(let paragraph): found = paragraphs([paragraph])
    case .heading(let clause): found = self.clause(clause)
    case .title:
      let own = tree.title.map { [Place(range: part.range($0.span), isDeclaration: true)] } ?? []
      found = TextName(of: part.meaning).map { text($0) } ?? own
    case .annexTitle(let annex): found = self.annex(annex)
    case .footnoteMark(let mark):
      guard let number = mark.footnote(in: tree, part.section) else { return [] }
      found = footnote(number)
    case .footnote(let number): found = footnote(number)
    case .acronym(_, let uses):
      found = uses.map { Place(range: part.range($0.span), isDeclaration: $0.defines) }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: - Inside the resolution

  private func reference(_ number: Int, _ item: Int?) -> [Place] {
    let reference = part.meaning.references[number]
    let here = Place(range: part.range(caret.span), isDeclaration: false)
    if reference.isExternal { return [here] }
    if reference.items.isEmpty {
      return reference.clause < 0 ? [here] : clause(reference.clause)
    }
    if let item, reference.items.indices.contains(item) {
      let target = reference.items[item].paragraph
      return target < 0 ? [here] : paragraphs([target])
    }
    return reference.targets.isEmpty ? [here] : paragraphs(Set(reference.targets))
  }

  private func paragraphs(_ wanted: Set<Int>) -> [Place] {
    var places = wanted.sorted().compactMap { number -> Place? in
      tree.paragraphs[number].label.map {
        Place(range: part.range($0.span), isDeclaration: true)
      }
    }
    for reference in part.meaning.references {
      places += reference.spans(naming: wanted).map {
        Place(range: part.range($0), isDeclaration: false)
      }
    }
    return places
  }

  private func clause(_ number: Int) -> [Place] {
    guard tree.clauses.indices.contains(number) else { return [] }
    var places = [
      Place(range: part.range(tree.clauses[number].heading.span), isDeclaration: true)
    ]
    for reference in part.meaning.references where reference.clause == number {
      places.append(Place(range: part.range(reference.span), isDeclaration: false))
    }
    return places
  }

  private func annex(_ number: Int) -> [Place] {
    guard tree.annexes.indices.contains(number) else { return [] }
    let targets = Targets(draft: draft, part: part, index: TextIndex(), text: nil)
    let wanted = targets.annex(number)
    var places = [
      Place(range: part.range(tree.annexes[number].title.span), isDeclaration: true)
    ]
    for (index, citation) in part.meaning.citations.enumerated()
    where citation.kind == .annex && targets.citation(citation, at: index).first == wanted {
      places.append(Place(range: part.range(citation.span), isDeclaration: false))
    }
    return places
  }

  private func footnote(_ number: Int) -> [Place] {
    guard tree.footnotes.indices.contains(number) else { return [] }
    var places = [
      Place(range: part.range(tree.footnotes[number].mark), isDeclaration: true)
    ]
    for mark in FootnoteMark.all(in: part)
    where mark.footnote(in: tree, part.section) == number {
      places.append(Place(range: part.range(mark.span), isDeclaration: false))
    }
    return places
  }

  // MARK: - Texts

  private func citation(_ citation: Citation, at number: Int) -> [Place] {
    if let name = TextName(citation) { return text(name) }
    if citation.kind == .annex {
      let targets = Targets(draft: draft, part: part, index: TextIndex(), text: nil)
      let place = targets.citation(citation, at: number).first
      let own = tree.annexes.indices.first { place != nil && targets.annex($0) == place }
      if let own { return annex(own) }
      return [Place(range: part.range(citation.span), isDeclaration: false)]
    }
    // A provision, an article, an action line: the same words of the same instrument.
    return part.meaning.citations.filter {
      $0.kind == citation.kind && $0.number == citation.number && $0.body == citation.body
    }.map { Place(range: part.range($0.span), isDeclaration: false) }
  }

  /// Titles and citations of a text in all resolutions of the draft.
  private func text(_ name: TextName) -> [Place] {
    var places = draft.parts(named: name).compactMap { part in
      part.tree.title.map { Place(range: part.range($0.span), isDeclaration: true) }
    }
    for (other, citations) in draft.citations(of: name) {
      places += citations.map { Place(range: other.range($0.span), isDeclaration: false) }
    }
    return places
  }
}

extension Reference {
  /// The labels of this reference that name one of some paragraphs. A paragraph inside a range is
  /// named by the range.
  func spans(naming wanted: Set<Int>) -> [Span] {
    guard !isExternal, !items.isEmpty else { return [] }
    var spans: [Span] = []
    var named: Set<Int> = []
    for item in items {
      for (depth, paragraph) in item.path.enumerated() where wanted.contains(paragraph) {
        named.insert(paragraph)
        let step = item.item.steps.indices.contains(depth) ? item.item.steps[depth].span : .none
        spans.append(step.isEmpty ? item.span : step)
      }
    }
    let inside = targets.contains { wanted.contains($0) && !named.contains($0) }
    if inside, let end = items.firstIndex(where: \.endsRange), end > 0 {
      spans.append(Span(items[end - 1].span.lower, items[end].span.upper))
    }
    return spans
  }
}

extension Draft {
  /// The citations of a text, resolution by resolution.
  func citations(of name: TextName) -> [(Part, [Citation])] {
    meaning.sections.indices.compactMap { index in
      let found = meaning.sections[index].citations.filter {
        $0.kind == name.kind && TextName($0)?.mayBe(name) == true
      }
      guard !found.isEmpty, let part = part(index) else { return nil }
      return (part, found)
    }
  }
}
