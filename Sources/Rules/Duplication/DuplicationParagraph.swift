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

  private static let shortest = 12
  /// How many paragraphs on one is compared with, in a clause that never ends.
  private static let farthest = 100

  /// What the rule knows of a paragraph without looking at its words.
  private struct Summary {
    var paragraph: Int
    var clause: Int
    var hash: UInt64
    var bag: UInt64
    var count: Int
  }

  func check(_ text: SectionContext, _ report: inout Report) {
    var first: [UInt64: Summary] = [:]
    var repeated: Set<Int> = []
    var summaries: [Summary] = []
    for index in text.tree.paragraphs.indices {
      guard let summary = summary(of: index, text), summary.count >= Self.shortest else {
        continue
      }
      summaries.append(summary)
      guard let earlier = first[summary.hash], earlier.count == summary.count else {
        first[summary.hash] = summary
        continue
      }
      guard isOnePart(earlier.paragraph, index, text),
        WordSequence(earlier.paragraph, text).words == WordSequence(index, text).words
      else { continue }
      repeated.insert(index)
      add(index, earlier.paragraph, severity: .warning, text, &report)
    }
    near(summaries, repeated, text, &report)
  }

  /// Paragraphs of one clause that are nearly the same.
  private func near(
    _ summaries: [Summary], _ repeated: Set<Int>, _ text: SectionContext, _ report: inout Report
  ) {
    for (place, one) in summaries.enumerated() where one.count >= 20 {
      let limit = one.count / 20
      var sequence: WordSequence?
      for other in summaries[(place + 1)...].prefix(Self.farthest) {
        guard other.clause == one.clause else { break }
        guard abs(other.count - one.count) <= limit,
          (other.bag ^ one.bag).nonzeroBitCount <= limit * 2, !repeated.contains(other.paragraph),
          other.hash != one.hash
        else { continue }
        if sequence == nil { sequence = WordSequence(one.paragraph, text) }
        // A word changed is one taken out and one put in.
        if sequence?.isWithin(limit * 2, of: WordSequence(other.paragraph, text)) == true {
          add(other.paragraph, one.paragraph, severity: .hint, text, &report)
        }
      }
    }
  }

  private func summary(of index: Int, _ text: SectionContext) -> Summary? {
    let paragraph = text.tree.paragraphs[index]
    guard paragraph.clause >= 0 else { return nil }
    if paragraph.block == paragraph.lastBlock, text.words.indices.contains(paragraph.block),
      text.section.blocks[paragraph.block].heading == nil
    {
      let words = text.words[paragraph.block]
      return Summary(
        paragraph: index, clause: paragraph.clause, hash: words.hash, bag: words.bag,
        count: Int(words.count))
    }
    // Cut by a page break, or glued to its heading.
    var hash: UInt64 = 0
    var bag: UInt64 = 0
    let words = WordSequence(index, text).words
    for (place, word) in words.enumerated() {
      hash &+= BlockWords.share(of: word, at: place)
      bag |= 1 &<< UInt64(word & 63)
    }
    return Summary(
      paragraph: index, clause: paragraph.clause, hash: hash, bag: bag, count: words.count)
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
