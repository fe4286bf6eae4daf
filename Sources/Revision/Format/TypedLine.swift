internal import Grammar
public import Semantics
internal import Syntax
public import TextModel

/// What is written for the author while the text is typed. Offsets count from the section.
public struct TypedLine {
  private let outline: Outline
  private var tree: Resolution { outline.tree }

  public init(_ meaning: SectionMeaning) { outline = Outline(meaning) }

  /// On a new line behind a labelled paragraph: the next label behind `;`, the first of a list below
  /// behind `:`. Nothing behind another mark: a comma or a full stop ends the list, a word a line.
  ///
  /// - Parameter caret: on the new line.
  public func newLine(at caret: Int) -> TextEdit? {
    let section = outline.section
    guard caret > 0, caret <= section.bytes.count, isBlankLine(caret) else { return nil }
    let index = tree.paragraphs.lastIndex { $0.end <= caret }
    guard let index, tree.paragraphs[index].clause >= 0 else { return nil }
    let paragraph = tree.paragraphs[index]
    let between = section.bytes[paragraph.end..<caret]
    // One new line: a second one ends the list.
    guard between.count(where: { $0 == 0x0A }) == 1,
      between.allSatisfy({ outline.isBlank($0) || $0 == 0x0A || $0 == 0x0D }),
      let next = label(after: index)
    else { return nil }
    let lineStart = section.bytes[..<caret].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let gap = Dialect(outline).gap.count > outline.newline.count ? outline.newline : []
    return TextEdit(range: lineStart..<caret, replacement: gap + next)
  }

  private func label(after index: Int) -> [UInt8]? {
    let paragraph = tree.paragraphs[index]
    let part = tree.clauses[paragraph.clause].part
    switch paragraph.endMark {
    case 0x3B:
      guard var label = outline.label(of: index), label.value > 0 else { return nil }
      label.value += 1
      label.suffix = 0
      return Typing(outline, like: index).line(label)
    case 0x3A:
      guard paragraph.isLabelled else { return nil }
      let form = outline.form(part: part, level: paragraph.level + 1)
      guard form != paragraph.form else { return nil }
      let label = NewLabel(form: form, value: 1)
      return Typing(outline, form: form, part: part).line(label)
    default: return nil
    }
  }

  private func isBlankLine(_ caret: Int) -> Bool {
    var lower = caret
    while lower > 0, outline.isBlank(outline.byte(lower - 1)) { lower -= 1 }
    var upper = caret
    while outline.isBlank(outline.byte(upper)) { upper += 1 }
    let before = lower == 0 ? 0x0A : outline.byte(lower - 1)
    let after = upper >= outline.section.bytes.count ? 0x0A : outline.byte(upper)
    return before == 0x0A && (after == 0x0A || after == 0x0D)
  }

  /// The mark that belongs behind a paragraph by its place, where a full stop or a semicolon was typed: a
  /// colon before a list below, a semicolon before the next labelled paragraph, a comma for a full stop
  /// at a clause's end before another clause. A semicolon there stays: the author may go on with the list.
  /// Behind a short word ("No.", "Rev.", "etc.") a full stop may end an abbreviation, so it stays.
  ///
  /// - Parameter caret: behind the mark.
  public func endMark(at caret: Int) -> TextEdit? {
    guard let index = tree.paragraphs.firstIndex(where: { $0.endSpan.upper == caret }),
      tree.paragraphs[index].annex < 0, let mark = outline.mark(of: index),
      mark.mark == 0x2E || mark.mark == 0x3B,
      let wanted = wantedMark(behind: index, typed: mark.mark),
      wanted != mark.mark
    else { return nil }
    if mark.mark == 0x2E {
      var start = mark.span.lower
      while start > 0, isASCIILetter(outline.byte(start - 1)) { start -= 1 }
      guard mark.span.lower - start > 4 else { return nil }
    }
    return TextEdit(range: mark.span.range, replacement: [wanted])
  }

  /// `nil` where the place does not say.
  private func wantedMark(behind index: Int, typed: UInt8) -> UInt8? {
    let paragraph = tree.paragraphs[index]
    guard tree.clauses.indices.contains(paragraph.clause) else { return nil }
    let next = index + 1
    if tree.clauses[paragraph.clause].paragraphs.contains(next) {
      guard tree.paragraphs[next].isLabelled else { return nil }
      if tree.paragraphs[next].parent == index { return 0x3A }
      return paragraph.isLabelled ? 0x3B : nil
    }
    let body = tree.bodyClauses
    guard typed == 0x2E, paragraph.clause + 1 < body.endIndex else { return nil }
    return 0x2C
  }
}
