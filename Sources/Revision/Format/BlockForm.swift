internal import Syntax
internal import TextModel

/// The beginning of an item's first line, taken apart.
struct BlockForm {
  /// Indentation, list mark and the blank behind it.
  var head: [UInt8]
  /// Marks of emphasis around the label.
  var emphasis = 0
  /// Blanks between label and text.
  var gap: [UInt8] = []
  /// The label without emphasis; empty for a bullet.
  var label = Span.none
  /// From the line's first byte to the text.
  var range: Range<Int>

  /// `nil` where something stands there that is none of these: an anchor, emphasis over label and text.
  init?(_ outline: Outline, _ index: Int) {
    let section = outline.section
    let block = section.blocks[index]
    let start = section.starts[index]
    var at = start
    func skipBlanks() {
      while outline.isBlank(outline.byte(at)) { at += 1 }
    }
    skipBlanks()
    if block.listMark >= 0 {
      at = start + Int(block.listMark)
      guard outline.isBlank(between: start, and: at) else { return nil }
      let byte = outline.byte(at)
      at += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
      skipBlanks()
    }
    head = Array(section.bytes[start..<at])
    guard let own = block.label else {
      guard block.kind == .bullet, !block.content.isEmpty else { return nil }
      range = start..<at
      // Emphasis before the text belongs to the text.
      return
    }
    label = own.span.shifted(by: start)
    guard label.lower >= at else { return nil }
    for i in at..<label.lower {
      guard outline.writer.isEmphasis(i) else { return nil }
      emphasis += 1
    }
    at = label.upper
    var closing = 0
    while closing < emphasis, outline.writer.isEmphasis(at) {
      closing += 1
      at += 1
    }
    guard closing == emphasis,
      emphasis == 0 || outline.byte(label.upper) == outline.byte(label.lower - 1)
    else { return nil }
    for i in label.range where outline.writer.isEmphasis(i) { return nil }
    let from = at
    skipBlanks()
    // A label alone on its line keeps what stands behind it.
    guard at < outline.end(ofBlock: index), outline.byte(at) != 0x0A, outline.byte(at) != 0x0D,
      outline.byte(at) != 0xC2 || outline.byte(at + 1) != 0xA0
    else { return nil }
    gap = Array(section.bytes[from..<at])
    range = start..<at
  }
}
