internal import Grammar
internal import TextModel

/// Reads the lines that name a text: titles, annex titles, sections, proposal marks.
/// Forms: CONVENTIONS 1.1, 1.2 and 1.10.
struct TitleReader {
  let view: ByteView
  let line: LineShape
  /// A blank line or the start of the text stands before.
  let afterBlank: Bool

  private var limit: Int { line.contentEnd }

  /// Whether the line stands out: a heading mark, emphasis, or blank lines around it.
  private var standsOut: Bool { line.hashes > 0 || line.emphasis > 1 || afterBlank }

  func read() -> (Block.Kind, TitleShape)? {
    let first = view[line.content]
    guard isASCIIUpper(first) || first == 0x28 else { return nil }
    switch first {
    case 0x52, 0x44, 0x4F, 0x57, 0x43, 0x50, 0x4D, 0x53, 0x4E, 0x41, 0x28:
      // R D O W C P M S N A (
      if let annex = annex() { return annex }
      if let mark = proposal() { return (.proposal, mark) }
      if let title = title() { return (.title, title) }
      return nil
    default: return nil
    }
  }

  // MARK: - Titles

  private static let before: [StaticString] = [
    "(mod) ", "mod ", "add ", "sup ", "noc ", "draft ", "new ", "revised ", "wtsa ", "wtdc ",
    "pp ", "council ", "itu ", "radiocommunication assembly ",
  ]

  private static let nouns: [(StaticString, TitleShape.Noun)] = [
    ("resolution", .resolution), ("decision", .decision), ("recommendation", .recommendation),
    ("opinion", .opinion),
  ]

  private func title() -> TitleShape? {
    var i = line.content
    var draft = false
    var again = true
    while again {
      again = false
      for word in Self.before where view.matchesFolded(word, at: i) {
        if view.matchesFolded("draft ", at: i) { draft = true }
        i = LineShape.skipBlanks(view, i + word.utf8CodeUnitCount, limit)
        again = true
      }
    }
    if i == line.content, let book = councilBook() { return book }
    for (word, noun) in Self.nouns where view.matchesFolded(word, at: i) {
      let end = i + word.utf8CodeUnitCount
      let blanks = LineShape.blankLength(view, end)
      guard blanks > 0 || view[end] == 0x5B else { return nil }
      let allCapitals = isASCIIUpper(view[i + 1])
      guard isASCIIUpper(view[i]) else { return nil }
      return number(noun, Span(i, end), allCapitals: allCapitals, draft: draft)
    }
    return nil
  }

  private func number(_ noun: TitleShape.Noun, _ nounSpan: Span, allCapitals: Bool, draft: Bool)
    -> TitleShape?
  {
    var i = LineShape.skipBlanks(view, nounSpan.upper, limit)
    var form = draft ? TitleShape.Form.draft : .bare
    if view.matchesFolded("itu-r ", at: i) {
      form = .assembly
      i = LineShape.skipBlanks(view, i + 6, limit)
    } else if view.matchesFolded("itu-t ", at: i) || view.matchesFolded("itu-d ", at: i) {
      i = LineShape.skipBlanks(view, i + 6, limit)
    }
    if view.matchesFolded("no.", at: i) { i = LineShape.skipBlanks(view, i + 3, limit) }
    let numberStart = i
    if view[i] == 0x5B {
      while i < limit, view[i] != 0x5D { i += 1 }
      i = min(limit, i + 1)
      form = .draft
    } else {
      while i < limit,
        isASCIILetter(view[i]) || isASCIIDigit(view[i]) || view[i] == 0x2D
          || view[i] == 0x2F
      {
        i += 1
      }
    }
    let number = Span(numberStart, i)
    guard number.count > 0, number.count < 40, hasDigit(number) || isPlaceholder(number) else {
      return nil
    }
    var shape = TitleShape(
      noun: noun, nounSpan: nounSpan, number: number, bracket: .none, place: .none, year: .none,
      yearValue: 0, revision: .none, span: Span(line.content, limit), form: form, formula: -1,
      rest: .none)
    i = skipFootnoteMark(i)
    i = LineShape.skipBlanks(view, i, limit)
    if view[i] == 0x28, i < limit {
      let end = closingParenthesis(i)
      readBracket(Span(i, end), into: &shape)
      i = LineShape.skipBlanks(view, skipFootnoteMark(end), limit)
    }
    while i < limit, view[i] == 0x2A { i += 1 }
    shape.rest = Span(i, limit)
    let malformed =
      shape.bracket.isEmpty && i < limit
      && (view.matchesFolded("rev", at: i) || startsWithPlace(i))
    if !shape.rest.isEmpty {
      shape.span = Span(line.content, max(shape.bracket.upper, shape.number.upper))
      // Behind a bracket a converter may have glued the subject; behind a number alone the line is
      // a sentence.
      guard allCapitals, !shape.bracket.isEmpty || malformed else { return nil }
      if malformed { shape.span = Span(line.content, limit) }
      if !malformed, !isASCIIUpper(view[i]), view[i] != 0x22, view[i] < 0x80 { return nil }
    }
    if !allCapitals {
      guard standsOut, shape.rest.isEmpty || malformed else { return nil }
      guard line.hashes > 0 || !shape.bracket.isEmpty || draft || form == .assembly else {
        return nil
      }
    }
    return shape
  }

