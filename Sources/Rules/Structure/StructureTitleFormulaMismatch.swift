internal import Semantics
internal import Syntax

/// Title and enacting formula name the same session.
///
/// ## What it checks
/// Place and year in the title's bracket are those of the enacting formula; capitals in the title and
/// other spellings of a place do not count. A radio conference is named by its year in the title
/// (WRC-15) and by place and year in the formula. Where tracked changes ran old and new text together,
/// the rule is silent.
///
/// ## Why
/// The formula repeats place and year of the title (CONVENTIONS 1.4). They part where a revision was
/// begun from the text of the conference before and one of the two was left as it was.
///
/// ## Wrong
/// ```resolution
/// RESOLUTION 999 (Rev. Dubai, 2018)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Busan, 2014),
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
/// RESOLUTION 999 (REV. DUBAI, 2018)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),
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
/// ## Fix
/// Unsafe: takes the title's session over into the formula; the title may be the one that is wrong.
struct StructureTitleFormulaMismatch: SectionRule {
  static let id = "structure/title-formula-mismatch"
  static let severity = Severity.error
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    guard let title = text.tree.title, let formula = text.tree.formula,
      let formulaSession = text.formulaSession
    else { return }
    let related = [Related(message: "the title", range: title.bracket.range)]
    if title.form == .wrc {
      guard title.yearValue > 0, title.yearValue != formulaSession.year else { return }
      report.add(
        "the title names the conference of \(title.yearValue)", at: formula.year, related: related)
      return
    }
    guard let titleSession = text.titleSession else { return }
    let samePlace = titleSession.isAtSamePlace(as: formulaSession)
    let sameYear = titleSession.year == formulaSession.year
    if samePlace, sameYear { return }
    let place = titleSession.canonicalPlace
    let span: Span
    let wanted: String
    if samePlace {
      span = formula.year
      wanted = String(titleSession.year)
    } else if sameYear {
      span = formula.place
      wanted = place
    } else {
      span = Span(formula.place.lower, formula.year.upper)
      wanted = "\(place), \(titleSession.year)"
    }
    report.add(
      "the title has `\(place), \(titleSession.year)`", at: span, related: related,
      fixes: [.replace(span, with: wanted, title: "Write `\(wanted)`", safety: .unsafe)])
  }
}
