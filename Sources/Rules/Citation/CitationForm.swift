internal import Grammar
internal import Semantics
internal import Syntax

/// A citation is written in the house form.
///
/// ## What it checks
/// The noun has a capital and stands before its number; the bracket reads (Rev. Place, Year) with its stop,
/// comma and blanks, for radio conferences (Rev.WRC-19) without a blank; the body comes behind the session
/// and takes its article; a comma stands before "on" and the title; action lines with a number have
/// capitals; resolutions of the United Nations are cited by number, not by symbol (A/70/125 is the symbol
/// of a document); a resolution of the Radiocommunication Assembly has ITU-R before its number. Brackets in
/// which tracked changes ran two sessions together are left to another rule.
///
/// ## Why
/// These are the forms counted over the texts of 2018, the others are the slips seen in drafts
/// (CONVENTIONS 2). A citation in another form is not found by search and not linked.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// resolution 140 (Rev. Busan 2014) of Plenipotentiary Conference on ITU's role,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// Resolution 140 (Rev. Busan, 2014) of the Plenipotentiary Conference, on ITU's role,
/// ```
///
/// ## Fix
/// Safe for letters, stops, commas and blanks. Unsafe where the words are put in another order or a symbol
/// becomes a number. None for a series that is not named.
struct CitationForm: SectionRule {
  static let id = "citation/form"
  static let severity = Severity.warning
  static let judgesFront = true
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    for citation in text.citations where !citation.defects.isEmpty {
      if citation.defects.contains(.mashed) { continue }
      whole(citation, text, &report)
      owner(citation, text, &report)
      if citation.defects.contains(.titleComma) {
        let end = max(citation.span.upper, citation.ownerSpan.upper)
        report.add(
          "a comma stands between a citation and `on`, which begins the title",
          at: Span(end, end), severity: Self.isRadio(text) ? .information : nil,
          fixes: [.insert(",", at: end, title: "Insert a comma")])
      }
      if citation.defects.contains(.numberStop) {
        let end = citation.nounSpan.upper
        report.add(
          "`\(text.string(citation.nounSpan))` is an abbreviation and takes a full stop",
          at: citation.nounSpan, fixes: [.insert(".", at: end, title: "Insert the full stop")])
      }
    }
  }

  /// The comma before a title was counted for the Plenipotentiary Conference and the Council.
  private static func isRadio(_ text: SectionContext) -> Bool {
    text.profile.body == "WRC" || text.profile.body == "RA"
  }

  // MARK: - Number and bracket

  private static let bracket: Citation.Defects = [
    .missingComma, .revisionStop, .spacing, .placeCase, .revisionCase, .radioSpace, .radioToken,
  ]

  private func whole(_ citation: Citation, _ text: SectionContext, _ report: inout Report) {
    let defects = citation.defects
    if citation.kind == .actionLine {
      guard defects.contains(.nounCase) else { return }
      // Counted for the Plenipotentiary Conference alone.
      let severity: Severity = text.profile.id == "itu-pp" ? .warning : .information
      let noun = text.plain(citation.nounSpan)
      let wanted = noun.lowercased().hasSuffix("s") ? "Action Lines" : "Action Line"
      report.add(
        "with a number it is `\(wanted)`", at: citation.nounSpan, severity: severity,
        fixes: [.replace(citation.nounSpan, with: wanted, title: "Write `\(wanted)`")])
      return
    }
    let problems = Self.problems(citation)
    guard !problems.isEmpty else { return }
    if defects.isDisjoint(with: Self.others), defects.intersection(Self.bracket) == .missingComma {
      let end = citation.placeSpan.upper
      report.add(
        "a comma stands between place and year", at: Span(end, end),
        fixes: [.insert(",", at: end, title: "Insert a comma")])
      return
    }
    let fix = CitationRewriting(text: text, citation: citation).fix
    // The United Nations write "resolution"; what is quoted from them may keep it.
    let isUNCase = citation.body?.isUN == true && defects == .nounCase
    report.add(
      problems.joined(separator: "; "), at: citation.span, severity: isUNCase ? .hint : nil,
      fixes: fix.map { [$0] } ?? [])
  }

  /// Those that are told together, on the whole citation.
  private static let others: Citation.Defects = [
    .nounCase, .nounStop, .sessionBehindBody, .documentSymbol, .resolutionSymbol, .seriesOrder,
    .assemblySeries,
  ]

  private static func problems(_ citation: Citation) -> [String] {
    let defects = citation.defects
    var found: [String] = []
    func note(_ defect: Citation.Defects, _ message: String) {
      if defects.contains(defect) { found.append(message) }
    }
    note(.nounCase, "a cited text has a capital letter")
    note(.nounStop, "no stop stands between the noun and its number")
    note(.documentSymbol, "`A/...` is the symbol of a document; a resolution is cited by number")
    note(.resolutionSymbol, "a resolution is cited by number, not by symbol")
    note(.seriesOrder, "the series comes behind the noun: `Recommendation ITU-T`")
    note(
      .assemblySeries, "a resolution of the Radiocommunication Assembly has `ITU-R` in its number")
    note(.sessionBehindBody, "the session stands behind the number, before the body")
    note(.revisionStop, "`Rev.` takes a full stop")
    note(.revisionCase, "`Rev.` is not in capitals here")
    note(.placeCase, "the place is not in capitals here")
    note(.missingComma, "a comma stands between place and year")
    note(.radioSpace, "no blank stands behind `Rev.` in this form")
    note(.radioToken, "the session is written with two digits of its year: `WRC-19`")
    note(.spacing, "blanks are missing or needless")
    return found
  }

  // MARK: - The body

  private func owner(_ citation: Citation, _ text: SectionContext, _ report: inout Report) {
    guard !citation.ownerSpan.isEmpty else { return }
    if citation.defects.contains(.ownerCase) {
      let plain = text.plain(citation.ownerSpan).lowercased()
      report.add(
        "`\(plain)` has no capital", at: citation.ownerSpan,
        fixes: [.replace(citation.ownerSpan, with: plain, title: "Write `\(plain)`")])
    }
    if citation.defects.contains(.missingArticle),
      !citation.defects.contains(.sessionBehindBody)
    {
      let at = citation.ownerSpan.lower + 3
      report.add(
        "the name of the body takes `the`", at: citation.ownerSpan,
        fixes: [.insert("the ", at: at, title: "Insert `the`")])
    }
  }
}
