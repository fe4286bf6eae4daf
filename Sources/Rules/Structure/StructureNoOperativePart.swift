internal import Grammar
internal import Syntax

/// The text decides something: it has an operative clause.
///
/// ## What it checks
/// Behind the preamble stands at least one operative clause: resolves, decides, recommends, instructs
/// and the like. Clauses of an annex do not count.
///
/// ## Why
/// Every text of 2018 has one (CONVENTIONS 1.5); without it nothing is decided and nobody is asked to
/// act.
///
/// A text that breaks off in the middle of a preambular paragraph is still being written: that is told
/// as information only.
///
/// ## Wrong
/// ```resolution
/// RESOLUTION 999 (Dubai, 2018)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),
///
/// *recalling*
///
/// the report on harbour radio.
/// ```
///
/// ## Right
/// ```resolution
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
/// None.
struct StructureNoOperativePart: SectionRule {
  static let id = "structure/no-operative-part"
  static let severity = Severity.error
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    guard !text.tree.bodyClauses.contains(where: { $0.part == .operative }) else { return }
    if text.breaksOff {
      report.add(
        "the text breaks off before any operative clause",
        at: Span(text.tree.start, text.tree.start), severity: .information)
      return
    }
    report.add(
      "the text has no operative clause: `resolves`, `decides`, `recommends`",
      at: Span(text.tree.start, text.tree.start))
  }
}
