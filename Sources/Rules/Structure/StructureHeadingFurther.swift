internal import Grammar
internal import Semantics
internal import Syntax

/// A heading with "further" or "also" follows one without.
///
/// ## What it checks
/// "considering further" stands behind "considering", "further instructs the ITU Council" behind
/// another clause that instructs. Each annex is judged on its own.
///
/// ## Why
/// "further" and "also" mark a second run of the same kind (CONVENTIONS 1.5). The first one may have
/// been deleted in a revision.
///
/// ## Wrong
/// ```resolution
/// *considering further*
///
/// the report on harbour radio,
/// ```
///
/// ## Right
/// ```resolution
/// *considering*
///
/// the report on harbour radio,
///
/// *considering further*
///
/// the report on lamps,
/// ```
///
/// ## Fix
/// Unsafe: removes the word.
struct StructureHeadingFurther: SectionRule {
  static let id = "structure/heading-further"
  static let severity = Severity.hint
  static let heeds: BlockSigns = []

  /// "instruct" behind "resolves to" does what "instructs" does.
  private static let verbs: [UInt32: UInt32] = {
    var verbs: [UInt32: UInt32] = [:]
    for verb in Language.english.operative {
      guard let short = verb.infinitive?.split(separator: " ").first,
        let long = verb.verb.split(separator: " ").first
      else { continue }
      verbs[wordHash(short)] = wordHash(long)
    }
    return verbs
  }()

  func check(_ text: SectionContext, _ report: inout Report) {
    guard text.tree.clauses.contains(where: { $0.heading.hasAgain && $0.heading.known }) else {
      return
    }
    let vocabulary = text.section.vocabulary
    let clauses = text.tree.clauses
    // Headings by their first word, and by the first two.
    var seen = HashIndex()
    var annex = -1
    for index in clauses.indices {
      if clauses[index].annex != annex {
        annex = clauses[index].annex
        seen.removeAll()
      }
      var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
      var count = 0
      for word in clauses[index].words where !vocabulary.isAgain(word) {
        count += 1
        if count == 1 { words.0 = UInt64(word) } else if count == 2 { words.1 = UInt64(word) }
        if count == 3 {
          words.2 = word
          break
        }
      }
      guard count > 0 else { continue }
      let both = count > 1 ? words.0 << 32 | words.1 : words.0
      if clauses[index].heading.hasAgain, clauses[index].heading.known {
        let wanted = clauses[index].part == .preambular ? both : words.0
        if seen[wanted] < 0 { self.report(clauses[index], text, &report) }
      }
      _ = seen.insert(index, words.0)
      _ = seen.insert(index, both)
      if count > 2, let verb = Self.verbs[words.2] { _ = seen.insert(index, UInt64(verb)) }
    }
  }

  private func report(_ clause: Clause, _ text: SectionContext, _ report: inout Report) {
    let block = text.section.blocks[clause.block]
    let start = text.section.starts[clause.block]
    let tokens = block.tokens.prefix(clause.heading.tokenCount)
    guard
      let index = tokens.firstIndex(where: { text.section.vocabulary.isAgain($0.hash) })
    else { return }
    let word = tokens[index].span.shifted(by: start)
    let blank: Span
    if index + 1 < tokens.count, index == 0 {
      blank = Span(word.lower, Int(tokens[index + 1].start) + start)
    } else if index > 0 {
      blank = Span(tokens[index - 1].end + start, word.upper)
    } else {
      blank = word
    }
    let name = text.plain(word)
    report.add(
      "no clause of this kind stands before it, so `\(name)` has nothing to go on from",
      at: clause.heading.span,
      fixes: [.delete(blank, title: "Remove `\(name)`", safety: .unsafe)])
  }
}
