internal import Grammar
internal import Semantics
internal import Syntax

/// "Of this conference" names the session that adopts the draft.
///
/// ## What it checks
/// Where a citation ends with "of this conference" (or assembly), its session is that of the enacting
/// formula; in a draft with tracked changes run together, the later of the two sessions there. As a hint:
/// a text of this session is cited with the body's full name; annexes may do so.
///
/// ## Why
/// "Resolution 71 (Rev. Dubai, 2018) of this conference" needs (Dubai, 2018) in the formula, and another
/// session is "of the Plenipotentiary Conference" (CONVENTIONS 2, agreement rule). The slip is left where
/// a draft was begun from the text of the conference before.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// Resolution 58 (Rev. Busan, 2014) of this conference,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// Resolution 58 (Rev. Busan, 2014) of the Plenipotentiary Conference,
/// ```
///
/// ## Fix
/// Unsafe, two ways: the body's name, or this session in the bracket. The hint's fix is safe.
struct CitationThisConference: SectionRule {
  static let id = "citation/this-conference"
  static let severity = Severity.error
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    let all = text.citations
    for index in all.indices where all[index].kind.isText && !all[index].ownerSpan.isEmpty {
      guard let place = all[index].place, let year = all[index].year,
        !all[index].defects.contains(.mashed), let own = text.citationNotes.session
      else { continue }
      let isOwn = year == own.year && isSame(place, own.place, year)
      if all[index].ofThis, !isOwn {
        mismatch(all[index], own, place, year, text, &report)
      } else if !all[index].ofThis, isOwn, all[index].body == text.citationNotes.body,
        !text.citationNotes.isInAnnex(all[index].span.lower)
      {
        longForm(all[index], text, &report)
      }
    }
  }

  private func isSame(_ place: String, _ other: String, _ year: Int) -> Bool {
    if place == other || place.lowercased() == other.lowercased() { return true }
    return Session.sessions(place: place, year: year)
      .contains { Session.sessions(place: other, year: year).contains($0) }
  }

  private func mismatch(
    _ citation: Citation, _ own: CitationNotes.OwnSession, _ place: String, _ year: Int,
    _ text: SectionContext, _ report: inout Report
  ) {
    // A session that no body held is told by another rule.
    guard let name = Body.named(text.profile.body)?.name,
      !Session.sessions(place: place, year: year).isEmpty
        || Body.named(text.profile.body)?.completeYears?.contains(year) != true
    else { return }
    let isOwnBody = Session.session(body: text.profile.body, place: place, year: year) != nil
    let session = "\(own.place), \(own.year)"
    var fixes: [Fix] = []
    let owner =
      isOwnBody
      ? name
      : Session.sessions(place: place, year: year).compactMap { Body.named($0.body)?.name }.first
    if let owner {
      fixes.append(
        .replace(
          citation.ownerSpan, with: "of the \(owner)", title: "Write `of the \(owner)`",
          safety: .unsafe))
    }
    if citation.hasOwnSession {
      fixes.append(
        .replace(
          citation.sessionSpan, with: session, title: "Write `\(session)`", safety: .unsafe))
    }
    report.add(
      "this conference is that of \(session), the citation names \(place), \(year)",
      at: citation.ownerSpan, fixes: fixes)
  }

  private func longForm(_ citation: Citation, _ text: SectionContext, _ report: inout Report) {
    let word = text.profile.ownWord
    report.add(
      "a text of this session is cited as `of this \(word)`", at: citation.ownerSpan,
      severity: .hint,
      fixes: [
        .replace(citation.ownerSpan, with: "of this \(word)", title: "Write `of this \(word)`")
      ])
  }
}
