internal import TextModel

/// What an edit leaves of the tokens that a section had, so that no block is cut into tokens anew of
/// which they are known: all those of a block before the edit, and all but one of a block in which it
/// only put other letters into a word.
struct EarlierTokens {
  /// The tokens of a block as it is now.
  struct Cut {
    let tokens: TokenList
    let contents: Token.Contents
    let index: WordIndex
    /// Which of the tokens is another one.
    var changed: Int?
  }

  /// As it was before the edit.
  private let section: Section
  /// What was replaced, in bytes from the start of the section.
  private let edit: Range<Int>
  /// How many bytes more there are now.
  private let growth: Int
  private let uses: WordUses

  init(of section: Section, edit: Range<Int>, growth: Int, _ vocabulary: Vocabulary) {
    self.section = section
    self.edit = edit
    self.growth = growth
    uses = vocabulary.uses
  }

  /// The tokens of a block, where they are known.
  ///
  /// - Parameters:
  ///   - view: the bytes of the block.
  ///   - start: where it begins in the section.
  ///   - label: the one before its content.
  ///   - content: in bytes from its first one.
  func tokens(of view: ByteView, at start: Int, label: Label?, content: Span) -> Cut? {
    let place = section.starts.lastIndex(startingAtOrBefore: start)
    guard place < section.blocks.count, section.starts[place] == start else { return nil }
    let block = section.blocks[place]
    guard block.isRead, block.label == label, block.content.lower == content.lower else {
      return nil
    }
    if block.length == view.count, block.content == content, start + block.length <= edit.lowerBound
    {
      return Cut(tokens: block.tokens, contents: block.contents, index: block.index)
    }
    guard block.length + growth == view.count, block.content.upper + growth == content.upper,
      edit.lowerBound >= start, edit.upperBound <= start + block.content.upper
    else { return nil }
    return retyped(block, (edit.lowerBound - start)..<(edit.upperBound - start), view)
  }

  /// A block in which some letters of a plain word were replaced by others.
  private func retyped(_ block: Block, _ edit: Range<Int>, _ view: ByteView) -> Cut? {
    guard let place = block.tokens.word(around: edit), isOrdinary(place, in: block.tokens),
      !mayReachBehind(place, in: block, view)
    else { return nil }
    let tokens = block.tokens
    let old = tokens[place]
    guard let word = self.word(in: view, from: Int(old.start), to: old.end + growth, old.flags)
    else { return nil }
    let new = tokens.replacing(place, by: word, movingRest: growth)
    return Cut(
      tokens: new, contents: block.contents,
      index: block.index.replacing(
        place, by: uses.table[word],
        hasDoubled: block.index.hasDoubled
          ? new.indices.contains(where: new.isDoubled)
          : new.isDoubled(place) || new.isDoubled(place + 1)),
      changed: place)
  }

  /// Whether a token is a word that nothing but its letters is noted of. That a blank may be missing
  /// before it is noted of the block.
  private func isOrdinary(_ place: Int, in tokens: TokenList) -> Bool {
    tokens[place].isPlainWord
      && (tokens[place].hasSpaceBefore || place > 0 && tokens[place - 1].parting == 0)
  }

  /// Whether something before the word is read with heed to how far away what follows is: a link, a
  /// tag, an address.
  private func mayReachBehind(_ place: Int, in block: Block, _ view: ByteView) -> Bool {
    let start = Int(block.tokens[place].start)
    for offset in max(0, start - Self.farthest)..<max(0, start)
    where view[offset] == 0x5B || view[offset] == 0x3C {
      return true
    }
    let end = block.tokens[place].end + growth
    return view[end] == 0x3A && view[end + 1] == 0x2F
  }

  /// Bytes; the lexer looks no further for the end of a link.
  private static let farthest = 400
  /// Bytes; a longer word is cut.
  private static let longest = 1_000

  /// The word between two offsets, where it is nothing but ASCII letters with a capital at most at the
  /// beginning.
  private func word(in view: ByteView, from start: Int, to end: Int, _ flags: Token.Flags) -> Token?
  {
    guard start < end, end - start <= Self.longest else { return nil }
    var hasher = WordHasher()
    var isSmall = false
    var at = start
    while true {
      let run = view.letters(from: at)
      hasher.add(run.bytes, count: run.count)
      isSmall = isSmall || run.small != 0
      let capitals = run.capitals
      guard at == start ? capitals & ~0xFF == 0 : capitals == 0 else { return nil }
      at += run.count
      if run.count < 8 { break }
    }
    guard at == end, isSmall else { return nil }
    var flags = flags.subtracting(.capital)
    if isASCIIUpper(view[start]) { flags.insert(.capital) }
    return Token(start: start, length: end - start, kind: .word, flags: flags, hash: hasher.value)
  }
}

extension TokenList {
  /// Whether a word has the hash of the token before it.
  fileprivate func isDoubled(_ place: Int) -> Bool {
    self[place].kind == .word && self[place].hash == self[place - 1].hash
  }

  /// Index of the word in which an edit lies, its ends included.
  fileprivate func word(around edit: Range<Int>) -> Int? {
    let next = partitioningIndex { Int($0.start) > edit.lowerBound }
    for place in [next - 1, next - 2] where place >= 0 {
      if self[place].kind == .word, Int(self[place].start) <= edit.lowerBound,
        edit.upperBound <= self[place].end
      {
        return place
      }
    }
    return nil
  }
}
