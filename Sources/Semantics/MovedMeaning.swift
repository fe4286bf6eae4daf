internal import Syntax

/// What a section means in which one word is another, as long as its references and citations are what
/// they were: nothing is looked for anew.
struct MovedMeaning {
  let blocks: [BlockMeaning]
  let references: [Reference]
  let citations: [Citation]

  /// `nil` where the word made a difference to what its paragraph names.
  init?(of previous: SectionMeaning, in section: Section, _ change: WordChange) {
    let block = section.blocks[change.block]
    if block.index.mayRefer {
      let start = section.starts[change.block]
      let new = section.bytes.withUnsafeBufferPointer {
        BlockMeaning(block, section.vocabulary, $0, start)
      }
      guard let old = previous.blocks[change.block].moved(by: change.shifted(by: -start)),
        new == old
      else { return nil }
      var blocks = previous.blocks
      // Where nothing moves the list is not copied: it refers to what lies far apart in memory.
      if blocks[change.block] != new { blocks[change.block] = new }
      self.blocks = blocks
    } else {
      blocks = previous.blocks
    }
    var references = previous.references
    for index in references.indices {
      guard references[index].move(by: change) else { return nil }
    }
    var citations = previous.citations
    for index in citations.indices {
      guard citations[index].move(by: change) else { return nil }
    }
    self.references = references
    self.citations = citations
  }
}

extension WordChange {
  /// Moves a span that is not empty; `false` where it begins or ends inside the word.
  fileprivate func move(_ span: inout Span) -> Bool {
    if span.isEmpty { return true }
    guard let moved = moved(span) else { return false }
    span = moved
    return true
  }
}

extension Reference {
  fileprivate mutating func move(by change: WordChange) -> Bool {
    // What lies before the word stays, with all its parts.
    if change.moved(span.upper) == span.upper { return true }
    guard change.move(&span), change.move(&head), change.move(&directionSpan) else { return false }
    for index in items.indices {
      guard items[index].item.move(by: change) else { return false }
    }
    return true
  }
}

extension Citation {
  fileprivate mutating func move(by change: WordChange) -> Bool {
    if change.moved(span.lower) == span.lower + change.growth, change.growth != 0 {
      shift(by: change.growth)
      return true
    }
    // The title stands behind the citation; the word may be one of it.
    return change.move(&span) && change.move(&nounSpan) && change.move(&numberSpan)
      && change.move(&bracketSpan) && change.move(&placeSpan) && change.move(&yearSpan)
      && change.move(&revisionSpan) && change.move(&ownerSpan) && change.move(&titleSpan)
  }
}

extension ReferenceItem {
  fileprivate mutating func move(by change: WordChange) -> Bool {
    guard change.move(&span) else { return false }
    for index in steps.indices where !steps[index].span.isEmpty {
      guard change.move(&steps[index].span) else { return false }
    }
    return true
  }
}

extension BlockMeaning {
  /// The meaning of the block before, at its new place in the block.
  fileprivate func moved(by change: WordChange) -> BlockMeaning? {
    var copy = self
    for index in copy.references.indices {
      guard copy.references[index].move(by: change) else { return nil }
    }
    for index in copy.citations.indices {
      guard copy.citations[index].move(by: change) else { return nil }
    }
    return copy
  }
}

extension RawReference {
  fileprivate mutating func move(by change: WordChange) -> Bool {
    guard change.move(&span), change.move(&head), let verb = change.moved(verb) else {
      return false
    }
    self.verb = verb
    for index in items.indices {
      guard items[index].move(by: change) else { return false }
    }
    return true
  }
}
