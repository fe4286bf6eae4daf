internal import Semantics
internal import Syntax

/// Several numbers take a plural noun.
///
/// ## What it checks
/// A noun in the singular (Resolution, Decision, Action Line, Article, No.) stands before two or more
/// numbers that "and" or a comma joins. "Either Article 9 or 11" is good.
///
/// ## Why
/// Lists have a plural noun in all texts counted: Resolutions 50 and 52, Action Lines C2, C5 and C6
/// (CONVENTIONS 2). A singular one is left where the second number was added later.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// Action Line C8 and C9,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// Action Lines C8 and C9,
/// ```
///
/// ## Fix
/// Safe: writes the plural.
struct CitationPlural: SectionRule {
  static let id = "citation/plural"
  static let severity = Severity.warning
  static let judgesFront = true
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    for citation in text.citations where citation.defects.contains(.singularNoun) {
      let noun = citation.nounSpan
      guard !noun.isEmpty else { continue }
      let written = text.string(noun)
      let wanted =
        written.hasSuffix(".")
        ? String(written.dropLast()) + "s."
        : written.hasSuffix("x") ? written + "es" : written + "s"
      report.add(
        "\(citation.members) numbers follow: `\(text.plain(noun))` takes the plural", at: noun,
        fixes: [.replace(noun, with: wanted, title: "Write `\(wanted)`")])
    }
  }
}
