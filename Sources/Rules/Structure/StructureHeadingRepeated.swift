internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// No heading stands twice in one text.
///
/// ## What it checks
/// Within a resolution, and within each of its annexes, every clause heading is another one, article
/// and "ITU" before "Council" aside. A second run of the same kind takes "further" or "also".
///
/// ## Why
/// None of the 63 texts of 2018 repeats a heading (CONVENTIONS 1.5). With two clauses of one name a
/// reference such as *considering* *a)* no longer says which.
///
/// ## Wrong
/// ```resolution
/// *considering*
///
/// the report on harbour radio,
///
/// *noting*
///
/// the report on lamps,
///
/// *considering*
///
/// the report on buoys,
/// ```
///
/// ## Right
/// ```resolution
/// *considering*
///
/// the report on harbour radio,
///
/// *noting*
///
/// the report on lamps,
///
/// *considering further*
///
/// the report on buoys,
/// ```
///
/// ## Fix
/// Unsafe: adds "further"; the author may rather join the two clauses, and references to the second
/// one must follow.
struct StructureHeadingRepeated: SectionRule {
  static let id = "structure/heading-repeated"
  static let severity = Severity.error
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    let clauses = text.tree.clauses
    var seen = HashIndex()
    var annex = -1
    for index in clauses.indices {
      if clauses[index].annex != annex {
        annex = clauses[index].annex
        seen.removeAll()
      }
      // A line that only resembles a heading is none.
      guard clauses[index].heading.known || clauses[index].heading.emphasised else { continue }
      var key: UInt64 = 0
      for word in clauses[index].words {
        key = (key ^ UInt64(word)) &* 0xFF51_AFD7_ED55_8CCD
        key ^= key &>> 32
      }
      guard let first = seen.insert(index, key) else { continue }
      let clause = clauses[index]
      report.add(
        "the heading `\(text.heading(clause))` stands twice", at: clause.heading.span,
        related: [
          Related(message: "the first clause", range: clauses[first].heading.span.range)
        ], fixes: fix(clause))
    }
  }

  private func fix(_ clause: Clause) -> [Fix] {
    guard !clause.heading.hasAgain else { return [] }
    let title = "Write the heading with `further`"
    switch clause.part {
    case .preambular:
      return [.insert(" further", at: clause.heading.verb.upper, title: title, safety: .unsafe)]
    case .operative:
      return [.insert("further ", at: clause.heading.span.lower, title: title, safety: .unsafe)]
    }
  }
}
