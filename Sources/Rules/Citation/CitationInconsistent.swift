internal import Grammar
internal import Semantics
internal import Syntax

/// One text is cited in two editions, or with two titles.
///
/// ## What it checks
/// Two citations of the same body and number in operative clauses name different sessions. The preamble
/// may recall the editions one after another, and the draft may name the older editions of its own number.
/// Two citations of the same edition give different titles behind ", on": fewer than half of the words of the
/// shorter one are in the other.
///
/// ## Why
/// What a draft asks for rests on one edition of another text (CONVENTIONS 2). Two editions are left where
/// only some citations were brought up to date, and a text has one title (CONVENTIONS 2, title of cited act).
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// 1 to follow Resolution 131 (Rev. Dubai, 2018) of this conference;
///
/// 2 to report on Resolution 131 (Rev. Busan, 2014) of the Plenipotentiary Conference.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// 1 to follow Resolution 131 (Rev. Dubai, 2018) of this conference;
///
/// 2 to report on Resolution 131 (Rev. Dubai, 2018).
/// ```
///
/// ## Fix
/// Unsafe: the later edition in place of the older one. None for titles: the author knows which is right.
struct CitationInconsistent: SectionRule {
  static let id = "citation/inconsistent"
  static let severity = Severity.warning
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    guard text.citations.count > 1 else { return }
    checkEditions(text, &report)
    TitlesInUse(text).check(&report)
  }

  private func checkEditions(_ text: SectionContext, _ report: inout Report) {
    // Nearly every text has fewer than two such citations of one number.
    var groups: [Int: [Int]] = [:]
    let all = text.citations
    let notes = text.citationNotes
    var firsts = [Int](repeating: -1, count: notes.textCount)
    for index in all.indices where all[index].kind.isText && !all[index].bracketSpan.isEmpty {
      guard all[index].hasOwnSession, let body = all[index].body, all[index].kind != .opinion,
        body != .radioAssembly, notes.part(at: all[index].span.lower) == .operative,
        body != notes.body || all[index].number != notes.number
      else { continue }
      let number = notes.texts[index]
      if firsts[number] < 0 {
        firsts[number] = index
      } else {
        groups[number, default: [firsts[number]]].append(index)
      }
    }
    for members in groups.values {
      guard let newest = members.max(by: { (all[$0].year ?? 0) < (all[$1].year ?? 0) }) else {
        continue
      }
      for index in members where (all[index].year ?? 0) < (all[newest].year ?? 0) {
        // Side by side in one list they are meant: "Resolutions 18 (...), 18 (...)".
        if all[index].list == all[newest].list { continue }
        let wanted = text.plain(all[newest].bracketSpan)
        report.add(
          "elsewhere this draft rests on `\(text.plain(all[newest].span))`",
          at: all[index].bracketSpan,
          related: [Related(message: "the later edition", range: all[newest].span.range)],
          fixes: [
            .replace(
              all[index].bracketSpan, with: wanted, title: "Write `\(wanted)`", safety: .unsafe)
          ])
      }
    }
  }
}
