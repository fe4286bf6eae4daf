extension Scanner {
  /// Body and session as the enacting formula gives them.
  func draft() -> Draft? {
    var at = 0
    while at < bytes.count {
      if self[at] == UInt8(ascii: "T") {
        for formula in BodyNames.formulas {
          guard let name = words(formula.opening, at), let open = space(name),
            self[open] == UInt8(ascii: "("), let place = place(open + 1),
            let comma = word(", ", place), let year = year(comma), self[year.end] == 0x29
          else { continue }
          return Draft(
            body: formula.body, place: text(open + 1..<place), year: year.value)
        }
      }
      at += 1
    }
    return nil
  }

  /// The well-formed citations of texts with their session, in order. What the facts contradict, what
  /// is quoted and a line that holds nothing else (a title) is left out.
  func citations(_ facts: Facts) -> [Citation] {
    let own = draft()
    var result: [Citation] = []
    var at = 0
    while at < bytes.count {
      guard let found = citation(at, own, facts) else {
        at += 1
        continue
      }
      if !isQuoted(at), !standsAlone(found), isTrue(found, own, facts) { result.append(found) }
      at = max(found.range.upperBound, at + 1)
    }
    return result
  }

  private func citation(_ at: Int, _ own: Draft?, _ facts: Facts) -> Citation? {
    let nouns = ["Resolution", "Decision", "Opinion"]
    guard at == 0 || !isLetterOrDigit(at - 1),
      let noun = nouns.first(where: { word($0, at) != nil }),
      var end = word(noun, at), !isOthers(before: at)
    else { return nil }
    let isPlural = self[end] == UInt8(ascii: "s")
    if isPlural { end += 1 }
    let nounRange = at..<end
    guard var next = space(end) else { return nil }
    let afterITUR = words("ITU-R", next).flatMap { space($0) }
    next = afterITUR ?? next

    var groups: [Citation.Group] = []
    while let group = group(next) {
      groups.append(group)
      guard isPlural, let joint = joint(group.bracket.range.upperBound) else { break }
      next = joint
    }
    guard let last = groups.last else { return nil }
    let close = last.bracket.range.upperBound
    var citation = Citation(
      noun: nounRange, kind: noun.lowercased(), isPlural: isPlural, isITUR: afterITUR != nil,
      groups: groups, tailRange: close..<close, tail: .none, body: nil, namesBody: false)
    if let tail = tail(close) {
      citation.tailRange = close..<tail.end
      citation.tail = tail.tail
    }
    switch citation.tail {
    case .body(let name): citation.body = name
    case .ownSession: citation.body = own?.body
    case .none: break
    }
    citation.namesBody = citation.tail != .none || citation.isITUR || last.bracket.place == nil
    if citation.isITUR { citation.body = "RA" }
    if last.bracket.place == nil { citation.body = "WRC" }
    if citation.body == nil, let place = last.bracket.placeName {
      citation.body = facts.onlyBody(place, last.bracket.year)
    }
    return citation
  }

  /// Numbers with their bracket.
  private func group(_ at: Int) -> Citation.Group? {
    var numbers: [Range<Int>] = []
    var next = at
    while let end = self.reference(next) {
      numbers.append(next..<end)
      if let space = space(end), let bracket = bracket(space) {
        return Citation.Group(numbers: numbers, bracket: bracket)
      }
      guard let joint = joint(end) else { return nil }
      next = joint
    }
    return nil
  }

  /// `71` or `61-2`.
  private func reference(_ at: Int) -> Int? {
    guard var end = digits(at) else { return nil }
    if self[end] == UInt8(ascii: "-"), let suffix = digits(end + 1, max: 2) { end = suffix }
    return isLetterOrDigit(end) || self[end] == UInt8(ascii: "/") ? nil : end
  }

  /// `, ` or ` and `.
  func joint(_ at: Int) -> Int? {
    if self[at] == UInt8(ascii: ",") { return space(at + 1) }
    return space(at).flatMap { wholeWord("and", $0) }.flatMap { space($0) }
  }

  private func bracket(_ at: Int) -> Citation.Bracket? {
    guard self[at] == UInt8(ascii: "(") else { return nil }
    var rev: Range<Int>?
    var next = at + 1
    if let end = word("Rev.", next) {
      let after = space(end) ?? end
      rev = next..<after
      next = after
    }
    if let digitsStart = word("WRC-", next) {
      guard rev == nil || self[next - 1] == UInt8(ascii: "."), let end = digits(digitsStart),
        end - digitsStart == 2 || word("2000", digitsStart) == end,
        self[end] == UInt8(ascii: ")"), let short = number(digitsStart..<end)
      else { return nil }
      let year = short > 99 ? short : short + (short > 50 ? 1900 : 2000)
      return Citation.Bracket(
        range: at..<end + 1, rev: rev, place: nil, yearRange: digitsStart..<end, placeName: nil,
        year: year)
    }
    guard rev == nil || self[next - 1] != UInt8(ascii: "."), let place = place(next),
      self[place] == UInt8(ascii: ","), let space = space(place + 1), let year = year(space),
      self[year.end] == UInt8(ascii: ")")
    else { return nil }
    return Citation.Bracket(
      range: at..<year.end + 1, rev: rev, place: next..<place, yearRange: space..<year.end,
      placeName: text(next..<place), year: year.value)
  }

  private func tail(_ at: Int) -> (end: Int, tail: Citation.Tail)? {
    guard let of = space(at).flatMap({ wholeWord("of", $0) }), let start = space(of) else {
      return nil
    }
    if let end = words("this conference", start) ?? words("this assembly", start) {
      return (end, .ownSession)
    }
    for (name, body) in BodyNames.all {
      if let end = words(name, start) { return (end, .body(body)) }
    }
    // "of" something else: whose text it is, the scanner does not know.
    return (of, .body("?"))
  }

  /// "Council Resolution 1332", "UNGA Resolution 70/1": series of other houses.
  private func isOthers(before at: Int) -> Bool {
    let others = [
      "Council", "UNGA", "ECOSOC", "(UNGA)", "Assembly", "RESOLUTION", "Plenipotentiary",
    ]
    return others.contains { name in
      let start = at - name.utf8.count - 1
      return start >= 0 && word(name, start) != nil
    }
  }

  private func standsAlone(_ citation: Citation) -> Bool {
    let start = citation.noun.lowerBound
    let end = citation.groups.last?.bracket.range.upperBound ?? citation.noun.upperBound
    let before = bytes[line(start).lowerBound..<start]
    let after = bytes[end..<line(end).upperBound]
    return !before.contains(where: isLetterOrDigit) && !after.contains(where: isLetterOrDigit)
  }

  /// Whether nothing that the facts say speaks against the citation as it stands.
  private func isTrue(_ citation: Citation, _ own: Draft?, _ facts: Facts) -> Bool {
    if citation.tail == .body("?") { return false }
    for group in citation.groups {
      let bracket = group.bracket
      let isLast = bracket.range == citation.groups.last?.bracket.range
      let body = isLast ? citation.body : nil
      guard facts.isSession(body, bracket.placeName, bracket.year) else {
        return false
      }
      for range in group.numbers {
        guard let body, let number = number(range), !citation.isITUR,
          let first = facts.first(body, citation.kind, number)
        else { continue }
        let isFirst = first.year == bracket.year && first.place == bracket.placeName
        if isFirst != (bracket.rev == nil) || first.year > bracket.year { return false }
      }
    }
    guard citation.tail == .ownSession else { return true }
    guard let own, let bracket = citation.groups.last?.bracket else { return false }
    return bracket.placeName == own.place && bracket.year == own.year
  }
}
