internal import Syntax

/// What the words of one block mean on their own. Kept as long as the block is; offsets count from
/// the block.
struct BlockMeaning: Sendable {
  /// References as written.
  var references: [RawReference] = []
  var citations: [Citation] = []

  init(_ section: Section, _ index: Int) {
    let block = section.blocks[index]
    let vocabulary = section.vocabulary
    switch block.kind {
    case .item, .bullet, .text, .footnote:
      references = ReferenceReader(block, vocabulary: vocabulary, words: .english).read(from: 0)
    case .heading:
      // The words of a heading are its name; only a paragraph glued to it can hold references.
      let first = block.headingTokenCount
      guard first > 0, first < block.tokens.count else { return }
      references =
        ReferenceReader(block, vocabulary: vocabulary, words: .english)
        .read(from: first)
    case .closing, .markdownHeading: break
    default: return
    }
    citations = CitationReader.read(block, section.bytes, section.starts[index])
  }
}
