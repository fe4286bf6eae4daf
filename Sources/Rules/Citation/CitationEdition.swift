internal import Grammar
internal import Semantics
internal import Syntax

/// The session in the bracket took place.
///
/// ## What it checks
/// Place and year (or WRC-19) name a session of the body that the citation names. It is an error where
/// the list of the body's sessions is complete for that year, else a hint. The draft's own session is
/// never doubted, nor are the yearly sessions of the Council.
///
/// ## Why
/// Place and year together tell which conference adopted an edition (CONVENTIONS 6); a slip in one of them
/// names an edition that does not exist.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// Resolution 140 (Rev. Busan, 2015) of the Plenipotentiary Conference,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// Resolution 140 (Rev. Busan, 2014) of the Plenipotentiary Conference,
/// ```
///
/// ## Fix
/// Unsafe: the session of the same place or the same year, where there is one.
struct CitationEdition: SectionRule {
  static let id = "citation/edition"
  static let severity = Severity.error
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    let all = text.citations
    for index in all.indices where all[index].kind.isText && all[index].hasOwnSession {
      guard let year = all[index].year else { continue }
      if let body = all[index].body {
        if body == .radioConference {
          checkRadio(all, index, year, &report)
        } else if let place = all[index].place {
          check(all, index, body, place, year, text, &report)
        }
      } else if let place = all[index].place, !isOwn(place, year, text),
        Session.sessions(place: place, year: year).isEmpty
      {
        report.add(
          "the register knows no session at \(place) in \(year)", at: all[index].sessionSpan,
          severity: .hint)
      }
    }
  }

  private func isOwn(_ place: String, _ year: Int, _ text: SectionContext) -> Bool {
    guard let own = text.citationNotes.session else { return false }
    return own.year == year && own.place.lowercased() == place.lowercased()
  }

  private func check(
    _ all: [Citation], _ index: Int, _ body: CitedBody, _ place: String, _ year: Int,
    _ text: SectionContext, _ report: inout Report
  ) {
    guard body != .council,
      Session.session(body: body.rawValue, place: place, year: year) == nil,
      let known = Body.named(body.rawValue),
      body != text.citationNotes.body || !isOwn(place, year, text),
      // Another body's session beside "of this conference": the words are wrong, not the session.
      !all[index].ofThis || Session.sessions(place: place, year: year).isEmpty
    else { return }
    let isComplete = known.completeYears?.contains(year) ?? false
    let sessions = Session.all.filter { $0.body == body.rawValue }
    let near =
      sessions.first { $0.year == year }
      ?? sessions.filter { $0.place?.lowercased() == place.lowercased() }
      .min { abs($0.year - year) < abs($1.year - year) }
    var fixes: [Fix] = []
    var message = "no session of the \(known.name) is known at \(place) in \(year)"
    if isComplete { message = "the \(known.name) held no session at \(place) in \(year)" }
    if let near, let place = near.place {
      let wanted = "\(place), \(near.year)"
      message += "; it held one at `\(wanted)`"
      fixes = [
        .replace(
          all[index].sessionSpan, with: wanted, title: "Write `\(wanted)`", safety: .unsafe)
      ]
    }
    report.add(
      message, at: all[index].sessionSpan, severity: isComplete ? .error : .hint, fixes: fixes)
  }

  private func checkRadio(
    _ all: [Citation], _ index: Int, _ year: Int, _ report: inout Report
  ) {
    guard let known = Body.named("WRC"),
      !Session.all.contains(where: { $0.body == "WRC" && $0.year == year })
    else { return }
    // Before 1995 the conferences had other names: WARC-79, ORB-88.
    guard year >= 1995 else { return }
    let isComplete = known.completeYears?.contains(year) ?? false
    report.add(
      isComplete
        ? "no World Radiocommunication Conference was held in \(year)"
        : "no World Radiocommunication Conference is known in \(year)",
      at: all[index].yearSpan, severity: isComplete ? .error : .hint)
  }
}
