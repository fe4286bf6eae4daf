internal import Grammar
internal import TextModel

/// Reads an enacting formula: `The Plenipotentiary Conference of the International
/// Telecommunication Union (Dubai, 2018),` (CONVENTIONS 1.4).
struct FormulaReader {
  let view: ByteView
  let line: LineShape
  let vocabulary: Vocabulary

  func read() -> TitleShape? {
    guard view.matches("The ", at: line.content) else { return nil }
    let limit = line.contentEnd
    guard limit - line.content < 300 else { return nil }
    for (index, phrase) in vocabulary.formulas.enumerated()
    where isPrefix(phrase, at: line.content) {
      var i = line.content + phrase.count
      guard !isASCIILetter(view[i]) else { continue }
      i = skipSpace(i, limit)
      if let shape = rest(from: i, nounEnd: line.content + phrase.count, formula: index) {
        return shape
      }
    }
    return variant()
  }

  /// The bracket if there is one, then at most one mark; anything else is a sentence.
  private func rest(from start: Int, nounEnd: Int, formula: Int) -> TitleShape? {
    let limit = line.contentEnd
    var i = start
    var bracket = Span.none
    if view[i] == 0x28, i < limit {
      let first = i
      while i < limit, view[i] != 0x29 { i += 1 }
      i = min(limit, i + 1)
      bracket = Span(first, i)
    }
    let tail = limit - i
    guard tail <= 1 || (tail == 3 && view[i] == 0xEF) else { return nil }
    if tail == 1, isASCIILetter(view[i]) || isASCIIDigit(view[i]) { return nil }
    var shape = TitleShape(
      noun: .formula, nounSpan: Span(line.content, nounEnd), number: .none, bracket: .none,
      place: .none, year: .none, yearValue: 0, revision: .none, span: Span(line.content, limit),
      form: .bare, formula: formula, rest: Span(i, limit))
    if !bracket.isEmpty { BracketReader(view: view).read(bracket, into: &shape) }
    return shape
  }

  /// Wording that names a body but is nobody's formula: `The ITU Council 2010 (Geneva, 2007),`.
  private func variant() -> TitleShape? {
    let limit = line.contentEnd
    var open = line.content
    while open < limit, view[open] != 0x28 {
      // A verb, a comma or a stop makes it a sentence.
      if view[open] == 0x2C || view[open] == 0x3B || view[open] == 0x2E { break }
      open += 1
    }
    let nounEnd = LineShape.trimmedEnd(view, from: line.content, to: open)
    guard namesBody(Span(line.content, nounEnd)) else { return nil }
    if view[open] == 0x28 { return rest(from: open, nounEnd: nounEnd, formula: -1) }
    guard view[open] == 0x2C, open == limit - 1 else { return nil }
    return rest(from: open, nounEnd: nounEnd, formula: -1)
  }

  /// Capitalised words and small joining words alone, one of them a body's noun.
  private func namesBody(_ span: Span) -> Bool {
    var named = false
    var i = span.lower
    while i < span.upper {
      let start = i
      while i < span.upper, view[i] != 0x20 { i += 1 }
      let first = view[start]
      for noun in ["Conference", "Assembly", "Council"] as [StaticString]
      where view.matches(noun, at: start) && i - start == noun.utf8CodeUnitCount {
        named = true
      }
      if isASCIILower(first), !isJoiner(Span(start, i)) { return false }
      i = LineShape.skipBlanks(view, max(i, start + 1), span.upper)
    }
    return named
  }

  private func isJoiner(_ span: Span) -> Bool {
    for word in ["of", "the", "on", "for", "and"] as [StaticString]
    where span.count == word.utf8CodeUnitCount && view.matches(word, at: span.lower) {
      return true
    }
    return false
  }

  /// Blanks and line ends: a long formula may be broken.
  private func skipSpace(_ offset: Int, _ limit: Int) -> Int {
    var i = offset
    while i < limit {
      let next = LineShape.skipBlanks(view, i, limit)
      i = view[next] == 0x0A || view[next] == 0x0D ? next + 1 : next
      if i == next { break }
    }
    return i
  }

  private func isPrefix(_ phrase: [UInt8], at offset: Int) -> Bool {
    for (i, byte) in phrase.enumerated() where view[offset + i] != byte { return false }
    return true
  }
}
