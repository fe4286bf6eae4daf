/// A text with tracked changes, proposals or directives in numbers, put where an author would put them
/// and where none would.
struct DressedText {
  enum Dress: CaseIterable {
    case plain, changes, proposals, directives, all
  }

  private(set) var bytes: [UInt8]
  /// What an author of such a text types and pastes.
  let words: [String]

  init(_ text: [UInt8], _ dress: Dress, _ generator: inout Generator) {
    bytes = text
    switch dress {
    case .plain: words = []
    case .changes: words = Self.changeWords
    case .proposals: words = Self.proposalWords
    case .directives: words = Self.directiveWords
    case .all: words = Self.changeWords + Self.proposalWords + Self.directiveWords
    }
    let count = Int.random(in: 2...12, using: &generator)
    if dress == .changes || dress == .all { mark(count, &generator) }
    if dress == .proposals || dress == .all { propose(count / 3 + 1, &generator) }
    if dress == .directives || dress == .all { direct(count, &generator) }
  }

  /// Puts marks around words, lines and paragraphs.
  private mutating func mark(_ count: Int, _ generator: inout Generator) {
    for _ in 0..<count {
      let lower = place(&generator)
      let length = [0, 1, 5, 5, 20, 20, 80, 300].randomElement(using: &generator) ?? 0
      let upper = min(bytes.count, lower + length)
      let (open, close) = Self.pairs.randomElement(using: &generator) ?? ("{++", "++}")
      bytes.insert(contentsOf: Array(close.utf8), at: upper)
      bytes.insert(contentsOf: Array(open.utf8), at: lower)
    }
  }

  /// Puts marks of proposals before titles, or before any line where there are none.
  private mutating func propose(_ count: Int, _ generator: inout Generator) {
    var titles: [Int] = []
    for start in lineStarts where bytes[start...].starts(with: Array("RESOLUTION".utf8)) {
      titles.append(start)
    }
    for number in 0..<count {
      let at = titles.randomElement(using: &generator) ?? linePlace(&generator)
      let verb = ["ADD", "MOD", "SUP", "NOC"].randomElement(using: &generator) ?? "MOD"
      let mark = Array("\(verb) SEN/56/\(number + 1)\n\n".utf8)
      bytes.insert(contentsOf: mark, at: at)
      titles = titles.map { $0 >= at ? $0 + mark.count : $0 }
    }
  }

  private mutating func direct(_ count: Int, _ generator: inout Generator) {
    for _ in 0..<count {
      let at =
        Int.random(in: 0..<4, using: &generator) == 0 ? place(&generator) : linePlace(&generator)
      let word = Self.directiveWords.randomElement(using: &generator) ?? ""
      bytes.insert(contentsOf: Array(word.utf8), at: at)
    }
  }

  private func place(_ generator: inout Generator) -> Int {
    Int.random(in: 0...bytes.count, using: &generator)
  }

  private var lineStarts: [Int] {
    [0] + bytes.indices.filter { bytes[$0] == 0x0A && $0 + 1 < bytes.count }.map { $0 + 1 }
  }

  private func linePlace(_ generator: inout Generator) -> Int {
    lineStarts.randomElement(using: &generator) ?? 0
  }

  private static let pairs = [
    ("{++", "++}"), ("{++", "++}"), ("{--", "--}"), ("{--", "--}"), ("{~~", "~>new~~}"),
    ("{~~old~>", "~~}"), ("{>>", "<<}"), ("{==", "==}"), ("<ins>", "</ins>"), ("<del>", "</del>"),
    ("~~", "~~"), ("{--\n", "\n--}\n"), ("{++\n\n", "\n\n++}\n"),
  ]

  private static let changeWords = [
    "{++", "++}", "{--", "--}", "{~~", "~>", "~~}", "{>>", "<<}", "{==", "==}", "~~", "<ins>",
    "</ins>", "<del>", "</del>", "{", "+", "-", "}", "~", ">", "<", "=", "{++s++}", "{--s--}",
    "{~~2~>3~~}", "{++c) the new words;\n++}", "{--b) the old words;\n--}", "```\n", "`", "<!--",
    "-->", "{--\n\nnoting\n\nthe old words,\n\n--}", "{>>why?<<}", "{++\nMOD SEN/56/9\n\n++}",
    "{--RESOLUTION 5 (Dubai, 2018)\n--}", "{++resolves++}", "a", " ", "\n", "\n\n",
  ]

  private static let proposalWords = [
    "ADD SEN/56/1\n", "MOD SEN/56/2\n\n", "SUP SEN/56/3\n", "NOC SEN/56/4\n", "MOD", "MOD SEN/56/",
    "1", "\n", "Reasons: none.\n", "Reasons:\n", "DRAFT NEW RESOLUTION [SEN-1]\n\n",
    "RESOLUTION 5 (Rev. Dubai, 2018)\n\n", "**MOD** SEN/56/5\n", "a", " ",
  ]

  private static let directiveWords: [String] = {
    let names = [
      "", "", "numbering", "numbering/gap", "punctuation", "punctuation/item-end", "structure",
      "citation", "wording, numbering", "numbering/gaps", "suppression", "suppression/unused",
      "reference",
    ]
    let verbs = [
      "ignore", "ignore", "ignore", "ignore-start", "ignore-start", "ignore-end", "ignore-end",
      "ignore-file", "ignored",
    ]
    return names.flatMap { name in
      verbs.map { "<!-- resolute: \($0) \(name) -->\n" }
    } + ["<!-- resolute: ignore", "-->", "<!--", "-start", "-end", "-file", " numbering", "\n"]
  }()
}
