internal import Grammar
internal import Syntax

extension SectionMeaning {
  /// Who must do what: one duty for each paragraph of the operative clauses, those of annexes left
  /// out, in the order of the text.
  public var duties: [Duty] { DutyReader(self).read() }
}

/// Reads the duties of one resolution.
private struct DutyReader {
  let meaning: SectionMeaning
  let tree: Resolution
  let year: Int?

  private static let reports = DutyMatcher(.report, .english)
  private static let recipients = DutyMatcher(.recipient, .english)
  private static let frequencies = DutyMatcher(.frequency, .english)
  private static let deadlines = DutyMatcher(.deadline, .english)

  init(_ meaning: SectionMeaning) {
    self.meaning = meaning
    tree = meaning.section.resolution
    let years = [tree.title?.yearValue, tree.formula?.yearValue].compactMap { $0 }
    year = years.first { $0 > 0 }
  }

  func read() -> [Duty] {
    tree.bodyClauses.filter { $0.part == .operative }.flatMap(duties)
  }

  private func duties(_ clause: Clause) -> [Duty] {
    let heading = meaning.plainText(clause.heading.span)
    let verb = meaning.plainText(clause.heading.verb)
    let addressees = AddresseeList.read(meaning.plainText(clause.heading.addressees))
    var duties: [Duty] = []
    for index in clause.paragraphs where !clause.paragraphs.contains(tree.paragraphs[index].parent)
    {
      let paragraph = tree.paragraphs[index]
      let below = clause.paragraphs.filter { isBelow($0, index) }
      let text = meaning.plainText(paragraph.text)
      // Behind a line that only opens a list each member of the list is a duty of its own.
      if paragraph.label == nil, paragraph.opensList, !below.isEmpty, text.utf8.count < 80 {
        let children = below.filter { tree.paragraphs[$0].parent == index }
        for child in children {
          duties.append(
            duty(
              child, clause, heading, verb, addressees, lead: text,
              below: below.filter { isBelow($0, child) }))
        }
      } else {
        duties.append(duty(index, clause, heading, verb, addressees, lead: "", below: below))
      }
    }
    return duties
  }

  private func isBelow(_ index: Int, _ ancestor: Int) -> Bool {
    var above = tree.paragraphs[index].parent
    while above >= 0, above < tree.paragraphs.count, above > ancestor {
      above = tree.paragraphs[above].parent
    }
    return above == ancestor
  }

  private func duty(
    _ index: Int, _ clause: Clause, _ heading: String, _ verb: String, _ addressees: [String],
    lead: String, below: [Int]
  ) -> Duty {
    let paragraph = tree.paragraphs[index]
    let own = meaning.plainText(paragraph.text)
    let items = below.map { item($0) }
    let action = [trimmed(lead), trimmed(own)].filter { !$0.isEmpty }.joined(separator: " ")
    let words = DutyWords(([lead, own] + items).joined(separator: " "))
    let report = Self.reports.matches(words.words, year: year).first
    let deadlines = Self.deadlines.matches(words.words, year: year).map(words.text)
    var frequencies = Self.frequencies.matches(words.words, year: year).map(words.text)
    // Another's "annual report" that is to be considered is no time of one's own.
    if report == nil { frequencies.removeAll { $0.hasSuffix("report") || $0.hasSuffix("reports") } }
    return Duty(
      addressees: addressees.isEmpty ? Addressed(DutyWords(own)).names : addressees,
      heading: heading, verb: verb,
      label: paragraph.label.map {
        meaning.section.string($0.span).filter { $0 != "*" && $0 != "_" }
      },
      action: action, items: items, deadlines: unique(deadlines), frequencies: unique(frequencies),
      reports: report != nil, recipients: report.map { recipients(words, from: $0) } ?? [],
      span: Span(
        paragraph.span.lower,
        below.last.map { tree.paragraphs[$0].span.upper }
          ?? paragraph.span.upper))
  }

