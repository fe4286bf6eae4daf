internal import Grammar
internal import Syntax
internal import TextModel

/// The house word list of a language, ready to be matched against tokens: most words of a text fail
/// one test of a bit.
final class TermTable: Sendable {
  final class Entry: Sendable {
    let term: Term
    fileprivate let parts: [Part]
    /// A few words each.
    fileprivate let next: [UInt32]
    fileprivate let unless: [UInt32]
    /// Form and right form differ in case alone.
    fileprivate let caseAlone: Bool
    fileprivate let right: [UInt8]

    fileprivate init(_ term: Term) {
      self.term = term
      parts = Part.parts(of: term.form)
      next = term.next.map { wordHash($0) }
      unless = term.unless.map { wordHash($0) }
      right = Array(term.right.utf8)
      caseAlone = term.isCaseAlone
    }
  }

  /// A word or mark of an entry's form.
  fileprivate struct Part: Sendable {
    var hash: UInt32
    var isMark: Bool
    /// No blank before it.
    var glued: Bool

    static func parts(of form: String) -> [Part] {
      var parts: [Part] = []
      for word in form.split(separator: " ") {
        for (number, piece) in word.split(separator: "/").enumerated() {
          if number > 0 { parts.append(Part(hash: 0x2F, isMark: true, glued: true)) }
          parts.append(Part(hash: wordHash(piece), isMark: false, glued: number > 0))
        }
      }
      return parts
    }
  }

  /// An entry that a word may stand in.
  fileprivate struct Candidate {
    var entry: Int32
    /// The word's place in the form.
    var offset: Int32
    /// The part beside it, which tells at once in most cases; 0 in a form of one word.
    var side: Int32
    var sideHash: UInt32
  }

  struct Match {
    var entry: Int
    var tokens: ClosedRange<Int>
  }

  static let english = TermTable(Language.english.terms)

  /// Tells the two forms of a trigger apart in the filter.
  fileprivate static let capital: UInt32 = 1 << 20

  let entries: [Entry]
  /// Whether it holds words that are not in the house list.
  let hasOwn: Bool
  /// Open-addressed: the trigger's key and which of `candidates` are its own.
  private let slots: [(key: UInt32, first: Int32, end: Int32)]
  private let candidates: [Candidate]
  private let filter: TermFilter

  init(_ terms: [Term], hasOwn: Bool = false) {
    self.hasOwn = hasOwn
    var entries: [Entry] = []
    var triggers: [UInt32: [Candidate]] = [:]
    for term in terms where term.level != .off {
      let entry = Entry(term)
      guard !entry.parts.isEmpty else { continue }
      for trigger in term.triggers {
        let key = trigger.hash ^ (trigger.capital ? Self.capital : 0)
        triggers[key, default: []].append(entry.candidate(entries.count, at: trigger.offset))
      }
      entries.append(entry)
    }
    self.entries = entries
    var size = 256
    while size < triggers.count * 4 { size *= 2 }
    var slots: [(key: UInt32, first: Int32, end: Int32)] = Array(
      repeating: (0, 0, 0), count: size)
    var candidates: [Candidate] = []
    for (key, own) in triggers {
      var slot = Int(key) & (size - 1)
      while slots[slot].end > 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (key, Int32(candidates.count), Int32(candidates.count + own.count))
      candidates += own
    }
    self.slots = slots
    self.candidates = candidates
    filter = TermFilter(Array(triggers.keys))
  }

  /// Whether a word may stand in an entry; false for nearly all.
  @inline(__always)
  func mayMatch(_ token: Token) -> Bool {
    filter.mayContain(key(token))
  }

  @inline(__always)
  private func key(_ token: Token) -> UInt32 {
    // The flag's bit, moved to its place without a branch.
    token.hash ^ UInt32(token.flags.rawValue & Token.Flags.capital.rawValue) &<< 15
  }

  /// Which of `candidates` a word may stand in.
  private func candidates(_ key: UInt32) -> Range<Int> {
    slots.withUnsafeBufferPointer { slots in
      var slot = Int(key) & (slots.count &- 1)
      while slots[slot].end > 0 {
        if slots[slot].key == key { return Int(slots[slot].first)..<Int(slots[slot].end) }
        slot = (slot &+ 1) & (slots.count &- 1)
      }
      return 0..<0
    }
  }

