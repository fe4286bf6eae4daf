internal import Catalogue
internal import Grammar
internal import Semantics
internal import Syntax

/// A cited text has been abrogated.
///
/// ## What it checks
/// The register says that a session abrogated the cited text, and the draft is of a later one. Silent in
/// the preamble, where the past is recalled, and in a draft whose own number it is.
///
/// ## Why
/// A task under an abrogated text has no ground any more; sessions list what they abrogate in their Final
/// Acts (CONVENTIONS 2, editions).
///
/// ## Wrong
/// ```resolution
/// RESOLUTION 999 (Bucharest, 2022)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),
///
/// *recalling*
///
/// the report on harbour radio,
///
/// *resolves*
///
/// to continue the work under Resolution 185 (Busan, 2014) of the Plenipotentiary Conference.
/// ```
///
/// ## Right
/// ```resolution
/// RESOLUTION 999 (Bucharest, 2022)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),
///
/// *recalling*
///
/// Resolution 185 (Busan, 2014) of the Plenipotentiary Conference,
///
/// *resolves*
///
/// to continue the work on lamps.
/// ```
///
/// ## Fix
/// None: what replaces the text, if anything does, is for the author to say.
struct CitationAbrogated: SectionRule {
  static let id = "citation/abrogated"
  static let severity = Severity.warning
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    guard !text.citations.isEmpty, let now = text.citationNotes.year else { return }
    for (index, known) in text.citationNotes.facts.enumerated() {
      guard let known, let year = known.abrogatedIn, year < now, let by = known.abrogatedBy
      else { continue }
      let citation = text.citations[index]
      guard text.citationNotes.part(at: citation.span.lower) == .operative,
        citation.body != text.citationNotes.body
          || citation.number != text.citationNotes.number
      else { continue }
      report.add("\(citation.name) was abrogated by \(by)", at: citation.span)
    }
  }
}
