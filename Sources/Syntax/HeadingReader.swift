internal import Grammar
internal import TextModel

/// Tells whether a line is a clause heading (CONVENTIONS 1.5), and what it says.
struct HeadingReader {
  let view: ByteView
  let line: LineShape
  let vocabulary: Vocabulary
  let context: SplitContext
  let buffer: TokenBuffer

  /// A heading may begin here: the paragraph before has ended, or the line is set off.
  private var freeStanding: Bool {
    context.afterBlank || context.terminated || line.emphasis > 0 || line.hashes > 0
  }

  /// Whether the line ends as a paragraph does, so that a heading on it has its text behind it.
  private var endsAsParagraph: Bool {
    switch view[line.contentEnd - 1] {
    case 0x2C, 0x3B, 0x2E: true
    default: false
    }
  }

  func read() -> HeadingShape? {
    let first = view[line.content]
    guard isASCIILetter(first) else { return nil }
    let roles = vocabulary.roles(of: firstWord())
    guard !roles.isDisjoint(with: [.preambularOpener, .operativeVerb, .again]) else {
      return NearMissReader(reader: self).read()
    }
    guard freeStanding || context.ending == .other else { return nil }
    let tokens = lineTokens()
    guard !tokens.isEmpty else { return nil }
    if let shape = preambular(tokens) { return shape }
    if let shape = operative(tokens) { return shape }
    return NearMissReader(reader: self).read()
  }

  func lineTokens() -> [Token] {
    var lexer = Lexer(
      view.slice(0, line.contentEnd), from: line.content, into: buffer,
      slack: view.count - line.contentEnd)
    lexer.startEmphasis(from: line.start)
    lexer.run()
    return buffer.array
  }

  private func firstWord() -> UInt32 {
    let run = view.letters(from: line.content)
    var i = line.content + run.count
    if run.count < 8, i <= line.contentEnd, view[i] != 0x2D { return WordHasher.value(run) }
    var hasher = WordHasher()
    i = line.content
    while i < line.contentEnd, isASCIILetter(view[i]) || view[i] == 0x2D {
      hasher.add(asciiLower(view[i]))
      i += 1
    }
    return hasher.value
  }

  // MARK: - Preambular

  private func preambular(_ tokens: [Token]) -> HeadingShape? {
    guard let phrases = vocabulary.preambular[tokens[0].hash] else { return nil }
    for phrase in phrases where starts(tokens, with: phrase.words) {
      let count = phrase.words.count
      if tokens.count == count {
        return shape(.preambular, tokens, count, known: true)
      }
      // A mark glued to the end is a matter of style; the heading stands. Behind a line that goes on
      // it is the last word of a paragraph that was cut: "are / encouraged;".
      if tokens.count == count + 1, isEndMark(tokens[count]), freeStanding {
        return shape(.preambular, tokens, count, known: true, endMark: tokens[count].span)
      }
      // The heading alone is in italics and its paragraph follows on the line, or both are.
      if line.emphasis > 0, isASCIILower(view[line.content]), tokens[count - 1].isEmphasised,
        !tokens[count].isEmphasised || endsAsParagraph
      {
        return shape(.preambular, tokens, count, known: true, textAt: count)
      }
    }
    return nil
  }

  private func starts(_ tokens: [Token], at start: Int = 0, with words: [UInt32]) -> Bool {
    guard start + words.count <= tokens.count else { return false }
    for (i, word) in words.enumerated() {
      let token = tokens[start + i]
      if token.hash != word || token.kind != .word { return false }
    }
    return true
  }

  private func isEndMark(_ token: Token) -> Bool {
    token.isMark(0x3A) || token.isMark(0x2C) || token.isMark(0x2E) || token.isMark(0x3B)
  }

  // MARK: - Operative

