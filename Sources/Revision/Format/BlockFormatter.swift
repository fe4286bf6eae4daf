internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// The edits of one block and of the gap behind it.
struct BlockFormatter {
  let outline: Outline
  let dialect: Dialect
  let endsText: Bool
  let index: Int
  private var section: Section { outline.section }
  private var block: Block { section.blocks[index] }

  init(_ outline: Outline, _ dialect: Dialect, endsText: Bool, _ index: Int) {
    self.outline = outline
    self.dialect = dialect
    self.endsText = endsText
    self.index = index
  }

  var edits: [TextEdit] {
    switch block.kind {
    case .item, .bullet: return beginning + ending
    case .text, .formula: return ending
    case .heading: return heading + ending
    case .title, .proposal, .annexTitle, .sectionTitle, .markdownHeading, .footnote, .closing:
      return narrowed
    case .blank, .furniture, .table, .comment, .code: return []
    }
  }

  /// Index in `Resolution.paragraphs`.
  private func paragraph(_ block: Int) -> Int? {
    let paragraphs = outline.tree.paragraphs
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].block < block { low = middle + 1 } else { high = middle }
    }
    return low < paragraphs.count && paragraphs[low].block == block ? low : nil
  }

  // MARK: - Labels

  /// Indentation, list mark, label and the blank behind it.
  private var beginning: [TextEdit] {
    guard let number = paragraph(index) else { return [] }
    let paragraph = outline.tree.paragraphs[number]
    guard paragraph.clause >= 0, paragraph.annex < 0, let form = BlockForm(outline, index) else {
      return []
    }
    let place = outline.place(of: number)
    let head = dialect.head(of: place) ?? form.head
    guard paragraph.isLabelled else { return [TextEdit(range: form.range, replacement: head)] }
    let letters = paragraph.form == .letter || paragraph.form == .roman
    let wanted = letters ? dialect.emphasisesLabel(at: place) : form.emphasis > 0
    let marks = Array(repeating: UInt8(0x2A), count: wanted ? max(1, form.emphasis) : 0)
    let label = label(of: paragraph) ?? Array(section.bytes[form.label.range])
    return [
      TextEdit(
        range: form.range, replacement: head + marks + label + marks + dialect.labelGap)
    ]
  }

  /// The label with the bracket that it has by convention: `(a)` is `a)`, `1.` and `1)` are
  /// `1`. `nil` where it has it, or where the place takes no such label.
  private func label(of paragraph: Paragraph) -> [UInt8]? {
    guard let label = paragraph.label, !label.capital, !label.otherScript, label.suffix == 0,
      paragraph.ordinal > 0
    else { return nil }
    let style: NumberingStyle
    switch paragraph.form {
    case .letter where label.closing != .bracket: style = .letterBracket
    case .roman where label.closing != .bracket: style = .romanBracket
    case .digit where label.closing != .none: style = .digit
    default: return nil
    }
    let part: Numbering.Part =
      outline.tree.clauses[paragraph.clause].part == .preambular ? .preambular : .operative
    guard outline.meaning.profile.styles(part: part, level: paragraph.level).contains(style) else {
      return nil
    }
    return Array(LabelText.standard(paragraph.ordinal, paragraph.form).utf8)
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
    guard index + 1 < section.blocks.count else { return narrowed }
    let following = section.blocks[index + 1].kind
    switch following {
    case .item, .bullet, .heading: break
    // A paragraph that goes on in the next block was cut by a converter.
    case .text where block.kind == .heading || block.kind == .formula: break
    case .text: return []
    default: return narrowed
    }
    guard isBody(index + 1), isBody(index) || block.kind == .formula else { return narrowed }
    guard let gap = gapBehind, !gap.isEmpty else { return [] }
    let isList = isListLine(index) && isListLine(index + 1)
    return [TextEdit(range: gap, replacement: isList ? dialect.listGap : dialect.gap)]
  }

  /// Whether a block will begin with a list mark.
  private func isListLine(_ index: Int) -> Bool {
    guard let number = paragraph(index), outline.tree.paragraphs[number].clause >= 0,
      BlockForm(outline, index) != nil, let head = dialect.head(of: outline.place(of: number))
    else { return section.blocks[index].listMark >= 0 }
    return head.contains { $0 > 0x20 }
  }

  /// Several blank lines become one; at the end of the text none is left.
  private var narrowed: [TextEdit] {
    guard let gap = gapBehind else { return [] }
    if index + 1 == section.blocks.count, endsText {
      return [TextEdit(range: gap, replacement: outline.newline)]
    }
    if index + 1 < section.blocks.count {
      switch section.blocks[index + 1].kind {
      case .furniture, .table, .comment, .code, .blank: return []
      default: break
      }
    }
    guard section.bytes[gap].count(where: { $0 == 0x0A }) > 2 else { return [] }
    return [TextEdit(range: gap, replacement: outline.newline + outline.newline)]
  }

  /// What stands between the block and the next one; `nil` where that is more than a gap: a no-break
  /// space, a form feed.
  private var gapBehind: Range<Int>? {
    let end = outline.end(ofBlock: index)
    let next = section.start(ofBlock: index + 1)
    guard end <= next,
      section.bytes[end..<next].allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) })
    else { return nil }
    return end..<next
  }

  /// In a clause, not in an annex.
  private func isBody(_ index: Int) -> Bool {
    let start = section.starts[index]
    guard let first = outline.tree.clauses.first else { return false }
    let end = outline.tree.annexes.first?.span.lower ?? section.bytes.count
    return index >= first.block && start < end
  }
}
