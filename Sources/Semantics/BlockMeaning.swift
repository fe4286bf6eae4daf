internal import Syntax

/// What the words of one block mean on their own. Kept as long as the block is.
final class BlockMeaning: Sendable {
  let references: [RawReference]

  init(block: Block, vocabulary: Vocabulary) {
    switch block.kind {
    case .item, .bullet, .text, .footnote, .heading:
      references = ReferenceReader(
        tokens: Self.tokens(block), vocabulary: vocabulary, words: .english
      ).read()
    default: references = []
    }
  }

  /// The words of a heading are its name; only a paragraph glued to it can hold references.
  private static func tokens(_ block: Block) -> [Token] {
    guard let heading = block.heading else { return block.tokens }
    return Array(block.tokens.dropFirst(heading.tokenCount))
  }

  static let empty = BlockMeaning()

  private init() { references = [] }
}
