internal import Semantics
internal import Syntax

/// A stretch of text in which brackets and quotation marks must pair: a paragraph with all blocks
/// that a page break cut it into, a heading, a footnote, a subject.
struct Passage {
  /// Indices of its blocks.
  var blocks: ClosedRange<Int>
  /// Index of its clause, or -1; an opening may be closed further down in the same clause.
  var clause: Int

  static func all(in text: SectionContext) -> [Passage] {
    let blocks = text.section.blocks
    let paragraphs = text.tree.paragraphs
    var passages: [Passage] = []
    passages.reserveCapacity(blocks.count / 2 + 1)
    var next = 0
    var index = 0
    while index < blocks.count {
      while next < paragraphs.count, paragraphs[next].block < index { next += 1 }
      var last = index
      var clause = -1
      if next < paragraphs.count, paragraphs[next].block == index {
        last = max(index, min(paragraphs[next].lastBlock, blocks.count - 1))
        clause = paragraphs[next].clause
      }
      if Self.isRead(blocks[index].kind) {
        passages.append(Passage(blocks: index...last, clause: clause))
      }
      // Footnotes that interrupt a paragraph are passages of their own.
      if last > index {
        for inner in (index + 1)...last where blocks[inner].kind == .footnote {
          passages.append(Passage(blocks: inner...inner, clause: -1))
        }
      }
      index = last + 1
    }
    return passages
  }

  /// Titles and formulas have rules of their own for their one bracket.
  private static func isRead(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .blank, .furniture, .table, .comment, .code: false
    case .title, .formula, .annexTitle, .sectionTitle, .proposal: false
    default: true
    }
  }

  /// Calls for every token of the passage's words, footnotes left out, until told to stop.
  func forEach(in section: Section, _ body: (Token, Int) -> Void) {
    for index in blocks {
      let block = section.blocks[index]
      if index > blocks.lowerBound, block.kind == .footnote || !Self.isRead(block.kind) { continue }
      let start = section.starts[index]
      for token in block.tokens where !token.flags.contains(.footnote) { body(token, start) }
    }
  }

  /// Whether a mark of the kind stands in it at all.
  func contains(in section: Section, where isWanted: (Token) -> Bool) -> Bool {
    for index in blocks where section.blocks[index].tokens.contains(where: isWanted) { return true }
    return false
  }
}
