internal import TextModel

/// Reads what stands in a title's or a formula's bracket: `Rev. Dubai, 2018`, `REV.WRC-15`, `C07`.
struct BracketReader {
  let view: ByteView

  /// - Parameter bracket: from `(` to behind `)`; the closing one may be missing.
  func read(_ bracket: Span, into shape: inout TitleShape) {
    shape.bracket = bracket
    var i = bracket.lower + 1
    let closed = bracket.upper > i && view[bracket.upper - 1] == 0x29
    let end = closed ? bracket.upper - 1 : bracket.upper
    i = LineShape.skipBlanks(view, i, end)
    if view.matchesFolded("rev", at: i), !isASCIILower(asciiLower(view[i + 3])) {
      var stop = i + 3
      if view[stop] == 0x2E { stop += 1 }
      shape.revision = Span(i, stop)
      i = LineShape.skipBlanks(view, stop, end)
    }
    if namesRadioConference(at: i) {
      shape.form = .wrc
      let digits = trailingDigits(to: end)
      shape.year = digits
      let value = number(digits)
      shape.yearValue = value < 100 ? (value > 80 ? 1900 + value : 2000 + value) : value
      return
    }
    if asciiLower(view[i]) == 0x63, councilYear(from: i, to: end, into: &shape) { return }
    let digits = trailingDigits(to: LineShape.trimmedEnd(view, from: i, to: end))
    guard digits.count >= 4 else {
      shape.place = Span(i, LineShape.trimmedEnd(view, from: i, to: end))
      return
    }
    shape.year = digits
    shape.yearValue = digits.count == 4 ? number(digits) : 0
    var placeEnd = LineShape.trimmedEnd(view, from: i, to: digits.lower)
    if placeEnd > i, view[placeEnd - 1] == 0x2C { placeEnd -= 1 }
    shape.place = Span(i, LineShape.trimmedEnd(view, from: i, to: placeEnd))
    if shape.form == .bare { shape.form = .sessions }
  }

  /// `WRC-15`, and what radio conferences were called before: `WARC-92`, `ORB-88`, `MOB-87`.
  private func namesRadioConference(at start: Int) -> Bool {
    for name in ["wrc", "warc", "orb-", "mob-"] as [StaticString]
    where view.matchesFolded(name, at: start) {
      return true
    }
    return false
  }

  /// `C07`, `C-2000`, `C11, last amended C19`, `Council 2010`.
  private func councilYear(from start: Int, to end: Int, into shape: inout TitleShape) -> Bool {
    var i = start + 1
    if view.matchesFolded("council ", at: start) { i = start + 8 }
    if view[i] == 0x2D { i += 1 }
    let first = i
    while i < end, isASCIIDigit(view[i]) { i += 1 }
    guard i - first == 2 || i - first == 4, i == end || view[i] == 0x2C else { return false }
    shape.year = Span(first, i)
    let value = number(shape.year)
    shape.yearValue = value < 100 ? (value > 46 ? 1900 + value : 2000 + value) : value
    shape.form = shape.form == .councilBook ? .councilBook : .council
    return true
  }

  private func trailingDigits(to end: Int) -> Span {
    var i = end
    while i > 0, isASCIIDigit(view[i - 1]) { i -= 1 }
    return Span(i, end)
  }

  private func number(_ span: Span) -> Int {
    var value = 0
    for i in span.range where value < 1_000_000 {
      value = value * 10 + Int(view[i] &- 0x30)
    }
    return value
  }
}
