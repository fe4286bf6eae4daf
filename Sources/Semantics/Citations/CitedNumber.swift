internal import Syntax
internal import TextModel

/// The number of a cited text, in the forms of each kind.
struct CitedNumber {
  /// Index of its first token.
  var start: Int
  /// Index of the token behind it.
  var end: Int
  /// Where the number proper begins, behind `ITU-R` or `A/RES/`.
  var proper: Int
  var body: CitedBody?
  var defects: Citation.Defects = []
  /// `70/125`, as opposed to `71`.
  var isPair = false
  /// `BT.1206`, as opposed to `7`.
  var isSeries = false

  init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
    proper = start
  }
}

struct CitedNumberReader {
  let run: TokenRun
  let words: CitationWords
  let text: CitationText

  // MARK: - Resolutions and their like

  /// `71`, `61-2`, `ITU-R 61-2`, `70/125`, `72/266B`, `A/RES/70/1`, `COM6/4`, `[AFCP-1]`, `D.50`.
  /// - Parameter series: a recommendation of a series stands before it in the list.
  func text(at i: Int, _ kind: Citation.Kind, series: CitedBody? = nil) -> CitedNumber? {
    let token = run[i]
    if token.isMark(0x5B) { return bracketed(at: i) }
    if token.kind == .word {
      if let sector = sector(token) { return prefixed(at: i, sector, kind) }
      if let symbol = symbol(at: i) { return symbol }
      if let stage = stage(at: i) { return stage }
      if kind == .recommendation, let end = seriesEnd(at: i) {
        var number = CitedNumber(i, end)
        number.body = series ?? leadingSector(before: i)
        number.isSeries = true
        if number.body == nil { return nil }
        if series == nil { number.defects.insert(.seriesOrder) }
        return number
      }
      return isNumberWithLetter(token) && !isDotted(i) ? CitedNumber(i, i + 1) : nil
    }
    guard token.kind == .number, token.length <= 4, token.hash > 0 else { return nil }
    if let end = pairEnd(at: i) {
      var number = CitedNumber(i, end)
      number.isPair = true
      return number
    }
    if isGlued(i + 1), run[i + 1].kind == .dash, isGlued(i + 2), run[i + 2].kind == .number,
      run[i + 2].length <= 4
    {
      return CitedNumber(i, i + 3)
    }
    if run[i + 1].isMark(0x25) || isDotted(i) { return nil }
    return CitedNumber(i, i + 1)
  }

  /// `1bis.2.1` is the label of a section.
  private func isDotted(_ i: Int) -> Bool {
    run[i + 1].isMark(0x2E) && isGlued(i + 1) && isGlued(i + 2)
      && (run[i + 2].kind == .number || isNumberWithLetter(run[i + 2]))
  }

  private func sector(_ token: Token) -> CitedBody? {
    if token.hash == words.ituR { return .ituR }
    if token.hash == words.ituT { return .ituT }
    return token.hash == words.ituD ? .ituD : nil
  }

  /// `ITU-T Recommendation X.509`
  private func leadingSector(before number: Int) -> CitedBody? { sector(run[number - 2]) }

  private func prefixed(at i: Int, _ sector: CitedBody, _ kind: Citation.Kind) -> CitedNumber? {
    if kind == .recommendation {
      guard let end = seriesEnd(at: i + 1) else { return nil }
      var number = CitedNumber(i, end)
      number.proper = i + 1
      number.body = sector
      number.isSeries = true
      return number
    }
    guard run[i + 1].kind == .number, run[i + 1].length <= 3 else { return nil }
    var end = i + 2
    if isGlued(end), run[end].kind == .dash, isGlued(end + 1), run[end + 1].kind == .number {
      end += 2
    }
    var number = CitedNumber(i, end)
    number.proper = i + 1
    number.body = sector == .ituR ? .radioAssembly : sector
    return number
  }

  /// `M.1343`, `S.1503-2`, `G.9903`, `X.1255`
  private func seriesEnd(at i: Int) -> Int? {
    guard run[i].kind == .word, run[i].flags.contains(.capitals), run[i].length <= 3,
      run[i + 1].isMark(0x2E), isGlued(i + 1), isGlued(i + 2)
    else { return nil }
    guard run[i + 2].kind == .number || isNumberWithLetter(run[i + 2]) else { return nil }
    var end = i + 3
    while isGlued(end), isGlued(end + 1), run[end].isMark(0x2E) || run[end].kind == .dash,
      run[end + 1].kind == .number || isNumberWithLetter(run[end + 1])
    {
      end += 2
    }
    return end
  }

