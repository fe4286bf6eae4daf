internal import Syntax

/// The words that say whose a cited text is, and what it is about.
extension CitationReader {
  /// - Parameters:
  ///   - noun: index of the noun.
  ///   - end: index behind the last number and its bracket.
  /// - Returns: index behind what was read.
  func readOwner(noun: Int, end: Int, _ members: inout [Citation]) -> Int {
    let last = members.count - 1
    guard last >= 0 else { return end }
    var next = end
    var owner = ownerBehind(&next, &members[last])
    let ofThis = members[last].ofThis
    if owner == nil, !ofThis { owner = ownerBefore(noun) }
    readTitle(&next, &members[last])
    for index in members.indices {
      members[index].ofThis = ofThis
      if let owner, isOpen(members[index].body) {
        members[index].body = owner
        members[index].evidence = .words
      }
    }
    return next
  }

  /// The form of a number or bracket may be wrong about the body; its words are not. But a series of
  /// recommendations belongs to its Sector whatever is said.
  private func isOpen(_ body: CitedBody?) -> Bool {
    switch body {
    case nil, .council, .radioAssembly, .radioConference, .generalAssembly, .economicAndSocial,
      .security:
      true
    default: false
    }
  }

  // MARK: - Behind

  private func ownerBehind(_ next: inout Int, _ citation: inout Citation) -> CitedBody? {
    var i = next
    let of = run[i].hash == words.of && run[i].kind == .word
    if of {
      i += 1
    } else {
      if run[i].isMark(0x2C) { i += 1 }
      guard words.adopts.contains(run[i].hash),
        run[i + 1].hash == words.by || run[i + 1].hash == words.at
      else { return nil }
      i += 2
    }
    if of, run[i].hash == words.this, words.sameBody.contains(run[i + 1].hash) {
      citation.ofThis = true
      citation.ownerSpan = run.span(next, i + 2)
      if run[i + 1].flags.contains(.capital) { citation.defects.insert(.ownerCase) }
      next = i + 2
      return nil
    }
    let article = words.articles.contains(run[i].hash) || run[i].hash == words.this
    if article { i += 1 }
    guard let name = words.bodies.name(at: i, in: run) else { return nil }
    citation.ownerSpan = run.span(next, name.end)
    next = name.end
    if of { readSessionBehind(&next, &citation, article: article || !name.full) }
    return name.body
  }

  /// `of the Plenipotentiary Conference (Antalya, 2006)`: the session belongs to the number.
  private func readSessionBehind(_ next: inout Int, _ citation: inout Citation, article: Bool) {
    let bare = citation.bracketSpan.isEmpty
    if bare, let bracket = SessionBracket.read(next, run, words, text) {
      let body = citation.body
      citation.take(bracket)
      citation.body = body
      citation.defects.insert(.sessionBehindBody)
      next = bracket.end
    } else if run[next].isMark(0x28), run[next + 1].kind == .word, run[next + 2].isMark(0x29) {
      // The short name is introduced: "(WTDC)".
      next += 3
    }
    if !article { citation.defects.insert(.missingArticle) }
  }

  // MARK: - Before

  /// `UNGA Resolution`, `the Council revised the resolution`, `UNGA, in its Resolution`.
  private func ownerBefore(_ noun: Int) -> CitedBody? {
    var i = noun
    if run[i - 1].isMark(0x29), run[i - 2].kind == .word, run[i - 3].isMark(0x28) {
      // "United Nations General Assembly (UNGA) Resolution"
      if let name = words.bodies.name(before: i - 1, in: run) { return name.body }
      i -= 3
    }
    if let name = words.bodies.name(before: i, in: run) { return name.body }
    if run[i - 1].hash == words.its { return bodyOfPronoun(i - 1) }
    // "the Council adopted at its 2015 session Decision 584"
    if run[i - 1].hash == words.session, run[i - 2].kind == .number, run[i - 3].hash == words.its,
      words.adopts.contains(run[i - 5].hash)
    {
      return words.bodies.name(before: i - 5, in: run)?.body
    }
    if words.articles.contains(run[i - 1].hash) { i -= 1 }
    guard words.adopts.contains(run[i - 1].hash) else { return nil }
    return words.bodies.name(before: i - 1, in: run)?.body
  }

  /// "its" stands for the nearest body named before it in the sentence.
  private func bodyOfPronoun(_ its: Int) -> CitedBody? {
    var i = its
    while i > max(0, its - 14) {
      if run[i].isMark(0x3B) || run[i].isMark(0x2E) { return nil }
      if let name = words.bodies.name(before: i, in: run) { return name.body }
      i -= 1
    }
    return nil
  }

  // MARK: - The title

  /// `, on <subject>` up to the end of the clause.
  private func readTitle(_ next: inout Int, _ citation: inout Citation) {
    let comma = run[next].isMark(0x2C)
    let on = comma ? next + 1 : next
    guard run[on].kind == .word, run[on].hash == words.on, run[on + 1].length > 0 else { return }
    var end = on + 1
    while end < run.count, end < on + 60 {
      if run[end].isMark(0x3B) || run[end].isMark(0x3A) { break }
      if run[end].isMark(0x2E), run[end + 1].hasSpaceBefore || end + 1 == run.count { break }
      if run[end].kind == .footnoteMark { break }
      if run[end].isMark(0x2C), words.goesOn.contains(run[end + 1].hash) { break }
      if run[end + 1].kind == .number, case .text = words.triggers[run[end].hash] {
        if run[end - 1].hash == words.and { end -= 1 }
        break
      }
      end += 1
    }
    if run[end - 1].isMark(0x2C) { end -= 1 }
    guard end > on + 1 else { return }
    citation.titleSpan = run.span(on + 1, end)
    if !comma { citation.defects.insert(.titleComma) }
  }
}
