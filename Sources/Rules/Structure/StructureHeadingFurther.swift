internal import Grammar
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
    var seen: Set<[UInt32]> = []
    var annex = -1
    for clause in text.tree.clauses {
      if clause.annex != annex {
        annex = clause.annex
        seen = []
      }
      let words = clause.words.filter { !vocabulary.isAgain($0) }
      guard let first = words.first else { continue }
      if clause.heading.hasAgain, clause.heading.known {
        let wanted = clause.part == .preambular ? Array(words.prefix(2)) : [first]
        if !seen.contains(wanted) { self.report(clause, text, &report) }
      }
      seen.insert([first])
      seen.insert(Array(words.prefix(2)))
      if words.count > 2, let verb = Self.verbs[words[2]] { seen.insert([verb]) }
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
