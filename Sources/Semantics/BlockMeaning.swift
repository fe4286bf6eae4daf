internal import Syntax

/// What the words of one block mean on their own. Kept as long as the block is.
enum BlockMeaning {
  /// References as written, offsets counted from the block.
  static func references(_ block: Block, _ vocabulary: Vocabulary) -> [RawReference] {
    switch block.kind {
    case .item, .bullet, .text, .footnote:
      return ReferenceReader(tokens: block.tokens, vocabulary: vocabulary, words: .english).read()
    case .heading:
      // The words of a heading are its name; only a paragraph glued to it can hold references.
      guard let heading = block.heading, heading.tokenCount < block.tokens.count else { return [] }
      return ReferenceReader(
        tokens: Array(block.tokens.dropFirst(heading.tokenCount)), vocabulary: vocabulary,
        words: .english
      ).read()
    default: return []
    }
  }
}
