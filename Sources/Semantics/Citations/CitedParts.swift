internal import Syntax

/// Provisions, articles, paragraphs, action lines, documents and annexes.
extension CitationReader {
  // MARK: - Constitution, Convention, Radio Regulations

  /// `No. 81 of the Convention`, `Nos. 92, 115 and 147 of the Constitution`, `No. 5.537A`.
  mutating func provisions(at noun: Int, _ plural: Bool) -> Int? {
    guard run[noun].flags.contains(.capital), !run[noun].flags.contains(.capitals) || plural else {
      return nil
    }
    var i = noun + 1
    let stop = run[i].isMark(0x2E) && !run[i].hasSpaceBefore
    if stop { i += 1 }
    if noun > 0, !run[noun].flags.contains(.lineStart), run[noun - 1].kind == .word,
      words.numbered.contains(run[noun - 1].hash)
    {
      return nil
    }
    let nounSpan = run.span(noun, i)
    guard
      let list = plainList(
        .provision, noun: nounSpan, from: i, plural: plural, { $0.provision(at: $1) })
    else { return nil }
    var members = list.members
    let end = list.next
    let owner = instrument(noun: noun, end: end)
    // Declarations, treaties and tables are numbered too: a plain number needs its instrument.
    guard owner != nil || members[0].number.utf8.contains(0x2E) || stop && isOfRules(noun, end)
    else { return nil }
    if !stop { members[0].defects.insert(.numberStop) }
    give(owner, to: &members)
    add(members)
    return end
  }

  /// `General Rules, Nos. 69-74`, `No. 162 of the General Rules`.
  private func isOfRules(_ noun: Int, _ end: Int) -> Bool {
    let before = run[noun - 1].isMark(0x2C) || run[noun - 1].isMark(0x28) ? noun - 2 : noun - 1
    if words.instruments.contains(run[before].hash) { return true }
    guard run[end].hash == words.of || run[end].hash == words.inWord else { return false }
    return (end + 1...end + 6).contains {
      run[$0].flags.contains(.capital) && words.instruments.contains(run[$0].hash)
    }
  }

  /// `Article 14A of the ITU Convention`, `Articles 17, 18, 19 and 20`.
  mutating func articles(at noun: Int, _ plural: Bool) -> Int? {
    var i = noun + 1
    let short = run[noun].length <= 4
    if short {
      guard run[i].isMark(0x2E), run[noun].flags.contains(.capital) else { return nil }
      i += 1
    }
    guard
      let list = plainList(
        .article, noun: run.span(noun, i), from: i, plural: plural, { $0.article(at: $1) })
    else { return nil }
    var members = list.members
    let end = list.next
    guard run[noun].flags.contains(.capital) || run[end].hash == words.of || isParagraph(end + 1)
    else { return nil }
    give(instrument(noun: noun, end: end), to: &members)
    if short, noun >= 2, run[noun - 1].isMark(0x2F) {
      if run[noun - 2].hash == Self.cs { give(.constitution, to: &members) }
      if run[noun - 2].hash == Self.cv { give(.convention, to: &members) }
    }
    add(members)
    return end
  }

  private func isParagraph(_ i: Int) -> Bool {
    if case .paragraph = words.triggers[run[i].hash] { return run[i - 1].isMark(0x2C) }
    return false
  }

  private static let cs = wordHash("cs")
  private static let cv = wordHash("cv")

  /// `CS 165`, `CV 468`: shorthand of proposals.
  mutating func shorthand(at noun: Int, _ body: CitedBody) -> Int? {
    guard run[noun].flags.contains(.capitals), let number = numbers.provision(at: noun + 1),
      run[noun + 1].hasSpaceBefore
    else { return nil }
    var citation = member(.provision, number, noun: run[noun].span)
    citation.body = body
    citation.evidence = .words
    add([citation])
    return number.end
  }

  private func give(_ body: CitedBody?, to members: inout [Citation]) {
    guard let body else { return }
    for index in members.indices {
      members[index].body = body
      members[index].evidence = isOfUnion(behind: members) ? .form : .words
    }
  }

