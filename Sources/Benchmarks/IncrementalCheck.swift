import Rules
import Semantics
import Syntax
import TextModel

/// Random edits over real texts: after each one the tree and the findings must equal those of a
/// fresh parse of the same bytes.
struct IncrementalCheck {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> Int32 {
    let seed = options.seed
    let wanted = options.number("edits", 20_000)
    let sabotage = options.has("sabotage")
    var generator = Generator(seed)
    let examples = options.texts(in: Options.examples)
    var texts = options.texts()
    if options.corpus != Options.examples { texts += examples }
    texts.removeAll(where: \.bytes.isEmpty)
    // `--dress changes` and so on: texts of one kind only.
    let dresses = DressedText.Dress.allCases.filter {
      options.text("dress") == nil || options.text("dress") == "\($0)"
    }
    guard !texts.isEmpty else {
      print("no texts under \(options.corpus)")
      return 2
    }
    let pieces = texts.flatMap { Self.pieces($0.bytes) }
    print("incremental: \(wanted) edits, seed \(seed), \(texts.count) texts")
    let start = now()
    var done = 0
    var words = 0
    while done < wanted {
      let text = Self.text(texts, examples, &generator)
      let dressed = DressedText(
        text, dresses.randomElement(using: &generator) ?? .plain,
        &generator)
      // `--from N` repeats a failure found by a long run without checking all that led to it.
      var session = Session(
        bytes: dressed.bytes, pieces: pieces, words: dressed.words, sabotage: sabotage,
        types: options.has("typing"), dry: done + 40 < options.number("from", 0))
      for _ in 0..<40 where done < wanted {
        if let difference = session.step(&generator) {
          print("difference after edit \(done + 1) (seed \(seed)): \(difference)")
          return 1
        }
        done += 1
      }
      words += session.words
    }
    let seconds = Double(now() - start) / 1e9
    print(
      "incremental: \(done) edits, \(words) of them of a single word, no difference, "
        + "\(decimals(seconds, 1)) s")
    return 0
  }

  /// Runs of lines to paste: paragraphs, headings, titles of real texts.
  private static func pieces(_ bytes: [UInt8]) -> [[UInt8]] {
    let index = LineIndex(bytes)
    return stride(from: 0, to: index.starts.count, by: 3).map { line in
      Array(bytes[index.start(ofLine: line)..<index.start(ofLine: line + 3)].prefix(2_000))
    }
  }

  /// A part of a text, or several short ones: much goes from one resolution into the next.
  private static func text(
    _ texts: [(name: String, bytes: [UInt8])], _ examples: [(name: String, bytes: [UInt8])],
    _ generator: inout Generator
  ) -> [UInt8] {
    guard !examples.isEmpty, Int.random(in: 0..<3, using: &generator) == 0 else {
      return window(texts.randomElement(using: &generator)?.bytes ?? [], &generator)
    }
    return (0..<Int.random(in: 3...7, using: &generator)).flatMap { _ in
      (examples.randomElement(using: &generator)?.bytes ?? []) + [0x0A]
    }
  }

  /// A part of a text, long enough to hold several clauses.
  private static func window(_ text: [UInt8], _ generator: inout Generator) -> [UInt8] {
    guard text.count > 6_000 else { return text }
    let from =
      Bool.random(using: &generator) ? 0 : Int.random(in: 0..<text.count, using: &generator)
    return Array(text[from..<min(text.count, from + 6_000)])
  }

  private struct Session {
    var bytes: [UInt8]
    let pieces: [[UInt8]]
    /// What is typed in texts of this kind, beside what is typed in all.
    let ownWords: [String]
    let sabotage: Bool
    /// Nearly all edits are letters and words typed.
    let types: Bool
    let dry: Bool
    var document: Document
    var judgement: Judgement
    var undo: [TextEdit] = []
    /// Where the last word was typed.
    var caret = 0
    /// How many edits were known to change a word alone.
    var words = 0

    init(bytes: [UInt8], pieces: [[UInt8]], words: [String], sabotage: Bool, types: Bool, dry: Bool)
    {
      self.bytes = bytes
      self.pieces = pieces
      ownWords = words
      self.sabotage = sabotage
      self.types = types
      self.dry = dry
      document = Document(dry ? [] : bytes)
      judgement = Judgement(TextMeaning(document), settings: RuleSettings())
    }

