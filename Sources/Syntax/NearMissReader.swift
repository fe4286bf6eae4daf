internal import Grammar
internal import TextModel

/// Recognises a heading that misses a known one by a letter or two ("recaling", "instruct the
/// Secretary-General"). Asked only of short lines that stand alone and begin with a small letter.
struct NearMissReader {
  let reader: HeadingReader

  func read() -> HeadingShape? {
    let view = reader.view
    let line = reader.line
    guard isASCIILower(view[line.content]), line.listMark < 0,
      reader.context.afterBlank || reader.context.terminated || line.emphasis > 0,
      line.contentEnd - line.content <= 90
    else { return nil }
    let last = view[line.contentEnd - 1]
    guard isASCIILetter(last) else { return nil }
    let tokens = reader.lineTokens()
    guard !tokens.isEmpty, tokens.count <= 12,
      tokens.allSatisfy({ $0.kind == .word || $0.isMark(0x2C) })
    else {
      return nil
    }
    let text = bytes(tokens[0].span.lower, tokens[tokens.count - 1].end)
    if tokens.count <= 4, let known = nearest(text, reader.vocabulary.preambularTexts) {
      return shape(.preambular, tokens, known, verbTokens: tokens.count)
    }
    return operative(tokens)
  }

  private func operative(_ tokens: [Token]) -> HeadingShape? {
    let first = bytes(tokens[0].span.lower, tokens[0].end)
    let rest = tokens.dropFirst()
    guard let verb = nearest(first, reader.vocabulary.verbTexts), first != Array(verb.utf8) else {
      return nil
    }
    guard let start = rest.first else { return shape(.operative, tokens, verb, verbTokens: 1) }
    // The rest must be an addressee that is known: a verb alone is no evidence in a sentence.
    var index = 1
    if reader.vocabulary.roles(of: start.hash).contains(.article) { index = 2 }
    guard index < tokens.count,
      let phrases = reader.vocabulary.addressees[tokens[index].hash]
    else { return nil }
    let words = tokens[index...].filter { $0.kind == .word }.map(\.hash)
    guard phrases.contains(where: { words.starts(with: $0.words) }) else { return nil }
    let addressee = reader.view.string(Int(start.start), tokens[tokens.count - 1].end)
    var result = shape(.operative, tokens, verb + " " + addressee, verbTokens: 1)
    result.addressees = Span(Int(start.start), tokens[tokens.count - 1].end)
    return result
  }

  private func shape(
    _ part: ClausePart, _ tokens: [Token], _ intended: String, verbTokens: Int
  ) -> HeadingShape {
    let last = tokens[tokens.count - 1].end
    let first = Int(tokens[0].start)
    return HeadingShape(
      part: part, span: Span(first, last), textStart: Int32(clamping: reader.line.contentEnd),
      tokenCount: tokens.count, verb: Span(first, tokens[max(0, verbTokens - 1)].end),
      addressees: .none, known: false, intended: intended, emphasised: tokens[0].isEmphasised,
      capital: false, endMark: .none, hasAgain: false)
  }

  private func bytes(_ from: Int, _ to: Int) -> [UInt8] { reader.view.array(from, to) }

  /// The known text at the smallest distance, if that is small for its length.
  private func nearest(_ text: [UInt8], _ candidates: [String]) -> String? {
    guard text.count >= 5 else { return nil }
    let allowed = text.count >= 9 ? 2 : 1
    var best: (String, Int)?
    for candidate in candidates {
      let other = Array(candidate.utf8)
      guard abs(other.count - text.count) <= allowed else { continue }
      // Misspellings seldom touch both ends.
      guard other.first == text.first || other.suffix(3) == text.suffix(3) else { continue }
      let distance = editDistance(text, other, limit: allowed)
      guard distance > 0, distance <= allowed else { continue }
      if distance < best?.1 ?? Int.max { best = (candidate, distance) }
    }
    return best?.0
  }
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from one text to the
/// other; `limit + 1` when there are more.
public func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
  guard abs(left.count - right.count) <= limit else { return limit + 1 }
  var before: [Int] = []
  var previous = Array(0...right.count)
  for i in left.indices {
    var current = [i + 1]
    current.reserveCapacity(right.count + 1)
    for j in right.indices {
      var cost = min(previous[j + 1] + 1, current[j] + 1)
      cost = min(cost, previous[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, before[j - 1] + 1)
      }
      current.append(cost)
    }
    before = previous
    previous = current
  }
  return min(previous.last ?? 0, limit + 1)
}