  /// `70/125`
  private func pairEnd(at i: Int) -> Int? {
    guard run[i + 1].isMark(0x2F), isGlued(i + 1), isGlued(i + 2), run[i + 2].length <= 6 else {
      return nil
    }
    let second = run[i + 2]
    guard second.kind == .number || isNumberWithLetter(second) else { return nil }
    return i + 3
  }

  /// `A/RES/70/1`, `A/70/125`, `S/RES/1985`
  func symbol(at i: Int) -> CitedNumber? {
    let first = run[i]
    guard first.flags.contains(.capital), first.length == 1, run[i + 1].isMark(0x2F),
      isGlued(i + 1), isGlued(i + 2)
    else { return nil }
    let organ: CitedBody
    switch text.byte(Int(first.start)) {
    case 0x41: organ = .generalAssembly
    case 0x45: organ = .economicAndSocial
    case 0x53: organ = .security
    default: return nil
    }
    var proper = i + 2
    let named = run[proper].hash == words.res && run[proper].kind == .word
    if named { proper += 2 }
    guard run[proper].kind == .number, run[proper - 1].isMark(0x2F) else { return nil }
    var end = proper + 1
    if let pair = pairEnd(at: proper) { end = pair }
    var number = CitedNumber(i, end)
    number.proper = proper
    number.body = organ
    number.isPair = end > proper + 1
    number.defects.insert(named ? .resolutionSymbol : .documentSymbol)
    return number
  }

  /// Numbers given while a conference sits: `COM6/4`, `PLEN/1`.
  private func stage(at i: Int) -> CitedNumber? {
    let token = run[i]
    guard run[i + 1].isMark(0x2F), isGlued(i + 1), isGlued(i + 2), run[i + 2].kind == .number
    else { return nil }
    let isCommittee =
      token.length == 4 && token.flags.contains(.special) && text.byte(Int(token.start)) == 0x43
    guard words.stages.contains(token.hash) || isCommittee else { return nil }
    return CitedNumber(i, i + 3)
  }

  /// `[AFCP-1]`, `[B/CAN/USA-2]`
  private func bracketed(at i: Int) -> CitedNumber? {
    for j in (i + 1)..<(i + 9) {
      if run[j].isMark(0x5D) {
        let last = run[j - 1]
        guard j > i + 1, last.flags.contains(.special) || last.kind == .number else { return nil }
        return CitedNumber(i, j + 1)
      }
      if j > i + 1, !isGlued(j) { return nil }
    }
    return nil
  }

  // MARK: - Parts of texts

  /// `81`, `184A`, `5.537A`, `9.7`, `22.5C`; a range is one number.
  func provision(at i: Int) -> CitedNumber? {
    guard var end = dotted(at: i) else { return nil }
    if isRange(end), let last = dotted(at: end + 1) { end = last }
    return CitedNumber(i, end)
  }

  private func dotted(at i: Int) -> Int? {
    guard run[i].kind == .number && run[i].length <= 4 || isNumberWithLetter(run[i]) else {
      return nil
    }
    var end = i + 1
    while run[end].isMark(0x2E), isGlued(end), isGlued(end + 1),
      run[end + 1].kind == .number || isNumberWithLetter(run[end + 1])
    {
      end += 2
    }
    if isGlued(end), run[end].kind == .word, words.insertions.contains(run[end].hash) { end += 1 }
    return end
  }

  /// A dash glued on both sides; a free one begins a page number or an insertion.
  private func isRange(_ dash: Int) -> Bool {
    run[dash].kind == .dash && isGlued(dash) && isGlued(dash + 1)
  }

  /// `64`, `113-118`, `78 a)`, `102b)`, `102 (b)`, `78a`, `6.5`, `35 a) - e)`.
  func paragraph(at i: Int) -> CitedNumber? {
    guard var end = dotted(at: i) else { return nil }
    if let after = letter(at: end, glued: run[end - 1]) { end = after }
    if isRange(end), let last = dotted(at: end + 1) {
      end = letter(at: last, glued: run[last - 1]) ?? last
    } else if run[end].kind == .dash, run[end + 1].kind == .word, run[end + 1].length == 1,
      run[end + 2].isMark(0x29)
    {
      end += 3
    }
    return CitedNumber(i, end)
  }