  private func operative(_ tokens: [Token]) -> HeadingShape? {
    var i = 0
    var again = false
    if vocabulary.roles(of: tokens[0].hash).contains(.again) {
      again = true
      i = 1
    }
    guard i < tokens.count, let verb = vocabulary.operative[tokens[i].hash],
      starts(tokens, at: i, with: verb.words)
    else { return nil }
    let verbStart = i
    i += verb.words.count
    let verbEnd = i
    if i < tokens.count, vocabulary.roles(of: tokens[i].hash).contains(.again), !again {
      again = true
      i += 1
    }
    var shape = shape(.operative, tokens, i, known: true)
    shape.verb = Span(Int(tokens[verbStart].start), tokens[verbEnd - 1].end)
    shape.hasAgain = again
    if i == tokens.count { return shape }
    if i == tokens.count - 1, isEndMark(tokens[i]) {
      shape.endMark = tokens[i].span
      return shape
    }
    if verb.deciding { return deciding(tokens, at: i, shape) }
    return addressed(tokens, at: i, shape)
  }

  /// `resolves to instruct X`, `resolves to express`; or the paragraph on the same line.
  private func deciding(_ tokens: [Token], at start: Int, _ bare: HeadingShape) -> HeadingShape? {
    var shape = bare
    if start + 1 < tokens.count, isWord(tokens[start], "to"),
      let infinitive = vocabulary.infinitives[tokens[start + 1].hash],
      starts(tokens, at: start + 1, with: infinitive)
    {
      let next = start + 1 + infinitive.count
      shape.span = Span(shape.span.lower, tokens[next - 1].end)
      shape.tokenCount = next
      shape.textStart = Int32(line.contentEnd)
      if next == tokens.count { return shape }
      if next == tokens.count - 1, isEndMark(tokens[next]) {
        shape.endMark = tokens[next].span
        return shape
      }
      if let full = addressed(tokens, at: next, shape) { return full }
      guard line.emphasis > 0, endsAsParagraph else { return nil }
      return withText(shape, tokens, at: next)
    }
    let opensText = isWord(tokens[start], "that") || isWord(tokens[start], "to")
    let setOff = line.emphasis > 0 && !tokens[start].isEmphasised
    guard opensText || setOff, freeStanding, isASCIILower(view[line.content]) else { return nil }
    guard line.emphasis > 0 || endsAsParagraph else { return nil }
    return withText(shape, tokens, at: start)
  }

  /// Known addressees, a tail of cooperation or scope, and perhaps the only paragraph.
  private func addressed(_ tokens: [Token], at start: Int, _ bare: HeadingShape) -> HeadingShape? {
    var shape = bare
    var i = addresseesEnd(tokens, at: start)
    let known = i > start
    if !known, !startsNoun(tokens[start]) { return nil }
    // An unknown addressee runs to the line's end or to the word that opens its task.
    let taskAt = task(tokens, from: max(i, start))
    if !known { i = taskAt ?? tokens.count }
    let hasTail = known && i < tokens.count && tokens[i].isMark(0x2C)
    if known, i < tokens.count, !hasTail, taskAt != i {
      // More words than a known addressee: an open list, so the line itself must look like one.
      i = taskAt ?? tokens.count
    }
    if hasTail { i = taskAt ?? tokens.count }
    var endMark = Span.none
    if i == tokens.count, isEndMark(tokens[i - 1]) {
      i -= 1
      endMark = tokens[i].span
    }
    // A comma before the task belongs to neither.
    var headingEnd = i
    while headingEnd > start + 1, isEndMark(tokens[headingEnd - 1]) { headingEnd -= 1 }
    guard headingEnd > start, headingEnd - start <= 60 else { return nil }
    // The clause of another text, named in a sentence that was cut.
    if tokens[start..<headingEnd].contains(where: { isWord($0, "thereof") }) { return nil }
    if !known || taskAt != nil {
      guard freeStanding else { return nil }
    }
    shape.span = Span(shape.span.lower, tokens[headingEnd - 1].end)
    shape.addressees = Span(Int(tokens[start].start), tokens[headingEnd - 1].end)
    shape.tokenCount = headingEnd
    shape.known = known
    shape.endMark = endMark
    shape.textStart = Int32(line.contentEnd)
    if i < tokens.count, endMark.isEmpty {
      guard known || line.emphasis > 0, endsAsParagraph, isASCIILower(view[line.content]) else {
        return nil
      }
      return withText(shape, tokens, at: i)
    }
    if !known, endMark.isEmpty == false { return nil }
    return shape
  }

