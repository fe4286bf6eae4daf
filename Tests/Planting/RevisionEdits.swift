// Defects in the mark of revision.

extension Site {
  func revWithoutStop(_ site: Bracketed) -> [Edit] {
    guard let rev = site.bracket.rev else { return [] }
    let stop = rev.lowerBound + 3
    return [Edit(.revWithoutStop, stop..<stop + 1, "", .none)]
  }

  /// A number that is cited as revised existed before; without "Rev." the citation says it did not.
  func revMissing(_ site: Bracketed) -> [Edit] {
    guard let rev = site.bracket.rev, let needs = needsFirst(site) else { return [] }
    return [Edit(.revMissing, rev, "", needs)]
  }

  /// A number that is cited as new has nothing that could have been revised; nor has, for a number
  /// whose first session is known, that session.
  func revNeedless(_ site: Bracketed) -> [Edit] {
    guard site.citation.kind != "opinion" else { return [] }
    if site.bracket.rev == nil {
      guard let needs = needsFirst(site) else { return [] }
      let at = site.bracket.range.lowerBound + 1
      return [
        Edit(.revNeedless, at..<at, site.bracket.place == nil ? "Rev." : "Rev. ", needs)
      ]
    }
    guard let single = site.citation.single, let body = site.body, !site.isOwnSession,
      let rev = site.bracket.rev, let number = scanner.number(single.numbers[0]),
      let first = facts.first(body, site.citation.kind, number),
      site.namedBody != nil || facts.onlyBody(first.place, first.year) == body
    else { return [] }
    let range = rev.lowerBound..<site.bracket.yearRange.upperBound
    let needs = Need.firstSession(
      body: body, kind: site.citation.kind, number: String(number), edition: first.year)
    return [Edit(.revNeedless, range, "Rev. \(first.place), \(first.year)", needs)]
  }

  private func needsFirst(_ site: Bracketed) -> Need? {
    guard let body = site.body, let number = site.group.numbers.first else { return nil }
    let text = scanner.text(number)
    // The suffix of "ITU-R 61-2" counts the revisions: the citation itself shows what it is.
    if site.citation.isITUR { return Need.none }
    return .firstSession(
      body: body, kind: site.citation.kind, number: text, edition: site.bracket.year)
  }
}
