internal import Syntax

/// The subject stands under the title, in sentence case, without a final mark.
///
/// ## What it checks
/// Between title and enacting formula stands the subject. It begins with a capital letter, is not
/// all in capitals, and ends without a full stop, comma or semicolon.
///
/// ## Why
/// This is the form of the subject line in the texts of every body (CONVENTIONS 1.3). Citations take
/// over its words behind ", on".
///
/// ## Wrong
/// ```resolution
/// RESOLUTION 999 (Dubai, 2018)
///
/// Lamps and radio logs in small harbours.
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),
///
/// *recalling*
///
/// the report on harbour radio,
///
/// *resolves*
///
/// to continue this work.
/// ```
///
/// ## Right
/// ```resolution
/// RESOLUTION 999 (Dubai, 2018)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),
///
/// *recalling*
///
/// the report on harbour radio,
///
/// *resolves*
///
/// to continue this work.
/// ```
///
/// ## Fix
/// Safe: removes the mark, writes the first letter as a capital. None for a subject that is missing or
/// in capitals, since only the author knows its words and names.
struct StructureSubject: SectionRule {
  static let id = "structure/subject"
  static let severity = Severity.warning
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    let tree = text.tree
    guard tree.title != nil else { return }
    let subject = tree.subject
    guard !subject.isEmpty else {
      report.add("the subject line is missing", at: Span(tree.start, tree.start))
      return
    }
    let words = tokens(of: subject, text)
    guard let first = words.first, let last = words.last else { return }
    checkEnd(last, words, text, &report)
    checkCase(first, words, text, &report)
  }

  /// The subject's tokens, spans counted from the section.
  private func tokens(of subject: Span, _ text: SectionContext) -> [(span: Span, token: Token)] {
    let section = text.section
    var found: [(span: Span, token: Token)] = []
    found.reserveCapacity(24)
    var index = section.block(at: subject.lower)
    while index < section.blocks.count, section.starts[index] < subject.upper {
      let start = section.starts[index]
      for token in section.blocks[index].tokens {
        let span = token.span.shifted(by: start)
        guard span.lower >= subject.lower, span.upper <= subject.upper else { continue }
        if token.kind == .footnoteMark || token.flags.contains(.footnote) { continue }
        found.append((span: span, token: token))
      }
      index += 1
    }
    return found
  }

  private func checkEnd(
    _ last: (span: Span, token: Token), _ words: [(span: Span, token: Token)],
    _ text: SectionContext, _ report: inout Report
  ) {
    let mark = last.token
    guard mark.isMark(0x2E) || mark.isMark(0x2C) || mark.isMark(0x3B) else { return }
    if mark.isMark(0x2E), words.count > 1 {
      // Dots for words that were left out, and abbreviations, end with one that stays.
      let before = words[words.count - 2]
      if before.token.kind != .word || before.span.count <= 2 || mark.hasSpaceBefore { return }
      if text.plain(before.span) == "etc" { return }
    }
    report.add(
      "the subject ends without a mark", at: last.span,
      fixes: [.delete(last.span, title: "Remove the mark")])
  }

  private func checkCase(
    _ first: (span: Span, token: Token), _ words: [(span: Span, token: Token)],
    _ text: SectionContext, _ report: inout Report
  ) {
    let letters = words.lazy.map(\.token).filter { $0.kind == .word && $0.length > 1 }
    // A subject of a few acronyms is in capitals by itself.
    if letters.allSatisfy({ $0.flags.contains(.capitals) }),
      letters.contains(where: { $0.length >= 7 }),
      letters.count >= 3
    {
      report.add("the subject is not written in capitals", at: text.tree.subject)
      return
    }
    guard first.token.kind == .word, !first.token.flags.contains(.capital) else { return }
    let byte = text.byte(first.span.lower)
    let second = text.byte(first.span.lower + 1)
    // "e-health", "eHealth" keep their small letter.
    guard byte >= 0x61, byte <= 0x7A, second >= 0x61, second <= 0x7A else { return }
    let letter = Span(first.span.lower, first.span.lower + 1)
    let capital = String(UnicodeScalar(byte - 0x20))
    report.add(
      "the subject begins with a capital letter", at: first.span,
      fixes: [.replace(letter, with: capital, title: "Write a capital letter")])
  }
}