  /// The end of a chain of known addressees: `the Secretary-General and the Directors ...`.
  private func addresseesEnd(_ tokens: [Token], at start: Int) -> Int {
    var i = start
    var end = start
    while i < tokens.count {
      if vocabulary.roles(of: tokens[i].hash).contains(.article) || isWord(tokens[i], "all") {
        i += 1
      }
      guard i < tokens.count else { break }
      var matched = 0
      for phrase in vocabulary.addressees[tokens[i].hash] ?? []
      where phraseMatches(tokens, at: i, phrase) {
        matched = phrase.words.count
        break
      }
      guard matched > 0 else { break }
      i += phraseTokens(tokens, at: i, words: matched)
      end = i
      if i < tokens.count, isWord(tokens[i], "and") {
        i += 1
      } else if i + 1 < tokens.count, tokens[i].isMark(0x2C) {
        i += isWord(tokens[i + 1], "and") ? 2 : 1
      } else {
        break
      }
    }
    return end
  }

  /// Addressees hold commas; they are passed over in comparing words.
  private func phraseMatches(_ tokens: [Token], at start: Int, _ phrase: Vocabulary.Phrase) -> Bool
  {
    var i = start
    for word in phrase.words {
      while i < tokens.count, tokens[i].isMark(0x2C), i > start { i += 1 }
      guard i < tokens.count, tokens[i].hash == word else { return false }
      i += 1
    }
    return true
  }

  private func phraseTokens(_ tokens: [Token], at start: Int, words: Int) -> Int {
    var i = start
    var left = words
    while i < tokens.count, left > 0 {
      if !tokens[i].isMark(0x2C) { left -= 1 }
      i += 1
    }
    return i - start
  }

  /// "with a view to", "according to": what follows is no task.
  private static let tailOpeners = [
    "view", "according", "Parties", "regard", "respect", "relation",
  ]
  .map { wordHash($0) }

  /// Where the words of a task begin: "to" with a verb, "that".
  private func task(_ tokens: [Token], from start: Int) -> Int? {
    var i = start
    while i < tokens.count {
      if isWord(tokens[i], "that") || isWord(tokens[i], "based") { return i }
      if isWord(tokens[i], "to"), i + 1 < tokens.count {
        let before = i > 0 ? tokens[i - 1].hash : 0
        let next = tokens[i + 1]
        if !Self.tailOpeners.contains(before), next.kind == .word, !next.flags.contains(.capital),
          !vocabulary.roles(of: next.hash).contains(.article)
        {
          return i
        }
      }
      i += 1
    }
    return nil
  }

  private func startsNoun(_ token: Token) -> Bool {
    guard token.kind == .word || token.kind == .number else { return false }
    if token.flags.contains(.capital) || token.kind == .number { return true }
    return vocabulary.nounOpeners.contains(token.hash)
  }

  private func isWord(_ token: Token, _ word: StaticString) -> Bool {
    token.kind == .word && Int(token.length) == word.utf8CodeUnitCount
      && view.matches(word, at: Int(token.start))
  }

  // MARK: - Shapes

  private func withText(_ shape: HeadingShape, _ tokens: [Token], at index: Int) -> HeadingShape {
    var shape = shape
    shape.textStart = Int32(clamping: Int(tokens[index].start))
    return shape
  }

  private func shape(
    _ part: ClausePart, _ tokens: [Token], _ count: Int, known: Bool, endMark: Span = .none,
    textAt: Int? = nil
  ) -> HeadingShape {
    let last = tokens[min(count, tokens.count) - 1]
    let again = tokens.prefix(count).contains { vocabulary.roles(of: $0.hash).contains(.again) }
    var verbEnd = last.end
    if part == .preambular, again, count > 1, vocabulary.roles(of: last.hash).contains(.again) {
      verbEnd = tokens[count - 2].end
    }
    return HeadingShape(
      part: part, span: Span(Int(tokens[0].start), last.end),
      textStart: textAt.map { Int32(clamping: Int(tokens[$0].start)) }
        ?? Int32(clamping: line.contentEnd),
      tokenCount: count, verb: Span(Int(tokens[0].start), verbEnd), addressees: .none,
      known: known, intended: nil, emphasised: tokens[0].isEmphasised,
      capital: isASCIIUpper(view[line.content]), endMark: endMark, hasAgain: again)
  }
}

extension Token {
  var isEmphasised: Bool { flags.contains(.emphasised) }
}
