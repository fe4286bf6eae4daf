internal import Revision
internal import Syntax

/// Deleted and inserted text stand run together.
///
/// ## What it checks
/// A label that is an old and a new label in one (`76`, `ed)`) is found where the rest of its list
/// goes on from one of the two halves. Such a label breaks the sequence of its list, so the rules
/// on sequence and references leave the list alone. Found too are places of sessions and years run
/// together (`BusanDUBAI, 20142018`, `20112015`, `WTDC-14 17`); and, in a text that has one of
/// these, two words or a word and a year (`Development2030`).
///
/// ## Why
/// A contribution with tracked changes that is turned into plain text keeps both the deleted and
/// the inserted characters, in either order (CONVENTIONS 1.2).
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// 1 that buoys shall be painted;
///
/// 2 that lamps shall be lit;
///
/// 32 that bells shall be rung;
///
/// 43 that horns shall be sounded.
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
/// 3 that bells shall be rung;
///
/// 4 that horns shall be sounded.
/// ```
///
/// ## Fix
/// Unsafe: two fixes, one for each half; the first keeps the one that goes on with the list. Only
/// the author knows which of them was inserted.
struct DraftTrackedChangeResidue: SectionRule {
  static let id = "draft/tracked-change-residue"
  static let severity = Severity.warning
  static let heeds: BlockSigns = .notedWords

  func check(_ text: SectionContext, _ report: inout Report) {
    for labels in text.numbering.tracked.values {
      for pair in labels.pairs { add(pair, text, &report) }
    }
    for residue in TrackedSessions.all(in: text) {
      let readings = residue.readings.map { "`\($0)`" }.joined(separator: " and ")
      report.add(
        "`\(text.string(residue.span))` looks like deleted and inserted text run together: "
          + readings, at: residue.span,
        fixes: residue.readings.map {
          .replace(residue.span, with: $0, title: "Keep `\($0)`", safety: .unsafe)
        })
    }
  }

  private func add(_ pair: TrackedLabels.Pair, _ text: SectionContext, _ report: inout Report) {
    let paragraph = text.tree.paragraphs[pair.paragraph]
    guard let label = paragraph.label else { return }
    let other = pair.first == pair.expected ? pair.second : pair.first
    let words = [pair.expected, other].map { LabelText.text($0, like: paragraph) }
    report.add(
      "`\(text.label(paragraph))` looks like an old and a new label run together: "
        + "`\(words[0])` and `\(words[1])`",
      at: label.span,
      fixes: words.map {
        .replace(label.span, with: $0, title: "Keep `\($0)`", safety: .unsafe)
      })
  }
}
