internal import Syntax

/// Finds internal references in the words of one block (CONVENTIONS 3).
struct ReferenceReader {
  let tokens: TokenRun
  let openers: WordIndex.Places
  let vocabulary: Vocabulary
  let words: ReferenceWords

  init(
    _ tokens: TokenRun, _ openers: WordIndex.Places, _ vocabulary: Vocabulary,
    _ words: ReferenceWords
  ) {
    self.tokens = tokens
    self.openers = openers
    self.vocabulary = vocabulary
    self.words = words
  }

  /// - Parameter first: index of the first token that may belong to a reference.
  func read(from first: Int) -> [RawReference] {
    var i = openers.next(from: first)
    guard i < tokens.count else { return [] }
    var found: [RawReference] = []
    var quotes = QuoteState()
    var passed = first
    while i < tokens.count {
      let token = tokens[i]
      var next = i + 1
      if token.kind == .word, vocabulary.mayOpenHeading(token.hash) {
        for index in passed..<max(passed, i) where tokens[index].kind == .quote {
          quotes.pass(tokens[index])
        }
        passed = max(passed, i)
        if let reference = reference(at: i, quotes.isOpen) {
          found.append(reference.0)
          next = reference.1
          // Quotation marks within a reference are its own.
          passed = max(passed, next)
        }
      }
      i = openers.next(from: next)
    }
    return found
  }

  // MARK: - One reference

  private func reference(at verb: Int, _ quoted: Bool) -> (RawReference, Int)? {
    // References are written in small letters; a capital begins a sentence of a UN text.
    guard !tokens[verb].flags.contains(.capital) else { return nil }
    var start = verb
    if verb > 0, vocabulary.isAgain(tokens[verb - 1].hash), !isPreambularAgain(verb) {
      start = verb - 1
    }
    return preambular(start, verb, quoted) ?? operative(start, verb, quoted)
  }

  private func preambular(_ start: Int, _ verb: Int, _ quoted: Bool) -> (RawReference, Int)? {
    let phrases = vocabulary.preambularList(from: tokens[verb].hash)
    var at = 0
    while at < phrases.count {
      let count = Int(phrases[at])
      at += 1
      // The first word is the verb.
      var same = 1
      while same < count, tokens[verb + same].hash == phrases[at + same] { same += 1 }
      if same == count, verb + count <= tokens.count,
        let found = finish(start, verb, verb + count, quoted)
      {
        return found
      }
      at += count
    }
    return nil
  }

  /// The heading words with an addressee, with "further" and alone are tried in turn.
  private func operative(_ start: Int, _ verb: Int, _ quoted: Bool) -> (RawReference, Int)? {
    guard let phrase = vocabulary.operativeVerb(from: tokens[verb].hash),
      starts(at: verb, with: phrase)
    else { return nil }
    let bare = verb + phrase.count
    if !opensItem(at: bare), direction(at: bare) == nil {
      if let end = addresseeEnd(from: bare), let found = finish(start, verb, end, quoted) {
        return found
      }
      if bare < tokens.count, vocabulary.isAgain(tokens[bare].hash),
        let found = finish(start, verb, bare + 1, quoted)
      {
        return found
      }
    }
    return finish(start, verb, bare, quoted)
  }

  /// "further" behind a preambular verb belongs to the heading before it, not to this one.
  private func isPreambularAgain(_ verb: Int) -> Bool {
    verb >= 2 && !vocabulary.preambularPhrases(from: tokens[verb - 2].hash).isEmpty
  }

  private func starts(at index: Int, with phrase: [UInt32]) -> Bool {
    guard index + phrase.count <= tokens.count else { return false }
    for (i, word) in phrase.enumerated() where tokens[index + i].hash != word { return false }
    return true
  }

  /// Runs over the words of an addressee up to a label or a direction word.
  private func addresseeEnd(from start: Int) -> Int? {
    var i = start
    if i < tokens.count, vocabulary.isAgain(tokens[i].hash) { i += 1 }
    let limit = min(tokens.count, start + 45)
    var named = false
    while i < limit {
      let token = tokens[i]
      if named, opensItem(at: i) || direction(at: i) != nil { return i }
      switch token.kind {
      case .word:
        if words.endsAddressee.contains(token.hash), !isInfinitiveAfterDeciding(i) { return nil }
        if vocabulary.mayOpenHeading(token.hash) { return nil }
        named = true
      case .number: named = true
      case .mark:
        guard token.isMark(0x2C) else { return nil }
      case .dash: break
      default: return nil
      }
      i += 1
    }
    return nil
  }

  /// `resolves to instruct the Secretary-General 2`.
  private func isInfinitiveAfterDeciding(_ index: Int) -> Bool {
    guard tokens[index].hash == words.to, index + 1 < tokens.count else { return false }
    return vocabulary.infinitive(from: tokens[index + 1].hash) != nil
  }

