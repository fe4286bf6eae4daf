internal import Grammar
internal import Semantics
internal import Syntax

/// A report or a task is due at a time that is past.
///
/// ## What it checks
/// In operative clauses: what is to be reported or submitted "to the plenipotentiary conference in
/// 2018", "to the 2018 plenipotentiary conference", or to an assembly, a session or a review, in a text of
/// that conference or of a later year; and what is to be done "by 2016", "by the end of 2016" or "not later
/// than 2016" in a text of a later year. The year of a text is that of its session, or the one given with
/// `--as-of`. Preambles, annexes and footnotes tell history and are left alone.
///
/// ## Why
/// A revision takes such a clause over from the edition before, where the year was still to come;
/// whoever adopts it asks for something that nobody can do any more (CONVENTIONS 6).
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// to continue this work,
///
/// *instructs the Secretary-General*
///
/// to submit a progress report on harbour lamps to the next plenipotentiary conference in 2018.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// to continue this work,
///
/// *instructs the Secretary-General*
///
/// to submit a progress report on harbour lamps to the next plenipotentiary conference in 2022.
/// ```
///
/// ## Fix
/// None: when it is due now is for the author to say.
struct DraftPastDeadline: SectionRule {
  static let id = "draft/past-deadline"
  static let severity = Severity.information
  static let heeds: BlockSigns = [.citationWords, .years]

  func check(_ text: SectionContext, _ report: inout Report) {
    var known: Int?
    guard text.section.contents.contains(.numbers) else { return }
    for number in text.tree.bodyClauses.indices
    where text.tree.clauses[number].part == .operative {
      for index in text.tree.clauses[number].paragraphs {
        let first = text.tree.paragraphs[index].block
        for block in first...max(first, text.tree.paragraphs[index].lastBlock)
        where text.section.blocks.indices.contains(block)
          && text.section.blocks[block].contents.contains(.numbers)
        {
          guard DueYears.hasYear(text.section.blocks[block]) else { continue }
          let paragraph = text.tree.paragraphs[index]
          if known == nil { known = Self.ownYear(text) ?? 0 }
          guard let own = known, own > 0 else { return }
          let now = max(own, text.settings.asOf?.year ?? own)
          let start = text.section.starts[block]
          let due = DueYears(
            text.section.blocks[block].tokens, from: paragraph.text.lower - start, own: own,
            now: now, text)
          for found in due.found {
            let span = found.span.shifted(by: start)
            guard span.lower >= paragraph.text.lower, span.upper <= paragraph.text.upper,
              !text.citations.contains(where: { $0.span.range.overlaps(span.range) })
            else { continue }
            report.add(message(found, own), at: span)
          }
        }
      }
    }
  }

  /// Of old and new text run together the later session is the draft's own.
  private static func ownYear(_ text: SectionContext) -> Int? {
    var latest: Int?
    func take(_ year: Int?) {
      if let year, year >= 1900, year < 2200 { latest = max(latest ?? year, year) }
    }
    take(text.citationNotes.session?.year)
    take(text.titleSession?.year)
    take(text.formulaSession?.year)
    take(text.meaning.ownYear)
    return latest
  }

  private func message(_ found: DueYears.Found, _ own: Int) -> String {
    found.year == own
      ? "`\(found.year)` is the session of this text itself, so nothing can be due at it any more"
      : "`\(found.year)` is past in a text of \(own)"
  }
}

/// The years of a block at which something would have been due.
private struct DueYears {
  struct Found {
    var year: Int
    var span: Span
  }

  private(set) var found: [Found] = []
  private let tokens: TokenList
  /// The first one behind the label.
  private let first: Int
  private let text: SectionContext

  /// - Parameter start: where the words of the paragraph begin in the block.
  init(_ tokens: TokenList, from start: Int, own: Int, now: Int, _ text: SectionContext) {
    self.tokens = tokens
    first = tokens.firstIndex { Int($0.start) >= start } ?? tokens.count
    self.text = text
    for index in tokens.indices where tokens[index].kind == .number {
      let token = tokens[index]
      let year = Int(token.hash)
      guard token.end - Int(token.start) == 4, year >= 1900,
        year < now || year == own,
        !token.flags.contains(.footnote), isDue(index, year, isPast: year < now)
      else { continue }
      let isDated = Self.months.contains(word(index - 1))
      found.append(
        Found(
          year: year, span: Span(Int(tokens[isDated ? index - 1 : index].start), token.end)))
    }
  }

