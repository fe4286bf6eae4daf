internal import Semantics
internal import Syntax

/// A comma stands before "and" in a list of paragraphs.
///
/// ## What it checks
/// References to three or more paragraphs of a clause, such as *resolves* 1, 2 and 3 above: no comma
/// stands before the "and" or "or" of the last one.
///
/// ## Why
/// In 2018 seven of eight such lists have no comma there (CONVENTIONS 4). The eighth shows that it is
/// a matter of style, so it is a hint.
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// 1 that lamps shall be lit;
///
/// 2 that buoys shall be painted;
///
/// 3 that bells shall be rung,
///
/// *instructs the Secretary-General*
///
/// to report on *resolves* 1, 2, and 3 above.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// 1 that lamps shall be lit;
///
/// 2 that buoys shall be painted;
///
/// 3 that bells shall be rung,
///
/// *instructs the Secretary-General*
///
/// to report on *resolves* 1, 2 and 3 above.
/// ```
///
/// ## Fix
/// Safe: deletes the comma.
struct WordingSerialComma: SectionRule {
  static let id = "wording/serial-comma"
  static let severity = Severity.hint
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for reference in text.meaning.references where reference.items.count > 2 {
      let last = reference.items[reference.items.count - 1]
      let before = reference.items[reference.items.count - 2]
      guard !last.endsRange, !before.endsRange else { continue }
      let gap = Span(before.span.upper, last.span.lower)
      guard let comma = gap.range.first(where: { text.byte($0) == 0x2C }) else { continue }
      let joiner = text.plain(Span(comma + 1, gap.upper)).trimmingBlanks
      guard joiner == "and" || joiner == "or" else { continue }
      report.add(
        "no comma stands before `\(joiner)` in a list of paragraphs", at: Span(comma, comma + 1),
        fixes: [.delete(Span(comma, comma + 1), title: "Delete the comma")])
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: Substring {
    var part = drop { $0 == " " }
    while part.last == " " { part.removeLast() }
    return part
  }
}
