internal import Semantics
internal import Syntax
internal import TextModel

/// A range of labels runs backwards.
///
/// ## What it checks
/// In "*resolves* 3 to 5" the second label stands behind the first. Ranges with a dash are judged
/// alike.
///
/// ## Why
/// Ranges are written in ascending order (CONVENTIONS 3.1, 3.2: *resolves* 1 to 11). A range that
/// runs backwards, or from a label to itself, was left by a renumbering.
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted;
///
/// 2 that lamps shall be lit;
///
/// 3 that bells shall be rung,
///
/// *instructs the Secretary-General*
///
/// to report on *resolves* 3 to 1 above.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted;
///
/// 2 that lamps shall be lit;
///
/// 3 that bells shall be rung,
///
/// *instructs the Secretary-General*
///
/// to report on *resolves* 1 to 3 above.
/// ```
///
/// ## Fix
/// Unsafe: exchanges the two labels. The author may have meant another range.
struct ReferenceRange: SectionRule {
  static let id = "reference/range"
  static let severity = Severity.error
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for reference in text.ownReferences where reference.items.count > 1 {
      for (first, last) in zip(reference.items, reference.items.dropFirst()) where last.endsRange {
        guard let from = value(first), let to = value(last),
          first.item.steps.count
            == last.item.steps.count, from.form == to.form || first.outcome == .found,
          from.key >= to.key
        else { continue }
        let span = Span(first.span.lower, last.span.upper)
        let words = (text.string(first.span), text.string(last.span))
        let fixes =
          from.key == to.key
          ? []
          : [
            Fix(
              title: "Exchange the two labels", safety: .unsafe,
              edits: [
                TextEdit(range: first.span.range, text: words.1),
                TextEdit(range: last.span.range, text: words.0),
              ])
          ]
        report.add(
          from.key == to.key ? "this range has one label" : "this range runs backwards", at: span,
          fixes: fixes)
      }
    }
  }

  /// The place of an item among its siblings, where the items above them are the same.
  private func value(_ item: Reference.Item) -> (form: Label.Form, key: Int)? {
    guard let step = item.item.steps.last else { return nil }
    let value = step.form == .roman ? step.roman : step.ordinal
    return (step.form, value * 8 + step.suffix)
  }
}