  /// "of the ITU Convention" can be no other convention.
  private func isOfUnion(behind members: [Citation]) -> Bool {
    guard let last = members.last else { return false }
    let end = run.tokens.firstIndex { Int($0.start) >= last.span.upper } ?? run.count
    return (end..<(end + 6)).contains { run[$0].hash == words.union }
  }

  /// The instrument named behind a provision or article, or before it: `of the ITU Constitution`,
  /// `in Article 3 of the ITU Convention`, `Constitution (No. 81)`.
  private func instrument(noun: Int, end: Int) -> CitedBody? {
    var i = end
    for _ in 0..<2 {
      guard run[i].hash == words.of || run[i].hash == words.inWord || run[i].hash == words.to else {
        break
      }
      i += 1
      if case .article = words.triggers[run[i].hash], let number = numbers.article(at: i + 1) {
        i = number.end
        continue
      }
      return instrumentName(at: i)
    }
    var j = noun - 1
    if run[j].isMark(0x28) || run[j].isMark(0x2C) {
      j -= 1
      if run[j].hash == words.constitution, isPlainName(before: j) { return .constitution }
      if run[j].hash == words.convention, isPlainName(before: j) { return .convention }
    }
    return nil
  }

  /// `the Constitution`, `the ITU Convention`, `its Constitution`, with nothing that makes it another
  /// convention ("the Tampere Convention", "the Convention on the Rights of the Child").
  private func instrumentName(at start: Int) -> CitedBody? {
    var i = start
    if words.articles.contains(run[i].hash) { i += 1 }
    if run[i].hash == words.union { i += 1 }
    if run[i].hash == words.international, run[i + 1].hash == words.telecommunication { i += 2 }
    guard run[i].kind == .word, run[i].flags.contains(.capital) else {
      return nil
    }
    if run[i].hash == Self.cs { return .constitution }
    if run[i].hash == Self.cv { return .convention }
    if run[i].hash == words.constitution { return .constitution }
    guard run[i].hash == words.convention, run[i + 1].hash != words.on else { return nil }
    return .convention
  }

  private func isPlainName(before i: Int) -> Bool {
    words.articles.contains(run[i - 1].hash) || run[i - 1].hash == words.union
  }

  // MARK: - Paragraphs of summit texts and rules

  /// `§ 64`, `§§ 27 and 50`, `§§ 113-118`.
  mutating func sections(at sign: Int) -> Int? {
    var i = sign + 1
    let plural = run[i].kind == .sectionSign
    if plural { i += 1 }
    guard
      let (members, end) = plainList(
        .paragraph, noun: run.span(sign, i), from: i, plural: plural, { $0.paragraph(at: $1) })
    else { return nil }
    if !plural, members.count > 1 {
      // One sign before two numbers is not a wrong noun: the second may be another thing.
      add(Array(members.prefix(1)))
      return end
    }
    add(members)
    return end
  }

  /// `paragraphs 29-82 of the Tunis Agenda`; "paragraph 5 above" and "of this resolution" are internal.
  mutating func paragraphs(at noun: Int, _ plural: Bool) -> Int? {
    var i = noun + 1
    if run[i].isMark(0x2E), !run[i].hasSpaceBefore, run[noun].length <= 5 { i += 1 }
    guard
      let (members, end) = plainList(
        .paragraph, noun: run.span(noun, i), from: i, plural: plural, { $0.paragraph(at: $1) })
    else { return nil }
    // "Article 12, paragraph 3, of the Statute"
    let of = run[end].isMark(0x2C) ? end + 1 : end
    guard run[of].hash == words.of, run[of].kind == .word else { return nil }
    for j in (of + 1)...(of + 2)
    where run[j].hash == words.this || run[j].hash == words.present { return nil }
    add(members)
    return end
  }

  // MARK: - Action lines

