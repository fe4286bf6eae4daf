internal import Syntax

/// A blank is doubled, missing or stands before a mark.
///
/// ## What it checks
/// Within a line: two blanks where one belongs; a blank before `;` `,` `.` `:` `)`; no blank behind a mark
/// between two words; an article or preposition glued to a number (the70th). At a line end, as a hint: a
/// blank that means nothing. Left alone are hard line breaks of Markdown, indents, tabs and columns, the
/// gap after a label, footnote marks, abbreviations, symbols of documents, numbers and formulas.
///
/// ## Why
/// Texts of 2018 have single blanks, none before a mark and one behind it (CONVENTIONS 4). Doubled and lost
/// blanks are left by changes that were accepted without a look, and often show where words are missing.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// that the  lamps of the harbour;the buoys and the bells were seen at the7th meeting ,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// that the lamps of the harbour; the buoys and the bells were seen at the 7th meeting,
/// ```
///
/// ## Fix
/// Safe: one blank where one belongs, none before a mark or at a line end.
struct PunctuationSpacing: BlockRule {
  static let id = "punctuation/spacing"
  static let severity = Severity.warning

  static let looksFor: BlockSigns = [
    BlockSigns([.unevenGaps, .specialWords, .trailingBlanks])
  ]

  func check(_ block: BlockContext, _ report: inout Report) {
    let tokens = block.tokens
    guard var last = tokens.first else { return }
    guard block.block.contents.contains(.unevenGaps) else {
      // Such words are noted, and nothing else is out of the way before the end.
      var walk = block.block.index.unusual.walk()
      var index = walk.next()
      while index < tokens.count {
        if tokens[index].flags.contains(.special) {
          MissingBlank.inside(tokens[index], block, &report)
        }
        index = walk.next()
      }
      if block.block.contents.contains(.trailingBlanks) {
        lineEnd(block, tokens[tokens.count - 1], &report)
      }
      return
    }
    let missing = MissingBlank(block)
    var doubled = DoubledBlanks(block)
    if last.flags.contains(.special) { MissingBlank.inside(last, block, &report) }
    var next = 1
    while true {
      // Nearly every token is a word behind one blank.
      tokens.withUnsafeBufferPointer { tokens in
        while next < tokens.count {
          let token = tokens[next]
          guard token.kind == .word, Int(token.start) == last.end + 1,
            token.flags.intersection(Self.telling) == .spaceBefore
          else { return }
          last = token
          next += 1
        }
      }
      guard next < tokens.count else { break }
      let index = next
      let token = tokens[index]
      next += 1
      if token.flags.contains(.lineStart) {
        doubled.endLine(&report)
        lineEnd(block, last, &report)
      } else if token.hasSpaceBefore {
        if Int(token.start) - last.end > 1 { doubled.look(between: last, token) }
        if token.kind == .mark { before(token, at: index, last, block, &report) }
      } else if last.kind == .mark {
        missing.behindMark(at: index, &report)
      }
      if token.flags.contains(.special) { MissingBlank.inside(token, block, &report) }
      last = token
    }
    doubled.endLine(&report)
    lineEnd(block, last, &report)
  }

  private static var telling: Token.Flags { [.spaceBefore, .lineStart, .special] }

  /// A blank before a mark.
  private func before(
    _ token: Token, at index: Int, _ last: Token, _ block: BlockContext, _ report: inout Report
  ) {
    switch token.hash {
    case 0x2C, 0x3B, 0x29: break
    case 0x2E, 0x3A:
      // ` .5`, ` ...`, ` .org`; `1 : 2`
      let next = index + 1
      guard next < block.tokens.count else { break }
      if token.isMark(0x2E), !block.tokens[next].hasSpaceBefore { return }
      if last.kind == .number, block.tokens[next].kind == .number { return }
    default: return
    }
    switch last.kind {
    case .word, .number, .opaque: break
    case .quote where !last.hasSpaceBefore: break
    case .mark where last.isMark(0x29) || last.isMark(0x5D): break
    default: return
    }
    guard let blanks = block.blanks(last.end, Int(token.start)) else { return }
    let mark = block.string(token.span)
    report.add(
      "no blank stands before `\(mark)`", at: blanks,
      fixes: [.delete(blanks, title: "Delete the blank before `\(mark)`")])
  }

  /// Blanks at a line's end; two or more plain ones break the line in Markdown.
  private func lineEnd(_ block: BlockContext, _ last: Token, _ report: inout Report) {
    var end = last.end
    while end < block.length, !block.endsLine(end) { end += 1 }
    var start = end
    var hard = 0
    while start > last.end {
      let length = block.blankLength(endingAt: start)
      guard length > 0 else { break }
      if block.byte(start - 1) == 0x20 { hard += 1 }
      start -= length
    }
    guard start < end, hard < 2 else { return }
    let blanks = Span(start, end)
    report.add(
      "a blank at the line end means nothing", at: blanks, severity: .hint,
      fixes: [.delete(blanks, title: "Delete the blank at the line end")])
  }
}
