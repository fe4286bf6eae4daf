internal import Syntax

/// The letter of a label only looks like a Latin one.
///
/// ## What it checks
/// The letters of labels are Latin. A Cyrillic, Greek or full-width letter that looks the same is
/// found.
///
/// ## Why
/// Labels of published texts were typed on Cyrillic keyboards (CONVENTIONS 5.3: a) b) and a
/// Cyrillic с)); a search for the label and every reference to it then miss the paragraph.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// b) the report on lighthouse radio;
///
/// с) the report on buoy radio,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// b) the report on lighthouse radio;
///
/// c) the report on buoy radio,
/// ```
///
/// ## Fix
/// Safe: writes the Latin letter.
struct NumberingScript: SectionRule {
  static let id = "numbering/script"
  static let severity = Severity.error
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    for index in text.tree.paragraphs.indices
    where text.tree.paragraphs[index].label?.otherScript == true {
      guard let label = text.tree.paragraphs[index].label else { continue }
      let latin = LabelValue.letter(Int(label.ordinal))
      var fixes: [Fix] = []
      if let letter = letterSpan(label, text) {
        fixes = [.replace(letter, with: latin, title: "Write a Latin `\(latin)`")]
      }
      report.add(
        "the letter of this label is not the Latin `\(latin)` that it looks like", at: label.span,
        fixes: fixes)
    }
  }

  private func letterSpan(_ label: Label, _ text: SectionContext) -> Span? {
    guard let start = label.span.range.first(where: { text.byte($0) >= 0x80 }) else { return nil }
    var end = start
    while end < label.span.upper, text.byte(end) >= 0x80 { end += 1 }
    return Span(start, end)
  }
}
