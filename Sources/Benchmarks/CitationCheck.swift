import Semantics
import Syntax

/// Citations over a corpus: how many of each kind a text has, a sample to read with one's own eyes,
/// and a comparison with a hand list.
struct CitationCheck {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> Int32 {
    let texts = options.texts()
    guard !texts.isEmpty else {
      print("no texts under \(options.corpus)")
      return 2
    }
    if let path = options.text("truth") { return compare(with: path) }
    if options.has("sample") || options.has("list") {
      sample(texts)
    } else {
      table(texts)
    }
    return 0
  }

  private func citations(_ bytes: [UInt8]) -> [Citation] {
    let meaning = TextMeaning(Document(bytes))
    var all: [Citation] = []
    for (index, section) in meaning.sections.enumerated() {
      let start = meaning.document.starts[index]
      for citation in section.citations {
        var moved = citation
        moved.span = citation.span.shifted(by: start)
        all.append(moved)
      }
    }
    return all
  }

  private func relative(_ path: String) -> String {
    var name =
      path.hasPrefix(options.corpus) ? path.dropFirst(options.corpus.utf8.count) : path[...]
    while name.hasPrefix("/") { name = name.dropFirst() }
    return String(name)
  }

  /// file, kind, count
  private func table(_ texts: [(name: String, bytes: [UInt8])]) {
    print("file\tkind\tcount")
    for text in texts {
      let found = citations(text.bytes)
      for kind in Citation.Kind.allCases {
        let count = found.count { $0.kind == kind }
        if count > 0 { print("\(relative(text.name))\t\(kind.rawValue)\t\(count)") }
      }
    }
  }

  // MARK: - A sample

  private func sample(_ texts: [(name: String, bytes: [UInt8])]) {
    var all: [(name: String, bytes: [UInt8], citation: Citation)] = []
    for text in texts {
      all += citations(text.bytes).map { (text.name, text.bytes, $0) }
    }
    let total = all.count
    if options.has("sample") {
      let seed = options.seed
      var generator = Generator(seed)
      all = Array(all.shuffled(using: &generator).prefix(options.number("sample", 300)))
      print("sample of \(all.count) of \(total) citations, seed \(seed)")
    }
    for (name, bytes, citation) in all {
      print(
        "\(relative(name)):\(citation.span.lower) \(Self.description(citation))\n    "
          + Self.context(bytes, citation.span))
    }
  }

  static func description(_ citation: Citation) -> String {
    let session = [citation.place, citation.year.map(String.init)].compactMap { $0 }
    return [
      citation.kind.rawValue, citation.body?.rawValue ?? "-",
      citation.number.isEmpty ? "-" : citation.number, session.joined(separator: ", "),
      citation.revised ? "revised" : "", citation.ofThis ? "this" : "",
      citation.defects.isEmpty ? "" : "defects \(citation.defects.rawValue)",
    ].filter { !$0.isEmpty }.joined(separator: " | ")
  }

  static func context(_ bytes: [UInt8], _ span: Span) -> String {
    func text(_ from: Int, _ to: Int) -> String {
      let lower = max(0, min(from, bytes.count))
      let part = bytes[lower..<max(lower, min(to, bytes.count))]
      return String(decoding: part.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }
    return text(span.lower - 60, span.lower) + "«" + text(span.lower, span.upper) + "»"
      + text(span.upper, span.upper + 60)
  }

  // MARK: - Against a hand list

  private func compare(with path: String) -> Int32 {
    let rows = String(decoding: readFile(path), as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0.count >= 10 }
    var hits = 0
    var extra = 0
    var missed = 0
    var wrong = 0
    for name in Set(rows.map { $0[0] }).sorted() {
      let bytes = readFile(options.corpus + "/" + name)
      var open = rows.filter { $0[0] == name }
      for citation in citations(bytes) {
        let at = open.firstIndex {
          Int($0[2]) == citation.span.lower && Int($0[3]) == citation.span.count
            && $0[4] == citation.kind.rawValue
        }
        guard let at else {
          extra += 1
          print(
            "extra  \(name):\(citation.span.lower) \(Self.description(citation))\n    "
              + Self.context(bytes, citation.span))
          continue
        }
        let row = open.remove(at: at)
        hits += 1
        let fields = [
          citation.body?.rawValue ?? "-", citation.number.isEmpty ? "-" : citation.number,
          citation.place ?? "-", citation.year.map(String.init) ?? "-",
        ]
        if fields != Array(row[5..<9]) || row[9] != "-" && (row[9] == "yes") != citation.revised {
          wrong += 1
          print(
            "differs \(name):\(citation.span.lower) \(fields) \(citation.revised), list: \(row[5...])"
          )
        }
      }
      missed += open.count
      for row in open {
        let span = Span(Int(row[2]) ?? 0, (Int(row[2]) ?? 0) + (Int(row[3]) ?? 0))
        print("missed \(name):\(row[2]) \(row[4...])\n    " + Self.context(bytes, span))
      }
    }
    print(
      "found \(hits), missed \(missed), extra \(extra), of the found with another body, number or "
        + "session: \(wrong)")
    return missed + extra + wrong == 0 ? 0 : 1
  }
}
