internal import Semantics
internal import Syntax

/// "above" points at something below, or the other way round.
///
/// ## What it checks
/// Where a reference says "above" or "below", what it names must lie there. References in
/// footnotes are left alone: their place on the page is not their place in the text.
///
/// ## Why
/// "above" stands behind most references and is what a reader follows (CONVENTIONS 3.1, 3.2). A
/// clause that moves takes its references with it, and the word turns wrong.
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted, as said in *resolves* 2 above;
///
/// 2 that lamps shall be lit.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted, as said in *resolves* 2 below;
///
/// 2 that lamps shall be lit.
/// ```
///
/// ## Fix
/// Safe: writes the other word. None where some of the paragraphs lie above and others below.
struct ReferenceDirection: SectionRule {
  static let id = "reference/direction"
  static let severity = Severity.error
  static let heeds: BlockSigns = [.labels, .references]

  func check(_ text: SectionContext, _ report: inout Report) {
    for reference in text.ownReferences {
      guard let direction = reference.direction, !reference.inFootnote, reference.clause >= 0 else {
        continue
      }
      let places = self.places(reference, text)
      let wrong = places.count { $0 != direction }
      guard wrong > 0 else { continue }
      let other: Reference.Direction = direction == .above ? .below : .above
      let all = wrong == places.count
      let subject = all ? "this lies" : "some of these paragraphs lie"
      report.add(
        "\(subject) \(other.name), not \(direction.name)", at: reference.directionSpan,
        related: [
          Related(
            message: "here",
            range: text.tree.clauses[reference.clause].heading.span.range)
        ],
        fixes: all
          ? [.replace(reference.directionSpan, with: other.name, title: "Write `\(other.name)`")]
          : [])
    }
  }

  /// Where the clause or the paragraphs lie, seen from the reference; the paragraph that it stands in
  /// lies nowhere.
  private func places(_ reference: Reference, _ text: SectionContext) -> [Reference.Direction] {
    func place(_ offset: Int) -> Reference.Direction {
      offset < reference.span.lower ? .above : .below
    }
    if reference.items.isEmpty {
      return [place(text.tree.clauses[reference.clause].heading.span.lower)]
    }
    return reference.items.compactMap { item in
      guard item.outcome == .found else { return nil }
      let target = text.tree.paragraphs[item.paragraph]
      return target.span.contains(reference.span.lower) ? nil : place(target.span.lower)
    }
  }
}
