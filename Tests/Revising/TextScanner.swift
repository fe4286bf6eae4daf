/// Reads clauses and labelled paragraphs line by line.
struct TextScanner {
  private static let preambular = [
    "recalling", "considering", "recognizing", "noting", "bearing in mind", "taking into account",
    "aware", "emphasizing", "endorsing", "mindful", "concerned", "reaffirming", "stressing",
    "highlighting", "having considered", "welcoming", "observing", "convinced", "acknowledging",
  ]
  private static let operative = [
    "resolves", "decides", "instructs", "invites", "requests", "urges", "encourages", "calls upon",
    "appeals", "recommends", "authorizes", "charges", "directs", "further",
  ]

  private var text = BaseText()
  private var open: Int?
  private var sawAnnex = false
  private var titles = 0
  private var isSpoilt = false

  /// `nil` for a text that gives no clause to work with.
  static func scan(_ bytes: [UInt8]) -> BaseText? {
    var scanner = TextScanner()
    let whole = String(decoding: bytes, as: UTF8.self)
    guard !whole.utf8.contains(0x0D) else { return nil }
    for line in whole.split(separator: "\n", omittingEmptySubsequences: false) {
      scanner.take(String(line))
    }
    guard !scanner.isSpoilt, scanner.titles <= 1 else { return nil }
    scanner.finish()
    var text = scanner.text
    ReferenceScanner(text).scan(into: &text)
    return text.cleanClauses.isEmpty ? nil : text
  }

  private mutating func take(_ line: String) {
    let bare = line.filter { $0 != "*" && $0 != "#" && $0 != "_" }
      .drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    let plain = String(bare)
    let upper = plain.uppercased()
    if plain == upper || line.hasPrefix("#") {
      if upper.hasPrefix("RESOLUTION ") || upper.hasPrefix("DECISION ") { titles += 1 }
      if upper.hasPrefix("ANNEX") || upper.hasPrefix("APPENDIX") {
        sawAnnex = true
        open = nil
      }
    }
    if let part = Self.part(plain, line) {
      if sawAnnex { isSpoilt = true }
      begin(line, plain, isNumbered: part)
      return
    }
    if line.hasPrefix("#") || line.hasPrefix("<sup>") || line.hasPrefix("---") {
      // Furniture and footnotes end a paragraph's own lines only in so far as they stay with it.
      return append(line)
    }
    guard let open, !sawAnnex, let found = Self.labelled(line) else {
      if Self.beginsWithVerb(plain) {
        if Self.isItalic(line) { return close(line) }
        // A heading without marks, or the second line of a paragraph: who can tell?
        if let own = open { text.clauses[own].isClean = false }
      }
      return append(line)
    }
    // The converter ran an annex on behind the last paragraph.
    if found.text.contains(" ANNEX ") || found.text.contains(" RESOLUTION ") {
      text.clauses[open].isClean = false
    }
    let count = text.clauses[open].members.count
    let wanted = BaseText.label(count, isNumbered: text.clauses[open].isNumbered)
    guard found.label == wanted else {
      // A number in a clause with numbers, out of order: nobody can say what follows it.
      let isNumber = found.label.first?.isNumber == true
      if isNumber == text.clauses[open].isNumbered, isNumber || found.label.count == 2,
        !["i)", "v)", "x)"].contains(found.label)
      {
        text.clauses[open].isClean = false
      }
      return append(line)
    }
    text.clauses[open].members.append(text.paragraphs.count)
    text.paragraphs.append(
      BaseText.Paragraph(
        lead: found.lead, emphasis: found.emphasis, gap: found.gap, text: [.words(found.text)],
        tail: [], sources: [text.paragraphs.count]))
  }

  private mutating func begin(_ line: String, _ plain: String, isNumbered: Bool) {
    let core = plain.split(separator: ",").first.map(String.init) ?? plain
    text.parts.append(.clause(text.clauses.count))
    open = text.clauses.count
    text.clauses.append(
      BaseText.Clause(
        headingLine: line, names: core == plain ? [plain] : [plain, core],
        isNumbered: isNumbered, members: [], isClean: true, endMark: ""))
  }

