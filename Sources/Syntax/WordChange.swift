internal import TextModel

/// One word of one paragraph is written otherwise, and that is all in which a section differs from the
/// one before: what somebody does who types. Neither spelling means anything to the tree, so that
/// everything else is what it was, at most at another place.
public struct WordChange: Sendable {
  /// Index of the word's block in the section.
  public let block: Int
  /// Index of its paragraph in the tree.
  public let paragraph: Int
  /// Index of the word among the tokens of the block.
  public let token: Int
  /// The word as it was, in bytes from the start of the section before.
  let old: Span
  /// How many bytes longer the word is now.
  public let growth: Int

  /// Bytes of the shorter spelling.
  public var length: Int { old.count + min(0, growth) }

  /// The same seen from the block's first byte.
  public func shifted(by offset: Int) -> WordChange {
    WordChange(
      block: block, paragraph: paragraph, token: token, old: old.shifted(by: offset), growth: growth
    )
  }

  /// Where a byte offset of the section before is now; `nil` inside the word.
  public func moved(_ offset: Int) -> Int? {
    offset <= old.lower ? offset : offset >= old.upper ? offset + growth : nil
  }

  /// The word as it is now, in bytes from the start of the section.
  public var word: Span { Span(old.lower, old.upper + growth) }

  /// The same for a span.
  public func moved(_ span: Span) -> Span? {
    guard let lower = moved(span.lower), let upper = moved(span.upper) else { return nil }
    return Span(lower, upper)
  }
}

extension WordChange {
  /// For the offsets of a tree, which never lie inside a word.
  func move(_ offset: Int) -> Int { offset <= old.lower ? offset : offset + growth }

  func move(_ offset: Int32) -> Int32 { Int32(clamping: move(Int(offset))) }

  func move(_ span: Span) -> Span { Span(move(span.lower), move(span.upper)) }
}

/// Stands for one section when nothing of it may be kept alive.
final class SectionIdentity: Sendable {}

extension Section {
  /// The one word in which this section differs from another one; `nil` when more does, or when it is
  /// not known.
  public func wordChange(since other: Section) -> WordChange? {
    guard let origin, origin.identity === other.identity else { return nil }
    return origin.change
  }

  /// This section with one of its blocks made anew, if just a word of it is another.
  ///
  /// - Parameters:
  ///   - bytes: of the new section.
  ///   - first: index of the first block that was read again.
  ///   - blocks: what was read from there on.
  ///   - kept: how many blocks behind them are as they were.
  ///   - retyped: one of the blocks, and the word of it that is all that is new in the section, where
  ///     that is known.
  func changingWord(
    _ bytes: [UInt8], first: Int, blocks new: [Block], kept: Int,
    retyped: (block: Int, token: Int)? = nil
  ) -> Section? {
    guard changes == nil, first + new.count + kept == blocks.count else { return nil }
    var changed: Int?
    for index in new.indices where !new[index].isSame(as: blocks[first + index]) {
      // Bytes of a block that reads the same may still be others: blanks, marks of emphasis.
      guard changed == nil else { return nil }
      changed = index
    }
    guard let changed else { return nil }
    let place = first + changed
    let known = retyped?.block == changed ? retyped?.token : nil
    guard let token = known ?? new[changed].changedToken(since: blocks[place]),
      new[changed].isPlain(at: token, since: blocks[place]),
      let paragraph = paragraph(of: place, token)
    else { return nil }
    let word = blocks[place].tokens[token].span.shifted(by: starts[place])
    let change = WordChange(
      block: place, paragraph: paragraph, token: token, old: word,
      growth: bytes.count - self.bytes.count)
    // Only letters of the word are other ones where it is known beforehand.
    let isAlone =
      known != nil
      || bytes.withByteView { view in
        self.bytes.withByteView { old in
          view.holds(old, from: start(ofBlock: first), to: word.lower)
            && view.holds(
              old, from: word.upper, to: start(ofBlock: first + new.count),
              movedBy: change.growth)
        }
      }
    guard isAlone else { return nil }
    var blocks = self.blocks
    blocks[place] = new[changed]
    return Section(self, bytes: bytes, blocks: blocks, change: change)
  }

