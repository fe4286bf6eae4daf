internal import Syntax
internal import TextModel

/// A mark that leads to a footnote: `<sup>1</sup>`, `[^1]`, `[footnoteRef:1]`, `¹`.
struct FootnoteMark {
  /// As written, from the section's start.
  var span: Span
  /// What mark and footnote have in common: `1`.
  var key: [UInt8]

  init(_ span: Span, in section: Section) {
    self.span = span
    key = section.bytes.withByteView { Self.key($0.slice(span.lower, span.upper)) }
  }

  /// The footnote that a mark means: of several with the same mark, as annexes have, the first behind
  /// it, else the last before.
  func footnote(in tree: Resolution, _ section: Section) -> Int? {
    guard !key.isEmpty else { return nil }
    let all = tree.footnotes.indices.filter {
      FootnoteMark(tree.footnotes[$0].mark, in: section).key == key
    }
    return all.first { tree.footnotes[$0].mark.lower > span.lower } ?? all.last
  }

  static func at(_ offset: Int, in part: Part) -> FootnoteMark? {
    let section = part.section
    let touched = section.block(at: offset)
    guard section.blocks.indices.contains(touched) else { return nil }
    let start = section.start(ofBlock: touched)
    let block = section.blocks[touched]
    guard block.kind != .footnote, block.contents.contains(.footnoteMarks) else { return nil }
    let tokens = block.tokens
    guard
      let index = tokens.last(startingAtOrBefore: offset - start, { Int($0.start) })
    else { return nil }
    // The caret may stand between the mark and what follows without a blank.
    for index in [index, index - 1] where tokens.indices.contains(index) {
      let span = tokens[index].span.shifted(by: start)
      if tokens[index].kind == .footnoteMark, span.touches(offset) {
        return FootnoteMark(span, in: section)
      }
    }
    return nil
  }

  /// All marks in the running text, in its order.
  static func all(in part: Part) -> [FootnoteMark] {
    var marks: [FootnoteMark] = []
    for (index, block) in part.section.blocks.enumerated()
    where block.kind != .footnote && block.contents.contains(.footnoteMarks) {
      let start = part.section.start(ofBlock: index)
      for token in block.tokens where token.kind == .footnoteMark {
        marks.append(FootnoteMark(token.span.shifted(by: start), in: part.section))
      }
    }
    return marks
  }

  /// Letters and digits outside of tags, superscript digits as plain ones, behind a colon only.
  private static func key(_ view: ByteView) -> [UInt8] {
    var key: [UInt8] = []
    var inTag = false
    var i = 0
    while i < view.count {
      let byte = view[i]
      i += 1
      switch byte {
      case 0x3C: inTag = true
      case 0x3E: inTag = false
      case 0x3A where !inTag: if i < view.count { key.removeAll() }
      case 0xC2 where view[i] == 0xB9 || view[i] == 0xB2 || view[i] == 0xB3:
        key.append(view[i] == 0xB9 ? 0x31 : view[i] &- 0x80)
        i += 1
      case 0xE2 where view[i] == 0x81 && view[i + 1] & 0xF0 == 0xB0:
        key.append(view[i + 1] &- 0x80)
        i += 2
      default:
        if !inTag, isASCIILetter(byte) || isASCIIDigit(byte) { key.append(asciiLower(byte)) }
      }
    }
    return key
  }
}
