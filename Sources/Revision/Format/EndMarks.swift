internal import Grammar
internal import Syntax
internal import TextModel

/// The mark at the end of each labelled paragraph, by its place: `;` between items, `,` at the end of a
/// clause, `.` at the end of the text, `:` before a list (CONVENTIONS 1.7). Where a paragraph ends with
/// exactly one of them already, outside quotation marks, or with a word among others of its list that
/// end with a mark.
struct EndMarks {
  let outline: Outline

  init(_ outline: Outline) { self.outline = outline }

  var edits: [TextEdit] {
    let tree = outline.tree
    let clauses = tree.bodyClauses
    var edits: [TextEdit] = []
    for index in clauses.indices {
      let range = clauses[index].paragraphs
      let isLast = index == clauses.endIndex - 1
      // A clause with plain paragraphs among labelled ones, or one that runs on into another, is not
      // read for certain.
      guard
        range.allSatisfy({
          range.count == 1 || tree.paragraphs[$0].isLabelled || tree.paragraphs[$0].kind == .bullet
        })
      else { continue }
      for paragraph in range {
        guard let wanted = Self.mark(paragraph, range, isLast, tree), wanted != 0x3A else {
          continue
        }
        if wanted != 0x2E, let place = missing(paragraph, range) {
          edits.append(TextEdit(range: place..<place, replacement: [wanted]))
        }
        guard let mark = outline.mark(of: paragraph), mark.mark != wanted, mark.mark != 0x3A else {
          continue
        }
        edits.append(TextEdit(range: mark.span.range, replacement: [wanted]))
      }
    }
    return edits
  }

  /// Where the mark of a paragraph goes that ends with a word; `nil` where it may be cut short, or
  /// where the others of its list do not end with `;` either.
  private func missing(_ index: Int, _ range: Range<Int>) -> Int? {
    let paragraph = outline.tree.paragraphs[index]
    let siblings = outline.siblings(of: index)
    guard paragraph.endMark == 0, paragraph.isLabelled, !paragraph.text.isEmpty,
      paragraph.block == paragraph.lastBlock, outline.runsOn(siblings), siblings.count > 1,
      siblings.contains(where: { outline.mark(of: $0)?.mark == 0x3B }),
      siblings.allSatisfy({ sibling in
        let mark = outline.mark(of: sibling)?.mark
        return outline.tree.paragraphs[sibling].endMark == 0 || mark == 0x3B || mark == 0x3A
          || sibling == siblings.last && mark != nil
      })
    else { return nil }
    let block = outline.section.blocks[paragraph.block]
    let start = outline.section.starts[paragraph.block]
    guard paragraph.end == outline.end(ofBlock: paragraph.block), let last = block.tokens.last,
      last.end + start == paragraph.end, last.kind == .word || last.isMark(0x29),
      // "; and"
      block.tokens.dropLast().last?.kind != .mark || last.isMark(0x29)
    else { return nil }
    return paragraph.end
  }

  /// The mark that the place of a paragraph asks for.
  static func mark(_ index: Int, _ range: Range<Int>, _ isLast: Bool, _ tree: Resolution) -> UInt8?
  {
    let next = index + 1
    if next < range.upperBound { return tree.paragraphs[next].parent == index ? 0x3A : 0x3B }
    // A text whose last clause is of the preamble is not finished.
    if isLast,
      let clause = tree.clauses.indices.contains(tree.paragraphs[index].clause)
        ? tree.clauses[tree.paragraphs[index].clause] : nil
    {
      return clause.part == .operative ? 0x2E : nil
    }
    return 0x2C
  }
}
