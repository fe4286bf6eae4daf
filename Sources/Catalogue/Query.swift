/// What a person typed into the lookup: `140`, `confidence security`, `wsis`, `res 71 dub`.
struct Query {
  struct Token {
    /// Folded.
    var bytes: [UInt8]
    var startsWithDigit: Bool
    var kinds: [TextKind]
    /// Folded names of the bodies that the word may mean.
    var bodies: [[UInt8]]
    /// Folded expansions, where the word is an acronym.
    var expansions: [[UInt8]]
  }

  var tokens: [Token] = []

  init(_ text: String, register: Register) {
    let separators = Set(" \t\n\r()[],;:\"'“”‘".utf8)
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in text.utf8.prefix(400) {
      if separators.contains(byte), byte < 0x80 {
        if !word.isEmpty { words.append(word) }
        word = []
      } else {
        word.append(byte)
      }
    }
    if !word.isEmpty { words.append(word) }
    let folded = words.map { fold($0[...]).strippingStops }.filter { !$0.isEmpty }
    let telling = folded.filter { !Query.silent.contains(String(decoding: $0, as: UTF8.self)) }
    // A query of silent words alone is still a query.
    tokens = (telling.isEmpty ? folded : telling).prefix(12).map { Token($0, register: register) }
  }

  /// Words of a citation that tell no text from another.
  private static let silent: Set<String> = ["of", "the", "on", "no", "nos", "rev", "and", "itu"]
}

extension Query.Token {
  init(_ bytes: [UInt8], register: Register) {
    self.bytes = bytes
    startsWithDigit = bytes.first?.isDigit ?? false
    let text = String(decoding: bytes, as: UTF8.self)
    kinds = TextKind.allCases.filter { kind in
      let name = kind.rawValue
      return text == name || text == name + "s"
        || (bytes.count >= (kind == .opinion ? 2 : 3) && name.hasPrefix(text))
    }
    bodies = Query.Token.bodyWords[text] ?? [bytes]
    expansions = []
    if bytes.count >= 2, let acronym = register.acronym(folded: text) {
      expansions = ([acronym.expansion] + acronym.otherExpansions).map(\.foldedBytes)
    }
  }

  /// What bodies are called beside their ids.
  private static let bodyWords: [String: [[UInt8]]] = {
    let un = ["unga", "ecosoc", "unsc", "hrc"]
    let words: [(String, [String])] = [
      ("itu-r", ["ra", "wrc"]), ("itu-t", ["wtsa"]), ("itu-d", ["wtdc"]), ("un", un),
      ("plenipotentiary", ["pp"]), ("ga", ["unga"]), ("c", ["council"]),
    ]
    return Dictionary(
      words.map { ($0.0, $0.1.map { Array($0.utf8) }) }, uniquingKeysWith: { first, _ in first })
  }()
}

extension [UInt8] {
  /// Without full stops at the end, so that `res.` is `res`.
  fileprivate var strippingStops: [UInt8] {
    var result = self
    while result.last == UInt8(ascii: ".") { result.removeLast() }
    return result
  }
}
