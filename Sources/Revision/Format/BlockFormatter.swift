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

/// The edits of one block and of the gap behind it.
struct BlockFormatter {
  let outline: Outline
  let dialect: Dialect
  let index: Int
  private var section: Section { outline.section }
  private var block: Block { section.blocks[index] }

  init(_ outline: Outline, _ dialect: Dialect, _ index: Int) {
    self.outline = outline
    self.dialect = dialect
    self.index = index
  }

  var edits: [TextEdit] {
    switch block.kind {
    case .item, .bullet: return beginning + ending
    case .text, .formula: return ending
    case .heading: return heading + ending
    default: return []
    }
  }

  private var paragraph: Paragraph? {
    let paragraphs = outline.tree.paragraphs
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].block < index { low = middle + 1 } else { high = middle }
    }
    return low < paragraphs.count && paragraphs[low].block == index ? paragraphs[low] : nil
  }

  // MARK: - Labels

  /// Indentation, list mark, label and the blank behind it.
  private var beginning: [TextEdit] {
    guard let paragraph, paragraph.clause >= 0, paragraph.annex < 0,
      let form = BlockForm(outline, index)
    else { return [] }
    guard paragraph.isLabelled else {
      guard let head = dialect.bullet(level: paragraph.level) else { return [] }
      return [TextEdit(range: form.range, replacement: head)]
    }
    let letters = paragraph.form == .letter || paragraph.form == .roman
    let marks =
      letters
      ? Array(repeating: UInt8(0x2A), count: dialect.emphasisesLabels ? max(1, form.emphasis) : 0)
      : Array(repeating: UInt8(0x2A), count: form.emphasis)
    let head = dialect.head(level: paragraph.level) ?? form.head
    let label = section.bytes[form.label.range]
    return [
      TextEdit(
        range: form.range, replacement: head + marks + label + marks + dialect.labelGap)
    ]
  }

  // MARK: - Headings

  /// The same marks of emphasis around all clause headings, no indentation.
  private var heading: [TextEdit] {
    guard let heading = block.heading, heading.known, !heading.capital,
      Int(heading.textStart) >= block.content.upper
    else { return [] }
    let start = section.starts[index]
    let end = outline.end(ofBlock: index)
    let span = heading.span.shifted(by: start)
    let before = section.bytes[start..<span.lower]
    let after = section.bytes[span.upper..<max(span.upper, end)]
    // Marks that answer each other and blanks; an anchor or a punctuation mark stays.
    let opening = before.filter { !outline.isBlank($0) }
    let closing = after.filter { !outline.isBlank($0) }
    guard opening.allSatisfy({ $0 == 0x2A || $0 == 0x5F }),
      opening.elementsEqual(closing.reversed()),
      opening.count <= 1, block.listMark < 0
    else { return [] }
    let marks: [UInt8] =
      dialect.emphasisesHeadings ? (opening.isEmpty ? [0x2A] : Array(opening)) : []
    return [
      TextEdit(range: start..<span.lower, replacement: marks),
      TextEdit(range: span.upper..<max(span.upper, end), replacement: marks),
    ]
  }

  // MARK: - Gaps

  /// No blanks at the end of the block, and the same gap behind it as behind the others.
  private var ending: [TextEdit] {
    let end = outline.end(ofBlock: index)
    let next = section.start(ofBlock: index + 1)
    guard index + 1 < section.blocks.count else { return [] }
    switch section.blocks[index + 1].kind {
    case .item, .bullet, .text, .heading: break
    default: return []
    }
    guard isBody(index + 1), isBody(index) || block.kind == .formula else { return [] }
    // A paragraph that goes on in the next block was cut by a converter.
    if section.blocks[index + 1].kind == .text, block.kind != .heading, block.kind != .formula {
      return []
    }
    // A no-break space or a form feed there is no gap of ours.
    guard section.bytes[end..<next].allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }),
      next > end
    else { return [] }
    return [TextEdit(range: end..<next, replacement: dialect.gap)]
  }

  /// In a clause, not in an annex.
  private func isBody(_ index: Int) -> Bool {
    let start = section.starts[index]
    guard let first = outline.tree.clauses.first else { return false }
    let end = outline.tree.annexes.first?.span.lower ?? section.bytes.count
    return index >= first.block && start < end
  }
}
