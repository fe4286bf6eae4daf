internal import Grammar
internal import Semantics
internal import Syntax

/// An annex repeats the title of its resolution and is named in the text.
///
/// ## What it checks
/// The title of an annex is ANNEX TO RESOLUTION 48 (REV. DUBAI, 2018), or ANNEX 1 TO ... where there
/// are several; number, place, year and "Rev." are those of the title. Elsewhere than in texts of the
/// plenipotentiary conference only a title that is there and differs is a hint. A hint as well: an
/// annex that no clause names, and a clause that names an annex of a text that has none.
///
/// ## Why
/// All 13 annex titles of 2018 have this form (CONVENTIONS 1.10). The annex is what is forgotten when a
/// revision gets its new session.
///
/// ## Wrong
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
/// to keep the list in the annex to this resolution.
///
/// ANNEX TO RESOLUTION 999 (Rev. Busan, 2014)
///
/// The lamps stand on the mole.
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
/// to keep the list in the annex to this resolution.
///
/// ANNEX TO RESOLUTION 999 (Rev. Dubai, 2018)
///
/// The lamps stand on the mole.
/// ```
///
/// ## Fix
/// Safe: writes the title of the resolution into the title of the annex.
struct StructureAnnex: SectionRule {
  static let id = "structure/annex"
  static let severity = Severity.warning
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    let annexes = text.tree.annexes.filter { $0.title.noun == .annex }
    guard !annexes.isEmpty || text.tree.annexes.isEmpty else { return }
    let citation = AnnexCitation(text)
    guard !annexes.isEmpty else {
      if let span = citation.ownAnnex {
        report.add("this text has no annex", at: span, severity: .hint)
      }
      return
    }
    if let title = text.tree.title, !SessionMark.isMash(title, text) {
      for annex in annexes { compare(annex.title, title, text, &report) }
    }
    // Sections of rules have appendices of their own.
    if !citation.isAny, let first = annexes.first, !text.tree.annexes.contains(where: \.isSection) {
      report.add("no clause names the annex", at: first.title.span, severity: .hint)
    }
  }

  private func compare(
    _ annex: TitleShape, _ title: TitleShape, _ text: SectionContext, _ report: inout Report
  ) {
    guard !SessionMark.isMash(annex, text) else { return }
    let full = fullTitle(title, text)
    // Its owner's number stands in `rest`, before the bracket; without an owner there may be a
    // subject of the annex instead.
    let hasOwner = !annex.rest.isEmpty && annex.rest.upper <= annex.span.upper
    guard hasOwner else {
      guard text.profile.annexForm.hasSuffix("TO title"), isCounted(text) else { return }
      guard annex.rest.isEmpty else { return }
      let end = annex.span.upper
      report.add(
        "the title of an annex repeats that of the resolution", at: Span(end, end),
        fixes: [.insert(" TO \(full)", at: end, title: "Add `TO \(full)`")])
      return
    }
    let sameNumber = text.plain(annex.rest).lowercased() == text.plain(title.number).lowercased()
    let sameYear = annex.yearValue == title.yearValue
    let samePlace =
      text.plain(annex.place).lowercased() == text.plain(title.place).lowercased()
    let sameRevision = annex.revision.isEmpty == title.revision.isEmpty
    guard !(sameNumber && sameYear && samePlace && sameRevision) else { return }
    let span = Span(annex.rest.lower, max(annex.bracket.upper, annex.rest.upper))
    let wanted = text.plain(Span(title.number.lower, max(title.bracket.upper, title.number.upper)))
    report.add(
      "the title has `\(wanted)`", at: annex.span,
      related: [Related(message: "the title", range: title.span.range)],
      fixes: [.replace(span, with: wanted, title: "Write `\(wanted)`")])
  }

  private func fullTitle(_ title: TitleShape, _ text: SectionContext) -> String {
    text.plain(Span(title.nounSpan.lower, max(title.bracket.upper, title.number.upper)))
  }

  /// The form of annex titles was counted for the plenipotentiary conference alone.
  private func isCounted(_ text: SectionContext) -> Bool {
    text.profile.severity(of: Self.id) == nil
  }
}

/// Where the body of a text speaks of an annex.
struct AnnexCitation {
  /// "annex", "annexes" or "annexed" stands somewhere in a clause.
  private(set) var isAny = false
  /// The first "annex to this resolution".
  private(set) var ownAnnex: Span?

  private static let annex = wordHash("annex")
  private static let annexes = wordHash("annexes")
  private static let annexed = wordHash("annexed")
  private static let to = wordHash("to")
  private static let this = wordHash("this")
  private static let own: Set<UInt32> = Set(
    ["resolution", "decision", "recommendation", "opinion"].map { wordHash($0) })

  init(_ text: SectionContext) {
    let section = text.section
    let end = text.tree.annexes.first.map { section.block(at: $0.span.lower) }
    for index in section.blocks.indices {
      if let end, index > end || index == end && section.blocks[index].title != nil { break }
      guard section.blocks[index].index.hasCitations else { continue }
      switch section.blocks[index].kind {
      case .item, .bullet, .text, .heading, .footnote, .closing: break
      default: continue
      }
      read(section.blocks[index], section.starts[index], text)
    }
  }

  private mutating func read(_ block: Block, _ start: Int, _ text: SectionContext) {
    let places = block.index.citations
    var next = places.next(from: 0)
    guard next < block.tokens.count else { return }
    let tokens = block.tokens
    while next < tokens.count {
      let i = next
      let token = tokens[i]
      next = places.next(from: i + 1)
      guard token.hash == Self.annex || token.hash == Self.annexes || token.hash == Self.annexed
      else { continue }
      // The title of an annex that a converter glued to the last line.
      if token.flags.contains(.capitals) { return }
      isAny = true
      guard ownAnnex == nil, token.hash == Self.annex else { continue }
      var j = i + 1
      if j < tokens.count, tokens[j].kind == .number { j += 1 }
      guard j + 2 < tokens.count, tokens[j].hash == Self.to, tokens[j + 1].hash == Self.this,
        Self.own.contains(tokens[j + 2].hash)
      else { continue }
      ownAnnex = Span(Int(token.start) + start, tokens[j + 2].end + start)
    }
  }
}
