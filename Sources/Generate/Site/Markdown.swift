/// The Markdown of this project's pages as HTML: headings, paragraphs, fenced code, tables, lists, and
/// in lines code, bold, italics, links and images. What else Markdown has, the pages do not use.
struct Markdown {
  /// Turns the address of a link; `nil` leaves the words without a link.
  let link: (String) -> String?

  func html(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var out = ""
    while let line = lines.first {
      let bare = line.drop { $0 == " " }
      if bare.isEmpty {
        lines.removeFirst()
      } else if bare.hasPrefix("<!--") {
        while let line = lines.popFirst(), line.firstRange(of: "-->") == nil {}
      } else if bare.hasPrefix("```") {
        out += code(&lines)
      } else if line.hasPrefix("#") {
        out += heading(line)
        lines.removeFirst()
      } else if line.hasPrefix("|") {
        out += table(&lines)
      } else if let ordered = Self.item(line) {
        out += list(&lines, ordered: ordered)
      } else {
        out += "<p>\(inline(paragraph(&lines)))</p>\n"
      }
    }
    return out
  }

  static func escaped(_ text: some StringProtocol) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }

  // MARK: - Blocks

  private func heading(_ line: Substring) -> String {
    let level = min(line.prefix { $0 == "#" }.count, 6)
    let words = line.dropFirst(level).drop { $0 == " " }
    return "<h\(level) id=\"\(Self.anchor(words))\">\(inline(String(words)))</h\(level)>\n"
  }

  /// As code hosts make it, so that links within pages hold in both.
  static func anchor(_ words: some StringProtocol) -> String {
    String(
      words.lowercased().compactMap { character in
        character.isLetter || character.isNumber || character == "-" || character == "_"
          ? character : character == " " ? "-" : nil
      })
  }

  private func code(_ lines: inout ArraySlice<Substring>) -> String {
    let opening = lines.removeFirst()
    let indent = opening.prefix { $0 == " " }.count
    let fence = opening.dropFirst(indent).prefix { $0 == "`" }
    let words = opening.dropFirst(indent + fence.count).split(separator: " ").map(String.init)
    var body = ""
    while let line = lines.popFirst() {
      if line.drop(while: { $0 == " " }).hasPrefix(fence) { break }
      let blanks = min(indent, line.prefix { $0 == " " }.count)
      body += Self.escaped(line.dropFirst(blanks)) + "\n"
    }
    // Drafts have long lines; what a block is an example of stands over it.
    let kind = words.first == "resolution" ? "text" : "code"
    let pre = "<pre class=\"\(kind)\"><code>\(body)</code></pre>\n"
    guard kind == "text", words.count > 1, let caption = Self.captions[words[1]] else { return pre }
    let rules = words.dropFirst(2).map { "<code>\(Self.escaped($0))</code>" }
    let names = rules.isEmpty ? "" : ": " + rules.joined(separator: " ")
    return "<p class=\"caption\">\(caption)\(names)</p>\n" + pre
  }

  private static let captions = [
    "wrong": "Wrong", "right": "Right", "base": "The edition before",
  ]

  private func table(_ lines: inout ArraySlice<Substring>) -> String {
    var rows: [[String]] = []
    while let line = lines.first, line.hasPrefix("|") {
      lines.removeFirst()
      rows.append(Self.cells(line))
    }
    let isHead = rows.count > 1 && rows[1].allSatisfy { $0.allSatisfy { "-: ".contains($0) } }
    var out = "<table>\n"
    for (index, row) in rows.enumerated() where !(isHead && index == 1) {
      let tag = isHead && index == 0 ? "th" : "td"
      out += "<tr>" + row.map { "<\(tag)>\(inline($0))</\(tag)>" }.joined() + "</tr>\n"
    }
    return out + "</table>\n"
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    var isCode = false
    for character in line.dropFirst() {
      if isEscaped {
        cell += character == "|" ? "|" : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|", !isCode {
        cells.append(cell)
        cell = ""
      } else {
        if character == "`" { isCode.toggle() }
        cell.append(character)
      }
    }
    if !cell.allSatisfy({ $0 == " " }) { cells.append(cell) }
    return cells.map { cell in
      let text = cell.drop { $0 == " " }
      return String(text.prefix(text.count - text.reversed().prefix { $0 == " " }.count))
    }
  }

  /// Whether a line begins an item: of a numbered list (`true`) or another.
  private static func item(_ line: Substring) -> Bool? {
    if line.hasPrefix("- ") { return false }
    let digits = line.prefix { $0.isNumber }
    return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ") ? true : nil
  }

  private func list(_ lines: inout ArraySlice<Substring>, ordered: Bool) -> String {
    let tag = ordered ? "ol" : "ul"
    var out = "<\(tag)>\n"
    while let line = lines.first, Self.item(line) == ordered {
      let mark = ordered ? line.prefix { $0 != " " }.count + 1 : 2
      lines[lines.startIndex] = line.dropFirst(mark)
      out += "<li>\(inline(paragraph(&lines)))</li>\n"
    }
    return out + "</\(tag)>\n"
  }

  /// The lines up to a blank one or another block.
  private func paragraph(_ lines: inout ArraySlice<Substring>) -> String {
    var words: [String] = []
    while let line = lines.first, !line.allSatisfy({ $0 == " " }) {
      if !words.isEmpty,
        line.hasPrefix("#") || line.hasPrefix("|") || line.hasPrefix("```")
          || Self.item(line) != nil
      {
        break
      }
      words.append(String(line.drop { $0 == " " }))
      lines.removeFirst()
    }
    return words.joined(separator: "\n")
  }

  // MARK: - Lines

  private func inline(_ text: String) -> String {
    var rest = text[...]
    var out = ""
    while let first = rest.first {
      if first == "`", let end = rest.dropFirst().firstIndex(of: "`") {
        out += "<code>\(Self.escaped(rest[rest.index(after: rest.startIndex)..<end]))</code>"
        rest = rest[rest.index(after: end)...]
      } else if first == "!", let (words, address, behind) = Self.link(rest.dropFirst()) {
        let address = link(address) ?? address
        out += "<img src=\"\(Self.escaped(address))\" alt=\"\(Self.escaped(words))\">"
        rest = behind
      } else if first == "[", let (words, address, behind) = Self.link(rest) {
        let shown = inline(String(words))
        out += link(address).map { "<a href=\"\(Self.escaped($0))\">\(shown)</a>" } ?? shown
        rest = behind
      } else if rest.hasPrefix("**"), let end = rest.dropFirst(2).firstRange(of: "**") {
        out += "<strong>\(inline(String(rest.dropFirst(2)[..<end.lowerBound])))</strong>"
        rest = rest[end.upperBound...]
      } else if first == "*", let end = rest.dropFirst().firstIndex(of: "*"),
        rest.index(after: rest.startIndex) < end, rest[rest.index(after: rest.startIndex)] != " "
      {
        out += "<em>\(inline(String(rest[rest.index(after: rest.startIndex)..<end])))</em>"
        rest = rest[rest.index(after: end)...]
      } else {
        out += Self.escaped(rest.prefix(1))
        rest = rest.dropFirst()
      }
    }
    return out
  }

  /// `[words](address)` at the start of a text, and what stands behind it.
  private static func link(_ text: Substring) -> (Substring, String, Substring)? {
    guard text.first == "[", let middle = text.firstRange(of: "]("),
      let end = text[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    let words = text[text.index(after: text.startIndex)..<middle.lowerBound]
    return (words, String(text[middle.upperBound..<end]), text[text.index(after: end)...])
  }
}
