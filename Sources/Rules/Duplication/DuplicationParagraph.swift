internal import Semantics
internal import Syntax

/// A paragraph says what another one says word for word.
///
/// ## What it checks
/// Paragraphs of twelve words and more in one part of one resolution that have the same words; labels,
/// marks and emphasis do not count. Under one heading, two paragraphs that share 95 words in 100 are
/// a hint. Left alone are tasks given to different addressees, and what stands once in the body and
/// once in an annex.
///
/// ## Why
/// Texts should be as brief as possible (CONVENTIONS 4), and a repetition is most often a paragraph
/// that was moved and not deleted at its old place.
///
/// ## Wrong
/// ```resolution
/// *considering*
///
/// that every lamp in a small harbour is to be lit before the fog comes in,
///
/// *recognizing*
///
/// a) that every lamp in a small harbour is to be lit before the fog comes in;
///
/// b) that bells are rung,
/// ```
///
/// ## Right
/// ```resolution
/// *considering*
///
/// that every lamp in a small harbour is to be lit before the fog comes in,
///
/// *recognizing*
///
/// that bells are rung,
/// ```
///
/// ## Fix
/// None: only the author knows which of the two is to stay.
struct DuplicationParagraph: SectionRule {
  static let id = "duplication/paragraph"
  static let severity = Severity.warning
  static let heeds: BlockSigns = .twins

  private static let shortest = 12
  /// How many of its first words are a paragraph's sample.
  private static let sampled = 3
  /// How many paragraphs on one is compared with, in a clause that never ends.
  private static let farthest = 100

  /// What the rule knows of a paragraph before it compares words: two paragraphs with the same words
  /// have the same sample.
  private struct Summary {
    var paragraph: Int
    var clause: Int
    var sample: UInt64
    var count: Int
  }

  func check(_ text: SectionContext, _ report: inout Report) {
    var summaries: [Summary] = []
    let paragraphs = text.tree.paragraphs
    let blocks = text.section.blocks
    summaries.reserveCapacity(paragraphs.count)
    for index in paragraphs.indices where paragraphs[index].clause >= 0 {
      let summary = summary(of: index, paragraphs[index], blocks, text)
      if summary.count >= Self.shortest { summaries.append(summary) }
    }
    let repeated = same(summaries, text, &report)
    near(summaries, repeated, text, &report)
  }

  /// Whether a paragraph in which a word has changed may now say what another one says. Errs only on the
  /// side of telling too much.
  static func mayHaveTwin(_ word: ChangedWord, _ text: SectionContext) -> Bool {
    let own = word.paragraph
    guard text.tree.paragraphs[own].clause >= 0 else { return false }
    guard let count = plainCount(own, text) else { return true }
    if count < shortest { return false }
    // The first words tell which paragraphs are compared at all.
    if word.isAmongFirst(Self.sampled) { return true }
    let rule = DuplicationParagraph()
    var bag: UInt64 = 0
    for index in text.tree.paragraphs.indices
    where index != own && text.tree.paragraphs[index].clause >= 0 {
      let other = plainCount(index, text) ?? WordSequence(index, text).words.count
      let limit = max(count, other) / 20
      guard other >= shortest, abs(other - count) <= limit else { continue }
      if bag == 0 { bag = rule.bag(of: own, text) }
      if (rule.bag(of: index, text) ^ bag).nonzeroBitCount <= limit * 2 { return true }
    }
    return false
  }

  /// How many words and numbers a paragraph has that is one block and nothing else.
  private static func plainCount(_ index: Int, _ text: SectionContext) -> Int? {
    let paragraph = text.tree.paragraphs[index]
    let blocks = text.section.blocks
    guard paragraph.block == paragraph.lastBlock, blocks.indices.contains(paragraph.block) else {
      return nil
    }
    let block = blocks[paragraph.block]
    // Between footnotes and words the first and the last word need not be the paragraph's.
    guard block.kind != .heading, block.contents.isDisjoint(with: .footnoteMarks) else {
      return nil
    }
    return block.index.count
  }

  /// Paragraphs with the same words. Returns those that repeat another.
  private func same(_ summaries: [Summary], _ text: SectionContext, _ report: inout Report)
    -> Set<Int>
  {
    var repeated: Set<Int> = []
    var samples = HashIndex(capacity: summaries.count)
    for place in summaries.indices {
      guard let first = samples.insert(place, summaries[place].sample) else { continue }
      let (one, other) = (summaries[first], summaries[place])
      guard one.count == other.count, isOnePart(one.paragraph, other.paragraph, text),
        WordSequence(one.paragraph, text).words == WordSequence(other.paragraph, text).words
      else { continue }
      repeated.insert(other.paragraph)
      add(other.paragraph, one.paragraph, severity: .warning, text, &report)
    }
    return repeated
  }

