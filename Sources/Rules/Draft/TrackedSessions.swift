internal import Grammar
internal import Syntax
internal import TextModel

/// Places, years and words of which the deleted and the inserted form stand run together:
/// `BusanDUBAI, 20142018`, `20112015`, `Hammamet, 2016Dubai, 2012` (CONVENTIONS 1.2).
///
/// Two known places, or two years, in one word leave no doubt. Two words run together do, since there
/// are names like that; they count only in a text that has the former.
struct TrackedSessions {
  struct Residue {
    var span: Span
    /// The two readings, the later session first where years tell which it is.
    var readings: [String]
    /// Years or sessions: nothing else can be meant.
    var isSure: Bool
  }

  /// In the order of the text; offsets count from the section.
  static func all(in text: SectionContext) -> [Residue] {
    var found: [Residue] = []
    for index in text.words.indices where text.words[index].hasNotes {
      let words = text.words[index]
      guard words.notes.contains(where: { $0.kind == .joint }) else { continue }
      var reader = JointReader(text.section, index)
      found += reader.read(words.notes)
    }
    guard found.contains(where: \.isSure) else { return [] }
    return found
  }
}

/// Reads the residues of one block.
private struct JointReader {
  private let tokens: TokenList
  private let bytes: [UInt8]
  private let start: Int
  /// First letters of two words just read, for their acronym behind them.
  private var initials: (UInt8, UInt8)?

  init(_ section: Section, _ block: Int) {
    tokens = section.blocks[block].tokens
    start = section.start(ofBlock: block)
    bytes = section.bytes
  }

  mutating func read(_ notes: [BlockWords.Note]) -> [TrackedSessions.Residue] {
    var found: [TrackedSessions.Residue] = []
    var end = 0
    for note in notes where note.kind == .joint && !note.isQuoted {
      let index = Int(note.token)
      guard index >= end, index < tokens.count,
        let (residue, next) = residue(at: index)
      else { continue }
      found.append(residue)
      end = next
      if let (letters, next) = acronym(after: next) {
        found.append(letters)
        end = next
      }
    }
    return found
  }

  private mutating func residue(at index: Int) -> (TrackedSessions.Residue, Int)? {
    if tokens[index].kind == .number { return years(at: index) }
    return places(at: index) ?? sessionNames(at: index) ?? wordAndYear(at: index)
      ?? words(at: index)
  }

  // MARK: - Years

  /// `20112015`, `2012 2016`, `20112015-2014 2018`.
  private func years(at index: Int) -> (TrackedSessions.Residue, Int)? {
    guard let first = yearPair(at: index), !isNumber(index - 1), !isNumber(first.next) else {
      return nil
    }
    if tokens.indices.contains(first.next), tokens[first.next].kind == .dash,
      let second = yearPair(at: first.next + 1)
    {
      let joiner = string(tokens[first.next].span)
      return (
        residue(
          index, second.next,
          ["\(first.late)\(joiner)\(second.late)", "\(first.early)\(joiner)\(second.early)"],
          sure: first.isGlued), second.next
      )
    }
    return (
      residue(index, first.next, ["\(first.late)", "\(first.early)"], sure: first.isGlued),
      first.next
    )
  }

  private struct YearPair {
    var early: UInt32
    var late: UInt32
    var isGlued: Bool
    var next: Int
  }

  private func yearPair(at index: Int) -> YearPair? {
    guard tokens.indices.contains(index), tokens[index].kind == .number else { return nil }
    let token = tokens[index]
    if token.length == 8 {
      let halves = (token.hash / 10_000, token.hash % 10_000)
      guard Self.isYear(halves.0), Self.isYear(halves.1), halves.0 != halves.1 else { return nil }
      return YearPair(
        early: min(halves.0, halves.1), late: max(halves.0, halves.1), isGlued: true,
        next: index + 1)
    }
    guard token.isYearLike, index + 1 < tokens.count, tokens[index + 1].isYearLike,
      tokens[index + 1].hasSpaceBefore, tokens[index + 1].hash != token.hash,
      !tokens[index + 1].flags.contains(.lineStart)
    else { return nil }
    let other = tokens[index + 1].hash
    return YearPair(
      early: min(token.hash, other), late: max(token.hash, other), isGlued: false, next: index + 2)
  }

  /// `20148`: of 2014 only the last digit was changed. No year pair but behind two places.
  private func lastDigit(at index: Int) -> YearPair? {
    guard tokens.indices.contains(index), tokens[index].kind == .number, tokens[index].length == 5
    else { return nil }
    let value = tokens[index].hash
    let years = (value / 10, value / 100 * 10 + value % 10)
    guard Self.isYear(years.0), Self.isYear(years.1), years.0 != years.1 else { return nil }
    return YearPair(
      early: min(years.0, years.1), late: max(years.0, years.1), isGlued: true, next: index + 1)
  }

  private static func isYear(_ value: UInt32) -> Bool { value >= 1947 && value <= 2050 }

