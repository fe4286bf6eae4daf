internal import Catalogue
internal import Synchronization

/// A title of the register, ready for comparison with what stands behind a citation and ", on".
final class ComparedTitle: Sendable {
  let text: String
  /// As it stands behind ", on".
  let subject: String
  /// Of the newest known edition, which is the one whose title it is.
  let year: Int
  /// The file in the folder of the draft that has the title; `nil` for the register.
  let file: String?
  private let small: [UInt8]
  private let words: [String]
  /// Answers given before; texts quote the same titles again and again.
  private let answers = Mutex<[String: Bool]>([:])

  /// - Returns: `nil` where the title is not sure or its edition not known.
  convenience init?(_ entry: Entry) {
    guard entry.certainty == .sure, let year = entry.editions.last?.year, let title = entry.title,
      let subject = entry.subjectForCitation
    else { return nil }
    self.init(title, subject: subject, year: year, file: nil)
  }

  convenience init?(_ text: NearbyText) {
    let entry = Entry(id: text.id, title: text.title)
    guard let title = text.title, let subject = entry.subjectForCitation,
      let year = text.edition.year
    else { return nil }
    self.init(title, subject: subject, year: year, file: text.name)
  }

  private init(_ title: String, subject: String, year: Int, file: String?) {
    text = title
    self.subject = subject
    self.year = year
    self.file = file
    small = title.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    words = Self.words(title)
  }

  /// The whole title stands there, letter by letter; behind "the" too.
  func isAt(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let end = min(range.upperBound, bytes.count)
    var start = max(0, range.lowerBound)
    if bytes[min(start, end)..<end].starts(with: "the ".utf8) { start += 4 }
    guard end - start >= small.count else { return false }
    for (i, byte) in small.enumerated() {
      let other = bytes[start + i]
      if (other &- 0x41 < 26 ? other | 0x20 : other) != byte { return false }
    }
    return true
  }

  /// Word by word from the beginning, as long as both last; what follows the title in its sentence is no
  /// part of it, and a title may be cut short.
  func agrees(with quoted: String) -> Bool {
    if let known = answers.withLock({ $0[quoted] }) { return known }
    let others = Self.words(quoted)
    let count = min(words.count, others.count)
    let answer = count == 0 || words.prefix(count).elementsEqual(others.prefix(count))
    answers.withLock {
      if $0.count >= 64 { $0.removeAll() }
      $0[quoted] = answer
    }
    return answer
  }

  /// Small letters, no brackets, no articles, abbreviations in place of what they stand for, singular
  /// forms.
  static func words(_ text: String) -> [String] {
    var words = bareWords(text)
    for (expansion, short) in abbreviations {
      words = replace(expansion, with: short, in: words)
    }
    return words.compactMap { word in
      if word.utf8.count > 3 { return word.utf8.last == 0x73 ? String(word.dropLast()) : word }
      return passedOver.contains(word) ? nil : word
    }
  }

  private static let passedOver = ["the", "a", "an", "s", "itu"]

  /// Runs of letters and digits outside brackets, in small letters.
  private static func bareWords(_ text: String) -> [String] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return bareWordsOfAnyScript(text).map(String.init)
    }
    var words: [String] = []
    var word: [UInt8] = []
    var depth = 0
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      if byte == 0x28 { depth += 1 }
      if depth == 0 {
        let isPlain = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
        if isPlain { word.append(byte | 0x20) } else { close() }
      }
      if byte == 0x29 { depth = max(0, depth - 1) }
    }
    close()
    return words
  }

  private static func bareWordsOfAnyScript(_ text: String) -> [Substring] {
    var plain = ""
    var depth = 0
    for character in text.lowercased().unicodeScalars {
      if character == "(" { depth += 1 }
      if depth == 0 {
        let isLetter = character.properties.isAlphabetic || ("0"..."9").contains(character)
        plain.unicodeScalars.append(isLetter ? character : " ")
      }
      if character == ")" { depth = max(0, depth - 1) }
    }
    return plain.split(separator: " ")
  }

  private static let pairs: [(String, String)] = [
    ("information and communication technologies", "icts"),
    ("information and communication technology", "ict"),
    ("world summit on the information society", "wsis"),
    ("international telecommunication union", ""),
    ("sustainable development goals", "sdgs"),
    ("internet protocol version 4", "ipv4"),
    ("internet protocol version 6", "ipv6"),
    ("internet protocol", "ip"),
    ("radiocommunication sector", "r"),
    ("telecommunication standardization sector", "t"),
    ("telecommunication development sector", "d"),
    ("united nations", "un"),
  ]

  private static let abbreviations: [(expansion: [String], short: [String])] = {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    return pairs.map { (expansion: words($0.0), short: words($0.1)) }
  }()

  private static func replace(_ wanted: [String], with short: [String], in words: [String])
    -> [String]
  {
    guard let first = wanted.first, words.contains(first) else { return words }
    var out: [String] = []
    var i = 0
    while i < words.count {
      if words[i] == first, words[i...].starts(with: wanted) {
        out += short
        i += wanted.count
      } else {
        out.append(words[i])
        i += 1
      }
    }
    return out
  }
}
