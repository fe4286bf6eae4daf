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

  private static func isPageNumber(_ tokens: Slice<TokenList>) -> Bool {
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

  private static let resolution = wordHash("resolution")
  private static let decision = wordHash("decision")

  /// Index of the token ANNEX, in capitals like what follows it: behind a full stop `ANNEX TO` or
  /// `ANNEX 1 TO`; anywhere the whole `ANNEX TO RESOLUTION`.
  func position() -> Int? {
    let tokens = block.tokens
    guard tokens.count > 3 else { return nil }
    // The word is one that a citation may begin with.
    var next = block.index.citations.next(from: 1)
    while next < tokens.count - 1 {
      let i = next
      next = block.index.citations.next(from: i + 1)
      let token = tokens[i]
      guard token.hash == Self.annex, token.flags.contains(.capitals) else { continue }
      let to = tokens[i + 1].kind == .number ? i + 2 : i + 1
      guard to < tokens.count, tokens[to].hash == Self.to, tokens[to].flags.contains(.capitals)
      else { continue }
      if tokens[i - 1].isMark(0x2E) { return i }
      guard to + 1 < tokens.count, tokens[to + 1].flags.contains(.capitals) else { continue }
      if tokens[to + 1].hash == Self.resolution || tokens[to + 1].hash == Self.decision {
        return i
      }
    }
    return nil
  }

  /// Index of the last token of the paragraph that the annex is glued to: page numbers and running
  /// heads between them belong to neither.
  func end(before annex: Int) -> Int {
    for i in stride(from: annex - 1, through: max(0, annex - 8), by: -1)
    where ParagraphEnd.endMark(block.tokens[i]) != 0 {
      return i
    }
    return annex - 1
  }
}
