internal import Syntax
internal import TextModel

/// Text as a reader sees it: no marks of emphasis, footnote marks or anchors, blanks folded.
struct PlainText {
  let section: Section

  func text(_ span: Span) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(span.count)
    section.bytes.withByteView { view in
      let first = section.block(at: span.lower)
      var index = first
      while index < section.blocks.count, section.starts[index] < span.upper {
        append(section.blocks[index], section.starts[index], span, view, &out)
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Index of the first token that begins at an offset or behind it: a block may be a whole text long.
  private func first(of tokens: TokenList, from offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func append(
    _ block: Block, _ start: Int, _ span: Span, _ view: ByteView, _ out: inout [UInt8]
  ) {
    let tokens = block.tokens
    for index in first(of: tokens, from: span.lower - start)..<tokens.count {
      let token = tokens[index]
      let from = Int(token.start) + start
      if from >= span.upper { break }
      guard token.end + start <= span.upper else { continue }
      if token.kind == .footnoteMark { continue }
      if token.flags.contains(.footnote), block.kind != .footnote { continue }
      if token.hasSpaceBefore, !out.isEmpty { out.append(0x20) }
      for i in from..<(token.end + start) {
        let byte = view[i]
        if byte == 0x2A && token.kind == .word { continue }
        // Soft hyphens go, hyphens that must not break become plain ones.
        if byte == 0xAD, view[i - 1] == 0xC2 {
          out.removeLast()
          continue
        }
        out.append(byte)
      }
    }
  }
}
