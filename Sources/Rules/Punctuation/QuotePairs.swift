internal import Semantics
internal import Syntax

/// Pairs the double quotation marks of one passage. Which way a straight one faces is told by the
/// blanks around it, or else by what is open.
struct QuotePairs {
  private(set) var unopened: [Span] = []
  private(set) var unclosed: [Span] = []

  private enum Side { case opens, closes, either }

  /// - Parameter start: of the passage in the section, in bytes.
  init(_ tokens: [Token], start: Int) {
    var marks: [(span: Span, side: Side)] = []
    var last: Token?
    var waiting = false
    var measures = false
    for token in tokens where !token.flags.contains(.footnote) {
      if waiting {
        waiting = false
        let side = marks[marks.count - 1].side
        marks[marks.count - 1].side = Self.side(before: side, spaceBehind: token.hasSpaceBefore)
      }
      if token.kind == .symbol, token.hash == 0xB0 || token.hash == 0x2032 { measures = true }
      if token.kind == .quote {
        switch token.hash {
        case 0x201C, 0xAB, 0x201E: marks.append((token.span.shifted(by: start), .opens))
        case 0x201D, 0xBB: marks.append((token.span.shifted(by: start), .closes))
        case 0x22:
          marks.append((token.span.shifted(by: start), Self.leadingSide(token, last)))
          waiting = true
        default: break
        }
      }
      last = token
    }
    if waiting, let side = marks.last?.side {
      marks[marks.count - 1].side = Self.side(before: side, spaceBehind: true)
    }
    // Degrees, minutes and seconds.
    guard !measures else { return }
    pair(marks)
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
