internal import Grammar

/// A paragraph cut into words for the phrases of `DutyPhrase`.
struct DutyWords {
  struct Word {
    /// As written, marks at its end included.
    var written: Substring
    /// In lower case, without marks around it.
    var plain: String
    /// A mark stands behind it.
    var isMarked: Bool
    /// A sentence or an item of a list ends behind it.
    var isEnd: Bool
  }

  let words: [Word]

  init(_ text: String) {
    words = text.split(separator: " ").map { written in
      let bytes = Array(written.utf8)
      let start = bytes.firstIndex { !Self.isMark($0) } ?? bytes.count
      let end = bytes.lastIndex { !Self.isMark($0) }.map { $0 + 1 } ?? start
      let plain = bytes[start..<max(start, end)].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      let tail = bytes[max(start, end)...]
      return Word(
        written: written, plain: String(decoding: plain, as: UTF8.self),
        isMarked: !tail.isEmpty,
        isEnd: tail.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ".") })
    }
  }

  /// The words as written, without a mark behind the last one.
  func text(_ range: Range<Int>) -> String {
    let text = words[range].map { String($0.written) }.joined(separator: " ")
    let bytes = Array(text.utf8)
    let end = bytes.lastIndex { !Self.isMark($0) }.map { $0 + 1 } ?? 0
    let start = bytes.firstIndex { !Self.isMark($0) } ?? 0
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: ":"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "\""):
      true
    default: false
    }
  }
}

/// Finds the phrases of one role.
struct DutyMatcher {
  private var byWord: [String: [DutyPhrase]] = [:]
  /// Those that begin with anything but a plain word.
  private var others: [DutyPhrase] = []

  init(_ role: DutyPhrase.Role, _ language: Language) {
    for phrase in language.duties where phrase.role == role {
      if case .word(let words)? = phrase.steps.first {
        for word in words { byWord[word, default: []].append(phrase) }
      } else {
        others.append(phrase)
      }
    }
  }

  /// The longest phrase that begins at a word, as a range of words.
  /// - Parameter year: of the text; earlier years match no `YEAR`.
  func match(_ words: [DutyWords.Word], at start: Int, year: Int?) -> Range<Int>? {
    guard words.indices.contains(start) else { return nil }
    var best: Int?
    for phrase in (byWord[words[start].plain] ?? []) + others {
      if let end = end(of: phrase.steps, words, at: start, year), end > best ?? start {
        best = end
      }
    }
    return best.map { start..<$0 }
  }

  /// All phrases from left to right that do not overlap.
  func matches(_ words: [DutyWords.Word], year: Int?) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      if let range = match(words, at: index, year: year) {
        found.append(range)
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// - Parameter step: index of the next step; `index` of the next word.
  private func end(
    of steps: [DutyPhrase.Step], from step: Int = 0, _ words: [DutyWords.Word], at index: Int,
    _ year: Int?
  ) -> Int? {
    guard step < steps.count else { return index }
    if case .gap(let limit, let marks) = steps[step] {
      for next in index...(index + limit) {
        // "to provide advice and to submit a report": what is submitted is not what is provided.
        if marks, next > index, next - 1 < words.count, case .word(let verbs)? = steps.first,
          verbs.contains(words[next - 1].plain)
        {
          return nil
        }
        if step > 0 || next > index, next - 1 < words.count {
          let before = words[next - 1]
          if before.isEnd || (before.isMarked && !marks) { return nil }
        }
        if let end = fit(steps, step + 1, words, next, year) { return end }
      }
      return nil
    }
    if step > 0, words[index - 1].isMarked { return nil }
    return fit(steps, step, words, index, year)
  }

  /// Where the steps end if the next one is the word at `index`.
  private func fit(
    _ steps: [DutyPhrase.Step], _ step: Int, _ words: [DutyWords.Word], _ index: Int, _ year: Int?
  ) -> Int? {
    guard step < steps.count else { return min(index, words.count) }
    guard index < words.count, fits(steps[step], words[index].plain, year) else { return nil }
    return end(of: steps, from: step + 1, words, at: index + 1, year)
  }

  private func fits(_ step: DutyPhrase.Step, _ word: String, _ year: Int?) -> Bool {
    switch step {
    case .word(let choices): choices.contains(word)
    case .prefix(let start): word.hasPrefix(start)
    case .number: Int(word) != nil || Self.numbers.contains(word)
    case .year: (Int(word) ?? 0) >= max(year ?? 1900, 1900) && (Int(word) ?? 0) < 2200
    case .gap: false
    }
  }

  private static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
  ]
}