  private func finish(_ start: Int, _ verb: Int, _ headEnd: Int, _ quoted: Bool)
    -> (RawReference, Int)?
  {
    let head = Span(Int(tokens[start].start), tokens[headEnd - 1].end)
    var (items, next) = items(at: headEnd)
    var direction: Reference.Direction?
    var directionAt = next
    if directionAt < tokens.count, tokens[directionAt].isMark(0x2C), !items.isEmpty {
      directionAt += 1
    }
    if let found = self.direction(at: directionAt) {
      direction = found
      next = directionAt + 1
    }
    guard !items.isEmpty || direction != nil else { return nil }
    let owner = owner(at: next)
    let emphasised =
      tokens[verb].flags.contains(.emphasised)
      && !(verb > 0 && start == verb && tokens[verb - 1].flags.contains(.emphasised)
        && !tokens[verb - 1].isMark(0x2C))
    let before = start > 0 ? tokens[start - 1] : nil
    let introduced =
      before.map { $0.kind == .word && words.introduces.contains($0.hash) } ?? false
    let followed = isFollowedAsReference(next)
    var certain = direction != nil || owner == .this || owner == .other
    if !certain, !items.isEmpty {
      certain = emphasised || (introduced && followed) || (introduced && endsWithBracket(next))
      if !certain, followed, isDeciding(verb) || endsWithBracket(next) || headEnd - verb > 1 {
        certain = true
      }
    }
    // A bare number behind a participle counts things: "considering 3 reports".
    guard certain else { return nil }
    if items.isEmpty, !isPlausibleWholeClause(start, verb, headEnd) { return nil }
    if isMeasure(at: next), direction == nil { return nil }
    // Behind "further" or "also", where the heading begins with one.
    let again = vocabulary.isAgain(tokens[start].hash) ? start + 1 : headEnd
    let cited = direction == nil && owner != .this && citationBefore(start)
    // "Resolution 1312 in resolves 3": the words between leave no doubt.
    let external = owner == .other || quoted || (cited && standsInside(start))
    let end = next > 0 ? tokens[next - 1].end : head.upper
    if items.isEmpty { items = [] }
    return (
      RawReference(
        span: Span(head.lower, end), head: head,
        words: headWords(start, headEnd), opensWithAgain: again < headEnd,
        verb: Int(tokens[min(again, headEnd - 1)].start),
        items: items,
        direction: direction, ofThis: owner == .this,
        external: external,
        mayBeExternal: cited,
        certain: certain, footnote: tokens[verb].flags.contains(.footnote)), next
    )
  }

  private func headWords(_ start: Int, _ end: Int) -> [UInt32] {
    var words: [UInt32] = []
    for i in start..<max(start, end) {
      let token = tokens[i]
      if token.kind == .word || token.kind == .number, !vocabulary.isPassedOver(token.hash) {
        words.append(token.hash)
      }
    }
    return words
  }

  private func isDeciding(_ verb: Int) -> Bool { words.deciding.contains(tokens[verb].hash) }

  private func endsWithBracket(_ next: Int) -> Bool { next > 0 && tokens[next - 1].isMark(0x29) }

  /// Without a label, "above" must follow the whole heading: "resolves above".
  private func isPlausibleWholeClause(_ start: Int, _ verb: Int, _ headEnd: Int) -> Bool {
    guard let before = start > 0 ? tokens[start - 1] : nil else { return true }
    // "as instructs above" makes no sense; a noun, a preposition or an article does.
    return before.kind != .number
  }

  /// Punctuation, a joining word or the end stands behind: no noun that a number could count.
  private func isFollowedAsReference(_ next: Int) -> Bool {
    guard next < tokens.count else { return true }
    let token = tokens[next]
    switch token.kind {
    case .word: return words.mayFollow.contains(token.hash)
    case .mark:
      return token.isMark(0x2C) || token.isMark(0x3B) || token.isMark(0x2E)
        || token.isMark(0x29) || token.isMark(0x3A) || token.isMark(0x5D)
    case .footnoteMark: return true
    default: return false
    }
  }

  private func isMeasure(at next: Int) -> Bool {
    guard next < tokens.count else { return false }
    return tokens[next].isMark(0x25) || words.measures.contains(tokens[next].hash)
  }

  // MARK: - Labels