  /// `Action Lines C2, C5 and C6`. Brackets with their titles and whole clauses may stand between:
  /// every `C7` up to the end of the sentence belongs to the list.
  mutating func actionLines(at noun: Int) -> Int? {
    let plural = run[noun + 1].hash == words.lines
    guard plural || run[noun + 1].hash == words.line else { return nil }
    var i = noun + 2
    if run[i].isMark(0x28) { i += 1 }
    guard let first = numbers.actionLine(at: i) else { return nil }
    var members = [member(.actionLine, first, noun: run.span(noun, noun + 2))]
    members[0].span = Span(Int(run[noun].start), run.end(first.end - 1))
    if !run[noun].flags.contains(.capital) || !run[noun + 1].flags.contains(.capital) {
      members[0].defects.insert(.nounCase)
    }
    var end = first.end
    i = end
    while i < run.count, i < end + 40 {
      if run[i].isMark(0x3B) || run[i].isMark(0x2E) || run[i].isMark(0x3A) { break }
      if case .action = words.triggers[run[i].hash], run[i].kind == .word { break }
      if let number = numbers.actionLine(at: i), !run[i - 1].isMark(0x28), joins(i - 1) {
        members.append(member(.actionLine, number))
        end = number.end
      }
      i += 1
    }
    if !plural, members.count > 1, run[first.end].hash != words.or {
      members[0].defects.insert(.singularNoun)
    }
    add(members)
    return end
  }

  private func joins(_ i: Int) -> Bool {
    run[i].isMark(0x2C) || run[i].isMark(0x26) || run[i].isMark(0x2F)
      || run[i].kind == .word
        && (run[i].hash == words.and || run[i].hash == words.or || run[i].hash == words.to
          || run[i].hash == Self.asWord)
      || run[i].kind == .dash
  }

  private static let asWord = wordHash("as")

  // MARK: - Documents

  /// `Document C07/21`, `Documents C07/94 and C07/104`.
  mutating func documents(at noun: Int, _ plural: Bool) -> Int? {
    guard
      let list = plainList(
        .document, noun: run[noun].span, from: noun + 1, plural: plural, { $0.document(at: $1) })
    else { return nil }
    var members = list.members
    let end = list.next
    guard run[noun].flags.contains(.capital) || members[0].number.utf8.contains(0x2F) else {
      return nil
    }
    for index in members.indices { give(body(of: members[index]), to: &members[index]) }
    add(members)
    return end
  }

  private func give(_ body: CitedBody?, to member: inout Citation) {
    guard let body else { return }
    member.body = body
    member.evidence = .form
  }

  /// The series of a document begins with the session that it was put before.
  private func body(of document: Citation) -> CitedBody? {
    let number = document.number.utf8
    guard let slash = number.firstIndex(of: 0x2F) else { return nil }
    let head = number[..<slash]
    if head.first == 0x43, CitationText.value(head.dropFirst().drop { $0 == 0x2D }) != nil {
      return .council
    }
    let name = head.prefix { $0 >= 0x41 && $0 <= 0x5A }
    switch String(name) {
    case "PP": return .plenipotentiary
    case "WTDC": return .development
    case "WTSA": return .standardization
    case "WRC": return .radioConference
    case "RA": return .radioAssembly
    case "A" where head.count == 1: return .generalAssembly
    default: return nil
    }
  }

  // MARK: - Annexes

  /// `Annex 2 to this resolution`, `the annex to this resolution`, `the Annex`.
  mutating func annexes(at noun: Int, _ plural: Bool) -> Int? {
    guard !run[noun].flags.contains(.capitals) else { return nil }
    if let (members, end) = plainList(
      .annex, noun: run[noun].span, from: noun + 1, plural: plural, { $0.annex(at: $1) })
    {
      add(members)
      return end
    }
    var citation = Citation(
      kind: .annex, noun: run[noun].span, number: "", numberSpan: Span(run.end(noun), run.end(noun))
    )
    citation.span = run[noun].span
    if run[noun + 1].hash == words.to || run[noun + 1].hash == words.of {
      guard run[noun + 2].hash == words.this || run[noun + 3].hash == words.this,
        words.texts.contains(run[noun + 3].hash)
      else { return nil }
      add([citation])
      return noun + 1
    }
    guard !plural, run[noun - 1].hash == words.the else { return nil }
    citation.isBareAnnex = true
    add([citation])
    return noun + 1
  }
}
