internal import Syntax

/// Finds citations in the words of one block (CONVENTIONS 2). What only the whole text can tell,
/// such as the body of a bare "Resolution 71", is left to `CitationResolver`.
struct CitationReader {
  let run: TokenRun
  let text: CitationText
  let words: CitationWords
  let numbers: CitedNumberReader
  var found: [Citation] = []

  private init(
    _ run: TokenRun, _ bytes: UnsafeBufferPointer<UInt8>, _ base: Int, _ words: CitationWords
  ) {
    self.run = run
    self.words = words
    text = CitationText(bytes: bytes, base: base, run: run)
    numbers = CitedNumberReader(run: run, words: words, text: text)
  }

  /// Offsets of the result count from the block.
  /// - Parameters:
  ///   - places: where the nouns of citations stand.
  ///   - bytes: of the section.
  ///   - base: where the block begins in them.
  static func read(
    _ run: TokenRun, _ places: WordIndex.Places, _ bytes: UnsafeBufferPointer<UInt8>, _ base: Int
  ) -> [Citation] {
    var reader = CitationReader(run, bytes, base, .english)
    reader.read(places, from: places.next(from: 0))
    return reader.found
  }

  private mutating func read(_ places: WordIndex.Places, from first: Int) {
    var i = first
    while i < run.count {
      let token = run[i]
      var next = i + 1
      if token.kind == .sectionSign || token.kind == .word && mayFollow(token, i + 1) {
        next = max(next, citation(at: i) ?? 0)
      }
      i = places.next(from: next)
    }
  }

  /// Most of the nouns have no number: "this resolution shall". Seen before any table is asked.
  private func mayFollow(_ noun: Token, _ i: Int) -> Bool {
    let next = run[i]
    switch next.kind {
    case .word:
      if !next.flags.isDisjoint(with: [.capital, .special]) { return true }
      return next.hash == words.line || next.hash == words.lines || next.hash == words.number
        || words.isAnnex(noun.hash)
    case .mark: return !(next.isMark(0x2C) || next.isMark(0x3B)) || words.isAnnex(noun.hash)
    default: return true
    }
  }

  /// - Returns: index of the token behind the citations that begin at a token.
  private mutating func citation(at i: Int) -> Int? {
    if run[i].kind == .sectionSign { return sections(at: i) }
    switch words.triggers[run[i].hash] {
    case .text(let kind, let plural): return texts(at: i, kind, plural)
    case .provision(let plural): return provisions(at: i, plural)
    case .article(let plural): return articles(at: i, plural)
    case .paragraph(let plural): return paragraphs(at: i, plural)
    case .action: return actionLines(at: i)
    case .document(let plural): return documents(at: i, plural)
    case .annex(let plural): return annexes(at: i, plural)
    case .symbol: return bareSymbol(at: i)
    case .shorthand(let body): return shorthand(at: i, body)
    case nil: return nil
    }
  }

  // MARK: - Lists

  func member(
    _ kind: Citation.Kind, _ number: CitedNumber, noun: Span = .none
  ) -> Citation {
    Citation(
      kind: kind, noun: noun, number: text.folded(number.proper, number.end),
      numberSpan: run.span(number.start, number.end), body: number.body, defects: number.defects)
  }

  /// Where the next member of a list begins: behind a comma, "and", "or" or both.
  func separator(at i: Int) -> Separator? {
    var found = Separator(next: i)
    if run[i].isMark(0x2C) { found.next += 1 }
    found.isOr = run[found.next].hash == words.or && run[found.next].kind == .word
    if found.isOr || run[found.next].hash == words.and || run[found.next].isMark(0x26) {
      found.conjunction = true
      found.next += 1
    }
    return found.next > i ? found : nil
  }

  struct Separator {
    /// Index of the token behind it.
    var next: Int
    /// "and", "or", "&", as opposed to a comma alone.
    var conjunction = false
    /// "either Article 9 or 11" has a singular noun.
    var isOr = false
  }

  /// Whether a number behind "and" belongs to the list and does not count the noun behind it.
  /// - Parameters:
  ///   - needed: a plural noun asks for one more member.
  func isMember(_ number: CitedNumber, needed: Bool) -> Bool {
    let isPlain = number.end - number.start == 1 && run[number.start].kind == .number
    return needed || !isPlain || endsMember(number.end)
  }

  /// Whether what stands here can follow a number that counts nothing.
  func endsMember(_ i: Int) -> Bool {
    let token = run[i]
    switch token.kind {
    case .word: return words.mayFollow.contains(token.hash)
    case .mark: return !token.isMark(0x25)
    default: return true
    }
  }

  /// Plain members of one kind: `Nos. 92, 115 and 147`, `Articles 17, 18, 19`.
  /// - Returns: the members and the index behind them.
  mutating func plainList(
    _ kind: Citation.Kind, noun: Span, from start: Int, plural: Bool,
    _ read: (CitedNumberReader, Int) -> CitedNumber?
  ) -> (members: [Citation], next: Int)? {
    guard let first = read(numbers, start) else { return nil }
    var members = [member(kind, first, noun: noun)]
    var end = first.end
    var isOr = false
    while true {
      let next: Int
      var needed = false
      if let separator = separator(at: end) {
        isOr = isOr || separator.isOr
        next = separator.next
        needed = plural && members.count == 1 && separator.conjunction
        if !plural, !separator.conjunction, !leadsToConjunction(next, read) { break }
      } else if plural, run[end].hash == words.to {
        next = end + 1
      } else {
        break
      }
      // The sign may be repeated: "§ 27 and § 50" is two lists.
      guard let number = read(numbers, next), isMember(number, needed: needed) else { break }
      members.append(member(kind, number))
      end = number.end
    }
    if !plural, !isOr, members.count > 1 { members[0].defects.insert(.singularNoun) }
    return (members, end)
  }

  /// "No. 92, 115 and 147": behind a singular noun a comma makes a list only where the list ends as one.
  func leadsToConjunction(_ start: Int, _ read: (CitedNumberReader, Int) -> CitedNumber?) -> Bool {
    var i = start
    for _ in 0..<20 {
      guard let number = read(numbers, i), let separator = separator(at: number.end) else {
        return false
      }
      if separator.conjunction { return read(numbers, separator.next) != nil }
      i = separator.next
    }
    return false
  }

  mutating func add(_ members: consuming [Citation]) {
    for index in members.indices {
      members[index].list = found.count
      members[index].members = members.count
    }
    // Most blocks have one list, which is taken as it is.
    if found.isEmpty { found = members } else { found += members }
  }
}