    mutating func step(_ generator: inout Generator) -> String? {
      let edit = next(&generator)
      undo.append(
        TextEdit(
          range: edit.range.lowerBound..<(edit.range.lowerBound + edit.replacement.count),
          replacement: Array(bytes[edit.range])))
      bytes.replaceSubrange(edit.range, with: edit.replacement)
      if dry { return nil }
      let before = document
      document.apply(edit, rereading: !sabotage)
      let changed = before.section(at: edit.range.lowerBound)
      if before.sections.indices.contains(changed), document.sections.indices.contains(changed),
        document.sections[changed].wordChange(since: before.sections[changed]) != nil
      {
        words += 1
      }
      let meaning = TextMeaning(document, previous: judgement.meaning)
      judgement = Judgement(meaning, settings: RuleSettings(), previous: judgement)
      return difference().map { "\($0), edit \(edit.range) by \(edit.replacement.count) bytes" }
    }

    private func difference() -> String? {
      if document.bytes != bytes { return "the bytes differ" }
      let fresh = Document(bytes)
      if let tree = TreeComparison.difference(document, fresh) { return tree }
      // Where there are tracked changes, sections are read in parts.
      if fresh.hasChanges,
        let tree = TreeComparison.difference(fresh, Document(readingAsOne: bytes))
      {
        return "read in parts: \(tree)"
      }
      let meaning = TextMeaning(fresh)
      for (kept, new) in zip(judgement.meaning.sections, meaning.sections)
      where kept.citations != new.citations {
        return "\(kept.citations.count) citations instead of \(new.citations.count)"
      }
      let findings = Judgement(meaning, settings: RuleSettings()).findings
      for finding in findings {
        if finding.range.upperBound > bytes.count { return "\(finding.rule) outside the text" }
        for fix in finding.fixes {
          for (edit, next) in zip(fix.edits, fix.edits.dropFirst())
          where edit.range.upperBound > next.range.lowerBound {
            return "\(finding.rule) has a fix whose edits overlap: \(fix)"
          }
        }
      }
      if findings != judgement.findings {
        let own = judgement.findings
        let first = zip(own, findings).first { $0 != $1 }
        return "\(own.count) findings instead of \(findings.count)"
          + (first.map { "; \($0) instead of \($1)" } ?? "")
      }
      return nil
    }

    /// Inserts, deletes, replaces, pastes, undoes; often at line borders and near marks.
    private mutating func next(_ generator: inout Generator) -> TextEdit {
      if !undo.isEmpty, Int.random(in: 0..<10, using: &generator) == 0 {
        return undo.removeLast()
      }
      let isTyped = Int.random(in: 0..<(types ? 20 : 3), using: &generator) == 0
      if isTyped != types, let edit = typing(&generator) { return edit }
      let at = place(&generator)
      let length = [0, 0, 0, 1, 1, 2, 7, 60, 400].randomElement(using: &generator) ?? 0
      let range = at..<min(bytes.count, at + length)
      switch Int.random(in: 0..<10, using: &generator) {
      case 0, 1: return TextEdit(range: range, replacement: [])
      case 2:
        return TextEdit(range: range, replacement: pieces.randomElement(using: &generator) ?? [])
      case 3:
        return TextEdit(range: range, replacement: [UInt8.random(in: 0...255, using: &generator)])
      default:
        let own = !ownWords.isEmpty && Bool.random(using: &generator)
        let word = (own ? ownWords : Self.words).randomElement(using: &generator) ?? ""
        return TextEdit(range: range, text: word)
      }
    }

    /// A letter more or less in some word, or another word for it; half the time where the last one was.
    private mutating func typing(_ generator: inout Generator) -> TextEdit? {
      let isNear = caret < bytes.count && Bool.random(using: &generator)
      var at = isNear ? caret : Int.random(in: 0...bytes.count, using: &generator)
      while at < bytes.count, !isASCIILetter(bytes[at]) { at += 1 }
      guard at < bytes.count else { return nil }
      var lower = at
      var upper = at
      while lower > 0, isASCIILetter(bytes[lower - 1]) { lower -= 1 }
      while upper < bytes.count, isASCIILetter(bytes[upper]) { upper += 1 }
      caret = at
      switch Int.random(in: 0..<4, using: &generator) {
      case 0:
        let other = Self.small.randomElement(using: &generator) ?? ""
        return TextEdit(range: lower..<upper, text: other)
      case 1: return TextEdit(range: at..<(at + 1), replacement: [])
      default:
        let letter = UInt8.random(in: 0x61...0x7A, using: &generator)
        let place = Bool.random(using: &generator) ? at : upper
        return TextEdit(range: place..<place, replacement: [letter])
      }
    }

    private func place(_ generator: inout Generator) -> Int {
      let at = Int.random(in: 0...bytes.count, using: &generator)
      guard Bool.random(using: &generator) else { return at }
      // Near the next line end, on one side of it or the other.
      var i = at
      while i < bytes.count, bytes[i] != 0x0A { i += 1 }
      return max(0, min(bytes.count, i + Int.random(in: -1...1, using: &generator)))
    }

