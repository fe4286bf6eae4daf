internal import Catalogue
internal import Semantics
internal import Syntax

/// A later edition is known.
///
/// ## What it checks
/// The register, or the folder that is checked, has a later edition of a cited text that the draft could
/// have known: not later than the draft's own session. Silent where the draft names the later edition as well, or cites its own
/// number: then the older one is history, unless it is said to be of this conference.
///
/// ## Why
/// A citation of an older revision than the newest known one may have been left behind (CONVENTIONS 2,
/// agreement rule). It may also be meant, so this is a hint.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// Resolution 99 (Rev. Busan, 2014) of the Plenipotentiary Conference,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// Resolution 99 (Rev. Dubai, 2018) of this conference,
/// ```
///
/// ## Fix
/// Unsafe: the later edition.
struct CitationSuperseded: SectionRule {
  static let id = "citation/superseded"
  static let severity = Severity.hint
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    var newestNamed: [Int]?
    let all = text.citations
    for index in all.indices where all[index].kind.isText && !all[index].bracketSpan.isEmpty {
      guard all[index].hasOwnSession, let year = all[index].year, all[index].body != .council,
        let now = text.citationNotes.year, let facts = text.citationNotes.facts[index],
        facts.hasEdition(after: year, knownIn: now), let newest = Self.newest(facts, now),
        let later = newest.edition.year, later > year
      else { continue }
      if !all[index].ofThis {
        let own = text.citationNotes
        if all[index].body == own.body, all[index].number == own.number { continue }
        let named = newestNamed ?? Self.newest(all, own)
        newestNamed = named
        if named[own.texts[index]] > year { continue }
      }
      let citation = all[index]
      let wanted = newest.edition.bracket ?? String(later)
      let known = newest.file.map { "`\($0)` is a later edition" } ?? "a later edition is known"
      let inner = Span(citation.bracketSpan.lower + 1, citation.bracketSpan.upper - 1)
      report.add(
        "\(known): `\(citation.name) (\(wanted))`", at: citation.sessionSpan,
        fixes: newest.edition.bracket == nil
          ? [] : [.replace(inner, with: wanted, title: "Cite `\(wanted)`", safety: .unsafe)])
    }
  }

  /// The newest edition that the draft can know: the register's, or a later one in the folder.
  private static func newest(_ facts: CitedFacts, _ now: Int) -> (edition: Edition, file: String?)?
  {
    let known = facts.newest(in: now)
    if let near = facts.newestNearby(in: now),
      near.edition.year ?? 0 > known?.year ?? 0
    {
      return (near.edition, near.name)
    }
    return known.map { ($0, nil) }
  }

  /// The latest year in which the draft cites each text, by its number in the notes; 0 without one.
  private static func newest(_ citations: [Citation], _ notes: CitationNotes) -> [Int] {
    var years = [Int](repeating: 0, count: notes.textCount)
    for index in citations.indices where citations[index].kind.isText {
      guard let year = citations[index].year else { continue }
      years[notes.texts[index]] = max(years[notes.texts[index]], year)
    }
    return years
  }
}
