internal import Syntax

/// An acronym is spelled out a second time.
///
/// ## What it checks
/// A name followed by its acronym in brackets, where the same part of the text (the body, or one
/// annex) has given both before.
///
/// ## Why
/// An acronym is spelled out once, and the acronym is used from there on (CONVENTIONS 4). Five
/// texts of 2018 spell one out again, so it is a hint.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report of the Harbour Lamp Group (HLG) on lamps;
///
/// b) the report of the Harbour Lamp Group (HLG) on wicks,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the report of the Harbour Lamp Group (HLG) on lamps;
///
/// b) the report of HLG on wicks,
/// ```
///
/// ## Fix
/// None: the sentence decides which of the two is to stay.
struct AcronymRedefined: SectionRule {
  static let id = "acronym/redefined"
  static let severity = Severity.hint
  static let heeds: BlockSigns = .bracketedNames

  func check(_ text: SectionContext, _ report: inout Report) {
    let names = text.acronyms.names
    for index in names.indices where names[index].bracketed.count > 1 {
      let name = names[index]
      var first: [Int: AcronymTable.Use] = [:]
      for use in name.bracketed where use.defines && !use.isExempt {
        guard let earlier = first[use.annex] else {
          first[use.annex] = use
          continue
        }
        report.add(
          "`\(text.string(use.span))` was spelled out before",
          at: Span(use.span.lower - 1, use.span.upper + 1),
          related: [Related(message: "first spelled out here", range: earlier.span.range)])
      }
    }
  }
}
