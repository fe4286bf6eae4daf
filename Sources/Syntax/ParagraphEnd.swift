internal import TextModel

/// Where the words of a block end and with which mark, footnotes and page numbers left out.
struct ParagraphEnd {
  /// Bytes from the start of the block, behind the last mark or word.
  var offset: Int
  /// The mark, or 0.
  var mark: UInt8
  var markStart: Int

  init(block: Block, view: ByteView) {
    var i = block.tokens.count
    while i > 0 {
      let token = block.tokens[i - 1]
      if token.flags.contains(.footnote) || token.kind == .footnoteMark {
        i -= 1
      } else if i > 3, Self.isPageNumber(block.tokens[(i - 3)..<i]) {
        i -= 3
      } else {
        break
      }
    }
    guard i > 0 else {
      offset = block.content.upper
      mark = 0
      markStart = offset
      return
    }
    var token = block.tokens[i - 1]
    // A mark inside closing quotation marks or brackets ends the paragraph too.
    if token.kind == .quote, i > 1, Self.endMark(block.tokens[i - 2]) != 0 {
      token = block.tokens[i - 2]
    }
    mark = Self.endMark(token)
    offset = mark == 0 ? block.tokens[i - 1].end : token.end
    markStart = Int(token.start)
  }

  private static func isPageNumber(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return false }
    let middle = tokens[tokens.startIndex + 1]
    return first.kind == .dash && first.hash > 0x7F && middle.kind == .number
      && last.kind == .dash && last.hash > 0x7F && first.hasSpaceBefore
  }

  static func endMark(_ token: Token) -> UInt8 {
    switch token.kind {
    case .mark:
      switch token.hash {
      case 0x2C, 0x2E, 0x3A, 0x3B: return UInt8(truncatingIfNeeded: token.hash)
      default: return 0
      }
    case .fullWidth:
      switch token.hash {
      case 0xFF0C, 0x3001: return 0x2C
      case 0xFF1B: return 0x3B
      case 0xFF1A: return 0x3A
      case 0x3002, 0xFF0E: return 0x2E
      default: return 0
      }
    default: return 0
    }
  }
}

/// Finds an annex title that a converter glued to the end of a paragraph.
struct GluedAnnex {
  let block: Block

  private static let annex = wordHash("annex")
  private static let to = wordHash("to")

  /// Index of the token ANNEX, behind a full stop and before TO or a number with TO.
  func position() -> Int? {
    let tokens = block.tokens
    guard tokens.count > 3 else { return nil }
    for i in 1..<(tokens.count - 1) {
      let token = tokens[i]
      guard token.hash == Self.annex, token.flags.contains(.capitals), tokens[i - 1].isMark(0x2E)
      else { continue }
      let next = tokens[i + 1]
      if next.hash == Self.to, next.flags.contains(.capitals) { return i }
      if next.kind == .number, i + 2 < tokens.count, tokens[i + 2].hash == Self.to { return i }
    }
    return nil
  }
}