  private static func beginsWithVerb(_ plain: String) -> Bool {
    let first = plain.prefix { $0 != " " }
    return (preambular + operative).contains { $0.prefix { $0 != " " } == first }
  }

  /// One pair of marks around the whole line: a heading that the converter ran into its only paragraph.
  /// Nothing behind it belongs to the clause before, and it must not move with a paragraph.
  private static func isItalic(_ line: String) -> Bool {
    line.hasPrefix("*")
      && line.drop { $0 == "*" }.drop { $0 != "*" }.allSatisfy { $0 == "*" || $0 == " " }
  }

  private mutating func close(_ line: String) {
    open = nil
    append(line)
  }

  private mutating func append(_ line: String) {
    guard let open, let last = text.clauses[open].members.last else {
      if let open, line.contains(where: { !$0.isWhitespace }) {
        // Words before the first label.
        text.clauses[open].isClean = false
      }
      text.parts.append(.line([.words(line)]))
      return
    }
    text.paragraphs[last].tail.append([.words(line)])
  }

  /// Whether a line is a heading, and of which part.
  private static func part(_ plain: String, _ line: String) -> Bool? {
    guard let first = plain.unicodeScalars.first, first.value >= 0x61, first.value <= 0x7A,
      plain.utf8.count < 160, !line.contains("\t"), plain.last.map(\.isLetter) == true,
      line.hasPrefix("*") || plain.utf8.count < 40
    else { return nil }
    func begins(_ words: String) -> Bool {
      plain == words || plain.hasPrefix(words + " ") || plain.hasPrefix(words + ",")
    }
    if operative.contains(where: begins) { return true }
    return preambular.contains(where: begins) ? false : nil
  }

  private static func labelled(_ line: String) -> (
    lead: String, emphasis: String, label: String, gap: String, text: String
  )? {
    var rest = line[...]
    var lead = ""
    if rest.hasPrefix("- ") {
      lead = "- "
      rest = rest.dropFirst(2)
    }
    let emphasis = rest.hasPrefix("*") ? "*" : ""
    rest = rest.dropFirst(emphasis.count)
    let core = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !core.isEmpty, core.count <= 2 else { return nil }
    rest = rest.dropFirst(core.count)
    var label = String(core)
    if core.allSatisfy(\.isNumber) {
      guard core.first != "0" else { return nil }
    } else {
      guard rest.hasPrefix(")") else { return nil }
      label += ")"
      rest = rest.dropFirst()
    }
    guard rest.hasPrefix(emphasis) else { return nil }
    rest = rest.dropFirst(emphasis.count)
    let gap = rest.prefix { $0 == " " || $0 == "\t" }
    guard !gap.isEmpty else { return nil }
    rest = rest.dropFirst(gap.count)
    guard rest.first?.isLetter == true || rest.first == "\"" else { return nil }
    return (lead, emphasis, label, String(gap), String(rest))
  }

  /// Judges the clauses, now that all of each is known.
  private mutating func finish() {
    for index in text.clauses.indices {
      let clause = text.clauses[index]
      guard clause.isClean else { continue }
      if !clause.isNumbered, clause.members.count > 8 {
        // `i)` behind `h)` may begin a sub-list.
        let later = clause.members.dropFirst(8).flatMap { text.paragraphs[$0].tail }
        let isTangled = later.contains { line in
          guard case .words(let words)? = line.first, let found = Self.labelled(words) else {
            return false
          }
          return found.label == "ii)"
        }
        if isTangled { text.clauses[index].isClean = false }
      }
      let names = text.clauses.flatMap(\.names)
      if clause.names.contains(where: { name in names.count { $0 == name } > 1 }) {
        text.clauses[index].isClean = false
      }
      guard let last = clause.members.last else { continue }
      text.clauses[index].endMark = Self.mark(text.paragraphs[last].words)
    }
  }

  static func mark(_ words: String) -> String {
    guard let last = words.reversed().first(where: { $0 != " " }), ";,.".contains(last) else {
      return ""
    }
    return String(last)
  }
}
