package import Semantics
package import Syntax

/// A label in the middle of a line: `1 that ...; 2 that ...`. A converter, or a hand on the wrong key,
/// joins paragraphs to one line.
package struct RunOnLabel {
  package var form: Label.Form
  package var value: Int
  /// Where it stands.
  package var offset: Int
}

extension SectionMeaning {
  /// The labels in the text of a paragraph, which a reference may name too.
  package func runOnLabels(_ index: Int) -> [RunOnLabel] {
    let paragraph = resolution.paragraphs[index]
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
          let value = Int(section.bytes[offset] | 0x20) - 0x60
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

  package func isReference(_ offset: Int) -> Bool {
    references.contains { $0.span.contains(offset) }
  }
}
