internal import Grammar
internal import Semantics
internal import Syntax

/// A task under an addressee does not begin as a task.
///
/// ## What it checks
/// An item under "instructs the Secretary-General" and its like says what the addressee is to do: it
/// begins with "to" and a verb, or has them behind an adverbial ("in close collaboration with ..., to
/// ..."). Found are items that begin with "that" or with the bare verb and have no infinitive anywhere.
///
/// ## Why
/// More than 95 in 100 items of 2018 under an addressee begin with "to" (CONVENTIONS 1.8). Heading and
/// item are one sentence: "instructs the Secretary-General ... to report".
///
/// ## Wrong
/// ```resolution
/// *resolves*
///
/// that lamps shall be lit,
///
/// *instructs the Secretary-General*
///
/// that the lamps shall be counted.
/// ```
///
/// ## Right
/// ```resolution
/// *resolves*
///
/// that lamps shall be lit,
///
/// *instructs the Secretary-General*
///
/// to have the lamps counted.
/// ```
///
/// ## Fix
/// Unsafe before a bare verb: inserts "to". None for "that": the sentence must be put otherwise.
struct WordingOpening: SectionRule {
  static let id = "wording/opening"
  static let severity = Severity.warning
  static let heeds: BlockSigns = .infinitives

  private static let that = wordHash("that")
  private static let to = wordHash("to")
  private static let tasks = WordSet(words: Language.english.taskVerbs)
  /// First words of the verbs that carry no task: what stands behind "expresses" is no infinitive.
  private static let others = WordSet(
    words: Language.english.operative.filter { $0.role == .expressing }.compactMap {
      $0.verb.split(separator: " ").first
    })
  /// Behind "to" they begin a noun, so that no infinitive is there.
  private static let nouns = Set(
    [
      "the", "a", "an", "this", "that", "these", "those", "its", "their", "all", "any", "each",
      "such", "which", "whom", "itu", "and", "or", "other",
    ].map { wordHash($0) })

  func check(_ text: SectionContext, _ report: inout Report) {
    let clauses = text.tree.bodyClauses
    for number in clauses.indices where isAddressed(clauses[number].heading) {
      if let verb = clauses[number].words.first, Self.others.contains(verb) { continue }
      for index in clauses[number].paragraphs where text.tree.paragraphs[index].level <= 1 {
        guard let first = text.firstWord(of: index) else { continue }
        let isThat = first.token.hash == Self.that
        guard isThat || Self.tasks.contains(first.token.hash),
          !first.token.flags.contains(.capital), !hasInfinitive(index, clauses[number], text)
        else { continue }
        let clause = clauses[number]
        let span = first.token.span.shifted(by: first.start)
        let heading = text.heading(clause)
        if isThat {
          report.add(
            "under `\(heading)` an item says what to do: `to ...`, not `that ...`", at: span)
        } else {
          report.add(
            "under `\(heading)` the verb stands with `to`: `to \(text.string(span))`", at: span,
            fixes: [.insert("to ", at: span.lower, title: "Insert `to`", safety: .unsafe)])
        }
      }
    }
  }

  @inline(__always)
  private func isAddressed(_ heading: HeadingShape) -> Bool {
    heading.part == .operative && heading.known && !heading.addressees.isEmpty
  }

  /// Whether the item or one below it has "to" and a verb.
  private func hasInfinitive(_ index: Int, _ clause: Clause, _ text: SectionContext) -> Bool {
    let level = text.tree.paragraphs[index].level
    var item = index
    repeat {
      let words = text.words(of: item)
      for (before, word) in zip(words, words.dropFirst())
      where before.token.hash == Self.to && before.token.kind == .word {
        guard word.token.kind == .word, !Self.nouns.contains(word.token.hash),
          !word.token.flags.contains(.capital)
        else { continue }
        return true
      }
      item += 1
    } while item < clause.paragraphs.upperBound && text.tree.paragraphs[item].level > level
    return false
  }
}

extension SectionContext {
  /// The word that a paragraph begins with, and the offset of its block.
  func firstWord(of paragraph: Int) -> (token: Token, start: Int)? {
    guard tree.paragraphs.indices.contains(paragraph) else { return nil }
    let index = tree.paragraphs[paragraph].block
    guard section.blocks.indices.contains(index) else { return nil }
    let block = section.blocks[index]
    let first = block.headingTokenCount
    guard first < block.tokens.count, block.tokens[first].kind == .word else { return nil }
    return (block.tokens[first], section.start(ofBlock: index))
  }

  /// The tokens of a paragraph, each with the offset of its block; a heading's own words left out.
  func words(of paragraph: Int) -> [(token: Token, start: Int)] {
    guard tree.paragraphs.indices.contains(paragraph) else { return [] }
    let paragraph = tree.paragraphs[paragraph]
    var words: [(token: Token, start: Int)] = []
    for index in paragraph.block...max(paragraph.block, paragraph.lastBlock)
    where section.blocks.indices.contains(index) {
      let block = section.blocks[index]
      // What stands between two halves of a paragraph is no part of it.
      guard index == paragraph.block || index == paragraph.lastBlock || block.kind == .text else {
        continue
      }
      let start = section.start(ofBlock: index)
      for token in block.tokens.dropFirst(block.headingTokenCount) {
        words.append((token, start))
      }
    }
    return words
  }
}
