internal import Rules
internal import Semantics
internal import Syntax

/// What stands under the caret.
struct Caret {
  enum Subject {
    /// An internal reference; the label of it that the caret is on, if it is on one.
    case reference(Int, item: Int?)
    case citation(Int)
    case label(paragraph: Int)
    case heading(clause: Int)
    /// The title, or the subject under it.
    case title
    case annexTitle(Int)
    /// A mark in the running text.
    case footnoteMark(FootnoteMark)
    /// The mark before the footnote's own text.
    case footnote(Int)
    case acronym(name: String, uses: [AcronymPlaces.Use])
  }

  let part: Part
  let subject: Subject
  /// The words under the caret that mean the subject, from the section's start.
  let span: Span

  /// - Parameter offset: in bytes from the start of the text. `nil` where nothing of interest stands.
  init?(_ draft: Draft, _ offset: Int) {
    guard let part = draft.part(at: offset) else { return nil }
    self.part = part
    let reader = CaretReader(part: part, at: offset - part.start)
    guard let found = reader.read() else { return nil }
    (subject, span) = found
  }
}

private struct CaretReader {
  typealias Found = (Caret.Subject, Span)

  let part: Part
  let at: Int
  private var tree: Resolution { part.tree }

  init(part: Part, at offset: Int) {
    self.part = part
    at = offset
  }

  func read() -> Found? {
    reference() ?? citation() ?? label() ?? heading() ?? title() ?? footnote() ?? acronym()
  }

  private func reference() -> Found? {
    let references = part.meaning.references
    guard
      let index = references.last(startingAtOrBefore: at, { $0.span.lower }),
      references[index].span.touches(at)
    else { return nil }
    let items = references[index].items
    let item = items.firstIndex { $0.span.touches(at) }
    return (.reference(index, item: item), item.map { items[$0].span } ?? references[index].span)
  }

  private func citation() -> Found? {
    let citations = part.meaning.citations
    guard let index = citations.last(startingAtOrBefore: at, { $0.span.lower }),
      citations[index].span.touches(at)
    else { return nil }
    return (.citation(index), citations[index].span)
  }

  private func label() -> Found? {
    guard let index = tree.paragraphs.last(startingAtOrBefore: at, { $0.span.lower }),
      let label = tree.paragraphs[index].label, label.span.touches(at)
    else { return nil }
    return (.label(paragraph: index), label.span)
  }

  private func heading() -> Found? {
    guard let index = tree.clauses.last(startingAtOrBefore: at, { $0.heading.span.lower }),
      tree.clauses[index].heading.span.touches(at)
    else { return nil }
    return (.heading(clause: index), tree.clauses[index].heading.span)
  }

  private func title() -> Found? {
    if let title = tree.title, title.span.touches(at) || tree.subject.touches(at) {
      return (.title, title.span.touches(at) ? title.span : tree.subject)
    }
    guard let index = tree.annexes.last(startingAtOrBefore: at, { $0.title.span.lower }),
      tree.annexes[index].title.span.touches(at)
    else { return nil }
    return (.annexTitle(index), tree.annexes[index].title.span)
  }

  private func footnote() -> Found? {
    if let index = tree.footnotes.last(startingAtOrBefore: at, { $0.mark.lower }),
      tree.footnotes[index].mark.touches(at)
    {
      return (.footnote(index), tree.footnotes[index].mark)
    }
    return FootnoteMark.at(at, in: part).map { (.footnoteMark($0), $0.span) }
  }

  private func acronym() -> Found? {
    AcronymPlaces(part.section).uses(at: at).map {
      (.acronym(name: $0.name, uses: $0.uses), $0.at)
    }
  }
}
