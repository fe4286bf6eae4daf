package import Semantics
package import Syntax

/// "see b) above", "items 2 and 3 below": labels that are named without their heading, so that nobody
/// can tell by the words alone which list is meant.
package enum LooseMentions {
  private static let above = wordHash("above")
  private static let below = wordHash("below")

  /// Where the last label of each stands. Spans count from the section.
  package static func all(in meaning: SectionMeaning) -> [Span] {
    var found: [Span] = []
    let section = meaning.section
    let (above, below) = (above, below)
    for (index, block) in section.blocks.enumerated() {
      let tokens = block.tokens
      for i in tokens.indices.dropFirst() {
        let token = tokens[i]
        guard token.hash == above || token.hash == below, token.kind == .word else { continue }
        let before = tokens[i - 1]
        guard before.kind == .number || before.isMark(0x29) else { continue }
        let span = before.span.shifted(by: section.starts[index])
        if !meaning.references.contains(where: { $0.span.contains(span.lower) }) {
          found.append(span)
        }
      }
    }
    return found
  }
}