  private func isNumber(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .number
  }

  // MARK: - Places

  private static let places: [[String]] = Set(
    Session.all.flatMap { session in
      ([session.place].compactMap(\.self) + session.otherSpellings).filter {
        !$0.utf8.contains(where: isASCIIDigit)
      }
    }
  ).map { $0.lowercased().split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }

  /// `BusanDUBAI, 20142018`, `Buenos AiresDubai`, `Hammamet, 2016Dubai, 2012`.
  private func places(at index: Int) -> (TrackedSessions.Residue, Int)? {
    let word = string(tokens[index].span)
    if let seam = yearSeam(word) { return sessions(at: index, word, seam) }
    for seam in seams(word) {
      let left = Self.bytes(word, upTo: seam)
      let right = Self.bytes(word, from: seam)
      guard let before = place(endingWith: left, at: index),
        let after = place(beginningWith: right, at: index)
      else { continue }
      let first = joined(before.words)
      let second = joined(after.words)
      // A year pair behind a comma belongs to the places.
      if tokens.indices.contains(after.next), tokens[after.next].isMark(0x2C),
        let years = yearPair(at: after.next + 1) ?? lastDigit(at: after.next + 1)
      {
        return (
          residue(
            before.from, years.next, Self.sessions(first, second, years.early, years.late),
            sure: true), years.next
        )
      }
      return (residue(before.from, after.next, [second, first], sure: true), after.next)
    }
    return nil
  }

  /// Which place goes with which year: the bodies' sessions tell. The later one first.
  private static func sessions(_ first: String, _ second: String, _ early: UInt32, _ late: UInt32)
    -> [String]
  {
    let straight = Session.sessions(place: first, year: Int(early)).isEmpty ? 0 : 1
    let crossed = Session.sessions(place: second, year: Int(early)).isEmpty ? 0 : 1
    return crossed > straight
      ? ["\(first), \(late)", "\(second), \(early)"] : ["\(second), \(late)", "\(first), \(early)"]
  }

  /// `Hammamet, 2016Dubai, 2012`: two whole sessions, the seam between year and place.
  private func sessions(at index: Int, _ word: String, _ seam: Int)
    -> (TrackedSessions.Residue, Int)?
  {
    guard index > 1, tokens[index - 1].isMark(0x2C),
      let year = Int(Self.bytes(word, upTo: seam)),
      let before = place(endingWith: string(tokens[index - 2].span), at: index - 2),
      let after = place(beginningWith: Self.bytes(word, from: seam), at: index),
      tokens.indices.contains(after.next + 1), tokens[after.next].isMark(0x2C),
      tokens[after.next + 1].isYearLike
    else { return nil }
    let other = Int(tokens[after.next + 1].hash)
    let both = ["\(joined(before.words)), \(year)", "\(joined(after.words)), \(other)"]
    return (
      residue(before.from, after.next + 2, year >= other ? both : both.reversed(), sure: true),
      after.next + 2
    )
  }

  private func place(endingWith last: String, at index: Int) -> (from: Int, words: [String])? {
    let folded = last.lowercased()
    for place in Self.places where place.last == folded {
      let from = index - (place.count - 1)
      guard from >= 0 else { continue }
      let before = (from..<index).map { string(tokens[$0].span) }
      if before.map({ $0.lowercased() }) == Array(place.dropLast()) {
        return (from, before + [last])
      }
    }
    return nil
  }

  private func place(beginningWith first: String, at index: Int)
    -> (next: Int, words: [String])?
  {
    let folded = first.lowercased()
    for place in Self.places where place.first == folded {
      let next = index + place.count
      guard next <= tokens.count else { continue }
      let after = ((index + 1)..<next).map { string(tokens[$0].span) }
      if after.map({ $0.lowercased() }) == Array(place.dropFirst()) {
        return (next, [first] + after)
      }
    }
    return nil
  }

  private func joined(_ words: [String]) -> String { words.joined(separator: " ") }

  // MARK: - Names of sessions, words

  /// `WTDC-14 17`.
  private func sessionNames(at index: Int) -> (TrackedSessions.Residue, Int)? {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .number,
      tokens[index + 1].length == 2, tokens[index + 1].hasSpaceBefore
    else { return nil }
    let name = string(tokens[index].span).map { $0 == "\u{2011}" ? "-" : $0 }
    guard name.count > 3, name.dropLast(2).last == "-" else { return nil }
    let written = String(name)
    let other = String(name.dropLast(2)) + string(tokens[index + 1].span)
    guard written != other, let one = Session.named(written), let two = Session.named(other) else {
      return nil
    }
    let both = [written, other]
    return (
      residue(index, index + 2, one.year > two.year ? both : both.reversed(), sure: true),
      index + 2
    )
  }

