/// How well the texts of one register fit a query.
struct Scorer {
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private let query: Query
  private let index: SearchIndex
  private let context: LookupContext
  private let slips: Bool
  /// The bodies whose texts come first: those that the query names, else the draft's own; 0: none.
  private let preferred: UInt64
  private let heads: [UInt64]
  /// For each word of the query, the bodies it names.
  private let bodyMasks: [UInt64]

  init(_ query: Query, _ index: SearchIndex, _ context: LookupContext, slips: Bool) {
    self.query = query
    self.index = index
    self.context = context
    self.slips = slips
    heads = query.tokens.map { token in
      guard token.bytes.count >= 2 else { return 0 }
      return SearchIndex.head(token.bytes[0], token.bytes[1])
    }
    func mask(_ names: [[UInt8]]) -> UInt64 {
      var mask: UInt64 = 0
      for (number, body) in index.bodies.enumerated() where number < 64 {
        if names.contains(body) { mask |= 1 << UInt64(number) }
      }
      return mask
    }
    bodyMasks = query.tokens.map { mask($0.bodies) }
    let named = bodyMasks.reduce(0, |)
    preferred = named == 0 ? context.body.map { mask([$0.foldedBytes]) } ?? 0 : named
  }

  private static func holds(_ mask: UInt64, _ item: SearchIndex.Item) -> Bool {
    item.body < 64 && mask >> UInt64(item.body) & 1 == 1
  }

  /// The rows that every word of the query fits.
  func scores() -> [(row: Int, score: Int)] {
    // The places that the index holds were counted by its builder over this very text.
    index.text.withUnsafeBufferPointer { text in
      var scores: [(row: Int, score: Int)] = []
      for (row, item) in index.items.enumerated() {
        if let score = score(item, text) { scores.append((row, score)) }
      }
      return scores
    }
  }

  private func score(_ item: SearchIndex.Item, _ text: Bytes) -> Int? {
    let kind = TextKind.allCases[min(Int(item.kind), TextKind.allCases.count - 1)]
    if !context.kinds.isEmpty, !context.kinds.contains(kind) { return nil }
    var total = 0
    for place in query.tokens.indices {
      let points = points(place, item, kind, text)
      guard points > 0 else { return nil }
      total += points
    }
    if Self.holds(preferred, item) { total += 15 }
    if item.inForce { total += 8 }
    if item.abrogated { total -= 12 }
    if item.lastYear > 1990 { total += min((Int(item.lastYear) - 1990) / 4, 9) }
    if let year = context.year, item.lastYear > 0, !isKnown(item, in: year, text) { total -= 40 }
    return total
  }

  /// Whether some edition is not later than the year.
  private func isKnown(_ item: SearchIndex.Item, in year: Int, _ text: Bytes) -> Bool {
    if Int(item.lastYear) <= year { return true }
    var value = 0
    var digits = 0
    for byte in text[Int(item.editionsStart)..<Int(item.end)] {
      if byte.isDigit {
        value = digits < 4 ? value * 10 + Int(byte &- 0x30) : 0
        digits += 1
        if digits == 4, value > 1900, value <= year { return true }
      } else {
        value = 0
        digits = 0
      }
    }
    return false
  }

  private func points(
    _ place: Int, _ item: SearchIndex.Item, _ kind: TextKind, _ text: Bytes
  ) -> Int {
    let token = query.tokens[place]
    var best = 0
    if token.kinds.contains(kind) { best = 10 }
    if Self.holds(bodyMasks[place], item) { best = max(best, 30) }
    if token.startsWithDigit { best = max(best, numberPoints(token, item, text)) }
    // A number is first of all that of a text.
    if best >= 50 || best > 0 && token.startsWithDigit { return best }
    let head = heads[place]
    if head == 0 || item.heads & head != 0 {
      best = max(best, wordPoints(token.bytes, item, text))
    }
    for expansion in token.expansions where best < 32 {
      if contains(expansion, item, text) { best = 32 }
    }
    if best == 0, token.bytes.count >= 4, !token.startsWithDigit {
      if contains(token.bytes, item, text) { return 8 }
      if slips { return slipPoints(token.bytes, item, text) }
    }
    return best
  }

