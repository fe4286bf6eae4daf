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
      references =
        ReferenceReader(tokens: block.tokens, vocabulary: vocabulary, words: .english).read()
    case .heading:
      // The words of a heading are its name; only a paragraph glued to it can hold references.
      guard let heading = block.heading, heading.tokenCount < block.tokens.count else { return }
      references =
        ReferenceReader(
          tokens: Array(block.tokens.dropFirst(heading.tokenCount)), vocabulary: vocabulary,
          words: .english
        ).read()
    case .closing, .markdownHeading: break
    default: return
    }
    citations = CitationReader.read(block.tokens, section.bytes, section.starts[index])
  }
}
