internal import Syntax

/// A paragraph of a summit text is cited in another form than `§ 78 a)`.
///
/// ## What it checks
/// A paragraph of a summit's text is cited with a section sign, a blank (best a no-break space) and a
/// number: § 64; a letter stands apart and has one bracket of its own: § 78 a). Several take the sign
/// twice: §§ 113-118. "paragraph 64 of the ... Agenda" and "para 64" are the same in words.
///
/// ## Why
/// This is the form of the texts adopted in 2018; the others occur there too, so that it is only a
/// hint (CONVENTIONS 2 and 4).
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// that §64 of the Harbour Plan asks for lamps and § 78b) for buoys,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// that § 64 of the Harbour Plan asks for lamps and § 78 b) for buoys,
/// ```
///
/// ## Fix
/// Safe: inserts what is missing, deletes what is too much.
struct PunctuationSectionSign: BlockRule {
  static let id = "punctuation/section-sign"
  static let severity = Severity.hint

  static let looksFor: BlockSigns = .paragraphs

  func check(_ block: BlockContext, _ report: inout Report) {
    // A paragraph is cited by a number, with the sign or in words; both are noted as citations.
    let places = block.block.index.citations
    var index = places.next(from: 0)
    let tokens = block.tokens
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .sectionSign {
        if index == 0 || tokens[index - 1].kind != .sectionSign { signed(block, index, &report) }
      } else if token.kind == .word, isNumbered(index, tokens) {
        switch token.hash {
        case ParagraphNouns.paragraph: written(block, index, (false, false), &report)
        case ParagraphNouns.paragraphs: written(block, index, (true, false), &report)
        case ParagraphNouns.para: written(block, index, (false, true), &report)
        case ParagraphNouns.paras: written(block, index, (true, true), &report)
        default: break
        }
      }
      index = places.next(from: index + 1)
    }
  }

  /// A number follows, or a full stop and a number.
  private func isNumbered(_ index: Int, _ tokens: TokenList) -> Bool {
    guard index + 1 < tokens.count else { return false }
    if tokens[index + 1].kind == .number { return true }
    return tokens[index + 1].isMark(0x2E) && index + 2 < tokens.count
      && tokens[index + 2].kind == .number
  }

  // MARK: - With the sign

  private func signed(_ block: BlockContext, _ index: Int, _ report: inout Report) {
    let tokens = block.tokens
    let sign = tokens[index]
    let double = index + 1 < tokens.count && tokens[index + 1].kind == .sectionSign
    var next = index + (double ? 2 : 1)
    guard next < tokens.count else { return }
    let signEnd = tokens[next - 1].end
    var members = 0
    var range = false
    while let member = SummitParagraph(block, at: next) {
      var edits = member.edits
      var start = member.start
      if members == 0 {
        start = Int(sign.start)
        if !tokens[next].hasSpaceBefore { edits.insert((Span(signEnd, signEnd), " "), at: 0) }
      }
      if !edits.isEmpty {
        let form = "\(double ? "§§" : "§") \(member.text)"
        report.add(
          "the form is `\(form)`", at: Span(start, member.end),
          fixes: [Self.fix(edits, title: "Write `\(members == 0 ? form : member.text)`")])
      }
      members += 1
      next = member.next
      guard let (after, isRange) = Self.joint(tokens, next) else { break }
      range = range || isRange
      next = after
    }
    guard members > 0 else { return }
    if range, !double, members > 1 {
      report.add(
        "several paragraphs take the sign twice", at: sign.span,
        fixes: [.insert("§", at: sign.end, title: "Write `§§`")])
    }
  }

  /// `, `, ` and `, `-` before a further number.
  private static func joint(_ tokens: TokenList, _ index: Int) -> (next: Int, isRange: Bool)? {
    var i = index
    var found = false
    var range = false
    while i < tokens.count {
      if tokens[i].kind == .dash {
        range = true
      } else if !tokens[i].isMark(0x2C), tokens[i].hash != and || tokens[i].kind != .word {
        break
      }
      found = true
      i += 1
    }
    return found ? (i, range) : nil
  }

  private static func fix(_ edits: [(span: Span, text: String)], title: String) -> Fix {
    var fix = Fix.replace(.none, with: "", title: title)
    fix.edits = edits.flatMap { Fix.replace($0.span, with: $0.text, title: title).edits }
    return fix
  }

  // MARK: - In words

  private static let and = wordHash("and")
  private static let of = wordHash("of")
  private static let texts = Set(
    ["agenda", "declaration", "commitment", "plan", "principles", "statement", "vision"]
      .map { wordHash($0) })

  /// - Parameter word: whether it stands for several; whether it is shortened, which is never right.
  private func written(
    _ block: BlockContext, _ index: Int, _ word: (several: Bool, short: Bool),
    _ report: inout Report
  ) {
    let tokens = block.tokens
    var next = index + 1
    if word.short, next < tokens.count, tokens[next].isMark(0x2E) { next += 1 }
    guard let first = SummitParagraph(block, at: next) else { return }
    var end = first.end
    next = first.next
    while let (after, _) = Self.joint(tokens, next), let member = SummitParagraph(block, at: after)
    {
      end = member.end
      next = member.next
    }
    guard word.short || citesSummit(tokens, next) else { return }
    let signs = word.several ? "§§" : "§"
    let name = Span(Int(tokens[index].start), Int(first.start))
    report.add(
      "`\(signs)` stands for `\(block.string(tokens[index].span))` before the number",
      at: Span(name.lower, end),
      fixes: [.replace(name, with: signs + " ", title: "Write `\(signs)`")])
  }

  /// `of the Tunis Agenda`: an article and names in capitals, the last one a kind of summit text.
  private func citesSummit(_ tokens: TokenList, _ index: Int) -> Bool {
    guard index + 2 < tokens.count, tokens[index].hash == Self.of else { return false }
    for token in tokens[(index + 1)...].prefix(7) where token.flags.contains(.capital) {
      if Self.texts.contains(token.hash) { return true }
    }
    return false
  }
}

/// The words that the section sign stands for.
private enum ParagraphNouns {
  static let paragraph = wordHash("paragraph")
  static let paragraphs = wordHash("paragraphs")
  static let para = wordHash("para")
  static let paras = wordHash("paras")
  static let all = WordSet([paragraph, paragraphs, para, paras])
}

extension Block {
  /// Whether a section sign or a word for it stands among what may begin a citation.
  var mayCiteParagraphs: Bool {
    if contents.contains(.sectionSigns) { return true }
    let nouns = ParagraphNouns.all
    return withTokens { tokens in
      var walk = index.citations.walk()
      var place = walk.next()
      while place < tokens.count {
        if nouns.contains(tokens[place].hash) { return true }
        place = walk.next()
      }
      return false
    }
  }
}
