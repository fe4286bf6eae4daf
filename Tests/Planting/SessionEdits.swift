// Defects in the session of a citation: its year, its place, its own form.

extension Site {
  func wrongYears(_ site: Bracketed) -> [Edit] {
    let bracket = site.bracket
    // The Council meets at Geneva each year; without a name the pair could be one of its sessions.
    if site.namedBody == nil, bracket.placeName == "Geneva" { return [] }
    let near = [-4, -3, -2, -1, 1, 2, 3, 4].map { bracket.year + $0 }
    let others = facts.sessions.filter { $0.body == site.body && $0.sourced }.map(\.year)
    return Set(near + others).sorted().compactMap { year in
      guard (1993...2024).contains(year), year != bracket.year,
        !facts.isSession(site.namedBody, bracket.placeName, year)
      else { return nil }
      let digits = bracket.yearRange.count == 2 ? String(String(year).suffix(2)) : String(year)
      guard digits.utf8.count == bracket.yearRange.count else { return nil }
      let needs = Need.session(body: site.namedBody, place: bracket.placeName, year: year)
      return Edit(.wrongYear, bracket.yearRange, digits, site.isOwnSession ? .none : needs)
    }
  }

  func wrongPlaces(_ site: Bracketed) -> [Edit] {
    guard let range = site.bracket.place else { return [] }
    let year = site.bracket.year
    return Set(facts.sessions.filter(\.sourced).map(\.place)).sorted().compactMap { place in
      guard place != site.bracket.placeName, !facts.isSession(site.namedBody, place, year),
        site.namedBody != nil || place != "Geneva"
      else { return nil }
      // Another spelling of the same town is no wrong place.
      let spellings = facts.sessions.filter { $0.place == place }
      if spellings.contains(where: { facts.isSession($0.body, site.bracket.placeName, $0.year) }),
        spellings.allSatisfy({ facts.isSession($0.body, site.bracket.placeName, $0.year) })
      {
        return nil
      }
      let needs = Need.session(body: site.namedBody, place: place, year: year)
      return Edit(.wrongPlace, range, place, site.isOwnSession ? .none : needs)
    }
  }

  func droppedComma(_ site: Bracketed) -> [Edit] {
    guard let place = site.bracket.place else { return [] }
    let comma = place.upperBound
    return [Edit(.droppedComma, comma..<comma + 1, "", .none)]
  }

  /// "of this conference" where it is another one, or another session beside "of this conference".
  func wrongThisConference(_ citation: Citation) -> [Edit] {
    guard let draft, let bracket = citation.groups.last?.bracket, let place = bracket.place else {
      return []
    }
    switch citation.tail {
    case .none: return []
    case .ownSession:
      return facts.sessions.compactMap { session in
        guard session.body == draft.body, session.sourced, session.year < draft.year,
          session.place != "Marrakech"
        else { return nil }
        let new = "\(session.place), \(session.year)"
        return Edit(
          .wrongThisConference, place.lowerBound..<bracket.yearRange.upperBound, new, .none)
      }
    case .body:
      if bracket.placeName == draft.place, bracket.year == draft.year { return [] }
      let own = draft.body == "WTSA" || draft.body == "RA" ? "assembly" : "conference"
      let start = citation.tailRange.lowerBound
      guard let of = scanner.space(start).flatMap({ scanner.wholeWord("of", $0) }),
        let name = scanner.space(of)
      else { return [] }
      return [
        Edit(
          .wrongThisConference, name..<citation.tailRange.upperBound, "this \(own)", .none)
      ]
    }
  }
}
