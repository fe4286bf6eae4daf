internal import Semantics
internal import Syntax

extension Draft {
  /// What a selection grows to, from the inside out, each strictly inside the next: word, label or
  /// reference or citation, sentence, paragraph, paragraph with those under it, clause, part of the
  /// resolution, resolution, text.
  public func selectionRanges(at offset: Int) -> [Range<Int>] {
    let offset = min(max(offset, 0), document.count)
    var chain = SelectionChain()
    if let part = part(at: offset) {
      SelectionReader(part: part, at: offset - part.start).read { chain.add(part.range($0)) }
    }
    chain.add(0..<document.count)
    return chain.ranges.isEmpty ? [offset..<offset] : chain.ranges
  }
}

private struct SelectionChain {
  private(set) var ranges: [Range<Int>] = []

  /// What does not hold all that came before is left out, and what is no larger.
  mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = ranges.last {
      guard range.lowerBound <= last.lowerBound, range.upperBound >= last.upperBound,
        range != last
      else { return }
    }
    ranges.append(range)
  }
}

private struct SelectionReader {
  let part: Part
  let at: Int
  private var tree: Resolution { part.tree }

  init(part: Part, at offset: Int) {
    self.part = part
    at = offset
  }

  /// Gives the spans from the inside out.
  func read(_ add: (Span) -> Void) {
    word(add)
    named(add)
    if let index = tree.paragraphs.last(startingAtOrBefore: at, { $0.span.lower }),
      at <= tree.paragraphs[index].span.upper
    {
      paragraph(index, add)
    }
    if let index = tree.clauses.last(startingAtOrBefore: at, { $0.heading.span.lower }) {
      let clause = tree.clauses[index]
      add(clause.heading.span.touches(at) ? clause.heading.span : .none)
      if holds(part.span(of: clause)) {
        add(part.span(of: clause))
        if clause.annex < 0 { add(half(of: clause)) }
      }
    }
    for span in [tree.title?.span, tree.subject, tree.formula?.span].compactMap({ $0 })
    where span.touches(at) {
      add(span)
    }
    if let index = tree.footnotes.last(startingAtOrBefore: at, { $0.mark.lower }) {
      let note = tree.footnotes[index]
      if holds(note.text) { add(note.text) }
      let whole = Span(note.mark.lower, note.text.upper)
      if holds(whole) { add(whole) }
    }
    if let index = tree.annexes.last(startingAtOrBefore: at, { $0.span.lower }) {
      add(tree.annexes[index].title.span.touches(at) ? tree.annexes[index].title.span : .none)
      add(part.span(of: tree.annexes[index]))
    }
    add(part.section.contentSpan)
  }

  private func holds(_ span: Span) -> Bool { at >= span.lower && at <= span.upper }

  private func word(_ add: (Span) -> Void) {
    let section = part.section
    let index = section.block(at: at)
    guard section.blocks.indices.contains(index) else { return }
    let start = section.start(ofBlock: index)
    let tokens = section.blocks[index].tokens
    guard let last = tokens.last(startingAtOrBefore: at - start, { Int($0.start) }) else { return }
    // At the end of a word the word is meant, not the mark behind it.
    for candidate in [last, last - 1] where tokens.indices.contains(candidate) {
      let span = tokens[candidate].span.shifted(by: start)
      let isWord = tokens[candidate].kind == .word || tokens[candidate].kind == .number
      if isWord, span.touches(at) { return add(span) }
    }
    let span = tokens[last].span.shifted(by: start)
    if span.contains(at) { add(span) }
  }

  /// Label, reference, citation with its owner and its title.
  private func named(_ add: (Span) -> Void) {
    if let index = part.meaning.references.last(startingAtOrBefore: at, { $0.span.lower }) {
      let reference = part.meaning.references[index]
      for item in reference.items where item.span.touches(at) { add(item.span) }
      if reference.span.touches(at) { add(reference.span) }
    }
    if let index = part.meaning.citations.last(startingAtOrBefore: at, { $0.span.lower }) {
      let citation = part.meaning.citations[index]
      for inner in [citation.bracketSpan, citation.ownerSpan, citation.titleSpan]
      where inner.touches(at) {
        add(inner)
      }
      if citation.span.touches(at) { add(citation.span) }
      var whole = citation.span
      for tail in [citation.ownerSpan, citation.titleSpan] where tail.upper > whole.upper {
        whole = Span(whole.lower, tail.upper)
        if whole.touches(at) { add(whole) }
      }
    }
  }

  private func paragraph(_ index: Int, _ add: (Span) -> Void) {
    let paragraph = tree.paragraphs[index]
    if let label = paragraph.label, label.span.touches(at) { add(label.span) }
    if holds(paragraph.text) {
      add(sentence(in: paragraph))
      add(paragraph.text)
    }
    add(paragraph.span)
    var current = index
    // Each parent stands before its children, so this ends.
    while tree.paragraphs.indices.contains(current) {
      add(Span(tree.paragraphs[current].span.lower, part.endOfItem(current)))
      let parent = tree.paragraphs[current].parent
      guard parent < current else { break }
      current = parent
    }
  }

  /// The words around the caret up to a full stop or semicolon that ends a sentence.
  private func sentence(in paragraph: Paragraph) -> Span {
    let section = part.section
    var lower = paragraph.text.lower
    for index in paragraph.block...max(paragraph.block, paragraph.lastBlock)
    where section.blocks.indices.contains(index) {
      let start = section.start(ofBlock: index)
      let tokens = section.blocks[index].tokens
      for (number, token) in tokens.enumerated() where Int(token.start) + start >= lower {
        guard token.isMark(0x2E) || token.isMark(0x3B) || token.hash == 0x3002 else { continue }
        let next = tokens.indices.contains(number + 1) ? tokens[number + 1] : nil
        let ends =
          token.isMark(0x2E)
          ? next.map {
            $0.hasSpaceBefore && $0.flags.contains(.capital) && !isShort(tokens, number)
          }
            ?? true
          : true
        guard ends else { continue }
        let end = token.end + start
        if end >= at { return Span(lower, min(end, paragraph.text.upper)) }
        if let next { lower = min(Int(next.start) + start, paragraph.text.upper) }
      }
    }
    return Span(lower, paragraph.text.upper)
  }

  /// `Rev.`, `No.`, `H.`: the stop belongs to the word.
  private func isShort(_ tokens: TokenList, _ stop: Int) -> Bool {
    guard stop > 0 else { return false }
    let word = tokens[stop - 1]
    return word.kind == .word && word.length <= 3 && word.flags.contains(.capital)
  }

  /// The preamble or the operative part of the body.
  private func half(of clause: Clause) -> Span {
    let same = tree.bodyClauses.filter { $0.part == clause.part }
    guard let first = same.first, let last = same.last else { return .none }
    return Span(part.span(of: first).lower, part.span(of: last).upper)
  }
}
