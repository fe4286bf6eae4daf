internal import Syntax

/// The mark of a proposal fits the text that it stands over.
///
/// ## What it checks
/// `ADD` brings a new text, so its title has a key in brackets and no session; `MOD` changes an
/// adopted text, so its title has "Rev." and no key; `SUP` and `NOC` name an adopted text, and the text
/// that is to go is not reproduced (warning). A mark that misses a known one by a letter (`Mod`,
/// `SUPP`), an unknown one over a title, and a number other than sponsor, document and running number
/// (`SEN/56/1`) are found too.
///
/// ## Why
/// The marks and their numbers are set by the guidelines for proposals (CONVENTIONS 1.2); a
/// secretariat sorts contributions by them.
///
/// ## Wrong
/// ```resolution
/// ADD SEN/956/1
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
/// ## Right
/// ```resolution
/// ADD SEN/956/1
///
/// DRAFT NEW RESOLUTION [SEN-1]
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
/// Safe for a known mark in other letters; unsafe where a letter is wrong, and for "Rev.", which is
/// inserted into the title of a `MOD`: the session may be the old one.
struct DraftProposalMark: SectionRule {
  static let id = "draft/proposal-mark"
  static let severity = Severity.error
  /// A text that is to go has a title and nothing else; an unknown mark opens no text.
  static let judgesFront = true
  static let heeds: BlockSigns = BlockSigns(.numbers)

  func check(_ text: SectionContext, _ report: inout Report) {
    if let mark = text.tree.proposal, let title = text.tree.title {
      check(mark, title, text, &report)
    }
    let blocks = text.section.blocks
    for index in blocks.indices
    where MarkLine.mayBe(blocks[index].kind) && MarkLine.mayBe(blocks[index].tokens.count) {
      guard let line = MarkLine(text.section, index) else { continue }
      if let slip = line.symbolSlip { add(slip, &report) }
      if let number = line.badNumber {
        report.add(
          "the number of a proposal is sponsor, document and running number: `SEN/56/1`", at: number
        )
      }
    }
  }

  private func check(
    _ mark: TitleShape, _ title: TitleShape, _ text: SectionContext, _ report: inout Report
  ) {
    let symbol = text.string(mark.nounSpan)
    let related = [Related(message: "the title", range: title.span.range)]
    switch symbol {
    case "ADD", "ADD*":
      // `COM6/4` is what a conference calls a text that has no number yet.
      guard title.form != .draft, !title.revision.isEmpty || title.form == .sessions,
        !text.string(title.number).utf8.contains(0x2F)
      else { return }
      report.add(
        "\(symbol) brings a new text, whose title is `DRAFT NEW RESOLUTION [SEN-1]`; an adopted "
          + "text is changed by MOD", at: mark.nounSpan, related: related)
    case "MOD":
      if title.form == .draft {
        report.add(
          "MOD changes an adopted text; a draft new one is brought by ADD", at: mark.nounSpan,
          related: related)
      } else if title.form == .sessions, title.revision.isEmpty, !title.place.isEmpty {
        report.add(
          "MOD makes a revised text, whose title has `(Rev. Place, Year)`", at: title.bracket,
          fixes: [
            .insert("Rev. ", at: title.place.lower, title: "Insert `Rev.`", safety: .unsafe)
          ])
      }
    case "SUP", "SUP*", "NOC":
      if title.form == .draft {
        report.add(
          "\(symbol) names an adopted text, not a draft new one", at: mark.nounSpan,
          related: related)
      } else if symbol != "NOC", !text.tree.bodyClauses.isEmpty {
        report.add(
          "the text that \(symbol) deletes is not reproduced", at: mark.nounSpan,
          severity: .warning)
      }
    default: break
    }
  }

  private func add(_ slip: MarkLine.Slip, _ report: inout Report) {
    guard let intended = slip.intended else {
      return report.add(
        "`\(slip.written)` is no mark of a proposal; the marks are ADD, MOD, (MOD), SUP, NOC",
        at: slip.span)
    }
    report.add(
      "`\(slip.written)` is no mark of a proposal; the mark is `\(intended)`", at: slip.span,
      fixes: [
        .replace(
          slip.span, with: intended, title: "Write `\(intended)`",
          safety: slip.isCertain ? .safe : .unsafe)
      ])
  }
}