    /// Words in small letters that mean something somewhere.
    static let small = [
      "and", "or", "to", "of", "in", "that", "the", "by", "above", "below", "further", "report",
      "submit", "annex", "annexed", "paragraph", "item", "resolves", "considering", "conference",
      "resolution", "ii", "a", "b", "bis", "seen", "lamp", "harbour", "Lamp", "Dubai", "Annex",
      "June", "Conference", "States", "than", "later", "shall",
    ]

    static let words = [
      "a", " ", "\n", "\n\n", "\r\n", "\r", "\t", ";", ",", ".", ":", ")", "(", "*", "**", "_",
      "`", "```\n", "<!--", "-->", "«", "é", "—", "\u{A0}", "\u{2011}", "、", "a)", "b)\t", "1 ",
      "2\t", "ii) ", "1.1 ", "12", "- ", "• ", "resolves", "*resolves*\n", "resolves 2 above",
      "considering", "considering a) and b)", "instructs the Secretary-General", "further",
      "RESOLUTION 5 (Rev. Dubai, 2018)\n", "# RESOLUTION 6 (DUBAI, 2018)\n", "MOD\n", "ANNEX\n",
      "ANNEX 1 TO RESOLUTION 5 (REV. DUBAI, 2018)\n", "The Council,\n", "<sup>1</sup> ",
      "[1: note]", "[^1]: note\n", "---\n", "____\n", "§ 5", "No.", "\u{FEFF}", "bis", "\u{1F600}",
      "<!-- resolute: ignore numbering/gap -->\n", "Ref.: Document C07/9.\n", "the", "|a|b|\n",
      "{++", "++}", "{--", "--}", "{~~", "~>", "~~}", "{>>", "<<}", "{==", "==}", "~~", "<ins>",
      "</ins>", "<del>", "</del>", "{++c) the new words;++}\n", "{--the old words--}",
      "{~~2~>3~~}", "{--\n\nnoting\n\nthe old words,\n\n--}", "{>>why?<<}", "~~~\n",
      "MOD SEN/56/1\n", "SUP SEN/56/2\n", "ADD SEN/56/3 ", "Reasons: none.\n", "Reasons:\n",
    ]
  }
}

/// Finds the first thing in which two trees differ.
enum TreeComparison {
  static func difference(_ left: Document, _ right: Document) -> String? {
    if left.sections.count != right.sections.count {
      return "\(left.sections.count) sections instead of \(right.sections.count)"
    }
    if left.starts != right.starts { return "sections begin elsewhere" }
    for (index, (one, other)) in zip(left.sections, right.sections).enumerated() {
      if let found = difference(one, other) { return "section \(index): \(found)" }
    }
    return nil
  }

  private static func difference(_ left: Section, _ right: Section) -> String? {
    if left.bytes != right.bytes || left.source != right.source { return "the bytes differ" }
    if left.changes != right.changes { return "the tracked changes differ" }
    if left.blocks.count != right.blocks.count {
      return "\(left.blocks.count) blocks instead of \(right.blocks.count)"
    }
    for (index, (one, other)) in zip(left.blocks, right.blocks).enumerated() {
      let same =
        one.kind == other.kind && one.length == other.length && one.label == other.label
        && one.content == other.content && one.tokens == other.tokens
        && one.heading == other.heading && one.title == other.title
        && one.listMark == other.listMark && one.indent == other.indent
        && one.lineCount == other.lineCount && one.contextAfter == other.contextAfter
        && one.startsSection == other.startsSection && one.contents == other.contents
        && isSame(one.index, other.index, one.tokens.count)
      if !same {
        return "block \(index): \(one.kind) \(one.length) is \(other.kind) \(other.length)"
      }
    }
    // The tree is a function of the blocks and the bytes; its parts are compared all the same.
    let one = "\(left.resolution)"
    let other = "\(right.resolution)"
    return one == other ? nil : "the trees differ"
  }

  /// Whether the same is noted of the same words.
  private static func isSame(_ one: WordIndex, _ other: WordIndex, _ count: Int) -> Bool {
    func places(_ list: WordIndex.Places) -> [Int] {
      var found: [Int] = []
      var walk = list.walk()
      var place = walk.next()
      while place < count {
        found.append(place)
        place = walk.next()
      }
      return found
    }
    func all(_ index: WordIndex) -> [[Int]] {
      [index.openers, index.citations, index.terms, index.unusual, index.names, index.pairs]
        .map(places)
    }
    return one.count == other.count && one.hasDoubled == other.hasDoubled && all(one) == all(other)
      && one.hasNames == other.hasNames && one.mayRefer == other.mayRefer
      && one.mayBeNoted == other.mayBeNoted && one.hasCitations == other.hasCitations
  }
}
