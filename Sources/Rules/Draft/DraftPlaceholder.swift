internal import Grammar
internal import Syntax

/// Something in the text is still to be written or agreed.
///
/// ## What it checks
/// Text in square brackets, and words that stand for a text to come (TBD, XXX). A title's provisional
/// number (`[AFCP-1]`), links, footnote marks and brackets within a quotation (an addition to the
/// quoted words) are left alone.
///
/// ## Why
/// Square brackets mark text that is not agreed (CONVENTIONS 1.1, 1.2). In a draft they are in their
/// place, so it is a hint; in a final text they are not, so it is a warning where the configuration
/// says `"status": "final"`.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// that [twelve] lamps are lit,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// that twelve lamps are lit,
/// ```
///
/// ## Fix
/// None: the text must be agreed.
struct DraftPlaceholder: BlockRule {
  static let id = "draft/placeholder"
  static let severity = Severity.hint

  static let looksFor: BlockSigns = .notedWords

  func check(_ block: BlockContext, _ report: inout Report) {
    guard block.words.hasNotes else { return }
    let severity: Severity? = block.status == .final ? .warning : nil
    switch block.block.kind {
    case .title, .annexTitle, .proposal: return
    default: break
    }
    for form in WrittenTerm.all(in: block, of: .placeholder)
    where !isBracketed(form.span, block) {
      report.add(
        "`\(form.written)` stands for a text still to be written", at: form.span,
        severity: severity)
    }
    let quoted = Set(
      block.words.notes.lazy.filter { $0.kind == .bracket && $0.isQuoted }.map { Int($0.token) })
    for (open, close) in pairs(block) where !quoted.contains(open) && !isMarkup(open, close, block)
    {
      let span = Span(Int(block.tokens[open].start), block.tokens[close].end)
      report.add("the text in square brackets is not agreed", at: span, severity: severity)
    }
  }

  /// The outermost pairs of square brackets that hold something.
  private func pairs(_ block: BlockContext) -> [(Int, Int)] {
    guard let first = block.words.notes.first(where: { $0.kind == .bracket }) else { return [] }
    var pairs: [(Int, Int)] = []
    var open: [Int] = []
    for index in Int(first.token)..<max(Int(first.token), block.tokens.count) {
      if block.tokens[index].isMark(0x5B) { open.append(index) }
      guard block.tokens[index].isMark(0x5D), let start = open.popLast() else { continue }
      while let last = pairs.last, last.0 > start { pairs.removeLast() }
      if index > start + 1 { pairs.append((start, index)) }
    }
    return pairs
  }

  /// Attributes and anchors of a markup language: `[number=1]`, `[[name]]`.
  private func isMarkup(_ open: Int, _ close: Int, _ block: BlockContext) -> Bool {
    block.tokens[open + 1].isMark(0x5B)
      || block.tokens[open..<min(close, open + 9)].contains { $0.isMark(0x3D) }
  }

  private func isBracketed(_ span: Span, _ block: BlockContext) -> Bool {
    block.byte(span.lower - 1) == 0x5B
  }
}
