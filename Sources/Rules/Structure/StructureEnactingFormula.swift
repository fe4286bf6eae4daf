internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// The enacting formula names the body that adopts the text, in the body's own words.
///
/// ## What it checks
/// Between subject and first clause stands the enacting formula: The Plenipotentiary Conference of the
/// International Telecommunication Union (Dubai, 2018), for a plenipotentiary conference; The Council,
/// for the Council. The rule finds a formula that is missing, one of another body than the title's
/// session, "Rev." in its bracket, a bracket with a mark missing, a session where the body names none
/// and the other way round. The short forms that drafts use ("The Plenipotentiary Conference") are a
/// warning, in bodies that were not counted a hint. The comma at its end has a rule of its own.
///
/// ## Why
/// 62 of 64 texts of 2018 have the same formula, the two others are defects; each body has its own
/// (CONVENTIONS 1.4). "Rev." belongs to the title alone.
///
/// ## Wrong
/// ```resolution
/// RESOLUTION 999 (Rev. Dubai, 2018)
///
/// Lamps and radio logs in small harbours
///
/// The Plenipotentiary Conference of the International Telecommunication Union (Rev. Dubai, 2018),
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
/// Safe for "Rev.", for a mark within the bracket, for a misspelt formula and for a short form. Unsafe
/// for a session that is taken over from the title. None for a formula that is missing.
struct StructureEnactingFormula: SectionRule {
  static let id = "structure/enacting-formula"
  static let severity = Severity.error
  static let heeds: BlockSigns = []

  private static let formulas = Language.english.formulas

  func check(_ text: SectionContext, _ report: inout Report) {
    guard let formula = text.tree.formula else {
      let body = Self.formulas.first { $0.isRight && $0.body == text.profile.body }
      let wanted = body.map { ": `\($0.text)`" } ?? ""
      report.add(
        "the enacting formula is missing\(wanted)", at: Span(text.tree.start, text.tree.start))
      return
    }
    if !formula.revision.isEmpty {
      let end = formula.place.isEmpty ? formula.revision.upper : formula.place.lower
      report.add(
        "the enacting formula names the session without `Rev.`", at: formula.revision,
        fixes: [.delete(Span(formula.revision.lower, end), title: "Remove `Rev.`")])
    }
    var bare = formula
    bare.revision = .none
    for slip in BracketSlip.all(in: bare, text) {
      report.add(slip.message, at: slip.span, fixes: slip.fixes)
    }
    guard formula.formula >= 0, formula.formula < Self.formulas.count else {
      unknown(formula, text, &report)
      return
    }
    let known = Self.formulas[formula.formula]
    if let message = otherBody(known.body, text) {
      report.add(message, at: formula.nounSpan)
      return
    }
    if !known.isRight { short(known, formula, text, &report) }
    session(known, formula, text, &report)
  }

  // MARK: - Wording

  /// Why the formula cannot be this text's, if the sessions of that year are all known.
  private func otherBody(_ body: String, _ text: SectionContext) -> String? {
    if let title = text.tree.title {
      let own: String? =
        switch title.form {
        case .wrc: "WRC"
        case .councilBook, .council: "Council"
        case .assembly: "RA"
        default: nil
        }
      if let own, own != body { return "the title is that of a \(own) text" }
    }
    guard let session = text.formulaSession, !session.isSession(of: body) else { return nil }
    // Where the title has another session, that is what is wrong.
    if let title = text.titleSession,
      title.year != session.year || !title.isAtSamePlace(as: session)
    {
      return nil
    }
    let bodies = session.bodies
    guard !bodies.isEmpty,
      Body.named(body)?.completeYears?.contains(session.year) == true
    else { return nil }
    let names = bodies.sorted().joined(separator: " or ")
    return "(\(session.place), \(session.year)) is a session of another body: \(names)"
  }

  private func short(
    _ known: Formula, _ formula: TitleShape, _ text: SectionContext, _ report: inout Report
  ) {
    guard let right = Self.formulas.first(where: { $0.isRight && $0.body == known.body }) else {
      return
    }
    report.add(
      "the formula reads `\(right.text)`", at: formula.nounSpan, severity: severity(of: known.body),
      fixes: [.replace(formula.nounSpan, with: right.text, title: "Write the whole formula")])
  }

  /// A formula of no body: misspelt, or one that names a body in other words.
  private func unknown(_ formula: TitleShape, _ text: SectionContext, _ report: inout Report) {
    let words = Array(text.plain(formula.nounSpan).utf8)
    for right in Self.formulas where right.isRight && right.text.utf8.count > 16 {
      guard editDistance(words, Array(right.text.utf8), limit: 4) <= 4 else { continue }
      report.add(
        "the formula reads `\(right.text)`", at: formula.nounSpan,
        fixes: [.replace(formula.nounSpan, with: right.text, title: "Write the formula")])
      return
    }
    guard let right = Self.formulas.first(where: { $0.isRight && $0.body == text.profile.body }),
      namesProfileBody(formula, text)
    else {
      report.add(
        "this is no enacting formula of a body of the Union", at: formula.nounSpan, severity: .hint)
      return
    }
    report.add(
      "the formula reads `\(right.text)`", at: formula.nounSpan, severity: severity(of: right.body))
  }

  private func namesProfileBody(_ formula: TitleShape, _ text: SectionContext) -> Bool {
    let words = text.plain(formula.nounSpan)
    let names = [Body.named(text.profile.body)?.name, Body.named(text.profile.body)?.shortName]
    return names.contains { name in name.map { words.utf8.count > 4 && words.holds($0) } ?? false
    }
  }

  /// The wording was counted for the plenipotentiary conference alone.
  private func severity(of body: String) -> Severity {
    body == Profile.all.first?.body ? .warning : .hint
  }

  // MARK: - Session

  private func session(
    _ known: Formula, _ formula: TitleShape, _ text: SectionContext, _ report: inout Report
  ) {
    if known.hasSession, formula.bracket.isEmpty {
      var fixes: [Fix] = []
      if let session = text.titleSession {
        fixes = [
          .insert(
            " (\(session.canonicalPlace), \(session.year))", at: formula.nounSpan.upper,
            title: "Add the session of the title", safety: .unsafe)
        ]
      }
      report.add(
        "the formula names the session: `(Place, Year)`",
        at: Span(formula.nounSpan.upper, formula.nounSpan.upper), fixes: fixes)
    }
    if !known.hasSession, !formula.bracket.isEmpty {
      report.add(
        "this body's formula names neither place nor year", at: formula.bracket,
        severity: .warning)
    }
  }
}
