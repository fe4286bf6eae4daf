internal import Semantics
internal import Syntax

/// Pairs the double quotation marks of one passage. Which way a straight one faces is told by the
/// blanks around it, or else by what is open.
struct QuotePairs {
  private(set) var unopened: [Span] = []
  private(set) var unclosed: [Span] = []

  private enum Side { case opens, closes, either }

  /// - Parameters:
  ///   - tokens: of a passage.
  ///   - places: where quotation marks stand among them; `nil` where that is not known.
  ///   - hasSymbols: whether there may be signs of degrees, minutes and seconds among them.
  ///   - start: of the passage in the section, in bytes.
  init(_ tokens: TokenList, _ places: WordIndex.Places?, hasSymbols: Bool, start: Int) {
    var marks: [(span: Span, side: Side)] = []
    tokens.withUnsafeBufferPointer { tokens in
      var next = places?.next(from: 0) ?? 0
      while next < tokens.count {
        let index = next
        next = places?.next(from: index + 1) ?? index + 1
        let token = tokens[index]
        guard token.kind == .quote, !token.flags.contains(.footnote) else { continue }
        switch token.hash {
        case 0x201C, 0xAB, 0x201E: marks.append((token.span.shifted(by: start), .opens))
        case 0x201D, 0xBB: marks.append((token.span.shifted(by: start), .closes))
        case 0x22:
          let before = tokens[..<index].last { !$0.flags.contains(.footnote) }
          let behind = tokens[(index + 1)...].first { !$0.flags.contains(.footnote) }
          let side = Self.side(
            before: Self.leadingSide(token, before), spaceBehind: behind?.hasSpaceBefore ?? true)
          marks.append((token.span.shifted(by: start), side))
        default: break
        }
      }
    }
    if hasSymbols, tokens.contains(where: Self.isMeasure) { return }
    pair(marks)
  }

  private static func isMeasure(_ token: Token) -> Bool {
    token.kind == .symbol && (token.hash == 0xB0 || token.hash == 0x2032)
      && !token.flags.contains(.footnote)
  }

  /// What stands before a mark alone: a blank or an opening bracket lets it open.
  private static func leadingSide(_ token: Token, _ last: Token?) -> Side {
    guard let last else { return .opens }
    if token.hasSpaceBefore || last.isMark(0x28) || last.isMark(0x5B) { return .opens }
    return last.kind == .dash || last.isMark(0x2F) ? .either : .closes
  }

  private static func side(before: Side, spaceBehind: Bool) -> Side {
    // `word "word`, `word" word`; a mark with a blank on both sides may be either.
    before == .opens && spaceBehind ? .either : before
  }

  private mutating func pair(_ marks: [(span: Span, side: Side)]) {
    for mark in marks {
      switch mark.side {
      case .opens: unclosed.append(mark.span)
      case .closes:
        if unclosed.popLast() == nil { unopened.append(mark.span) }
      case .either:
        if unclosed.popLast() == nil { unclosed.append(mark.span) }
      }
    }
  }
}
