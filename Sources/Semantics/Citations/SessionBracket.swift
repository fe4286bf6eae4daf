internal import Syntax

/// The bracket behind a number that names the session of an edition: `(Rev. Dubai, 2018)`,
/// `(Rev.WRC-15)`, `(2016, last amended 2017)`, `(C07)`, `(05/2013)` (CONVENTIONS 2).
struct SessionBracket {
  /// Index of the token behind `)`.
  var end = 0
  var span = Span.none
  var place: String?
  var placeKey: UInt32 = 0
  var placeSpan = Span.none
  var year: Int?
  var yearSpan = Span.none
  var revised = false
  var revisionSpan = Span.none
  var defects: Citation.Defects = []
  /// The body that alone writes its sessions in this form.
  var body: CitedBody?

  /// - Parameter open: index of `(`.
  /// - Returns: `nil` where the bracket holds anything but a session.
  static func read(_ open: Int, _ run: TokenRun, _ words: CitationWords, _ text: CitationText)
    -> SessionBracket?
  {
    guard run[open].isMark(0x28), let close = closing(open, run) else { return nil }
    var reader = Reader(run: run, words: words, text: text, close: close)
    guard reader.read(from: open + 1) else { return nil }
    reader.found.end = close + 1
    reader.found.span = run.span(open, close + 1)
    // A blank before a comma or a closing bracket is wrong in any text and told by another rule.
    if !run[open].hasSpaceBefore || run[open + 1].hasSpaceBefore {
      reader.found.defects.insert(.spacing)
    }
    return reader.found
  }

  /// A session takes few words.
  private static func closing(_ open: Int, _ run: TokenRun) -> Int? {
    for i in (open + 1)..<(open + 16) {
      if run[i].isMark(0x29) { return i > open + 1 ? i : nil }
      if run[i].isMark(0x28) || run[i].isMark(0x3B) { return nil }
    }
    return nil
  }

  private struct Reader {
    let run: TokenRun
    let words: CitationWords
    let text: CitationText
    let close: Int
    var found = SessionBracket()

    mutating func read(from start: Int) -> Bool {
      var i = start
      if run[i].kind == .word, run[i].hash == words.modified {
        found.revised = true
        found.revisionSpan = run[i].span
        return year(at: i + 1, council: true)
      }
      if gluedSession(i) { return i + 1 == close }
      readRevision(&i)
      if let (year, next) = radioSession(at: i) {
        found.body = .radioConference
        found.year = year
        found.yearSpan = run.span(i, next)
        return radioTail(next)
      }
      if let year = councilSession(run[i]) {
        found.year = year
        found.yearSpan = run[i].span
        found.body = .council
        return councilTail(i + 1)
      }
      if run[i].kind == .word, run[i].hash == words.council {
        return year(at: i + 1, council: true)
      }
      if run[i].kind == .number { return figures(at: i) }
      return placeAndYear(from: i)
    }

    /// `RevWRC-15`: without its stop the mark is one word with the session.
    private mutating func gluedSession(_ i: Int) -> Bool {
      guard run[i].kind == .word, run[i].length > 8 else { return false }
      let word = text.string(run[i].span)
      let rest = word.dropFirst(3)
      guard word.prefix(3).lowercased() == "rev", let year = CitationText.sessionYear(rest.utf8)
      else { return false }
      let start = Int(run[i].start)
      found.revised = true
      found.revisionSpan = Span(start, start + 3)
      found.defects.insert(.revisionStop)
      found.body = .radioConference
      found.year = year
      found.yearSpan = Span(start + 3, run[i].end)
      return true
    }

    private mutating func readRevision(_ i: inout Int) {
      guard run[i].kind == .word, run[i].hash == words.revision else { return }
      found.revised = true
      found.revisionSpan = run[i].span
      if run[i].flags.contains(.capitals) { found.defects.insert(.revisionCase) }
      i += 1
      if run[i].isMark(0x2E) {
        found.revisionSpan = run.span(i - 1, i + 1)
        i += 1
      } else {
        found.defects.insert(.revisionStop)
      }
    }

    // MARK: - Radio conferences

    private func radioSession(at i: Int) -> (year: Int, next: Int)? {
      guard run[i].kind == .word, run[i].flags.contains(.capitals) else { return nil }
      if run[i].hash == words.wrc, run[i + 1].kind == .number, run[i + 1].length == 2 {
        return (CitationText.fullYear(Int(run[i + 1].hash)), i + 2)
      }
      guard let year = text.sessionTokenYear(run[i]) else { return nil }
      return (year, i + 1)
    }

    private mutating func radioTail(_ next: Int) -> Bool {
      let first = text.string(found.yearSpan)
      if found.revised, !found.revisionSpan.isEmpty,
        found.revisionSpan.upper < found.yearSpan.lower
      {
        found.defects.insert(.radioSpace)
      }
      let digits = first.utf8.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      if first.hasPrefix("WRC"), !first.hasPrefix("WRC-") || digits == 4 && first != "WRC-2000" {
        found.defects.insert(.radioToken)
      }
      // `(WARC-79, Rev.WRC-97)`
      var i = next
      while run[i].isMark(0x2C) || run[i].hash == words.and, i < close {
        i += 1
        readRevision(&i)
        guard let (year, after) = radioSession(at: i) else { return false }
        found.year = year
        found.yearSpan = run.span(i, after)
        i = after
      }
      return i == close
    }

