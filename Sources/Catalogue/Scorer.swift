/// How well the texts of one register fit a query.
struct Scorer {
  private let query: Query
  private let index: SearchIndex
  private let context: LookupContext
  private let slips: Bool
  private let ownBody: UInt8?
  private let heads: [UInt64]
  /// For each word of the query, the bodies it names.
  private let bodyMasks: [UInt64]

  init(_ query: Query, _ index: SearchIndex, _ context: LookupContext, slips: Bool) {
    self.query = query
    self.index = index
    self.context = context
    self.slips = slips
    ownBody = context.body.flatMap { name in
      index.bodies.firstIndex(of: name.foldedBytes).map { UInt8(truncatingIfNeeded: $0) }
    }
    heads = query.tokens.map { token in
      guard token.bytes.count >= 2 else { return 0 }
      return SearchIndex.head(token.bytes[0], token.bytes[1])
    }
    bodyMasks = query.tokens.map { token in
      var mask: UInt64 = 0
      for (number, body) in index.bodies.enumerated() where number < 64 {
        if token.bodies.contains(body) { mask |= 1 << UInt64(number) }
      }
      return mask
    }
  }

  /// `nil` where a word of the query does not fit.
  func score(_ row: Int) -> Int? {
    let item = index.items[row]
    let kind = TextKind.allCases[min(Int(item.kind), TextKind.allCases.count - 1)]
    if !context.kinds.isEmpty, !context.kinds.contains(kind) { return nil }
    var total = 0
    for (place, token) in query.tokens.enumerated() {
      let points = points(token, place, item, kind)
      guard points > 0 else { return nil }
      total += points
    }
    if item.body == ownBody { total += 15 }
    if item.inForce { total += 8 }
    if item.abrogated { total -= 12 }
    if item.lastYear > 1990 { total += min((Int(item.lastYear) - 1990) / 4, 9) }
    if let year = context.year, item.lastYear > 0, !isKnown(item, in: year) { total -= 40 }
    return total
  }

  /// Whether some edition is not later than the year.
  private func isKnown(_ item: SearchIndex.Item, in year: Int) -> Bool {
    if Int(item.lastYear) <= year { return true }
    var index = Int(item.editionsStart)
    while index + 4 <= Int(item.end) {
      if let value = wholeNumber(self.index.text[index..<(index + 4)]), value > 1900, value <= year
      {
        return true
      }
      index += 1
    }
    return false
  }

  private func points(
    _ token: Query.Token, _ place: Int, _ item: SearchIndex.Item, _ kind: TextKind
  ) -> Int {
    var best = 0
    if token.kinds.contains(kind) { best = 10 }
    if item.body < 64, bodyMasks[place] >> UInt64(item.body) & 1 == 1 { best = max(best, 30) }
    if token.startsWithDigit { best = max(best, numberPoints(token, item)) }
    if best >= 60 { return best }
    let head = heads[place]
    if head == 0 || item.heads & head != 0 {
      best = max(best, wordPoints(token.bytes, item))
    }
    if best == 0, token.bytes.count >= 4, !token.startsWithDigit,
      index.text.firstRange(of: token.bytes, from: item.titleStart, to: item.editionsStart) != nil
    {
      best = 8
    }
    for expansion in token.expansions where best < 32 {
      if index.text.firstRange(of: expansion, from: item.titleStart, to: item.editionsStart) != nil
      {
        best = 32
      }
    }
    if best == 0, slips, !token.startsWithDigit { best = slipPoints(token.bytes, item) }
    return best
  }

  private func numberPoints(_ token: Query.Token, _ item: SearchIndex.Item) -> Int {
    let start = Int(item.numberStart)
    let count = Int(item.titleStart) - 1 - start
    var bytes = token.bytes[...]
    // `61-2` is number 61 in its second revision; the editions hold the whole.
    if let dash = bytes.firstIndex(of: UInt8(ascii: "-")), count == dash { bytes = bytes[..<dash] }
    guard bytes.count <= count, index.text[start..<(start + bytes.count)].elementsEqual(bytes)
    else { return 0 }
    return bytes.count == count ? 100 : 60 - min(count - bytes.count, 9)
  }

  /// Words of the title and the editions that begin with the word.
  private func wordPoints(_ word: [UInt8], _ item: SearchIndex.Item) -> Int {
    var best = 0
    var start = Int(item.titleStart)
    let end = Int(item.end)
    let text = index.text
    var inWord = false
    while start < end {
      let isWord = text[start].isWord
      if isWord, !inWord, text[start] == word[0], start + word.count <= end,
        text[start..<(start + word.count)].elementsEqual(word)
      {
        let whole = start + word.count >= end || !text[start + word.count].isWord
        let inTitle = start < Int(item.editionsStart)
        var points = whole ? 40 : 30
        if !inTitle { points -= 8 }
        if start == Int(item.titleStart) { points += 4 }
        best = max(best, points)
      }
      inWord = isWord
      start += 1
    }
    return best
  }

  /// Words of the title and the editions that begin with the word but for one slip.
  private func slipPoints(_ word: [UInt8], _ item: SearchIndex.Item) -> Int {
    guard word.count >= 4, word.count <= 40 else { return 0 }
    for candidate in index.text[Int(item.titleStart)..<Int(item.end)].split(whereSeparator: {
      !$0.isWord
    }) where candidate.count + 1 >= word.count {
      if beginsWithOneSlip(candidate, word) { return 12 }
    }
    return 0
  }
}

/// Whether some beginning of `candidate` is `word` with one letter changed, left out, added, or two
/// neighbours swapped.
func beginsWithOneSlip(_ candidate: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
  let text = Array(candidate.prefix(word.count + 1))
  var common = 0
  while common < text.count, common < word.count, text[common] == word[common] { common += 1 }
  if common == word.count { return true }
  let typed = word[common...]
  let meant = text[common...]
  return meant.dropFirst().starts(with: typed.dropFirst())
    || meant.starts(with: typed.dropFirst())
    || meant.dropFirst().starts(with: typed)
    || (typed.count >= 2 && meant.count >= 2 && typed[common] == meant[common + 1]
      && typed[common + 1] == meant[common]
      && meant.dropFirst(2).starts(with: typed.dropFirst(2)))
}

extension [UInt8] {
  /// Where `word` stands, in bytes, between the bounds.
  func firstRange(of word: [UInt8], from start: Int32, to end: Int32) -> Int? {
    guard let first = word.first, Int(start) >= 0, Int(end) <= count else { return nil }
    var place = Int(start)
    let last = Int(end) - word.count
    while place <= last {
      if self[place] == first, self[place..<(place + word.count)].elementsEqual(word) {
        return place
      }
      place += 1
    }
    return nil
  }
}
