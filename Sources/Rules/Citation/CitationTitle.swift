internal import Catalogue
internal import Semantics
internal import Syntax

/// The title given with a citation is another than the register's.
///
/// ## What it checks
/// Behind a citation and ", on" stand the words of the title as they were read at the head of the cited
/// text. Case, articles, brackets and abbreviations do not count, and a title that is cut short is good.
/// Only the newest known edition is compared, and only where its title is sure; else a text of that edition
/// in the folder that is checked.
///
/// ## Why
/// The first mention of a text gives its title (CONVENTIONS 2, title of cited act). Titles change from one
/// edition to the next, and the old one is often left.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// Resolution 209 (Dubai, 2018) of this conference, on the encouragement of small harbours,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// Resolution 209 (Dubai, 2018) of this conference,
/// ```
///
/// ## Fix
/// Unsafe: the title in the register.
struct CitationTitle: SectionRule {
  static let id = "citation/title"
  static let severity = Severity.hint
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    let all = text.citations
    for index in all.indices where !all[index].titleSpan.isEmpty {
      guard all[index].members == 1, let year = all[index].year,
        let title = text.citationNotes.facts[index]?.title(in: year)
      else { continue }
      let written = all[index].titleSpan
      if title.isAt(written.range, in: text.section.bytes) { continue }
      if text.isTitleOfAnnex(index) || title.agrees(with: text.plain(written)) { continue }
      report.add(
        "\(title.file.map { "`\($0)`" } ?? "the register") has the title `\(title.text)`",
        at: written,
        // The title of a file may be cut short.
        fixes: title.file != nil
          ? []
          : [
            .replace(
              written, with: title.subject, title: "Write the register's title", safety: .unsafe)
          ])
    }
  }
}

extension SectionContext {
  /// "Annex 2 to Decision 5 (...), on options": the title is the annex's.
  func isTitleOfAnnex(_ index: Int) -> Bool {
    guard index > 0, citations[index - 1].kind == .annex else { return false }
    let (end, start) = (citations[index - 1].span.upper, citations[index].span.lower)
    return end <= start && standing(from: end, to: start).count <= 4
  }
}
