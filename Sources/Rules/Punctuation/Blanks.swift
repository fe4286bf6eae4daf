internal import Syntax

extension BlockContext {
  var length: Int { block.length }

  func endsLine(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte == 0x0A || byte == 0x0D
  }

  /// Bytes of the space, tab or no-break space at an offset, or 0.
  func blankLength(at offset: Int) -> Int {
    switch byte(offset) {
    case 0x20, 0x09: 1
    case 0xC2 where byte(offset + 1) == 0xA0: 2
    default: 0
    }
  }

  func blankLength(endingAt offset: Int) -> Int {
    switch byte(offset - 1) {
    case 0x20, 0x09: 1
    case 0xA0 where byte(offset - 2) == 0xC2: 2
    default: 0
    }
  }

  /// The one run of blanks between two offsets that have nothing else between them but marks of
  /// emphasis; `nil` where there is markup, a tab or more than one run.
  func blanks(_ start: Int, _ end: Int) -> Span? {
    var run: Span?
    var offset = start
    while offset < end {
      let length = blankLength(at: offset)
      let byte = byte(offset)
      if length == 0 {
        guard byte == 0x2A || byte == 0x5F else { return nil }
        offset += 1
        continue
      }
      guard byte != 0x09 else { return nil }
      if let open = run {
        guard open.upper == offset else { return nil }
        run = Span(open.lower, offset + length)
      } else {
        run = Span(offset, offset + length)
      }
      offset += length
    }
    return run
  }
}

/// Finds runs of blanks within a line. Long ones, or several, set columns and are left alone.
struct DoubledBlanks {
  private let block: BlockContext
  private let isColumns: Bool
  private var runs: [Span] = []
  private var wide = 0

  init(_ block: BlockContext) {
    self.block = block
    switch block.block.kind {
    case .title, .proposal, .formula, .annexTitle, .sectionTitle: isColumns = true
    default: isColumns = false
    }
  }

  mutating func look(between last: Token, _ token: Token) {
    if isColumns || token.kind == .footnoteMark || Self.isMathematical(last)
      || Self.isMathematical(token)
    {
      return
    }
    guard let run = block.blanks(last.end, Int(token.start)), !isMerged(token), !isMerged(last)
    else { return }
    var count = 0
    var offset = run.lower
    while offset < run.upper {
      offset += max(1, block.blankLength(at: offset))
      count += 1
    }
    guard count > 1 else { return }
    runs.append(run)
    if count > 3 { wide += 2 } else if count == 3 { wide += 1 }
  }

  mutating func endLine(_ report: inout Report) {
    guard !runs.isEmpty else { return }
    if wide < 2 {
      for run in runs {
        report.add(
          "one blank belongs here", at: run,
          fixes: [.replace(run, with: " ", title: "Leave one blank")])
      }
    }
    runs.removeAll()
    wide = 0
  }

  /// `AiresDubai`: deleted and inserted words run together, which explains the blanks too.
  private func isMerged(_ token: Token) -> Bool {
    guard token.kind == .word, token.length > 5 else { return false }
    var small = 0
    for offset in Int(token.start)..<token.end {
      let byte = block.byte(offset)
      if byte &- 0x61 < 26 { small += 1 } else if byte &- 0x41 < 26, small > 2 { return true }
    }
    return false
  }

  private static func isMathematical(_ token: Token) -> Bool {
    switch token.kind {
    case .symbol: token.hash != 0x2026
    case .mark: token.isMark(0x3D) || token.isMark(0x2B) || token.isMark(0x3C) || token.isMark(0x3E)
    default: false
    }
  }
}
