internal import Syntax

/// The tokens of a block, which can be asked for beyond both ends. It does not keep them alive: it is
/// made while they are at hand and does not leave that place.
struct TokenRun {
  let tokens: UnsafeBufferPointer<Token>
  var count: Int { tokens.count }

  init(_ tokens: UnsafeBufferPointer<Token>) { self.tokens = tokens }

  @inline(__always)
  subscript(index: Int) -> Token {
    UInt(bitPattern: index) < UInt(bitPattern: tokens.count) ? tokens[index] : .none
  }

  /// Offset of a token's end, in bytes from the block.
  func end(_ index: Int) -> Int { self[index].end }
  func span(_ from: Int, _ to: Int) -> Span { Span(Int(self[from].start), self[to - 1].end) }
}
