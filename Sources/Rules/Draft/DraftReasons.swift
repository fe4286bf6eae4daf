internal import Syntax

/// A proposal gives its reasons.
///
/// ## What it checks
/// Each numbered proposal of a contribution ends with a line `Reasons:` and some words behind it. A
/// mark without a number is that of a working document and left alone, as is a plain NOC: nothing is
/// proposed there. NOC set off by emphasis asks that the text stay as it is, and wants reasons. A text
/// that breaks off in the middle of a sentence is left alone: its end is lost or not written yet.
///
/// ## Why
/// The guidelines for proposals ask for a brief statement of reasons behind each of them (CONVENTIONS
/// 1.2).
///
/// ## Wrong
/// ```resolution
/// MOD SEN/956/2
///
/// RESOLUTION 999 (Rev. Bucharest, 2022)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),
///
/// *recalling*
///
/// the report on harbour radio,
///
/// *resolves*
///
/// to continue this work.
/// ```
///
/// ## Right
/// ```resolution
/// MOD SEN/956/2
///
/// RESOLUTION 999 (Rev. Bucharest, 2022)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),
///
/// *recalling*
///
/// the report on harbour radio,
///
/// *resolves*
///
/// to continue this work.
///
/// Reasons: The report is not yet read everywhere.
/// ```
///
/// ## Fix
/// None: the sponsor knows the reasons.
struct DraftReasons: SectionRule {
  static let id = "draft/reasons"
  static let severity = Severity.warning
  /// A text that is to go is not reproduced.
  static let judgesFront = true
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    guard let mark = text.tree.proposal, !mark.number.isEmpty, wantsReasons(mark, text) else {
      return
    }
    let symbol = text.string(mark.nounSpan)
    let reasons = text.tree.reasons
    if reasons.isEmpty {
      // A text that breaks off has lost its end, or is not written yet.
      if let last = text.tree.paragraphs.last, last.endMark == 0 { return }
      report.add("the proposal gives no reasons: a line `Reasons:` ends it", at: mark.span)
    } else if text.plain(reasons).utf8.count <= "Reasons: ".utf8.count {
      report.add("no words stand behind `Reasons:` of this \(symbol)", at: reasons)
    }
  }

  private func wantsReasons(_ mark: TitleShape, _ text: SectionContext) -> Bool {
    guard text.string(mark.nounSpan) == "NOC" else { return true }
    let before = text.byte(mark.nounSpan.lower - 1)
    return before == 0x2A || before == 0x5F
  }
}