  /// Where sessions were held, small ASCII letters.
  private static let places: [[UInt8]] = Set(
    Session.all.compactMap { $0.place?.lowercased() }.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
  ).map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }

  /// A place where a session was held stands there, and a year behind it: `Dubai, 2018`.
  private func startsWithPlace(_ start: Int) -> Bool {
    for place in Self.places {
      var i = start
      for byte in place {
        guard i < limit, asciiLower(view[i]) == byte else { break }
        i += 1
      }
      guard i - start == place.count, !isASCIILetter(view[i]) else { continue }
      while i < limit, !isASCIILetter(view[i]), !isASCIIDigit(view[i]) { i += 1 }
      if isASCIIDigit(view[i]), i < limit { return true }
    }
    return false
  }

  /// `R 1282` or `D 495` of the Council's collected resolutions, the subject behind it.
  private func councilBook() -> TitleShape? {
    let first = view[line.content]
    guard first == 0x52 || first == 0x44 else { return nil }
    let blanks = LineShape.blankLength(view, line.content + 1)
    guard blanks > 0 else { return nil }
    let start = line.content + 1 + blanks
    var i = start
    while i < limit, isASCIIDigit(view[i]) { i += 1 }
    guard i - start >= 3, i - start <= 4 else { return nil }
    // A gap wider than a word space, or emphasis around the number, sets it in the margin.
    let emphasised = line.emphasis > 0 && (view[i] == 0x2A || i >= limit)
    var gap = i
    while view[gap] == 0x2A { gap += 1 }
    let rest = LineShape.skipBlanks(view, gap, limit)
    guard emphasised || rest - gap > 1 || view[gap] == 0x09 || i >= limit else { return nil }
    return TitleShape(
      noun: first == 0x52 ? .resolution : .decision,
      nounSpan: Span(line.content, line.content + 1), number: Span(start, i), bracket: .none,
      place: .none, year: .none, yearValue: 0, revision: .none, span: Span(line.content, i),
      form: .councilBook, formula: -1, rest: Span(rest, limit))
  }

  private func hasDigit(_ span: Span) -> Bool {
    for i in span.range where isASCIIDigit(view[i]) { return true }
    return false
  }

  private func isPlaceholder(_ span: Span) -> Bool {
    for i in span.range where asciiLower(view[i]) != 0x78 && view[i] != 0x5B { return false }
    return true
  }

  private func skipFootnoteMark(_ start: Int) -> Int {
    var i = start
    if view.matches("[footnoteRef:", at: i) || view.matches("[^", at: i) {
      while i < limit, view[i] != 0x5D { i += 1 }
      return min(limit, i + 1)
    }
    if view.matchesFolded("<sup>", at: i) {
      while i < limit, !view.matchesFolded("</sup>", at: i) { i += 1 }
      return min(limit, i + 6)
    }
    return start
  }

  private func closingParenthesis(_ start: Int) -> Int {
    var depth = 0
    var i = start
    while i < limit {
      if view[i] == 0x28 { depth += 1 }
      if view[i] == 0x29 {
        depth -= 1
        if depth == 0 { return i + 1 }
      }
      i += 1
    }
    return limit
  }

  func readBracket(_ bracket: Span, into shape: inout TitleShape) {
    BracketReader(view: view).read(bracket, into: &shape)
  }

  // MARK: - Annexes and sections

  private func annex() -> (Block.Kind, TitleShape)? {
    for (word, kind) in Self.annexNouns where view.matchesFolded(word, at: line.content) {
      let end = line.content + word.utf8CodeUnitCount
      let allCapitals = isASCIIUpper(view[line.content + 1])
      guard isASCIIUpper(view[line.content]), !isASCIILetter(view[end]) else { return nil }
      var i = LineShape.skipBlanks(view, end, limit)
      var number = Span.none
      if i < limit, !view.matchesFolded("to ", at: i), view[i] != 0x28 {
        let start = i
        while i < limit, isASCIILetter(view[i]) || isASCIIDigit(view[i]) || view[i] == 0x2A {
          i += 1
        }
        guard i > start, i - start <= 8 else { return nil }
        number = Span(start, i)
        guard hasDigit(number) || isLabelLike(number) else { return nil }
        i = LineShape.skipBlanks(view, i, limit)
      }
      guard kind == .annexTitle || !number.isEmpty else { return nil }
      var shape = TitleShape(
        noun: kind == .annexTitle ? .annex : .section, nounSpan: Span(line.content, end),
        number: number, bracket: .none, place: .none, year: .none, yearValue: 0, revision: .none,
        span: Span(line.content, limit), form: .bare, formula: -1, rest: .none)
      if i >= limit {
        return allCapitals || standsOut ? (kind, shape) : nil
      }
      if kind == .sectionTitle {
        shape.rest = Span(i, limit)
        let dash = view[i] == 0x2D || view[i] == 0xE2 || view[i] == 0x3A
        return dash && (allCapitals || standsOut) ? (kind, shape) : nil
      }
      return owner(i, allCapitals: allCapitals, shape).map { (kind, $0) }
    }
    return nil
  }

  private static let annexNouns: [(StaticString, Block.Kind)] = [
    ("annex", .annexTitle), ("appendix", .annexTitle), ("attachment", .annexTitle),
    ("section", .sectionTitle), ("part", .sectionTitle),
  ]

  private func isLabelLike(_ span: Span) -> Bool {
    var roman = true
    for i in span.range {
      let byte = asciiLower(view[i])
      if byte != 0x69, byte != 0x76, byte != 0x78 { roman = false }
    }
    return span.count == 1 || roman
  }

  /// `TO RESOLUTION 48 (REV. DUBAI, 2018)`, `(to Resolution 1)`.
  private func owner(_ start: Int, allCapitals: Bool, _ bare: TitleShape) -> TitleShape? {
    var shape = bare
    var i = start
    let open = view[i] == 0x28
    if open { i += 1 }
    guard view.matchesFolded("to ", at: i) else {
      // "ANNEX 1 Terms of reference": the annex's subject on the same line.
      guard allCapitals || line.hashes > 0, isASCIIUpper(view[i]) || view[i] >= 0xC2 else {
        return nil
      }
      shape.rest = Span(start, limit)
      shape.span = Span(line.content, LineShape.trimmedEnd(view, from: line.content, to: start))
      return shape
    }
    i = LineShape.skipBlanks(view, i + 3, limit)
    for word in Self.before where view.matchesFolded(word, at: i) {
      i += word.utf8CodeUnitCount
    }
    for (word, _) in Self.nouns where view.matchesFolded(word, at: i) {
      let end = i + word.utf8CodeUnitCount
      guard LineShape.blankLength(view, end) > 0 else { return nil }
      let inner = TitleReader(
        view: view, line: line, afterBlank: true)
      var reader = inner.line
      reader.content = i
      let title = TitleReader(view: view, line: reader, afterBlank: true).number(
        .resolution, Span(i, end), allCapitals: true, draft: false)
      guard let title else { return nil }
      if !allCapitals, !standsOut { return nil }
      if !allCapitals, !title.rest.isEmpty, !open { return nil }
      shape.bracket = title.bracket
      shape.place = title.place
      shape.year = title.year
      shape.yearValue = title.yearValue
      shape.revision = title.revision
      // The number of the resolution stands in `rest` for the rules to compare.
      shape.rest = title.number
      shape.form = title.form
      shape.span = Span(line.content, max(title.bracket.upper, title.number.upper))
      return shape
    }
    return nil
  }

  // MARK: - Proposal marks

  private static let marks: [StaticString] = ["(MOD)", "ADD", "MOD", "SUP", "NOC", "OTHER"]

  /// The symbol alone, with its number behind it, or (in converted text) glued to it.
  private func proposal() -> TitleShape? {
    guard let end = Self.markEnd(view, at: line.content) else { return nil }
    let number = Span(LineShape.skipBlanks(view, afterEmphasis(end), limit), limit)
    if !number.isEmpty {
      guard isProposalNumber(number) else { return nil }
    }
    return Self.mark(Span(line.content, end), number: number, whole: Span(line.content, limit))
  }

  /// A proposal's mark with its number, which in converted text looks like a running head.
  var isNumberedMark: Bool { proposal().map { !$0.number.isEmpty } ?? false }

  private static func mark(_ symbol: Span, number: Span, whole: Span) -> TitleShape {
    TitleShape(
      noun: .proposal, nounSpan: symbol, number: number, bracket: .none, place: .none, year: .none,
      yearValue: 0, revision: .none, span: whole, form: .bare, formula: -1, rest: .none)
  }

  /// The symbol that a title line begins with: `MOD RESOLUTION 140 (Rev. Dubai, 2018)`.
  static func mark(before title: TitleShape, in view: ByteView) -> TitleShape? {
    guard let end = markEnd(view, at: title.span.lower), end < title.nounSpan.lower,
      LineShape.blankLength(view, end) > 0
    else { return nil }
    let symbol = Span(title.span.lower, end)
    return mark(symbol, number: .none, whole: symbol)
  }

  /// Behind a symbol, with the star of a text that is moved (`ADD*`); `nil` where there is none.
  private static func markEnd(_ view: ByteView, at start: Int) -> Int? {
    for mark in marks where view.matches(mark, at: start) {
      let end = start + mark.utf8CodeUnitCount
      return view[end] == 0x2A && view[end + 1] != 0x2A ? end + 1 : end
    }
    return nil
  }

  /// Behind the marks of emphasis that end with the symbol: `**NOC** SEN/56/4`.
  private func afterEmphasis(_ end: Int) -> Int {
    guard line.emphasis > 0 else { return end }
    var i = end
    while i < limit, view[i] == 0x2A || view[i] == 0x5F { i += 1 }
    return i
  }

  /// `AFCP/42A1/1`: sponsor, document, running number; a system for proposals adds its own number
  /// (`#50001`).
  private func isProposalNumber(_ span: Span) -> Bool {
    var slashes = 0
    for i in span.range {
      let byte = view[i]
      if byte == 0x23, slashes >= 2, isASCIIDigit(view[i + 1]) { continue }
      if byte == 0x2F {
        slashes += 1
      } else if !isASCIIUpper(byte), !isASCIIDigit(byte), byte != 0x2D, byte != 0x2A {
        return false
      }
    }
    return slashes >= 2 && span.count < 60
  }
}