  /// A paragraph below: `i) text`.
  private func item(_ index: Int) -> String {
    let paragraph = tree.paragraphs[index]
    let text = trimmed(meaning.plainText(paragraph.text))
    guard let label = paragraph.label else {
      return paragraph.kind == .bullet ? "- \(text)" : text
    }
    return "\(meaning.section.string(label.span).filter { $0 != "*" && $0 != "_" }) \(text)"
  }

  /// "to the ITU Council and the next plenipotentiary conference", in the sentence that has the duty
  /// to report.
  private func recipients(_ words: DutyWords, from report: Range<Int>) -> [String] {
    var found: [String] = []
    var index = report.lowerBound
    while index < words.words.count, !(index > report.upperBound && words.words[index - 1].isEnd) {
      guard words.words[index].plain == "to" else {
        index += 1
        continue
      }
      index += 1
      while let name = name(words, at: index) {
        found.append(words.text(name))
        index = name.upperBound
        var next = index
        while next < words.words.count,
          ["and", "also", "or", "to"].contains(words.words[next].plain)
        {
          next += 1
        }
        guard next > index || words.words[index - 1].isMarked else { break }
        index = next
      }
    }
    return unique(found)
  }

  private func name(_ words: DutyWords, at index: Int) -> Range<Int>? {
    var index = index
    while index < words.words.count,
      ["the", "each", "its", "their"].contains(words.words[index].plain)
    {
      index += 1
    }
    return Self.recipients.match(words.words, at: index, year: nil)
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// Without the mark that ends a paragraph.
  private func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.utf8.last, [0x2C, 0x3A, 0x3B, 0x2E, 0x20].contains(last) {
      text = text.dropLast()
    }
    return String(text)
  }
}

/// Whom a paragraph speaks of where its clause names no one: "that the Council shall ...", "RAG, TSAG
/// and TDAG to continue ...".
private struct Addressed {
  let words: DutyWords

  init(_ words: DutyWords) { self.words = words }

  var names: [String] {
    let list = words.words
    let isThat = list.first?.plain == "that" && list.first?.isMarked == false
    let start = isThat ? 1 : 0
    let known = known(from: start)
    // "that the Council, when creating a group, shall ..."
    if isThat, let known, list[known - 1].isMarked || isModal(known) {
      return AddresseeList.read(words.text(start..<known))
    }
    let limit = min(list.count, start + (isThat ? 12 : 24))
    guard limit > start,
      let end = (start..<limit).first(where: { isThat ? isModal($0) : list[$0].plain == "to" }),
      end > start, !list[start..<end].contains(where: \.isEnd)
    else { return [] }
    // "that every effort should be made": no one in particular.
    if isThat {
      guard isName(start), list.indices.contains(end + 1), list[end + 1].plain != "be" else {
        return []
      }
    } else if known == nil {
      return []
    }
    return AddresseeList.read(words.text(start..<end))
  }

  private func isModal(_ index: Int) -> Bool {
    guard words.words.indices.contains(index) else { return false }
    return ["shall", "should", "must"].contains(words.words[index].plain)
  }

  /// Whether a word with a capital stands there, after its article.
  private func isName(_ index: Int) -> Bool {
    let index = words.words[index].plain == "the" ? index + 1 : index
    guard words.words.indices.contains(index),
      let first = words.words[index].written.utf8.first
    else { return false }
    return first >= 0x41 && first <= 0x5A
  }

  /// Behind the longest addressee of the vocabulary that begins there.
  private func known(from start: Int) -> Int? {
    var best: Int?
    for addressee in Language.english.addressees {
      var index = start
      if words.words.indices.contains(index), words.words[index].plain == "the" { index += 1 }
      let name = DutyWords(addressee.name).words
      let fits = name.allSatisfy { word in
        guard words.words.indices.contains(index), words.words[index].plain == word.plain else {
          return false
        }
        index += 1
        return true
      }
      if fits, index > best ?? start { best = index }
    }
    return best
  }
}
