internal import Semantics
internal import Syntax

/// A revised edition is cited without "Rev.".
///
/// ## What it checks
/// The number was first adopted before the session in the bracket, so that this session can only have
/// revised it. It is an error where the session that adopted the number as new is known from the text
/// itself, a hint where it follows from the numbers around it.
///
/// ## Why
/// Revised texts keep their number, followed by (Rev. Place, Year); without "Rev." the bracket says that
/// the session adopted the text as new (CONVENTIONS 1.1 and 2).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// Resolution 200 (Dubai, 2018) of this conference,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// Resolution 200 (Rev. Dubai, 2018) of this conference,
/// ```
///
/// ## Fix
/// Safe where the first session is known: inserts the mark. Unsafe otherwise.
struct CitationRevMissing: SectionRule {
  static let id = "citation/rev-missing"
  static let severity = Severity.error
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    for index in text.citations.indices where !text.citations[index].revised {
      let citation = text.citations[index]
      guard citation.kind.isText, citation.hasOwnSession, !citation.revised else { continue }
      let mark = RevisionMark(index, text)
      guard case .missing(let first, let certain) = mark.verdict else { continue }
      let isRadio = citation.body == .radioConference
      let at = isRadio ? citation.yearSpan.lower : citation.placeSpan.lower
      let name = text.citations[mark.member].name
      let message: String
      if first.isEmpty {
        message = "a number that counts revisions is cited with `Rev.`"
      } else if certain {
        message = "\(name) was first adopted at \(first): `Rev.` is missing"
      } else {
        message = "\(name) was adopted by \(first) at the latest: `Rev.` is missing"
      }
      report.add(
        message, at: citation.bracketSpan, severity: certain ? .error : .hint,
        fixes: [
          .insert(
            isRadio ? "Rev." : "Rev. ", at: at, title: "Insert `Rev.`",
            safety: certain ? .safe : .unsafe)
        ])
    }
  }
}
