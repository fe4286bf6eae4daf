internal import Syntax

/// Resolutions, decisions, recommendations and opinions.
extension CitationReader {
  mutating func texts(at noun: Int, _ kind: Citation.Kind, _ plural: Bool) -> Int? {
    // In capitals it is a title, a running head or the title of an annex, of this text or another.
    if run[noun].flags.contains(.capitals), !isInPhrase(noun) { return nil }
    var i = noun + 1
    var defects: Citation.Defects = []
    if run[i].isMark(0x2E), !run[i].hasSpaceBefore, run[i + 1].kind == .number,
      !run[i + 1].hasSpaceBefore
    {
      defects.insert(.nounStop)
      i += 1
    } else if run[i].hash == words.number, run[i].kind == .word, run[i + 1].isMark(0x2E) {
      i += 2
    }
    guard run[i].hasSpaceBefore || defects.contains(.nounStop),
      let first = numbers.text(at: i, kind)
    else { return nil }
    if !run[noun].flags.contains(.capital) { defects.insert(.nounCase) }
    if !run[noun].flags.contains(.capital), !first.isPair, !endsBareNumber(first) { return nil }
    var members: [Citation] = []
    var end = take(first, kind, run[noun].span, defects, &members)
    var isOr = false
    while let next = nextMember(kind, end, plural: plural, first: first, count: members.count) {
      isOr = isOr || separator(at: end)?.isOr == true
      end = take(next, kind, .none, [], &members)
    }
    if run[noun].flags.contains(.capitals) {
      // A line in capitals has its place and its "REV." in capitals too.
      for index in members.indices {
        members[index].defects.subtract([.placeCase, .revisionCase])
      }
    }
    if !plural, !isOr, members.count > 1 { members[0].defects.insert(.singularNoun) }
    shareBrackets(&members)
    end = readOwner(noun: noun, end: end, &members)
    let isAlone = members.count == 1
    add(consume members)
    if plural, isAlone, first.isPair { end = laterPairs(end, kind) }
    return end
  }

  /// `PROPOSAL ON REVISION OF THE RESOLUTION 140`
  private func isInPhrase(_ noun: Int) -> Bool {
    let before = run[noun - 1].hash
    return run[noun - 1].kind == .word
      && (before == words.the || before == words.of || before == words.inWord)
  }

  /// "decision 5" in small letters: the number must not count a noun.
  private func endsBareNumber(_ number: CitedNumber) -> Bool {
    number.end - number.start > 1 || run[number.end].isMark(0x28) || endsMember(number.end)
  }

  /// Adds a number with its bracket. Returns the index behind both.
  private func take(
    _ number: CitedNumber, _ kind: Citation.Kind, _ noun: Span, _ defects: Citation.Defects,
    _ members: inout [Citation]
  ) -> Int {
    let place = members.count
    members.append(member(kind, number, noun: noun))
    members[place].defects.formUnion(defects)
    guard run[number.end].isMark(0x28) else { return number.end }
    if let bracket = SessionBracket.read(number.end, run, words, text) {
      members[place].take(bracket)
      return bracket.end
    }
    guard !number.isPair, numbers.isRoman(run[number.end + 1]), run[number.end + 2].isMark(0x29)
    else { return number.end }
    // A session of the General Assembly before 1976: `1514 (XV)`.
    let end = number.end + 3
    members[place].takeSession(
      text.folded(number.proper, end), run.span(number.start, end), of: .generalAssembly)
    return end
  }

  private func nextMember(
    _ kind: Citation.Kind, _ end: Int, plural: Bool, first: CitedNumber, count: Int
  ) -> CitedNumber? {
    guard let separator = separator(at: end) else { return nil }
    guard
      let number = numbers.text(
        at: separator.next, kind, series: first.isSeries ? first.body : nil)
    else { return nil }
    let bracketed =
      run[number.end].isMark(0x28) && SessionBracket.read(number.end, run, words, text) != nil
    let alike =
      number.isPair && first.isPair || number.isSeries && first.isSeries
      || number.body != nil && number.body == first.body
    if bracketed || alike {
      return plural || separator.conjunction || bracketed ? number : nil
    }
    let needed = plural && separator.conjunction && count == 1
    guard
      plural || separator.conjunction
        || leadsToConjunction(separator.next, { $0.text(at: $1, kind) }),
      isMember(number, needed: needed)
    else { return nil }
    // "Resolution 70/1, 15 years after": another form of number is another thing.
    guard number.isPair == first.isPair, number.isSeries == first.isSeries else { return nil }
    if run[number.end].isMark(0x2F) { return nil }
    return number
  }

  /// A bracket holds for the members before it that have none.
  private func shareBrackets(_ members: inout [Citation]) {
    guard members.count > 1 else { return }
    var bracket: Int?
    for index in members.indices.reversed() {
      if !members[index].bracketSpan.isEmpty {
        bracket = index
      } else if let bracket {
        members[index].place = members[bracket].place
        members[index].placeKey = members[bracket].placeKey
        members[index].year = members[bracket].year
        members[index].revised = members[bracket].revised
        if members[index].body == nil {
          members[index].body = members[bracket].body
          members[index].evidence = members[bracket].evidence
        }
      }
    }
  }

  /// `Resolutions 71/243 of 21 December 2016, on ..., and 72/279`: the pair tells itself.
  private mutating func laterPairs(_ end: Int, _ kind: Citation.Kind) -> Int {
    var i = end
    while i < run.count, i < end + 60, !run[i].isMark(0x3B), run[i].kind != .sectionSign {
      if case .text = words.triggers[run[i].hash] { return end }
      if run[i].hash == words.and, let number = numbers.text(at: i + 1, kind), number.isPair,
        number.end - number.start == 3
      {
        var later = member(kind, number)
        later.body = found.last?.body
        later.evidence = later.body == nil ? .none : .words
        add([later])
        if found.count >= 2 {
          found[found.count - 1].list = found[found.count - 2].list
          found[found.count - 1].members = 2
          found[found.count - 2].members = 2
        }
        return number.end
      }
      i += 1
    }
    return end
  }

  /// A symbol without a noun: `(A/RES/70/1)`.
  mutating func bareSymbol(at i: Int) -> Int? {
    guard i >= 2, run[i - 1].isMark(0x2F), let number = numbers.symbol(at: i - 2) else {
      return nil
    }
    add([member(.resolution, number)])
    return number.end
  }
}

extension Citation {
  /// A session that stands in the number.
  fileprivate mutating func takeSession(_ number: String, _ written: Span, of body: CitedBody) {
    self.number = number
    numberSpan = written
    span = Span(span.lower, written.upper)
    self.body = body
    evidence = .form
  }

  mutating func take(_ bracket: SessionBracket) {
    bracketSpan = bracket.span
    span = Span(span.lower, bracket.span.upper)
    place = bracket.place
    placeKey = bracket.placeKey
    placeSpan = bracket.placeSpan
    year = bracket.year
    yearSpan = bracket.yearSpan
    revised = bracket.revised
    revisionSpan = bracket.revisionSpan
    defects.formUnion(bracket.defects)
    if body == nil, let known = bracket.body {
      body = known
      evidence = .form
    }
  }
}
