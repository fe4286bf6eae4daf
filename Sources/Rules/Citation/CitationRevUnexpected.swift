internal import Semantics
internal import Syntax

/// A text is cited as revised by the session that adopted it as new.
///
/// ## What it checks
/// "Rev." stands before the session at which the number was first adopted. It is an error where that is
/// known from the text itself, else a hint.
///
/// ## Why
/// A new text has its session in the bracket without "Rev." (CONVENTIONS 1.1 and 2).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// Resolution 73 (Rev. Minneapolis, 1998) of the Plenipotentiary Conference,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// Resolution 73 (Minneapolis, 1998) of the Plenipotentiary Conference,
/// ```
///
/// ## Fix
/// Safe where the first session is known: deletes the mark. Unsafe otherwise.
struct CitationRevUnexpected: SectionRule {
  static let id = "citation/rev-unexpected"
  static let severity = Severity.error
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    let all = text.citations
    for index in all.indices where all[index].revised {
      guard all[index].kind.isText, all[index].hasOwnSession, !all[index].revisionSpan.isEmpty
      else { continue }
      let mark = RevisionMark(index, text)
      guard case .needless(let certain) = mark.verdict else { continue }
      let citation = all[index]
      var end = citation.revisionSpan.upper
      let next = citation.sessionSpan.lower
      if next >= end, next - end <= 4 { end = next }
      report.add(
        citation.body == .radioAssembly
          ? "a number without a count of revisions is cited without `Rev.`"
          : "this session adopted \(text.citations[mark.member].name) as new",
        at: citation.revisionSpan, severity: certain ? .error : .hint,
        fixes: [
          .delete(
            Span(citation.revisionSpan.lower, end), title: "Delete `Rev.`",
            safety: certain ? .safe : .unsafe)
        ])
    }
  }
}