  /// The letter behind a number: ` a)`, `(b)`, or the bracket that closes `78a)`.
  private func letter(at i: Int, glued last: Token) -> Int? {
    if run[i].isMark(0x28), run[i + 1].kind == .word, run[i + 1].length <= 3,
      run[i + 2].isMark(0x29)
    {
      return i + 3
    }
    if run[i].kind == .word, run[i].length <= 3, !run[i].flags.contains(.capital),
      run[i + 1].isMark(0x29), !run[i + 1].hasSpaceBefore
    {
      return i + 2
    }
    if run[i].isMark(0x29), isGlued(i), last.kind == .word { return i + 1 }
    return nil
  }

  /// `C2`
  func actionLine(at i: Int) -> CitedNumber? {
    let token = run[i]
    guard token.kind == .word, token.flags.contains(.special),
      token.length == 2 || token.length == 3
    else { return nil }
    let first = text.byte(Int(token.start))
    guard first == 0x43 || first == 0x63 else { return nil }
    let digits = (1..<Int(token.length)).lazy.map { text.byte(Int(token.start) + $0) }
    guard digits.first != 0x30, CitationText.value(digits) != nil,
      !run[i + 1].isMark(0x2F)
    else { return nil }
    return CitedNumber(i, i + 1)
  }

  /// `C07/21`, `PP-18/46`, `42-E`, `A/70/125`, `16/42(Add.1)`: all that stands without a blank.
  func document(at i: Int) -> CitedNumber? {
    var end = i
    var digits = false
    while end < i + 16 {
      let token = run[end]
      if end > i, token.hasSpaceBefore { break }
      if token.kind == .number {
        digits = true
      } else if token.kind == .word {
        digits = digits || token.flags.contains(.special)
      } else if token.kind == .dash || token.isMark(0x2F) || token.isMark(0x2E) {
        let next = run[end + 1]
        if end == i || next.hasSpaceBefore || next.kind != .word && next.kind != .number { break }
      } else if token.isMark(0x28), end > i, run[end + 1].kind == .word,
        let close = (end...(end + 5)).first(where: { run[$0].isMark(0x29) })
      {
        end = close
      } else {
        break
      }
      end += 1
    }
    guard digits, end > i else { return nil }
    return CitedNumber(i, end)
  }

  /// `1`, `14A`, `XV`
  func article(at i: Int) -> CitedNumber? {
    if let plain = provision(at: i) { return plain }
    return isRoman(run[i]) ? CitedNumber(i, i + 1) : nil
  }

  /// `2`, `A`, `IV`
  func annex(at i: Int) -> CitedNumber? {
    if run[i].kind == .number, run[i].length <= 3 { return CitedNumber(i, i + 1) }
    if isRoman(run[i]) { return CitedNumber(i, i + 1) }
    if run[i].kind == .word, run[i].length == 1, run[i].flags.contains(.capital),
      text.byte(Int(run[i].start)) <= 0x48
    {
      return CitedNumber(i, i + 1)
    }
    return nil
  }

  func isRoman(_ token: Token) -> Bool {
    guard token.kind == .word, token.flags.contains(.capitals), token.length <= 7 else {
      return false
    }
    return (0..<Int(token.length)).allSatisfy {
      switch text.byte(Int(token.start) + $0) {
      case 0x49, 0x56, 0x58, 0x4C, 0x43: true
      default: false
      }
    }
  }

  /// `66B`, `184A`, `5bis`, not `2nd`.
  func isNumberWithLetter(_ token: Token) -> Bool {
    // A word with a digit in it is marked as special.
    guard token.kind == .word, token.length <= 8, token.flags.contains(.special) else {
      return false
    }
    let start = Int(token.start)
    var at = start
    while at < token.end, isASCIIDigit(text.byte(at)) { at += 1 }
    guard at > start, at - start <= 4, at < token.end else { return false }
    let rest = token.end - at
    let first = text.byte(at)
    if rest == 1 { return isASCIILetter(first) }
    let second = text.byte(at + 1)
    if rest == 2 { return isASCIIUpper(first) && isASCIIUpper(second) }
    guard rest == 3 else { return false }
    let third = text.byte(at + 2)
    return first == 0x62 && second == 0x69 && third == 0x73  // bis
      || first == 0x74 && second == 0x65 && third == 0x72  // ter
  }

  private func isGlued(_ i: Int) -> Bool { !run[i].hasSpaceBefore && run[i].length > 0 }
}