  /// `2015implementing`, `Development2030`.
  private func wordAndYear(at index: Int) -> (TrackedSessions.Residue, Int)? {
    let token = tokens[index]
    let written = string(token.span)
    let bytes = Array(written.utf8)
    var digits = 0
    while digits < bytes.count, isASCIIDigit(bytes[digits]) { digits += 1 }
    var from = 0
    // The compound before a year: Post-2015implementing.
    if digits == 0, let hyphen = written.lastIndex(where: { $0 == "-" || $0 == "\u{2011}" }) {
      from = written[...hyphen].utf8.count
    }
    let part = String(decoding: bytes[from...], as: UTF8.self)
    if let seam = yearSeam(part), part.utf8.count >= seam + 4 {
      let span = Span(Int(token.start) + from, token.end)
      return (
        TrackedSessions.Residue(
          span: span.shifted(by: start),
          readings: [Self.bytes(part, from: seam), Self.bytes(part, upTo: seam)], isSure: false),
        index + 1
      )
    }
    let tail = bytes.suffix(4)
    guard bytes.count > 8, tail.allSatisfy(isASCIIDigit),
      let year = UInt32(String(decoding: tail, as: UTF8.self)), Self.isYear(year),
      bytes.dropLast(4).allSatisfy(isASCIILetter)
    else { return nil }
    return (
      residue(index, index + 1, ["\(year)", String(written.dropLast(4))], sure: false), index + 1
    )
  }

  /// `MillenniumSustainable`: two capitalised words of some length.
  private mutating func words(at index: Int) -> (TrackedSessions.Residue, Int)? {
    let word = string(tokens[index].span)
    let bytes = Array(word.utf8)
    guard bytes.allSatisfy(isASCIILetter), let seam = seams(word).first,
      seams(word).count == 1, seam >= 5, bytes.count - seam >= 5,
      !Self.neighbours.contains([wordHash(word.prefix(seam)), wordHash(word.dropFirst(seam))])
    else { return nil }
    initials = (bytes[0], bytes[seam])
    return (
      residue(
        index, index + 1, [Self.bytes(word, from: seam), Self.bytes(word, upTo: seam)], sure: false),
      index + 1
    )
  }

  /// Words that stand side by side in the names of the house: only the blank between them is lost.
  private static let neighbours: Set<[UInt32]> = {
    var pairs: Set<[UInt32]> = []
    let names =
      Language.english.addressees.map(\.name) + Language.english.formulas.map(\.text)
    for name in names {
      let words = name.split(separator: " ").map { wordHash($0) }
      for (first, second) in zip(words, words.dropFirst()) { pairs.insert([first, second]) }
    }
    return pairs
  }()

  /// `MSDGs` behind `MillenniumSustainable`: both first letters before the rest, in the brackets that
  /// follow.
  private mutating func acronym(after index: Int) -> (TrackedSessions.Residue, Int)? {
    guard let letters = initials else { return nil }
    initials = nil
    for place in index..<min(index + 6, tokens.count) where tokens[place].isMark(0x28) {
      guard place + 1 < tokens.count, tokens[place + 1].kind == .word else { return nil }
      let bytes = Array(string(tokens[place + 1].span).utf8)
      guard bytes.count > 3, bytes[0] == letters.0, bytes[1] == letters.1 else { return nil }
      let rest = String(decoding: bytes[2...], as: UTF8.self)
      let readings = [bytes[1], bytes[0]].map { String(decoding: [$0], as: UTF8.self) + rest }
      return (residue(place + 1, place + 2, readings, sure: false), place + 2)
    }
    return nil
  }

  // MARK: - Pieces

  private func residue(_ from: Int, _ next: Int, _ readings: [String], sure: Bool)
    -> TrackedSessions.Residue
  {
    let last = tokens[min(max(from, next - 1), tokens.count - 1)]
    return TrackedSessions.Residue(
      span: Span(Int(tokens[from].start), last.end).shifted(by: start), readings: readings,
      isSure: sure)
  }

  private static func bytes(_ word: String, upTo seam: Int) -> String {
    String(decoding: word.utf8.prefix(seam), as: UTF8.self)
  }

  private static func bytes(_ word: String, from seam: Int) -> String {
    String(decoding: word.utf8.dropFirst(seam), as: UTF8.self)
  }

  /// Bytes before each place where a capital follows a small letter.
  private func seams(_ word: String) -> [Int] {
    let bytes = Array(word.utf8)
    return bytes.indices.dropFirst().filter {
      isASCIIUpper(bytes[$0]) && isASCIILower(bytes[$0 - 1])
    }
  }

  /// Four digits of a year with letters behind them.
  private func yearSeam(_ word: String) -> Int? {
    let bytes = Array(word.utf8)
    guard bytes.count > 4, bytes.prefix(4).allSatisfy(isASCIIDigit), isASCIILetter(bytes[4]),
      let year = UInt32(String(decoding: bytes.prefix(4), as: UTF8.self)), Self.isYear(year)
    else { return nil }
    return 4
  }

  private func string(_ span: Span) -> String {
    bytes.withByteView { $0.string(start + span.lower, start + span.upper) }
  }
}