  private func items(at start: Int) -> ([ReferenceItem], Int) {
    guard var (first, next) = item(at: start, within: nil) else { return ([], start) }
    first.endsRange = false
    var items = [first]
    while true {
      var i = next
      var range = false
      if i < tokens.count, tokens[i].isMark(0x2C) { i += 1 }
      if i < tokens.count, tokens[i].kind == .word {
        if tokens[i].hash == words.and || tokens[i].hash == words.or {
          i += 1
        } else if tokens[i].hash == words.to {
          range = true
          i += 1
        }
      } else if i < tokens.count, tokens[i].kind == .dash {
        range = true
        i += 1
      }
      guard i > next, let (found, after) = item(at: i, within: items.last) else {
        return (items, next)
      }
      var item = found
      item.endsRange = range
      items.append(item)
      next = after
    }
  }

  private func opensItem(at index: Int) -> Bool { bareStep(at: index) != nil }

  private func item(at index: Int, within previous: ReferenceItem?) -> (ReferenceItem, Int)? {
    guard let (first, after) = step(at: index) else { return nil }
    var steps = [first]
    var next = after
    // `1.2` and deeper.
    while first.form == .digit, next + 1 < tokens.count, tokens[next].isMark(0x2E),
      !tokens[next].hasSpaceBefore, !tokens[next + 1].hasSpaceBefore,
      let (more, end) = step(at: next + 1), more.form == .digit
    {
      var component = more
      component.form = .decimal
      steps.append(component)
      next = end
    }
    // A nested label follows after a blank: `c) ii)`, `6 a)`.
    while steps.count < 4, next < tokens.count, tokens[next].kind == .word,
      let (more, end) = step(at: next), more.form != .digit, isNested(more, under: steps)
    {
      steps.append(more)
      next = end
    }
    if let previous, previous.steps.count > 1, steps.count == 1, first.form != .digit,
      continues(first, previous)
    {
      let above = previous.steps.dropLast().map { step in
        var step = step
        step.span = .none
        return step
      }
      steps = above + steps
    }
    let span = Span(Int(tokens[index].start), tokens[next - 1].end)
    return (ReferenceItem(steps: steps, span: span, endsRange: false), next)
  }

  private func isNested(_ step: ReferenceItem.Step, under steps: [ReferenceItem.Step]) -> Bool {
    guard let last = steps.last else { return false }
    if last.form == .letter { return step.roman > 0 }
    return last.form == .digit || last.form == .decimal
  }

  /// `c) ii) and iii)`: the second numeral stands under c) as well; `c) ii) and e)`: it does not.
  private func continues(_ step: ReferenceItem.Step, _ previous: ReferenceItem) -> Bool {
    guard let last = previous.steps.last else { return false }
    if last.roman > 0, last.form != .letter || previous.steps.count > 1, step.roman > 0 {
      let sequel = step.roman > last.roman
      return sequel && (step.ordinal == 0 || last.form == .roman || step.roman == last.roman + 1)
    }
    return previous.steps.first?.form == .digit && last.form == .letter && step.form == .letter
  }

  private func step(at index: Int) -> (ReferenceItem.Step, Int)? {
    guard case (var step, let next)? = bareStep(at: index) else { return nil }
    step.span = Span(Int(tokens[index].start), tokens[next - 1].end)
    return (step, next)
  }

  private func bareStep(at index: Int) -> (ReferenceItem.Step, Int)? {
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    if token.kind == .number {
      guard token.hash >= 1, token.hash <= 199, token.length <= 3 else { return nil }
      if index + 1 < tokens.count, tokens[index + 1].isMark(0x29) || tokens[index + 1].isMark(0x2F),
        !tokens[index + 1].hasSpaceBefore, tokens[index + 1].isMark(0x2F)
      {
        return nil
      }
      // Behind a decimal point stands another number; a lone one is a label.
      return (
        ReferenceItem.Step(form: .digit, ordinal: Int(token.hash), roman: 0, suffix: 0), index + 1
      )
    }
    guard token.kind == .word else { return nil }
    if let numbered = words.numberWithSuffix(token) { return (numbered, index + 1) }
    guard index + 1 < tokens.count, tokens[index + 1].isMark(0x29),
      !tokens[index + 1].hasSpaceBefore, let label = words.label(token)
    else { return nil }
    var next = index + 2
    var step = label
    if next < tokens.count, !tokens[next].hasSpaceBefore,
      let suffix = words.suffix(tokens[next].hash)
    {
      step.suffix = suffix
      next += 1
    }
    return (step, next)
  }

  private func direction(at index: Int) -> Reference.Direction? {
    guard index < tokens.count, tokens[index].kind == .word else { return nil }
    if tokens[index].hash == words.above { return .above }
    return tokens[index].hash == words.below ? .below : nil
  }
}

/// Whether the words stand inside a quotation.
private struct QuoteState {
  private(set) var isOpen = false

  mutating func pass(_ quote: Token) {
    switch quote.hash {
    case 0x22: isOpen.toggle()
    case 0x201C, 0xAB: isOpen = true
    case 0x201D, 0xBB: isOpen = false
    default: break
    }
  }
}