    // MARK: - The Council

    /// `C07`, `C-2000`, `C2000`
    private func councilSession(_ token: Token) -> Int? {
      guard token.kind == .word, token.flags.contains(.capital), token.length <= 6,
        text.byte(Int(token.start)) == 0x43
      else { return nil }
      let digits = text.string(token.span).utf8.dropFirst().drop { $0 == 0x2D }
      guard digits.count == 2 || digits.count == 4, let value = CitationText.value(digits) else {
        return nil
      }
      return CitationText.fullYear(value)
    }

    /// `, last amended C19`, `, amended 2017`, and nothing else.
    private mutating func councilTail(_ start: Int) -> Bool {
      var i = start
      guard i < close else { return true }
      guard run[i].isMark(0x2C) else { return false }
      i += 1
      if run[i].hash == words.last { i += 1 }
      guard run[i].hash == words.modified || run[i].hash == words.amended else { return false }
      found.revised = true
      found.revisionSpan = run[i].span
      i += 1
      if let year = councilSession(run[i]) {
        found.year = year
        found.yearSpan = run[i].span
        return i + 1 == close
      }
      return year(at: i, council: true)
    }

    private mutating func year(at i: Int, council: Bool) -> Bool {
      guard run[i].kind == .number, i + 1 == close else { return false }
      if council { found.body = .council }
      return take(year: i)
    }

    /// The year of a session; two years run together give none.
    private mutating func take(year i: Int) -> Bool {
      if run[i].length == 4 {
        let value = Int(run[i].hash)
        guard value >= 1850, value < 2200 else { return false }
        found.year = value
        found.yearSpan = run[i].span
        return true
      }
      guard run[i].length == 8 else { return false }
      found.defects.insert(.mashed)
      found.yearSpan = run[i].span
      return true
    }

    /// `(2016)`, `(2016, last amended 2017)`, `(05/2013)`
    private mutating func figures(at i: Int) -> Bool {
      if run[i + 1].isMark(0x2F), run[i].length <= 2, run[i + 2].kind == .number {
        guard i + 3 == close else { return false }
        return take(year: i + 2)
      }
      guard take(year: i) else { return false }
      if found.defects.contains(.mashed) { return i + 1 == close }
      // The Security Council writes "(2014)" too, but never "Rev." or "last amended".
      if found.revised || i + 1 < close { found.body = .council }
      return councilTail(i + 1)
    }

    // MARK: - Place and year

    private mutating func placeAndYear(from start: Int) -> Bool {
      var i = start
      var name: UInt32 = 0
      while run[i].kind == .word, i < close {
        let token = run[i]
        guard token.flags.contains(.capital) || i > start && isInName(token) else { break }
        name = SessionIndex.join(name, token.hash)
        i += 1
      }
      guard i > start else { return isMash(start) }
      let nameEnd = i
      found.placeSpan = run.span(start, i)
      let comma = run[i].isMark(0x2C)
      if comma { i += 1 }
      guard run[i].kind == .number, i + 1 == close, run[i].length == 4, take(year: i) else {
        return isMash(start)
      }
      if !comma { found.defects.insert(.missingComma) }
      if comma, !run[i].hasSpaceBefore { found.defects.insert(.spacing) }
      if found.revised, !run[start].hasSpaceBefore { found.defects.insert(.spacing) }
      if isCapitals(start, nameEnd) { found.defects.insert(.placeCase) }
      if let known = words.sessions.place(name) {
        found.place = known.name
        found.placeKey = known.key
      } else {
        let written = text.folded(start, nameEnd)
        found.place =
          found.defects.contains(.placeCase) ? CitationText.capitalised(written) : written
      }
      return true
    }

    private func isInName(_ token: Token) -> Bool {
      words.particles.contains(token.hash) || token.length > 3 && token.flags.contains(.special)
        || text.string(token.span).utf8.prefix(3).elementsEqual("el-".utf8)
    }

    private func isCapitals(_ from: Int, _ to: Int) -> Bool {
      (from..<to).allSatisfy { run[$0].flags.contains(.capitals) && run[$0].length > 2 }
    }

    /// Old and new session run together by a lost tracked change: `Hammamet, 2016Dubai, 2012`.
    private mutating func isMash(_ start: Int) -> Bool {
      var years = 0
      var names = 0
      for i in start..<close {
        let token = run[i]
        if token.kind == .number {
          guard token.length >= 4, token.length <= 8 else { return false }
          years += token.length > 4 ? 2 : 1
        } else if token.kind == .word {
          if let first = text.leadingYear(token), first >= 1850 { years += 1 }
          guard token.flags.contains(.capital) || text.leadingYear(token) != nil else {
            return false
          }
          names += 1
        } else if !token.isMark(0x2C) {
          return false
        }
      }
      guard years == 2, names > 0 else { return false }
      found.defects = found.defects.union(.mashed)
      found.place = nil
      found.placeKey = 0
      found.year = nil
      return true
    }
  }
}
