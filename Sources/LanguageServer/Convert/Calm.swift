import Rules
import Syntax
import TextModel

/// What is not said of the paragraph that is being written: it is held back until an edit elsewhere or
/// until the text is saved. Only what is sent is filtered, never what is found.
///
/// `item-end` and `missing` wait while the caret is on the lines of their paragraph. `empty-clause` and
/// `lone-item` are about what is not yet there, so they wait too while the caret is in the blank lines
/// behind, where the next paragraph will stand.
struct Calm: Sendable {
  /// The section that holds the caret.
  let section: Int
  /// The section's first byte in the text.
  private let start: Int
  /// The block that holds the caret, blank lines behind it included; bytes from the section's first.
  private let block: Range<Int>
  /// Whether the caret is on a line of the paragraph itself.
  private let isInside: Bool
  private let endsText: Bool

  /// - Parameter caret: byte offset in the text where the last change ended.
  init?(_ document: Document, caret: Int) {
    let index = document.section(at: caret)
    guard document.sections.indices.contains(index), document.starts.indices.contains(index) else {
      return nil
    }
    let held = document.sections[index]
    section = index
    start = document.starts[index]
    let block = held.block(at: caret - start)
    let lower = held.start(ofBlock: block)
    self.block = lower..<max(lower, held.start(ofBlock: block + 1))
    let length = held.blocks.indices.contains(block) ? held.blocks[block].content.upper : 0
    endsText = start + self.block.upperBound >= document.count
    let end = held.source.withByteView { $0.endOfLine(from: lower + length) }
    isInside = caret - start <= end
  }

  /// Whether a finding waits; its offsets count from the start of the text.
  func withholds(_ finding: Finding) -> Bool {
    withholds(finding.rule, at: finding.range.lowerBound - start)
  }

  /// Whether a finding of the caret's section waits; its offsets count from the section's start.
  func withholdsInSection(_ finding: Finding) -> Bool {
    withholds(finding.rule, at: finding.range.lowerBound)
  }

  private func withholds(_ rule: String, at offset: Int) -> Bool {
    switch rule {
    case "punctuation/item-end", "numbering/missing": guard isInside else { return false }
    case "structure/empty-clause", "numbering/lone-item": break
    default: return false
    }
    // What is missing at the end of the text is missing in its last paragraph.
    return offset >= block.lowerBound
      && (offset < block.upperBound || offset == block.upperBound && endsText)
  }
}
