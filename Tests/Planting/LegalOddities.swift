/// A citation of one text that was read in one of the texts, in its long form.
private struct Known: Hashable {
  var body: String
  var kind: String
  var number: String
  var year: Int
  var text: String
}

extension PlantGenerator {
  /// Up to `count` texts in which nothing is wrong, though it looks unusual: the kinds in turn. What
  /// is put in was read in one of the texts or stands in the tables.
  public func legalOddities(in texts: [Source], seed: UInt64, count: Int) -> [Oddity] {
    var random = SeededRandom(seed: seed)
    let sites = sites(texts)
    let known = Set(sites.flatMap { site in site.citations.compactMap { self.known($0, site) } })
      .sorted { ($0.text, $0.body) < ($1.text, $1.body) }
    var queues = Oddity.Kind.allCases.map { kind in
      zip(texts, sites).flatMap { text, site in
        oddities(kind, text, site, known)
      }.shuffled(using: &random)
    }
    var result: [Oddity] = []
    while result.count < max(count, 0), queues.contains(where: { !$0.isEmpty }) {
      for index in queues.indices where result.count < count {
        if let oddity = queues[index].popLast() { result.append(oddity) }
      }
    }
    return result
  }

  private func known(_ citation: Citation, _ site: Site) -> Known? {
    guard let group = citation.single, let body = citation.body, let name = BodyNames.long(body),
      !citation.isITUR
    else { return nil }
    let noun = site.scanner.text(citation.noun)
    let number = site.scanner.text(group.numbers[0])
    let rev = group.bracket.rev == nil ? "" : group.bracket.place == nil ? "Rev." : "Rev. "
    let session =
      group.bracket.placeName.map { "\($0), \(group.bracket.year)" }
      ?? "WRC-" + site.scanner.text(group.bracket.yearRange)
    return Known(
      body: body, kind: citation.kind, number: number, year: group.bracket.year,
      text: "\(noun) \(number) (\(rev)\(session)) of \(name)")
  }

  private func oddities(
    _ kind: Oddity.Kind, _ source: Source, _ site: Site, _ known: [Known]
  ) -> [Oddity] {
    if kind == .untouched {
      return [
        Oddity(
          source: source.name, kind: kind, text: source.bytes, range: 0..<source.bytes.count,
          original: source.bytes)
      ]
    }
    guard let draft = site.draft else { return [] }
    let preamble = site.scanner.preambleEnd()
    var mentioned: Set<Known> = []
    return site.citations.flatMap { citation -> [Oddity] in
      guard let group = citation.single, let here = self.known(citation, site),
        !site.scanner.isAnnexed(citation.noun.lowerBound)
      else { return [] }
      let isSecond = !mentioned.insert(here).inserted
      let isPreamble = citation.range.upperBound <= preamble
      let isOwn = group.bracket.placeName == draft.place && group.bracket.year == draft.year
      let others = known.filter { other in
        // Nothing that was not there yet, and this conference only by its own name.
        other.year <= draft.year && !(other.body == draft.body && other.year == draft.year)
      }
      let end = citation.range.upperBound
      func add(_ words: String) -> Oddity {
        oddity(kind, source, end..<end, Array(words.utf8))
      }
      switch kind {
      case .untouched: return []
      case .history:
        guard isPreamble, group.bracket.rev != nil, let number = Int(here.number),
          let first = facts.first(here.body, here.kind, number), first.year < here.year,
          let name = BodyNames.long(here.body)
        else { return [] }
        let noun = site.scanner.text(citation.noun)
        return [
          add(" and, before it, \(noun) \(number) (\(first.place), \(first.year)) of \(name)")
        ]
      case .equalNumber:
        return others.filter {
          $0.number == here.number && $0.kind == here.kind && $0.body != here.body
        }.map { add(" and \($0.text)") }
      case .revWRC:
        return others.filter {
          $0.body == "WRC" && $0.text.contains("Rev.") && $0.number != here.number
        }
        .prefix(3).map { add(" and \($0.text)") }
      case .olderEdition:
        guard isPreamble else { return [] }
        return others.filter {
          $0.number == here.number && $0.kind == here.kind && $0.body == here.body
            && $0.year < here.year
        }.map { add(" and the older \($0.text)") }
      case .shortSecondMention:
        guard isSecond, !citation.tailRange.isEmpty, citation.tail != .none else { return [] }
        return isOwn || citation.tail != .ownSession
          ? [oddity(kind, source, citation.tailRange, [])] : []
      }
    }
  }

  private func oddity(
    _ kind: Oddity.Kind, _ source: Source, _ range: Range<Int>, _ new: [UInt8]
  ) -> Oddity {
    var text = source.bytes
    text.replaceSubrange(range, with: new)
    return Oddity(
      source: source.name, kind: kind, text: text,
      range: range.lowerBound..<range.lowerBound + new.count,
      original: Array(source.bytes[range]))
  }
}

extension Scanner {
  /// Where the first line begins that opens with an operative verb, marks of emphasis aside.
  func preambleEnd() -> Int {
    let verbs = ["resolves", "decides", "instructs", "invites", "requests", "urges", "encourages"]
    var start = 0
    while start < bytes.count {
      let line = line(start)
      var at = line.lowerBound
      while let byte = self[at], at < line.upperBound, [0x20, 0x09, 0x23, 0x2a].contains(byte) {
        at += 1
      }
      if verbs.contains(where: { wholeWord($0, at) != nil }) { return line.lowerBound }
      start = line.upperBound + 1
    }
    return bytes.count
  }
  /// Whether "to" stands before a place: what an annex belongs to is one text, never two.
  func isAnnexed(_ at: Int) -> Bool {
    [" to ", "(to ", "\tto "].contains { at >= 4 && word($0, at - 4) != nil }
  }
}
