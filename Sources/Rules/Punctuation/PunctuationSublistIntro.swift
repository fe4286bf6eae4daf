internal import Semantics
internal import Syntax

/// A paragraph that introduces a list below it ends with a colon.
///
/// ## What it checks
/// A paragraph with sub-paragraphs (i), ii); a), b); 1.1, 1.2; bullets) ends with `:`. An enumeration
/// that runs on in one sentence, with no mark before it and commas between its members, needs none.
/// Annexes are left alone.
///
/// ## Why
/// So do the texts of 2018 (CONVENTIONS 1.7). Without the colon a reader cannot tell sub-paragraphs from
/// a list that begins anew.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the reports on radio;
///
/// i) in harbours;
///
/// ii) in lighthouses;
///
/// b) the report on buoys,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the reports on radio:
///
/// i) in harbours;
///
/// ii) in lighthouses;
///
/// b) the report on buoys,
/// ```
///
/// ## Fix
/// Safe: adds the colon or puts it in place of the mark that stands there.
struct PunctuationSublistIntro: SectionRule {
  static let id = "punctuation/sublist-intro"
  static let severity = Severity.warning
  static let heeds: BlockSigns = .lastWords

  func check(_ text: SectionContext, _ report: inout Report) {
    for end in text.faultyEnds where end.place == .introduction {
      let first = end.paragraph + 1
      guard opensList(first, text) else { continue }
      let label = text.label(text.tree.paragraphs[first])
      report.add(
        end.message(
          text, reason: label.isEmpty ? "a list follows" : "a list from `\(label)` follows"),
        at: end.span, fixes: [end.fix()])
    }
  }

  /// A list that does not begin with its first value is not introduced but misread or mislabelled.
  private func opensList(_ index: Int, _ text: SectionContext) -> Bool {
    let paragraph = text.tree.paragraphs[index]
    return !paragraph.isLabelled || paragraph.ordinal == 1
  }
}
