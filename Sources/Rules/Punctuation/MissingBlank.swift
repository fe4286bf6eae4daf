internal import Syntax

/// Finds words that touch: behind a mark, or a small word and a number.
struct MissingBlank {
  private let block: BlockContext

  init(_ block: BlockContext) { self.block = block }

  /// - Parameter index: of a token that follows a mark with no blank between them.
  func behindMark(at index: Int, _ report: inout Report) {
    let tokens = block.tokens
    guard index > 1 else { return }
    let token = tokens[index]
    let mark = tokens[index - 1]
    let before = tokens[index - 2]
    guard !mark.hasSpaceBefore, token.mayLackBlank(behind: mark.parting),
      isTouching(mark, token)
    else { return }
    switch mark.hash {
    case 0x3B:
      guard isEnd(before) else { return }
      // `&amp;`
      if index > 2, tokens[index - 3].isMark(0x26) { return }
    case 0x2C:
      guard isWord(token), isEnd(before), !isShort(before) else { return }
      if isASCIIDigit(block.byte(Int(token.start))) { return }
    case 0x3A:
      guard isWord(token), isEnd(before), before.kind != .number else { return }
      if isShort(before) || isCode(before) || isCode(token) || isFollowed(by: 0x3A, index) {
        return
      }
    case 0x2E:
      guard isWord(token), endsSentence(before), !isFollowed(by: 0x2E, index) else { return }
    case 0x29:
      guard Self.small.contains(token.hash), before.length > 2 else { return }
    default: return
    }
    Self.add(mark.end, "a blank is missing behind `\(block.string(mark.span))`", &report)
  }

  /// A word with a digit in it: `the70th`, `in2018`.
  static func inside(_ token: Token, _ block: BlockContext, _ report: inout Report) {
    guard token.kind == .word, token.length > 2, token.length < 16 else { return }
    let start = Int(token.start)
    var offset = start
    while offset < token.end, isASCIILetter(block.byte(offset)), offset < start + 5 { offset += 1 }
    let number = offset
    while offset < token.end, isASCIIDigit(block.byte(offset)) { offset += 1 }
    guard number > start + 1, offset > number,
      small.contains(wordHash(block.string(Span(start, number))))
    else { return }
    if offset < token.end {
      let rest = block.string(Span(offset, token.end))
      guard ["st", "nd", "rd", "th"].contains(rest) else { return }
    }
    add(number, "a blank is missing before the number", &report)
  }

  private static func add(_ offset: Int, _ message: String, _ report: inout Report) {
    report.add(
      message, at: Span(offset, offset),
      fixes: [.insert(" ", at: offset, title: "Insert a blank")])
  }

  /// Nothing stands between them but marks of emphasis.
  private func isTouching(_ left: Token, _ right: Token) -> Bool {
    var offset = left.end
    while offset < Int(right.start) {
      let byte = block.byte(offset)
      guard byte == 0x2A || byte == 0x5F else { return false }
      offset += 1
    }
    return true
  }

  private func isFollowed(by mark: UInt8, _ index: Int) -> Bool {
    let tokens = block.tokens
    guard index + 1 < tokens.count else { return false }
    return tokens[index + 1].isMark(mark) && !tokens[index + 1].hasSpaceBefore
      && index + 2 < tokens.count && !tokens[index + 2].hasSpaceBefore
  }

  /// What a part of a sentence can end with.
  private func isEnd(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .number, .quote: true
    case .mark: token.isMark(0x29) || token.isMark(0x5D)
    default: false
    }
  }

  /// A word, not a variable.
  private func isWord(_ token: Token) -> Bool { token.kind == .word && token.length > 1 }

  private func isShort(_ token: Token) -> Bool { token.kind == .word && token.length < 2 }

  /// Part of a document's symbol: `PP-18:A1`.
  private func isCode(_ token: Token) -> Bool {
    token.flags.contains(.special) || token.flags.contains(.capitals)
  }

  private func endsSentence(_ token: Token) -> Bool {
    switch token.kind {
    case .word: token.length > 3 && !isCode(token)
    case .quote: true
    case .mark: token.isMark(0x29)
    default: false
    }
  }

  private static let small = WordSet(
    words: [
      "the", "of", "in", "on", "at", "to", "by", "for", "from", "and", "its", "with", "this",
      "that",
      "as", "which", "is", "are",
    ])
}

private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
private func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
