internal import Revision
internal import Syntax
internal import TextModel

/// A paragraph without a label between labelled ones.
struct MissingLabel {
  /// Index in `Resolution.paragraphs`.
  var paragraph: Int
  /// Index of the labelled paragraph before it in the clause, or -1.
  var previous: Int
  /// Index of a labelled paragraph of the same clause, whose form the label would have.
  var sibling: Int
  /// The value that belongs there.
  var expected: Int

  static func all(in text: SectionContext) -> [MissingLabel] {
    var found: [MissingLabel] = []
    for number in text.tree.bodyClauses.indices
    where text.tree.clauses[number].paragraphs.count > 1 {
      let range = text.tree.clauses[number].paragraphs
      let labelled = range.first { isLabelled(text.tree.paragraphs[$0]) }
      guard let labelled else { continue }
      var previous = -1
      var value = 0
      var runsOn: Bool?
      for index in range {
        if isLabelled(text.tree.paragraphs[index]) {
          previous = index
          value = text.tree.paragraphs[index].ordinal
        } else if lacksLabel(index, after: index - 1, range, text) {
          if runsOn == nil { runsOn = text.runsOn(text.tree.clauses[number]) }
          if runsOn == true { break }
          value += 1
          found.append(
            MissingLabel(
              paragraph: index, previous: previous, sibling: previous < 0 ? labelled : previous,
              expected: value))
        }
      }
    }
    return found
  }

  @inline(__always)
  private static func isLabelled(_ paragraph: Paragraph) -> Bool {
    paragraph.isLabelled && paragraph.level == 1
  }

  private static func lacksLabel(
    _ index: Int, after before: Int, _ clause: Range<Int>, _ text: SectionContext
  ) -> Bool {
    let paragraph = text.tree.paragraphs[index]
    guard !paragraph.isLabelled, !paragraph.opensList, startsWithWord(paragraph, text) else {
      return false
    }
    guard before >= clause.lowerBound else {
      return paragraph.kind == .text && paragraph.endMark == 0x3B
    }
    // A comma ends a clause: what follows stands under a heading that was lost.
    if paragraph.endMark == 0x2C, index + 1 < clause.upperBound { return false }
    let last = text.tree.paragraphs[before]
    switch paragraph.kind {
    case .text:
      // Behind a sub-list stand the closing words of the item that it belongs to; behind any other
      // mark the sentence goes on.
      return last.level == 1 && last.endMark == 0x3B
    case .bullet:
      // `- a) ...;` and `- that ...;` in one Markdown list.
      let own = text.section.blocks[paragraph.block]
      let other = text.section.blocks[last.block]
      return last.isLabelled && last.endMark == 0x3B && other.listMark >= 0
        && own.indent == other.indent
        && text.byte(text.section.starts[paragraph.block] + Int(own.listMark))
          == text.byte(text.section.starts[last.block] + Int(other.listMark))
    default: return false
    }
  }

  /// Text, not a lone mark, a code (`DOCUMENT1`) or a label with a full-width bracket.
  private static func startsWithWord(_ paragraph: Paragraph, _ text: SectionContext) -> Bool {
    let tokens = text.section.blocks[paragraph.block].tokens
    guard let first = tokens.first, first.kind == .word,
      !first.flags.contains([.capitals, .special])
    else { return false }
    return !(tokens.count > 1 && tokens[1].kind == .fullWidth && first.length <= 4)
  }
}

extension MissingLabel {
  func label(_ text: SectionContext) -> String {
    LabelText.text(expected, like: text.tree.paragraphs[sibling])
  }

  /// Writes the label, and gives the labels behind it the values that follow.
  func fixes(_ text: SectionContext) -> [Fix] {
    let paragraph = text.tree.paragraphs[paragraph]
    let pattern = text.tree.paragraphs[sibling]
    guard let label = pattern.label, label.suffix == 0 else { return [] }
    var written = self.label(text)
    let mark = text.byte(label.span.lower - 1)
    if mark == 0x2A || mark == 0x5F, text.byte(label.span.upper) == mark {
      let emphasis = String(decoding: [mark], as: UTF8.self)
      written = emphasis + written + emphasis
    }
    written += label.tabbed ? "\t" : " "
    let insertion = TextEdit(range: paragraph.text.lower..<paragraph.text.lower, text: written)
    let list = text.tree.paragraphs.indices.filter {
      text.tree.paragraphs[$0].list == pattern.list && text.tree.paragraphs[$0].isLabelled
    }
    var moved: [Int: NewLabel] = [:]
    var next = expected + 1
    for index in list where index > self.paragraph {
      let follower = text.tree.paragraphs[index]
      guard (follower.label?.suffix ?? 0) == 0 else { return [] }
      if follower.ordinal != next {
        moved[index] = NewLabel(form: follower.form, value: next)
      }
      next += 1
    }
    guard var edits = Relabelling(text.meaning, moved).edits() else { return [] }
    edits.append(insertion)
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    return [
      Fix(
        title: moved.isEmpty
          ? "Label the paragraph `\(self.label(text))`"
          : "Label the paragraph `\(self.label(text))` and renumber those behind it",
        safety: moved.isEmpty && text.numbering.missing.count == 1 ? .safe : .unsafe,
        edits: edits)
    ]
  }
}
