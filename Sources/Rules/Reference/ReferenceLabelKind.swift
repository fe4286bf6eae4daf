internal import Revision
internal import Semantics
internal import Syntax

/// A reference names a number in a lettered clause, or a letter in a numbered one.
///
/// ## What it checks
/// The label of a reference has the kind of the clause it points into: *considering* b),
/// *resolves* 2. Where the labels of the clause itself are in the wrong style, that is reported
/// instead.
///
/// ## Why
/// Preambular clauses carry letters and operative ones numbers (CONVENTIONS 1.6, 3.2), so one of
/// the two words of the reference is wrong.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// b) the report on lighthouse radio,
///
/// *resolves*
///
/// to answer the reports named in *recalling* 2 above.
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// b) the report on lighthouse radio,
///
/// *resolves*
///
/// to answer the reports named in *recalling* b) above.
/// ```
///
/// ## Fix
/// Unsafe: writes the label of the same value in the kind of the clause, where there is one. The
/// author may have meant another clause.
struct ReferenceLabelKind: SectionRule {
  static let id = "reference/label-kind"
  static let severity = Severity.error
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for reference in text.ownReferences where reference.clause >= 0 {
      guard reference.items.contains(where: { $0.outcome == .wrongKind }),
        !text.labelsAreBroken(reference.clause)
      else { continue }
      let clause = text.tree.clauses[reference.clause]
      for item in reference.items where item.outcome == .wrongKind {
        let label = text.plain(item.span)
        let kind = item.item.steps.first?.form == .digit ? "letters" : "numbers"
        report.add(
          "`\(label)` cannot be a paragraph of `\(text.heading(clause))`, which has \(kind)",
          at: item.span, related: text.related(clause), fixes: fixes(item, clause, text))
      }
    }
  }

  private func fixes(_ item: Reference.Item, _ clause: Clause, _ text: SectionContext) -> [Fix] {
    guard let step = item.item.steps.first, item.item.steps.count == 1 else { return [] }
    let twin = clause.paragraphs.map { text.tree.paragraphs[$0] }.first {
      $0.isLabelled && $0.level == 1 && $0.ordinal == step.ordinal && $0.label?.suffix == 0
    }
    guard let twin, step.suffix == 0 else { return [] }
    let label = LabelText.standard(twin.ordinal, twin.form)
    return [.replace(item.span, with: label, title: "Write `\(label)`", safety: .unsafe)]
  }
}
