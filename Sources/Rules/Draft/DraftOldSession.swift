internal import Grammar
internal import Revision
internal import Semantics
internal import Syntax

/// The session of the edition before is left where this one's belongs.
///
/// ## What it checks
/// A draft that revises an earlier edition has a session of its own. Found is the session of the earlier
/// edition in the enacting formula, in the title, in the title of an annex, and before "of this
/// conference". What the draft is compared with is told on the page of `reference/stale`; without an
/// earlier edition other rules say only that two sessions differ, not which of them is old.
///
/// ## Why
/// A revision is begun on a copy of the text of the session before; title, formula and annex titles name
/// the session that adopts the text (CONVENTIONS 1.3, 1.10).
///
/// ## Wrong
/// ```resolution base
/// RESOLUTION 999 (Busan, 2014)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Busan, 2014),
///
/// *recalling*
///
/// the report on harbour radio,
///
/// *resolves*
///
/// to continue this work.
/// ```
/// ```resolution
/// RESOLUTION 999 (Rev. Dubai, 2018)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Busan, 2014),
///
/// *recalling*
///
/// the report on harbour radio,
///
/// *resolves*
///
/// to continue this work.
/// ```
///
/// ## Right
/// ```resolution base
/// RESOLUTION 999 (Busan, 2014)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Busan, 2014),
///
/// *recalling*
///
/// the report on harbour radio,
///
/// *resolves*
///
/// to continue this work.
/// ```
/// ```resolution
/// RESOLUTION 999 (Rev. Dubai, 2018)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),
///
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
/// Unsafe: writes the session of this text.
struct DraftOldSession: SectionRule {
  static let id = "draft/old-session"
  static let severity = Severity.warning
  static let wantsBase = true

  func check(_ text: SectionContext, _ report: inout Report) {
    let sessions = [text.titleSession, text.formulaSession].compactMap { $0 }
    guard let own = sessions.max(by: { $0.year < $1.year }) else { return }
    let places = Self.places(text, own)
    guard !places.isEmpty, let base = text.base?.base.digest, let old = base.year, old < own.year
    else { return }
    let wanted = "\(own.canonicalPlace), \(own.year)"
    for place in places where place.year == old {
      report.add(
        "still has the session of the edition of \(old); this text is of \(wanted)", at: place.span,
        fixes: place.session.isEmpty
          ? []
          : [
            .replace(place.session, with: wanted, title: "Write `\(wanted)`", safety: .unsafe)
          ])
    }
  }

  private struct Place {
    var year: Int
    /// Where the finding stands.
    var span: Span
    /// Place and year.
    var session: Span
  }

  /// Where an earlier session than the text's own stands in place of that.
  private static func places(_ text: SectionContext, _ own: SessionMark) -> [Place] {
    var places: [Place] = []
    func add(_ shape: TitleShape) {
      guard shape.form != .wrc, !shape.place.isEmpty, shape.yearValue > 0,
        shape.yearValue < own.year, !SessionMark.isMash(shape, text)
      else { return }
      let session = Span(shape.place.lower, max(shape.place.upper, shape.year.upper))
      places.append(Place(year: shape.yearValue, span: session, session: session))
    }
    if let title = text.tree.title { add(title) }
    if let formula = text.tree.formula { add(formula) }
    for annex in text.tree.annexes where annex.title.noun == .annex { add(annex.title) }
    for citation in text.citations where citation.ofThis && !citation.ownerSpan.isEmpty {
      guard let year = citation.year, citation.place != nil, year < own.year,
        !citation.defects.contains(.mashed)
      else { continue }
      places.append(
        Place(
          year: year, span: citation.ownerSpan,
          session: citation.hasOwnSession ? citation.sessionSpan : .none))
    }
    return places
  }

  /// What other rules say of two sessions that differ, where this one knows which of them is old.
  static let explains: Set<String> = [
    "structure/title-formula-mismatch", "structure/annex", "citation/this-conference",
  ]
}
