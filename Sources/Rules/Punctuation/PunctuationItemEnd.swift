internal import Semantics
internal import Syntax

/// A paragraph that is not the last of its clause ends with a semicolon.
///
/// ## What it checks
/// Every paragraph of a clause but the last ends with `;`, sub-paragraphs too, whatever their level. A
/// paragraph that introduces a list ends with a colon (punctuation/sublist-intro). Commas may stand
/// between the members of an enumeration that runs on in one sentence. Annexes are left alone.
///
/// ## Why
/// 1 952 of 1 965 such paragraphs in the texts of 2018 end so; the others are artefacts of conversion
/// or enumerations within a sentence (CONVENTIONS 1.7). Where the mark is lost, two paragraphs have
/// often been run together or one cut short.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio,
///
/// b) the report on lighthouse radio,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// a) the report on harbour radio;
///
/// b) the report on lighthouse radio,
/// ```
///
/// ## Fix
/// Safe: adds the semicolon or puts it in place of the mark that stands there. Unsafe where the mark
/// stands inside closing quotation marks.
struct PunctuationItemEnd: SectionRule {
  static let id = "punctuation/item-end"
  static let severity = Severity.error
  static let heeds: BlockSigns = .lastWords

  func check(_ text: SectionContext, _ report: inout Report) {
    for end in text.faultyEnds where end.place == .item && end.fault != .conjunction {
      report.add(
        end.message(text, reason: "another paragraph of the clause follows"), at: end.span,
        fixes: [end.fix()])
    }
  }
}
