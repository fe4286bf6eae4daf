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

  private struct Key: Hashable {
    var kind: Citation.Kind
    var body: CitedBody?
    var number: String

    /// Kinds and bodies are words too, and few texts of one number are cited.
    func hash(into hasher: inout Hasher) { hasher.combine(number) }
  }

  func check(_ text: SectionContext, _ report: inout Report) {
    var newestNamed: [Key: Int]?
    for (index, citation) in text.citations.enumerated() where citation.kind.isText {
      guard citation.hasOwnSession, let year = citation.year, citation.body != .council,
        let now = text.citationNotes.year, let facts = text.citationNotes.facts[index],
        let newest = Self.newest(facts, now), let later = newest.edition.year, later > year
      else { continue }
      if !citation.ofThis {
        let own = text.citationNotes
        if citation.body == own.body, citation.number == own.number { continue }
        let named = newestNamed ?? Self.newest(text.citations)
        newestNamed = named
        let key = Key(kind: citation.kind, body: citation.body, number: citation.number)
        if let other = named[key], other > year { continue }
      }
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

  /// The latest year in which the draft cites each text.
  private static func newest(_ citations: [Citation]) -> [Key: Int] {
    var years: [Key: Int] = [:]
    for citation in citations {
      guard let year = citation.year, citation.kind.isText else { continue }
      let key = Key(kind: citation.kind, body: citation.body, number: citation.number)
      years[key] = max(years[key] ?? 0, year)
    }
    return years
  }
}