  private func numberPoints(_ token: Query.Token, _ item: SearchIndex.Item, _ text: Bytes) -> Int {
    let start = Int(item.numberStart)
    let count = Int(item.titleStart) - 1 - start
    var bytes = token.bytes[...]
    // `61-2` is number 61 in its second revision; the editions hold the whole.
    if let dash = bytes.firstIndex(of: UInt8(ascii: "-")), count == dash { bytes = bytes[..<dash] }
    guard bytes.count <= count else { return 0 }
    for (offset, byte) in bytes.enumerated() where text[start + offset] != byte { return 0 }
    // "13" in a draft of PP is the beginning of PP's 130 rather than the 13 of another body.
    let isForeign = preferred != 0 && !Self.holds(preferred, item)
    if bytes.count == count { return isForeign ? 34 : 100 }
    return (isForeign ? 12 : 60) - min(count - bytes.count, 9)
  }

  /// Words of the title and the editions that begin with the word.
  private func wordPoints(_ word: [UInt8], _ item: SearchIndex.Item, _ text: Bytes) -> Int {
    var best = 0
    let end = Int(item.end)
    let first = word[0]
    for index in Int(item.firstWord)..<Int(item.lastWord) {
      let start = Int(self.index.words[index])
      guard text[start] == first, starts(with: word, at: start, to: end, text) else { continue }
      let isWhole = start + word.count >= end || !text[start + word.count].isWord
      // "20" is hardly the beginning of a year.
      if !isWhole, word.count < 3, first.isDigit { continue }
      var points = isWhole ? 40 : 30
      if start >= Int(item.editionsStart) { points -= 8 }
      if start == Int(item.titleStart) { points += 4 }
      // "4" is hardly sought among the words of titles.
      if word.count < 3, first.isDigit { points = min(points, 20) }
      best = max(best, points)
    }
    return best
  }

  private func starts(with word: [UInt8], at start: Int, to end: Int, _ text: Bytes) -> Bool {
    guard start + word.count <= end else { return false }
    var offset = 1
    while offset < word.count {
      if text[start + offset] != word[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether the title holds the word anywhere.
  private func contains(_ word: [UInt8], _ item: SearchIndex.Item, _ text: Bytes) -> Bool {
    guard let first = word.first else { return false }
    let end = Int(item.editionsStart)
    var place = Int(item.titleStart)
    while place + word.count <= end {
      if text[place] == first, starts(with: word, at: place, to: end, text) { return true }
      place += 1
    }
    return false
  }

  /// Words of the title and the editions that begin with the word but for one slip.
  private func slipPoints(_ word: [UInt8], _ item: SearchIndex.Item, _ text: Bytes) -> Int {
    guard word.count <= 40 else { return 0 }
    for index in Int(item.firstWord)..<Int(item.lastWord) {
      let start = Int(self.index.words[index])
      let last = min(start + word.count + 1, Int(item.end))
      // One slip leaves at least one of the first two letters in its place or moves it by one.
      guard last - start + 1 >= word.count,
        text[start] == word[0] || text[start] == word[1] || text[start + 1] == word[1]
          || text[start + 1] == word[0]
      else { continue }
      if beginsWithOneSlip(Bytes(rebasing: text[start..<last]), word) { return 12 }
    }
    return 0
  }
}

/// Whether some beginning of `text` is `word` with one letter changed, left out, added, or two
/// neighbours swapped.
func beginsWithOneSlip(_ text: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
  var common = 0
  while common < text.count, common < word.count, text[common] == word[common] { common += 1 }
  /// Whether `word` from one place on begins `text` from another place on.
  func rest(_ wordPlace: Int, _ textPlace: Int) -> Bool {
    guard word.count - wordPlace <= text.count - textPlace else { return false }
    var offset = 0
    while wordPlace + offset < word.count {
      if word[wordPlace + offset] != text[textPlace + offset] { return false }
      offset += 1
    }
    return true
  }
  if common == word.count { return true }
  if rest(common + 1, common + 1) || rest(common + 1, common) || rest(common, common + 1) {
    return true
  }
  return common + 1 < word.count && common + 1 < text.count && word[common] == text[common + 1]
    && word[common + 1] == text[common] && rest(common + 2, common + 2)
}
