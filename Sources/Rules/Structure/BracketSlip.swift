internal import Grammar
internal import Syntax

/// What is wrong with how the bracket of a title or a formula is written: `(Rev. Place, Year)`,
/// `(REV.WRC-yy)`.
struct BracketSlip {
  var message: String
  var span: Span
  var fixes: [Fix]

  /// In the order of the text. None where old and new text are run together.
  static func all(in shape: TitleShape, _ text: SectionContext) -> [BracketSlip] {
    guard !shape.bracket.isEmpty, !SessionMark.isMash(shape, text) else { return [] }
    var slips: [BracketSlip] = []
    if !shape.revision.isEmpty { slips += revision(shape, text) }
    switch shape.form {
    case .wrc: slips += token(shape, text)
    case .council, .councilBook, .assembly: break
    default: slips += placeAndYear(shape, text)
    }
    if text.byte(shape.bracket.upper - 1) != 0x29 {
      slips.append(
        BracketSlip(
          message: "the bracket is not closed", span: empty(shape.bracket.upper),
          fixes: [.insert(")", at: shape.bracket.upper, title: "Close the bracket")]))
    }
    return slips
  }

  private static func revision(_ shape: TitleShape, _ text: SectionContext) -> [BracketSlip] {
    var slips: [BracketSlip] = []
    let span = shape.revision
    let behind = text.standing(from: span.upper, to: shape.bracket.upper)
    let after = behind.first ?? text.byte(span.upper)
    let hasStop = text.byte(span.upper - 1) == 0x2E
    let isSmall = text.byte(span.lower) == 0x72
    if isSmall || !hasStop {
      // A converter may have left a blank before the stop; the word alone is judged then.
      slips.append(
        BracketSlip(
          message: "the mark of a revision is written `Rev.`", span: span,
          fixes: [.replace(span, with: "Rev.", title: "Write `Rev.`")]))
    }
    let hasBlank = after == 0x20 || after == 0xC2 || after == 0x09 || after == 0x0A
    if shape.form == .wrc, hasBlank, after == 0x20, behind.dropFirst().first == 0x57 {
      let rest = Span(span.upper, shape.bracket.upper)
      let place = text.section.firstStanding(in: rest.range) ?? span.upper
      let blank = Span(place, place + 1)
      slips.append(
        BracketSlip(
          message: "no space stands between `Rev.` and the session of a radio conference",
          span: blank, fixes: [.delete(blank, title: "Remove the space")]))
    }
    if shape.form == .sessions, !hasBlank, hasStop {
      slips.append(
        BracketSlip(
          message: "a space stands between `Rev.` and the place", span: empty(span.upper),
          fixes: [.insert(" ", at: span.upper, title: "Insert a space")]))
    }
    return slips
  }

  /// `WRC-15`: a hyphen and two digits, four for the year 2000 alone.
  private static func token(_ shape: TitleShape, _ text: SectionContext) -> [BracketSlip] {
    guard !shape.year.isEmpty else {
      return [
        BracketSlip(
          message: "the bracket names a conference without its year", span: shape.bracket,
          fixes: [])
      ]
    }
    if text.byte(shape.year.lower - 1) == 0x20 {
      let blank = Span(shape.year.lower - 1, shape.year.lower)
      return [
        BracketSlip(
          message: "a hyphen joins the conference and its year", span: blank,
          fixes: [.replace(blank, with: "-", title: "Write a hyphen")])
      ]
    }
    if shape.year.count == 4, shape.yearValue != 2000 {
      let century = Span(shape.year.lower, shape.year.lower + 2)
      return [
        BracketSlip(
          message: "the year of a radio conference has two digits", span: shape.year,
          fixes: [.delete(century, title: "Write two digits")])
      ]
    }
    return []
  }

  private static func placeAndYear(_ shape: TitleShape, _ text: SectionContext) -> [BracketSlip] {
    if shape.yearValue == 0 {
      if isToken(shape.place, text) || shape.revision.isEmpty && shape.place.isEmpty { return [] }
      return [
        BracketSlip(
          message: "the bracket gives a place and a year of four digits: `(Place, Year)`",
          span: shape.bracket, fixes: [])
      ]
    }
    if shape.place.isEmpty {
      guard text.profile.titleSession == .placeYear else { return [] }
      return [
        BracketSlip(
          message: "the bracket names no place", span: empty(shape.year.lower), fixes: [])
      ]
    }
    var slips: [BracketSlip] = []
    if text.string(shape.place).hasPrefix("Revised ") {
      let word = Span(shape.place.lower, shape.place.lower + 7)
      slips.append(
        BracketSlip(
          message: "the mark of a revision is written `Rev.`", span: word,
          fixes: [.replace(word, with: "Rev.", title: "Write `Rev.`")]))
    }
    if !hasComma(between: shape.place.upper, and: shape.year.lower, text) {
      slips.append(
        BracketSlip(
          message: "a comma stands between place and year", span: empty(shape.place.upper),
          fixes: [.insert(",", at: shape.place.upper, title: "Insert a comma")]))
    }
    return slips
  }

  /// `SAT-77`, `PP-18`: a session by its short name, as some titles have it.
  private static func isToken(_ span: Span, _ text: SectionContext) -> Bool {
    var i = span.upper
    while i > span.lower, text.byte(i - 1) >= 0x30, text.byte(i - 1) <= 0x39 { i -= 1 }
    return i < span.upper && i > span.lower && text.byte(i - 1) == 0x2D
  }

  private static func hasComma(between lower: Int, and upper: Int, _ text: SectionContext) -> Bool {
    guard upper > lower else { return false }
    for i in lower..<upper where text.byte(i) == 0x2C || text.byte(i) >= 0xE2 { return true }
    return false
  }

  private static func empty(_ offset: Int) -> Span { Span(offset, offset) }
}
