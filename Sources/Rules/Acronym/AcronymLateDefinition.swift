internal import Grammar
internal import Syntax

/// An acronym is used before it is spelled out.
///
/// ## What it checks
/// The first use of an acronym that the same part of the text (the body, or one annex) spells out
/// only further down. Titles, headings, footnotes and what everyone knows are left alone.
///
/// ## Why
/// An acronym is spelled out at its first use (CONVENTIONS 4).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report of HLG on wicks;
///
/// b) the report of the Harbour Lamp Group (HLG) on lamps,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the report of the Harbour Lamp Group (HLG) on wicks;
///
/// b) the report of HLG on lamps,
/// ```
///
/// ## Fix
/// None: both places must be put anew.
struct AcronymLateDefinition: SectionRule {
  static let id = "acronym/late-definition"
  static let severity = Severity.hint
  static let heeds: BlockSigns = .bracketedNames

  func check(_ text: SectionContext, _ report: inout Report) {
    let names = text.acronyms.names
    for index in names.indices where !names[index].bracketed.isEmpty {
      let name = names[index]
      guard name.role == nil || name.role == .plural else { continue }
      guard let first = name.first, !first.isBracketed,
        let definition = name.bracketed.first(where: { $0.defines }), !definition.isExempt,
        definition.span.lower > first.span.lower, definition.annex == first.annex
      else { continue }
      report.add(
        "`\(text.string(first.span))` is spelled out only further down", at: first.span,
        related: [Related(message: "spelled out here", range: definition.span.range)])
    }
  }
}