  static func hasYear(_ block: Block) -> Bool {
    block.withTokens { tokens in
      tokens.contains { $0.length == 4 && $0.kind == .number && $0.hash >= 1900 }
    }
  }

  private static func words(_ list: String) -> WordSet {
    WordSet(words: list.split(separator: " "))
  }

  private static let meetings = words("conference assembly session review")
  private static let calendar = """
    january february march april may june july august september october november december
    """
  private static let months = words(calendar)
  private static let ends = words(calendar + " the end beginning of year")
  private static let own = words("the next following forthcoming itu plenipotentiary")
  private static let linking = words("in of")
  private static let delivering = words("present provide prepare transmit produce deliver")
  private static let bringing = words("to and shall should also")
  private static let reports = words("report reports")
  private static let to = wordHash("to")
  private static let report = wordHash("report")
  private static let submit = wordHash("submit")
  private static let by = wordHash("by")
  private static let than = wordHash("than")
  private static let later = wordHash("later")
  private static let plenipotentiary = wordHash("plenipotentiary")

  private func isDue(_ index: Int, _ year: Int, isPast: Bool) -> Bool {
    if isPast, isDeadline(index) { return true }
    guard let recipient = recipient(index, isPast: isPast) else { return false }
    return hasReport(before: recipient)
  }

  /// The meeting that the year belongs to, as the place of the "to" before it: "to the next conference
  /// in 2018", "to the 2018 conference".
  private func recipient(_ index: Int, isPast: Bool) -> Int? {
    var words: [UInt32] = []
    let start = Self.months.contains(word(index - 1)) ? index - 1 : index
    var at: Int
    if Self.linking.contains(word(start - 1)), Self.meetings.contains(word(start - 2)) {
      words.append(word(start - 2))
      at = start - 3
    } else {
      var next = index + 1
      while next < tokens.count, next <= index + 5, tokens[next].kind == .word,
        !Self.meetings.contains(word(next))
      {
        words.append(word(next))
        next += 1
      }
      guard Self.meetings.contains(word(next)) else { return nil }
      words.append(word(next))
      at = start - 1
    }
    var left = 9
    while at >= 0, left > 0, tokens[at].kind == .word, word(at) != Self.to {
      words.append(word(at))
      at -= 1
      left -= 1
    }
    guard word(at) == Self.to, isPast || isOwn(words) else { return nil }
    return at
  }

  /// Whether a meeting is of the body that adopts the text.
  private func isOwn(_ words: [UInt32]) -> Bool {
    let isNamed = words.contains(Self.plenipotentiary)
    let ownWord = wordHash(text.profile.ownWord)
    return words.contains(ownWord) && (!isNamed || text.profile.body == "PP")
      && words.allSatisfy { $0 == ownWord || Self.own.contains($0) }
  }

  /// "to report", "to submit", "to prepare a report": what is asked for, not what was submitted then.
  private func hasReport(before index: Int) -> Bool {
    var at = index - 1
    var sawReport = false
    while at >= 0, index - at < 40, !Self.isEnd(tokens[at]) {
      let word = word(at)
      let isAsked = at <= first || Self.bringing.contains(self.word(at - 1))
      if word == Self.report || word == Self.submit, isAsked { return true }
      if Self.reports.contains(word) { sawReport = true }
      if sawReport, isAsked, Self.delivering.contains(word) { return true }
      at -= 1
    }
    return false
  }

  /// "by 2016", "by the end of 2016", "not later than June 2016", in what someone is asked to do.
  private func isDeadline(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, index - at < 6,
      Self.ends.contains(word(at)) || tokens[at].kind == .number && tokens[at].hash <= 31
    {
      at -= 1
    }
    let isLimit = word(at) == Self.by || word(at) == Self.than && word(at - 1) == Self.later
    guard isLimit else { return false }
    // "the goals set to be attained by 2015" tells what others wanted.
    return word(first) == Self.to && first < at
      && !tokens.prefix(at).dropFirst(first).contains { Self.isEnd($0) || $0.kind == .quote }
  }

  private static func isEnd(_ token: Token) -> Bool { token.isMark(0x3B) || token.isMark(0x2E) }

  /// 0 where no word stands.
  private func word(_ index: Int) -> UInt32 {
    tokens.indices.contains(index) && tokens[index].kind == .word ? tokens[index].hash : 0
  }
}
