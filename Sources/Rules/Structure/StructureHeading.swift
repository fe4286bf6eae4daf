internal import Syntax
internal import TextModel

/// A clause heading is one of the known headings, letter for letter.
///
/// ## What it checks
/// A line that stands where a heading stands and misses a known one by a letter or two ("recaling",
/// "instruct the Secretary-General"). A heading that is like none of the known ones is left alone.
///
/// ## Why
/// Headings are a closed vocabulary (CONVENTIONS 1.5), and references name them: a misspelt heading is
/// found by no reader who looks for it.
///
/// ## Wrong
/// ```resolution
/// *recaling*
///
/// the report on harbour radio,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// the report on harbour radio,
/// ```
///
/// ## Fix
/// Safe: writes the heading that is meant.
struct StructureHeading: SectionRule {
  static let id = "structure/heading"
  static let severity = Severity.warning
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    for index in text.tree.clauses.indices
    where text.tree.clauses[index].heading.intended != nil {
      let clause = text.tree.clauses[index]
      guard let intended = clause.heading.intended else { continue }
      let written = text.plain(clause.heading.span)
      guard let difference = Self.difference(written, intended, clause.heading.span, text) else {
        continue
      }
      report.add(
        "`\(written)` is no heading; `\(intended)` is meant", at: difference.span,
        fixes: [
          .replace(
            difference.span, with: difference.text, title: "Write `\(difference.text)`")
        ])
    }
  }

  /// The words that differ, from the first to the last of them.
  private static func difference(
    _ written: String, _ intended: String, _ span: Span, _ text: SectionContext
  ) -> (span: Span, text: String)? {
    let bytes = text.section.bytes.withByteView { $0.array(span.lower, span.upper) }
    let have = words(in: bytes)
    let want = intended.split(separator: " ").map { Array($0.utf8) }
    var prefix = 0
    while prefix < min(have.count, want.count), Array(bytes[have[prefix]]) == want[prefix] {
      prefix += 1
    }
    var suffix = 0
    while suffix < min(have.count, want.count) - prefix,
      Array(bytes[have[have.count - 1 - suffix]]) == want[want.count - 1 - suffix]
    {
      suffix += 1
    }
    let wrong = have[prefix..<(have.count - suffix)]
    guard let first = wrong.first, let last = wrong.last else { return nil }
    let right = want[prefix..<(want.count - suffix)]
    return (
      span: Span(span.lower + first.lowerBound, span.lower + last.upperBound),
      text: right.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    )
  }

  private static func words(in bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x20 || bytes[i] == 0x2A {
        i += 1
        continue
      }
      let start = i
      while i < bytes.count, bytes[i] != 0x20, bytes[i] != 0x2A { i += 1 }
      words.append(start..<i)
    }
    return words
  }
}
