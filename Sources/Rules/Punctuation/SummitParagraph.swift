internal import Syntax

/// The number of a paragraph, with a letter where there is one: `64`, `78 a)`, `102b)`, `6.5`.
/// Offsets count from the block.
struct SummitParagraph {
  let start: Int
  let end: Int
  /// Index of the token behind it.
  let next: Int
  /// The right form.
  let text: String
  /// What leads to the right form, in order.
  let edits: [(span: Span, text: String)]

  init?(_ block: BlockContext, at index: Int) {
    let tokens = block.tokens
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    start = Int(token.start)
    var digits = start
    while digits < token.end, block.byte(digits) &- 0x30 < 10 { digits += 1 }
    guard digits > start else { return nil }
    var next = index + 1
    var end = token.end
    var edits: [(span: Span, text: String)] = []
    let number = block.string(Span(start, digits))
    if token.kind == .word {
      // `102b`, `102b)`; the bracket is taken for the label's own (INTERFACE, brackets).
      guard digits == token.end - 1, block.byte(digits) &- 0x61 < 26 else { return nil }
      let letter = block.string(Span(digits, token.end))
      edits.append((Span(digits, digits), " "))
      if next < tokens.count, tokens[next].isMark(0x29), !tokens[next].hasSpaceBefore {
        end = tokens[next].end
        next += 1
      } else {
        edits.append((Span(end, end), ")"))
      }
      text = "\(number) \(letter))"
      (self.end, self.next, self.edits) = (end, next, edits)
      return
    }
    guard token.kind == .number else { return nil }
    // `6.5`
    while next + 1 < tokens.count, tokens[next].isMark(0x2E), !tokens[next].hasSpaceBefore,
      tokens[next + 1].kind == .number, !tokens[next + 1].hasSpaceBefore
    {
      end = tokens[next + 1].end
      next += 2
    }
    var text = block.string(Span(start, end))
    if next + 1 < tokens.count, Self.isLetter(tokens[next], block), tokens[next + 1].isMark(0x29),
      !tokens[next + 1].hasSpaceBefore
    {
      // `78 a)`
      text += " \(block.string(tokens[next].span)))"
      end = tokens[next + 1].end
      next += 2
    } else if next + 2 < tokens.count, tokens[next].isMark(0x28),
      Self.isLetter(tokens[next + 1], block), tokens[next + 2].isMark(0x29)
    {
      // `102 (b)`, `20(c)`
      text += " \(block.string(tokens[next + 1].span)))"
      edits.append((tokens[next].span, tokens[next].hasSpaceBefore ? "" : " "))
      end = tokens[next + 2].end
      next += 3
    }
    self.text = text
    (self.end, self.next, self.edits) = (end, next, edits)
  }

  private static func isLetter(_ token: Token, _ block: BlockContext) -> Bool {
    token.kind == .word && token.length == 1 && block.byte(Int(token.start)) &- 0x61 < 26
  }
}