  /// Paragraphs of one clause that are nearly the same.
  private func near(
    _ summaries: [Summary], _ repeated: Set<Int>, _ text: SectionContext, _ report: inout Report
  ) {
    var bags: [UInt64] = []
    for place in summaries.indices where summaries[place].count >= 20 {
      let one = summaries[place]
      let limit = one.count / 20
      let end = min(summaries.count, place + 1 + Self.farthest)
      for next in (place + 1)..<max(place + 1, end) {
        guard summaries[next].clause == one.clause else { break }
        guard abs(summaries[next].count - one.count) <= limit else { continue }
        let other = summaries[next]
        guard !repeated.contains(other.paragraph) else { continue }
        if bags.isEmpty { bags = [UInt64](repeating: 0, count: summaries.count) }
        if bags[place] == 0 { bags[place] = bag(of: one.paragraph, text) }
        if bags[next] == 0 { bags[next] = bag(of: other.paragraph, text) }
        guard (bags[place] ^ bags[next]).nonzeroBitCount <= limit * 2 else { continue }
        let left = WordSequence(one.paragraph, text)
        let right = WordSequence(other.paragraph, text)
        // A word changed is one taken out and one put in.
        if left.words != right.words, left.isWithin(limit * 2, of: right) {
          add(other.paragraph, one.paragraph, severity: .hint, text, &report)
        }
      }
    }
  }

  /// A bit for each word and number by its hash: what two bags of words have not in common is at most
  /// what two texts have not.
  private func bag(of index: Int, _ text: SectionContext) -> UInt64 {
    let paragraph = text.tree.paragraphs[index]
    let block = text.section.blocks[paragraph.block]
    guard paragraph.block == paragraph.lastBlock, block.kind != .heading else {
      return WordSequence(index, text).words.reduce(0) { $0 | 1 &<< UInt64($1 & 63) }
    }
    var bag: UInt64 = 0
    block.withTokens { tokens in
      for token in tokens {
        let isRead =
          token.kind.rawValue <= Token.Kind.number.rawValue && !token.flags.contains(.footnote)
        bag |= isRead ? 1 &<< UInt64(token.hash & 63) : 0
      }
    }
    return bag
  }

  private func summary(
    of index: Int, _ paragraph: Paragraph, _ blocks: [Block], _ text: SectionContext
  ) -> Summary {
    let clause = paragraph.clause
    let first = paragraph.block
    if let count = Self.plainCount(index, text) {
      var sample: UInt64 = 0
      guard count >= Self.shortest else {
        return Summary(paragraph: index, clause: clause, sample: 0, count: count)
      }
      blocks[first].withTokens { tokens in
        var left = Self.sampled
        for token in tokens where token.kind == .word || token.kind == .number {
          sample = (sample ^ UInt64(token.hash)) &* 0x9E37_79B9_7F4A_7C15
          left -= 1
          if left == 0 { break }
        }
      }
      return Summary(paragraph: index, clause: clause, sample: sample, count: count)
    }
    // Cut by a page break, or glued to its heading.
    let words = WordSequence(index, text).words
    var sample: UInt64 = 0
    for word in words.prefix(Self.sampled) {
      sample = (sample ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
    }
    return Summary(paragraph: index, clause: clause, sample: sample, count: words.count)
  }

  /// Whether a repetition between the two paragraphs would be one.
  private func isOnePart(_ first: Int, _ second: Int, _ text: SectionContext) -> Bool {
    let one = text.tree.paragraphs[first]
    let two = text.tree.paragraphs[second]
    guard one.annex == two.annex else { return false }
    if one.clause == two.clause { return one.parent == two.parent }
    let left = text.tree.clauses[one.clause]
    let right = text.tree.clauses[two.clause]
    guard left.part == right.part else { return false }
    let addressed = !left.heading.addressees.isEmpty || !right.heading.addressees.isEmpty
    return !addressed
      || text.plain(left.heading.addressees) == text.plain(right.heading.addressees)
  }

  private func add(
    _ index: Int, _ earlier: Int, severity: Severity, _ text: SectionContext,
    _ report: inout Report
  ) {
    let clause = text.tree.clauses[text.tree.paragraphs[earlier].clause]
    let label = text.label(text.tree.paragraphs[earlier])
    let name = text.heading(clause) + (label.isEmpty ? "" : " " + label)
    report.add(
      severity == .warning ? "this repeats `\(name)` word for word" : "this is almost `\(name)`",
      at: mark(of: index, text), severity: severity,
      related: [
        Related(message: "the same words", range: mark(of: earlier, text).range)
      ])
  }

  /// What stands for a paragraph: its label, else its first word.
  private func mark(of index: Int, _ text: SectionContext) -> Span {
    if let label = text.tree.paragraphs[index].label { return label.span }
    guard let first = text.words(of: index).first else { return text.tree.paragraphs[index].span }
    return first.token.span.shifted(by: first.start)
  }
}
