internal import Semantics
internal import Syntax

/// A label in the middle of a line: `1 that ...; 2 that ...`.
struct RunOnLabel {
  var form: Label.Form
  var value: Int
  /// Where it stands.
  var offset: Int
}

/// A converter, or a hand on the wrong key, joins paragraphs to one line. The labels that are lost so
/// are not missing from the text, and what names them names something.
extension SectionContext {
  /// Whether a label that fits stands in the text of a paragraph.
  func runsOn(_ index: Int, with fits: (RunOnLabel) -> Bool) -> Bool {
    runOnLabels(index).contains(where: fits)
  }

  /// Whether some paragraph of a clause runs on with the label behind its own.
  func runsOn(_ clause: Clause) -> Bool {
    clause.paragraphs.contains { index in
      let paragraph = tree.paragraphs[index]
      return paragraph.isLabelled && paragraph.list >= 0
        && runsOn(index) { $0.form == paragraph.form && $0.value == paragraph.ordinal + 1 }
    }
  }

  /// Whether a paragraph behind this one may begin a new list: this one ends as if a heading stood at
  /// its end ("..., having noted"), or ends the text.
  func listRestarts(after index: Int) -> Bool {
    guard index >= 0 else { return true }
    let paragraph = tree.paragraphs[index]
    return paragraph.endMark == 0 || paragraph.endMark == 0x2E
  }

  private func runOnLabels(_ index: Int) -> [RunOnLabel] {
    let paragraph = tree.paragraphs[index]
    var found: [RunOnLabel] = []
    for block in paragraph.block...max(paragraph.block, paragraph.lastBlock) {
      let tokens = section.blocks[block].tokens
      for i in tokens.indices.dropLast() where i > 0 {
        let token = tokens[i]
        let before = tokens[i - 1]
        let next = tokens[i + 1]
        let offset = section.starts[block] + Int(token.start)
        if token.kind == .number, endsParagraph(before), next.kind == .word, token.length <= 2 {
          found.append(RunOnLabel(form: .digit, value: Int(token.hash), offset: offset))
        } else if token.kind == .word, token.length == 1, next.isMark(0x29),
          before.kind == .word || endsParagraph(before), !isReference(offset)
        {
          let value = Int(byte(offset) | 0x20) - 0x60
          if value > 0, value < 27 {
            found.append(RunOnLabel(form: .letter, value: value, offset: offset))
          }
        }
      }
    }
    return found
  }

  private func endsParagraph(_ token: Token) -> Bool {
    token.isMark(0x3B) || token.isMark(0x2C) || token.isMark(0x2E)
  }

  private func isReference(_ offset: Int) -> Bool {
    meaning.references.contains { $0.span.contains(offset) }
  }
}
