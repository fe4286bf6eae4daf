internal import Semantics
internal import Syntax

/// A stretch of text in which brackets and quotation marks must pair: a paragraph with all blocks
/// that a page break cut it into, a heading, a footnote, a subject.
struct Passage {
  /// Indices of its blocks.
  var blocks: ClosedRange<Int>
  /// Index of its clause, or -1; an opening may be closed further down in the same clause.
  var clause: Int

  /// Those with brackets or quotation marks in them.
  static func all(in text: SectionContext) -> [Passage] {
    let blocks = text.section.blocks
    guard !text.section.contents.isDisjoint(with: [.brackets, .quotes]) else { return [] }
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
      // Nearly all have one block.
      if last == index, blocks[index].contents.isDisjoint(with: [.brackets, .quotes]) {
        index += 1
        continue
      }
      if Self.isRead(blocks[index].kind) {
        let passage = Passage(blocks: index...last, clause: clause)
        if passage.holds([.brackets, .quotes], in: text.section) { passages.append(passage) }
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

  /// Whether one of its blocks holds tokens of a kind at all.
  func holds(_ contents: Token.Contents, in section: Section) -> Bool {
    for index in blocks where !section.blocks[index].contents.isDisjoint(with: contents) {
      return true
    }
    return false
  }

  /// Offset of its first block in the section.
  func start(in section: Section) -> Int { section.starts[blocks.lowerBound] }

  /// Where brackets and quotation marks stand among its tokens; `nil` where it has several blocks.
  func pairs(in section: Section) -> WordIndex.Places? {
    blocks.count > 1 ? nil : section.blocks[blocks.lowerBound].index.pairs
  }

  /// Its tokens, offsets counted from its first block, footnotes left out.
  func tokens(in section: Section) -> TokenList {
    let first = section.blocks[blocks.lowerBound].tokens
    guard blocks.count > 1 else { return first }
    var all = Array(first)
    for index in blocks.dropFirst() {
      let block = section.blocks[index]
      guard block.kind != .footnote, Self.isRead(block.kind) else { continue }
      let shift = UInt32(clamping: section.starts[index] - start(in: section))
      for var token in block.tokens {
        token.start = token.start &+ shift
        all.append(token)
      }
    }
    return TokenList(all)
  }
}