  /// The entry that the text writes around a word, if the text does not write it right.
  func match(
    _ tokens: UnsafeBufferPointer<Token>, at index: Int, from first: Int, _ bytes: ByteView
  ) -> Match? {
    for number in candidates(key(tokens[index])) {
      let candidate = candidates[number]
      if candidate.side != 0 {
        let side = index &+ Int(candidate.side)
        guard side >= 0, side < tokens.count, tokens[side].hash == candidate.sideHash else {
          continue
        }
      }
      let entry = entries[Int(candidate.entry)]
      let start = index - Int(candidate.offset)
      let end = start + entry.parts.count
      guard start >= first, end <= tokens.count else { continue }
      let isThere = entry.parts.indices.allSatisfy { part in
        entry.parts[part].fits(tokens[start + part], isFirst: part == 0)
      }
      guard isThere, entry.goesOn(end < tokens.count ? tokens[end] : nil),
        entry.isWrong(tokens[start..<end], isFirst: start == first, before: tokens, bytes)
      else { continue }
      return Match(entry: Int(candidate.entry), tokens: start...(end - 1))
    }
    return nil
  }
}

extension TermTable.Part {
  func fits(_ token: Token, isFirst: Bool) -> Bool {
    guard token.hash == hash, (token.kind == .mark) == isMark else { return false }
    guard isMark || token.kind == .word else { return false }
    return isFirst || token.hasSpaceBefore != glued
  }
}

extension TermTable.Entry {
  fileprivate func candidate(_ number: Int, at offset: Int) -> TermTable.Candidate {
    let side = parts.count == 1 ? 0 : offset > 0 ? -1 : 1
    return TermTable.Candidate(
      entry: Int32(truncatingIfNeeded: number), offset: Int32(truncatingIfNeeded: offset),
      side: Int32(side), sideHash: parts[offset + side].hash)
  }

  fileprivate func goesOn(_ token: Token?) -> Bool {
    if !next.isEmpty {
      guard let token, token.kind == .word, next.contains(token.hash) else { return false }
    }
    guard let token, token.kind == .word else { return true }
    return !unless.contains(token.hash)
  }

  /// Whether what is written is not a good form after all: right in its case, or part of a name.
  fileprivate func isWrong(
    _ found: Slice<UnsafeBufferPointer<Token>>, isFirst: Bool,
    before tokens: UnsafeBufferPointer<Token>, _ bytes: ByteView
  ) -> Bool {
    guard let first = found.first, let last = found.last else { return false }
    if term.kind == .placeholder { return true }
    if caseAlone, bytes.reads(right, at: Int(first.start)) { return false }
    // Titles and tables are set in capitals.
    if found.allSatisfy({ $0.flags.contains(.capitals) || $0.kind == .mark }) { return false }
    if caseAlone {
      let written = bytes.string(Int(first.start), last.end)
        .split { $0 == " " || $0 == "\u{A0}" || $0.isNewline }.joined(separator: " ")
      return written.exchanging("\u{2011}", for: "-") != term.right
    }
    // A capital within a sentence: a name, written as its owner writes it.
    if term.kind == .spelling, first.flags.contains(.capital), !isFirst {
      let before = tokens[found.startIndex - 1]
      return before.isMark(0x2E) || before.isMark(0x3B)
    }
    return true
  }
}

extension ByteView {
  fileprivate func reads(_ text: [UInt8], at offset: Int) -> Bool {
    for (place, byte) in text.enumerated() where self[offset + place] != byte { return false }
    return true
  }
}

extension String {
  fileprivate func exchanging(_ old: Character, for new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}

/// 16,384 bits by the high bits of a word's hash (the low ones were looked at when the block was cut):
/// clear means that the word is none of those asked for.
struct TermFilter: Sendable {
  // In an array, since a table of that size inside the value would be copied for each question.
  private var bits = [UInt64](repeating: 0, count: 256)

  init(_ hashes: [UInt32]) {
    for hash in hashes { bits[Int(hash >> 24)] |= 1 << UInt64(hash >> 18 & 63) }
  }

  @inline(__always)
  func mayContain(_ hash: UInt32) -> Bool {
    bits.withUnsafeBufferPointer { $0[Int(hash >> 24)] & (1 &<< UInt64(hash >> 18 & 63)) != 0 }
  }
}