  /// Index of the paragraph that a word belongs to, if its block is nothing else: no subject and no
  /// reasons, and if an annex is glued to it, its title is not near the word.
  private func paragraph(of block: Int, _ token: Int) -> Int? {
    let paragraphs = resolution.paragraphs
    let next = paragraphs.partitioningIndex { $0.lastBlock >= block }
    guard next < paragraphs.count, paragraphs[next].block <= block,
      resolution.annexes.allSatisfy({ isApart($0, from: token, block) })
    else { return nil }
    return next
  }

  /// Whether the title of an annex stands in another block than a token, or some way off.
  private func isApart(_ annex: Annex, from token: Int, _ block: Int) -> Bool {
    let start = starts[block]
    guard annex.span.lower > start, annex.span.lower < start + blocks[block].length else {
      return true
    }
    guard !annex.title.bracket.isEmpty else { return false }
    let tokens = blocks[block].tokens
    let (first, last) = (token - Self.apart, token + Self.apart)
    if last < tokens.count, start + tokens[last].end <= annex.span.lower { return true }
    let end = max(annex.title.span.upper, annex.title.rest.upper)
    return first >= 0 && start + Int(tokens[first].start) >= end
  }

  /// In words: more than anyone looks back who judges how a paragraph ends.
  private static let apart = 16
}

extension RandomAccessCollection where Index == Int {
  /// Index of the first element of which something holds, as it does of all behind it.
  func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension ByteView {
  /// Whether the bytes of another view stand here too, at most some bytes further on.
  fileprivate func holds(_ other: ByteView, from start: Int, to end: Int, movedBy growth: Int = 0)
    -> Bool
  {
    var offset = start
    while offset < end, self[offset + growth] == other[offset] { offset += 1 }
    return offset >= end
  }
}

extension Block {
  /// Whether another block says the same in the same bytes. What stands between tokens is not looked at.
  fileprivate func isSame(as other: Block) -> Bool {
    length == other.length && content == other.content && hasShape(of: other)
      && tokens == other.tokens
  }

  /// Whether all but the words is the same.
  private func hasShape(of other: Block) -> Bool {
    kind == other.kind && lineCount == other.lineCount && startsSection == other.startsSection
      && label == other.label && contents == other.contents && index.pointsAlike(other.index)
      && listMark == other.listMark && indent == other.indent
      && contextAfter == other.contextAfter && heading == other.heading && title == other.title
      && headingTokenCount == other.headingTokenCount
  }

  /// Whether all that is new is one of the tokens: a word that begins nothing and is no name, not the
  /// first, and with a capital in both blocks or in neither.
  fileprivate func isPlain(at place: Int, since other: Block) -> Bool {
    switch kind {
    case .item, .bullet, .text: break
    default: return false
    }
    let growth = length - other.length
    guard hasShape(of: other), content.lower == other.content.lower,
      content.upper == other.content.upper + growth, tokens.count == other.tokens.count
    else { return false }
    let new = tokens[place]
    let old = other.tokens[place]
    return place > 0 && new.isPlainWord && old.isPlainWord && new.start == old.start
      && new.flags == old.flags && new.end == old.end + growth
      && index.openers.next(from: place) != place && index.citations.next(from: place) != place
      && index.names.next(from: place) != place
  }

  /// Index of the one token that is another one, those behind it apart from their places.
  fileprivate func changedToken(since other: Block) -> Int? {
    let growth = length - other.length
    guard tokens.count == other.tokens.count else { return nil }
    return tokens.withUnsafeBufferPointer { new in
      other.tokens.withUnsafeBufferPointer { old in
        var place = 0
        while place < new.count, new[place] == old[place] { place += 1 }
        guard place < new.count else { return nil }
        for next in (place + 1)..<max(place + 1, new.count) {
          var moved = old[next]
          guard Int(moved.start) + growth == Int(new[next].start) else { return nil }
          moved.start = new[next].start
          guard moved == new[next] else { return nil }
        }
        return place
      }
    }
  }
}

extension Token {
  /// A word of letters alone, not all of them capitals, and not in a footnote.
  var isPlainWord: Bool {
    kind == .word
      && flags.isDisjoint(with: [.capitals, .special, .otherScript, .footnote])
  }
}
