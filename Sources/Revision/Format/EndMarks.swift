internal import Grammar
internal import Syntax
internal import TextModel

/// The mark at the end of each labelled paragraph, by its place: `;` between items, `,` at the end of a
/// clause, `.` at the end of the text, `:` before a list (CONVENTIONS 1.7). Only where a paragraph ends
/// with exactly one of them already, outside quotation marks.
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
        guard let mark = outline.mark(of: paragraph),
          let wanted = Self.mark(paragraph, range, isLast, tree), mark.mark != wanted,
          !(mark.mark == 0x3A || wanted == 0x3A)
        else { continue }
        edits.append(TextEdit(range: mark.span.range, replacement: [wanted]))
      }
    }
    return edits
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
