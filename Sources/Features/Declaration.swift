public import Semantics
internal import Syntax

extension Draft {
  /// Where what the caret is on was introduced: for a reference or a label the heading of the clause
  /// that holds the paragraph, for a citation the first place of this resolution that cites the text,
  /// for anything else its definition.
  public func declaration(
    at offset: Int, in index: TextIndex = TextIndex(), text: String? = nil
  ) -> [Destination] {
    guard let caret = Caret(self, offset) else { return [] }
    let part = caret.part
    let targets = Targets(draft: self, part: part, index: index, text: text)
    let places: [Destination.Place]
    switch caret.subject {
    case .reference(let number, _) where !part.meaning.references[number].isExternal:
      places = [targets.clause(part.meaning.references[number].clause)].compactMap { $0 }
    case .label(let paragraph):
      let clause = part.tree.paragraphs[paragraph].clause
      places = targets.clause(clause).map { [$0] } ?? targets.definitions(of: caret)
    case .citation(let number):
      let citations = part.meaning.citations
      guard let name = TextName(citations[number]),
        let first = citations.first(where: { TextName($0)?.mayBe(name) == true })
      else { fallthrough }
      let range = part.range(first.span)
      places = [.here(whole: range, name: range)]
    default: places = targets.definitions(of: caret)
    }
    let origin = part.range(caret.span)
    return places.map { Destination(origin: origin, place: $0) }
  }
}
