public import Catalogue
internal import Semantics
internal import Syntax
internal import TextModel

/// What is shown while the pointer rests on a place.
public struct HoverText: Sendable, Equatable {
  /// What it is about, in bytes from the start of the text.
  public var range: Range<Int>
  public var help: HelpText
}

extension Draft {
  /// What is known of the citation, reference, clause heading or acronym at a byte offset, and of the
  /// tracked change around it; `nil` where there is none, and in texts that are no resolutions.
  public func hover(at offset: Int, register: Register = .standard) -> HoverText? {
    guard let (meaning, start) = section(at: offset), meaning.resolution.signals > 0,
      offset >= start
    else { return nil }
    guard let mark = meaning.change(at: offset - start) else {
      return hover(offset - start, meaning, start, register)
    }
    let change = meaning.help(for: mark, at: offset - start)
    if mark.new.contains(offset - start),
      var found = hover(offset - start, meaning, start, register)
    {
      found.help.append(change)
      return found
    }
    return HoverText(
      range: (mark.range.lowerBound + start)..<(mark.range.upperBound + start), help: change)
  }

  private func hover(
    _ local: Int, _ meaning: SectionMeaning, _ start: Int, _ register: Register
  ) -> HoverText? {
    func answer(_ span: Span, _ help: HelpText?) -> HoverText? {
      help.map { HoverText(range: span.shifted(by: start).range, help: $0) }
    }
    if let reference = meaning.reference(at: local),
      let found = answer(reference.span, HelpText(reference, in: meaning))
    {
      return found
    }
    if let citation = meaning.citation(at: local) {
      if citation.kind == .annex, let found = annex(at: local + start) { return found }
      let end = max(citation.span.upper, citation.ownerSpan.upper)
      let span = Span(citation.span.lower, end)
      if let found = answer(span, HelpText(citation, in: meaning, register: register)) {
        return found
      }
    }
    if let index = meaning.clause(at: local) {
      let clause = meaning.resolution.clauses[index]
      // An acronym in the heading is more than the heading.
      if clause.heading.span.contains(local) {
        return acronym(at: local, meaning, start, register)
          ?? answer(clause.heading.span, HelpText(clause, in: meaning))
      }
    }
    return acronym(at: local, meaning, start, register)
  }

  /// The title and the first lines of the annex that is cited at an offset.
  private func annex(at offset: Int) -> HoverText? {
    guard let caret = Caret(self, offset), case .citation(let number) = caret.subject else {
      return nil
    }
    let part = caret.part
    let citation = part.meaning.citations[number]
    let targets = Targets(draft: self, part: part, index: TextIndex(), text: nil)
    guard let annex = targets.ownAnnex(citation, at: number) else { return nil }
    let found = part.tree.annexes[annex]
    var help = HelpText()
    help.title(part.meaning.plainText(found.title.span))
    help = help.quoting(part.section.standing(in: found.span.range))
    return HoverText(range: part.range(citation.span), help: help)
  }

  private func acronym(
    at local: Int, _ meaning: SectionMeaning, _ start: Int, _ register: Register
  ) -> HoverText? {
    let section = meaning.section
    let block = section.block(at: local)
    guard section.blocks.indices.contains(block), section.blocks[block].kind != .code,
      section.blocks[block].kind != .comment,
      let name = AcronymScan.name(at: local, in: section)
    else { return nil }
    let scan = AcronymScan(section)
    let definition = scan.expansion(of: name.text)
    var firstUse: String?
    if let first = AcronymScan.firstUse(of: name.text, in: section), first != name.span.lower,
      first != scan.definitions[name.text].map({ $0 + 1 })
    {
      firstUse = meaning.surroundings(of: first)
    }
    guard
      let help = HelpText(
        acronym: name.text, definition: definition, firstUse: firstUse, register: register)
    else { return nil }
    return HoverText(range: name.span.shifted(by: start).range, help: help)
  }
}

extension SectionMeaning {
  /// Some words around a place in its block.
  fileprivate func surroundings(of offset: Int) -> String {
    let index = section.block(at: offset)
    guard section.blocks.indices.contains(index) else { return "" }
    let content = section.blocks[index].content.shifted(by: section.start(ofBlock: index))
    let lower = max(content.lower, offset - 60)
    let upper = min(content.upper, offset + 60)
    let text = plainText(Span(lower, upper))
    return (lower > content.lower ? "… " : "") + text + (upper < content.upper ? " …" : "")
  }
}
