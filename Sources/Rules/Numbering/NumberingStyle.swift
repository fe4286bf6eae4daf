internal import Grammar
internal import Revision
internal import Syntax

/// A label is not written in the style of its place.
///
/// ## What it checks
/// Paragraphs of the preamble carry letters with one bracket, those of the operative part plain
/// numbers, and the levels below the styles that the profile allows there. A number with a dot or
/// bracket, a letter between two brackets and a capital letter are faults of style as well.
/// Annexes are not judged.
///
/// ## Why
/// References tell the two parts of a resolution apart by the kind of label: *considering* a),
/// *resolves* 1 (CONVENTIONS 1.6: 232 of 277 preambular and 215 operative clauses, the rest
/// without labels).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// 1 the report on harbour radio;
///
/// 2 the report on lighthouse radio,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// b) the report on lighthouse radio,
/// ```
///
/// ## Fix
/// Safe: writes all labels of the list in the style of their place, with the values that they
/// have, and carries the references along. None below a list that is in the wrong style itself: the
/// level follows from that one.
struct NumberingStyleRule: SectionRule {
  static let id = "numbering/style"
  static let severity = Severity.error
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    // Nearly every label stands at the first level in its part's own style.
    let usual = [Numbering.Part.preambular, .operative].map {
      text.numbering.styles($0, 1).first
    }
    let hasStrays = !text.numbering.strays.isEmpty
    let paragraphs = text.tree.paragraphs
    for index in paragraphs.indices where paragraphs[index].list >= 0 {
      let paragraph = paragraphs[index]
      guard paragraph.clause >= 0, paragraph.annex < 0 else { continue }
      let style = NumberingStyle(paragraph)
      if paragraph.level == 1, !hasStrays, let style,
        style == usual[text.tree.clauses[paragraph.clause].part == .preambular ? 0 : 1]
      {
        continue
      }
      let place = LabelPlace(index, text)
      guard place.isJudged, style.map({ !place.styles.contains($0) }) ?? true,
        text.numbering.tracked[paragraph.list] == nil, !text.isLone(index),
        let span = text.markSpan(paragraph), let wanted = place.styles.first
      else { continue }
      let label = paragraph.isLabelled ? "`\(text.label(paragraph))`" : "a bullet"
      let part = place.part == .preambular ? "the preamble" : "the operative part"
      let below = place.level > 1 ? ", level \(place.level)," : ""
      report.add(
        "\(label) is not in the style of its place: \(part)\(below) takes "
          + place.styles.map(\.words).joined(separator: " or "), at: span,
        fixes: fix(index, wanted, text))
    }
  }

  /// The whole list at once: a list in two styles would not read as one.
  private func fix(_ index: Int, _ wanted: NumberingStyle, _ text: SectionContext) -> [Fix] {
    let paragraph = text.tree.paragraphs[index]
    guard wanted != .bullet, wanted != .decimal, paragraph.isLabelled, paragraph.ordinal > 0,
      !isBelowAnother(paragraph, text)
    else { return [] }
    var moved: [Int: NewLabel] = [:]
    for (other, sibling) in text.tree.paragraphs.enumerated() where sibling.list == paragraph.list {
      guard sibling.isLabelled, sibling.ordinal > 0, (sibling.label?.suffix ?? 0) == 0 else {
        return []
      }
      moved[other] = NewLabel(form: wanted.form, value: sibling.ordinal)
    }
    guard let edits = Relabelling(text.meaning, moved, rewrites: true).edits() else {
      return []
    }
    return [
      Fix(
        title: "Write the labels of the list as \(wanted.words)", safety: .safe, edits: edits)
    ]
  }
  /// Whether a list that it stands below is in the wrong style: with that one mended, its level may be
  /// another.
  private func isBelowAnother(_ paragraph: Paragraph, _ text: SectionContext) -> Bool {
    let paragraphs = text.tree.paragraphs
    var parent = paragraph.parent
    while paragraphs.indices.contains(parent) {
      let above = paragraphs[parent]
      if above.list >= 0, let style = NumberingStyle(above) {
        let place = LabelPlace(parent, text)
        if place.isJudged, !place.styles.contains(style) { return true }
      }
      parent = above.parent
    }
    return false
  }
}
