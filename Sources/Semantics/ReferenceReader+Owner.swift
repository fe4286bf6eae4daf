internal import Syntax

/// Whose paragraph a reference names: one of this text, or of another.
extension ReferenceReader {
  enum Owner { case none, this, other }

  func owner(at next: Int) -> Owner {
    guard next < tokens.count, tokens[next].kind == .word else { return .none }
    if tokens[next].hash == words.thereof { return .other }
    guard tokens[next].hash == words.of, next + 1 < tokens.count else { return .none }
    var i = next + 1
    if words.this.contains(tokens[i].hash) { return .this }
    if vocabulary.isPassedOver(tokens[i].hash) || words.that.contains(tokens[i].hash) { i += 1 }
    guard i < tokens.count else { return .none }
    if tokens[i].hash == words.annexed { return .other }
    for j in i..<min(i + 3, tokens.count) where words.texts.contains(tokens[j].hash) {
      return .other
    }
    return .none
  }

  /// A citation stands before the reference and only joining words between: `Resolution 9 (...), in
  /// particular resolves 2`.
  func citationBefore(_ start: Int) -> Bool {
    var i = start - 1
    var between = 0
    let limit = max(0, start - 120)
    while i >= limit {
      let token = tokens[i]
      if token.isMark(0x3B) || token.isMark(0x2E), !isAbbreviation(i) { return false }
      if token.isMark(0x29) {
        // Run back over a bracket and see what it belongs to.
        while i >= limit, !tokens[i].isMark(0x28) { i -= 1 }
        i -= 1
        continue
      }
      if words.texts.contains(token.hash), token.kind == .word {
        let numbered =
          i + 1 < tokens.count
          && (tokens[i + 1].kind == .number || tokens[i + 1].flags.contains(.special))
        return numbered && !(i > 0 && words.this.contains(tokens[i - 1].hash))
      }
      if token.kind == .word, !words.joins.contains(token.hash) {
        between += 1
        if between > 8 { return false }
      }
      i -= 1
    }
    return false
  }

  /// "in", behind the citation itself or a verb of it: "stipulates in".
  func standsInside(_ start: Int) -> Bool {
    guard start > 1, tokens[start - 1].hash == words.in else { return false }
    let before = tokens[start - 2]
    return before.kind == .number || before.isMark(0x29) || words.joins.contains(before.hash)
  }

  private func isAbbreviation(_ index: Int) -> Bool {
    guard tokens[index].isMark(0x2E), index > 0 else { return false }
    return words.abbreviations.contains(tokens[index - 1].hash)
  }
}
