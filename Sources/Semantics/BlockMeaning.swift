internal import Syntax

/// What the words of one block mean on their own. Kept as long as the block is; offsets count from
/// the block.
struct BlockMeaning: Sendable, Equatable {
  /// References as written.
  var references: [RawReference] = []
  var citations: [Citation] = []

  /// Of a block that has neither.
  init() {}

  /// - Parameters:
  ///   - bytes: of the section.
  ///   - start: where the block begins in them.
  init(
    _ block: Block, _ vocabulary: Vocabulary, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) {
    // Most blocks have neither, and their tokens are not looked at.
    guard block.index.mayRefer else { return }
    // From which token on a reference may stand.
    let first: Int
    switch block.kind {
    case .item, .bullet, .text, .footnote: first = 0
    case .heading:
      // The words of a heading are its name; only a paragraph glued to it can hold references.
      first = block.headingTokenCount
      guard first > 0, first < block.tokens.count else { return }
    case .closing, .markdownHeading: first = block.tokens.count
    default: return
    }
    let count = block.tokens.count
    let opener = block.index.openers.next(from: first)
    let noun = block.index.citations.next(from: 0)
    guard opener < count || noun < count else { return }
    block.withTokens { tokens in
      let run = TokenRun(tokens)
      if opener < count {
        references = ReferenceReader(run, block.index.openers, vocabulary, .english)
          .read(from: first)
      }
      if noun < count {
        citations = CitationReader.read(run, block.index.citations, bytes, start)
      }
    }
  }
}
