internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// The title line says what the text is, its number and its session.
///
/// ## What it checks
/// A text begins with a title line: RESOLUTION 140 (Rev. Dubai, 2018). The kind is one of RESOLUTION,
/// DECISION, RECOMMENDATION, OPINION; the bracket gives place and year with a comma between, after
/// "Rev." where the text is a revision. Radio conferences write (REV.WRC-15), the Council R 1282, the
/// Radiocommunication Assembly ITU-R 1-6. A draft without a number yet has no bracket. Where
/// everything but the title is there, its absence is only a warning.
///
/// ## Why
/// The texts of all bodies carry it, in these forms (CONVENTIONS 1.1); citations and annex titles
/// repeat it word for word.
///
/// ## Wrong
/// ```resolution
/// RESOLUTION 999 (Rev. Dubai 2018)
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
/// ## Right
/// ```resolution
/// RESOLUTION 999 (Rev. Dubai, 2018)
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
/// Safe for a mark within the bracket and for a misspelt kind. None for a title that is not there; the
/// session of the enacting formula is offered where the bracket is missing, unsafe, since only the
/// author knows whether the text is a revision.
struct StructureTitle: SectionRule {
  static let id = "structure/title"
  static let severity = Severity.error
  static let heeds: BlockSigns = []

  func check(_ text: SectionContext, _ report: inout Report) {
    guard let title = text.tree.title else {
      missing(text, &report)
      return
    }
    for slip in BracketSlip.all(in: title, text) {
      report.add(slip.message, at: slip.span, fixes: slip.fixes)
    }
    if title.bracket.isEmpty { withoutBracket(title, text, &report) }
  }

  /// The form of the body's titles, for the message.
  static func form(_ text: SectionContext) -> String {
    Body.named(text.profile.body)?.titleForm ?? text.profile.titleForm
  }

  private func missing(_ text: SectionContext, _ report: inout Report) {
    if let line = TitleNearMiss(text) {
      report.add(line.message, at: line.span, fixes: line.fixes)
      return
    }
    let hasRest = text.tree.formula != nil && !text.tree.bodyClauses.isEmpty
    report.add(
      "the title line is missing: `\(Self.form(text))`",
      at: Span(text.tree.start, text.tree.start), severity: hasRest ? .warning : .error)
  }

  /// Sessions are left out where the number is not settled (`COM6/4`, `[AFCP-1]`, `XXX`), and in the
  /// form before 1994 (`RESOLUTION No. 13`).
  private func withoutBracket(
    _ title: TitleShape, _ text: SectionContext, _ report: inout Report
  ) {
    switch text.profile.titleSession {
    case .placeYear, .token: break
    case .revisionCount, .council: return
    }
    guard title.form == .bare else { return }
    if !title.rest.isEmpty {
      let open = Fix(
        title: "Put the session in brackets", safety: .safe,
        edits: [
          TextEdit(range: title.rest.lower..<title.rest.lower, text: "("),
          TextEdit(range: title.rest.upper..<title.rest.upper, text: ")"),
        ])
      report.add("the session stands in brackets", at: title.rest, fixes: [open])
      return
    }
    let digits = title.number.range.allSatisfy { text.byte($0) >= 0x30 && text.byte($0) <= 0x39 }
    guard digits, text.standing(from: title.nounSpan.upper, to: title.number.lower).count <= 2
    else { return }
    var fixes: [Fix] = []
    if let formula = text.tree.formula, let session = SessionMark(formula, text) {
      fixes = [
        .insert(
          " (\(session.place), \(session.year))", at: title.number.upper,
          title: "Add the session of the enacting formula", safety: .unsafe)
      ]
    }
    report.add(
      "the title names no session: `\(Self.form(text))`",
      at: Span(title.number.upper, title.number.upper), fixes: fixes)
  }
}

/// A line above the formula that was meant as the title and is not one: a misspelt kind, or more on
/// the line than a title has.
struct TitleNearMiss {
  let message: String
  let span: Span
  let fixes: [Fix]

  private static let kinds = Language.english.words(.titleKind).map(\.text)

  init?(_ text: SectionContext) {
    let section = text.section
    let limit = text.tree.formula?.span.lower ?? text.tree.clauses.first?.heading.span.lower
    guard let limit else { return nil }
    for (index, block) in section.blocks.enumerated() {
      let start = section.starts[index]
      guard start < limit else { break }
      guard block.kind == .text || block.kind == .markdownHeading else { continue }
      guard block.tokens.count >= 2, let first = block.tokens.first, first.kind == .word,
        first.flags.contains(.capitals), first.length >= 6, block.tokens[1].kind == .number
      else { continue }
      let word = text.string(first.span.shifted(by: start))
      for kind in Self.kinds {
        let distance = editDistance(Array(word.utf8), Array(kind.utf8), limit: 2)
        if distance == 0 {
          message = "this is not the form of a title line: `\(StructureTitle.form(text))`"
          span = block.content.shifted(by: start)
          fixes = []
          return
        }
        guard distance <= 2 else { continue }
        message = "`\(word)` is no kind of text; `\(kind)` is meant"
        span = first.span.shifted(by: start)
        fixes = [.replace(span, with: kind, title: "Write `\(kind)`")]
        return
      }
    }
    return nil
  }
}
