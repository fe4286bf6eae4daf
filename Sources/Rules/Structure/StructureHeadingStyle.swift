internal import Syntax
internal import TextModel

/// A clause heading is in italics, begins with a small letter and ends without a mark.
///
/// ## What it checks
/// A heading begins with a small letter and no comma, colon, semicolon or full stop stands at its end.
/// Where most headings of a text are in italics, all are; a text whose converter lost the italics is
/// left alone.
///
/// ## Why
/// This is the form of the headings of every body of the Union (CONVENTIONS 1.5).
///
/// ## Wrong
/// ```resolution
/// *recalling:*
///
/// the report on harbour radio,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// the report on harbour radio,
/// ```
///
/// ## Fix
/// Safe: removes the mark, writes the small letter, sets the marks of emphasis.
struct StructureHeadingStyle: SectionRule {
  static let id = "structure/heading-style"
  static let severity = Severity.hint
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    let clauses = text.tree.clauses
    let judged = clauses.count { $0.heading.known }
    let italic = clauses.count { $0.heading.known && $0.heading.emphasised }
    let wantsItalics = italic >= 2 && italic * 2 > judged
    for index in clauses.indices where clauses[index].heading.known {
      guard
        clauses[index].heading.capital || !clauses[index].heading.endMark.isEmpty
          || wantsItalics && !clauses[index].heading.emphasised
      else { continue }
      let clause = clauses[index]
      let heading = clause.heading
      if heading.capital { capital(clause, text, &report) }
      if !heading.endMark.isEmpty {
        report.add(
          "a heading ends without a mark", at: heading.endMark,
          fixes: [.delete(heading.endMark, title: "Remove the mark")])
      }
      if wantsItalics, !heading.emphasised {
        let other = clauses.first { $0.heading.known && $0.heading.emphasised }
        italics(clause, like: other, text, &report)
      }
    }
  }

  private func capital(_ clause: Clause, _ text: SectionContext, _ report: inout Report) {
    let heading = clause.heading.span
    let letter = Span(heading.lower, heading.lower + 1)
    guard let first = text.section.blocks[clause.block].tokens.first else { return }
    let word = first.span.shifted(by: text.section.starts[clause.block])
    let byte = text.byte(letter.lower)
    guard byte >= 0x41, byte <= 0x5A else { return }
    let small = String(UnicodeScalar(byte + 0x20))
    let second = text.byte(letter.upper)
    // A heading all in capitals is not mended by one letter.
    let fix: [Fix] =
      second >= 0x41 && second <= 0x5A
      ? [] : [.replace(letter, with: small, title: "Write a small letter")]
    report.add("a heading begins with a small letter", at: word, fixes: fix)
  }

  private func italics(
    _ clause: Clause, like other: Clause?, _ text: SectionContext, _ report: inout Report
  ) {
    let span = clause.heading.span
    var fixes: [Fix] = []
    if let other {
      let mark = text.byte(other.heading.span.lower - 1) == 0x5F ? "_" : "*"
      fixes = [
        Fix(
          title: "Set in italics", safety: .safe,
          edits: [
            TextEdit(range: span.lower..<span.lower, text: mark),
            TextEdit(range: span.upper..<span.upper, text: mark),
          ])
      ]
    }
    report.add("the other headings are in italics", at: span, fixes: fixes)
  }
}
