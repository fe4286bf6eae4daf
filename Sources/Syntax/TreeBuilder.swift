internal import Grammar
internal import TextModel

/// Puts a section's blocks together to a resolution. Looks at blocks only, never at the words of a
/// paragraph, so that its cost is that of the section's block count.
struct TreeBuilder {
  let view: ByteView
  let blocks: [Block]
  let starts: [Int]
  let vocabulary: Vocabulary

  private var tree = Resolution()
  private var clause = -1
  private var annex = -1
  /// The last paragraph may still be continued.
  private var open = false
  /// A page break, a rule or a footnote stood between.
  private var interrupted = false
  private var started = false
  /// The reasons of a proposal have begun: what follows belongs to them.
  private var inReasons = false

  init(view: ByteView, blocks: [Block], starts: [Int], vocabulary: Vocabulary) {
    self.view = view
    self.blocks = blocks
    self.starts = starts
    self.vocabulary = vocabulary
  }

  mutating func build() -> Resolution {
    var found = false
    // Nearly every block is a paragraph.
    tree.paragraphs.reserveCapacity(blocks.count)
    for index in blocks.indices {
      let block = blocks[index]
      switch block.kind {
      case .blank, .comment, .furniture: break
      default:
        if !found { tree.start = starts[index] }
        found = true
      }
      add(block, index)
    }
    closeAnnex(at: view.count)
    dropTail()
    resolveNumbers()
    return tree
  }

  private mutating func add(_ block: Block, _ index: Int) {
    let start = starts[index]
    switch block.kind {
    case .blank: break
    case .proposal: tree.proposal = block.title?.shifted(by: start)
    case .title:
      if tree.title == nil, !started {
        tree.title = block.title?.shifted(by: start)
        takeMark()
      }
      takeGluedSubject(block, start)
    case .formula:
      if tree.formula == nil, annex < 0 { tree.formula = block.title?.shifted(by: start) }
      open = false
    case .heading:
      inReasons = false
      addHeading(block, index)
    case .item where inReasons, .bullet where inReasons, .text where inReasons:
      tree.reasons = Span(tree.reasons.lower, block.content.upper + start)
    case .item, .bullet, .text, .markdownHeading: addText(block, index)
    case .annexTitle, .sectionTitle:
      inReasons = false
      addAnnex(block, index)
    case .footnote:
      addFootnote(block, index)
      interrupted = true
    case .closing:
      let span = block.content.shifted(by: start)
      tree.closings.append(span)
      // "Reasons", not "Ref."
      if asciiLower(view[span.lower + 2]) == 0x61 {
        inReasons = true
        if tree.reasons.isEmpty { tree.reasons = span }
      }
      open = false
    case .furniture: interrupted = true
    case .comment:
      tree.comments.append(block.content.shifted(by: start))
    case .table, .code: open = false
    }
  }

  // MARK: - Front

  /// A proposal's mark may stand on the title's line.
  private mutating func takeMark() {
    guard tree.proposal == nil, let title = tree.title else { return }
    tree.proposal = TitleReader.mark(before: title, in: view)
  }

  private mutating func takeGluedSubject(_ block: Block, _ start: Int) {
    guard let rest = block.title?.rest, !rest.isEmpty, tree.subject.isEmpty else { return }
    tree.subject = rest.shifted(by: start)
  }

  private mutating func addFront(_ block: Block, _ start: Int) {
    let span = block.content.shifted(by: start)
    if view[span.lower] == 0x28, let title = tree.title {
      // `(C07)` under a Council title; `(Hammamet, 2016)` under a subject.
      var shape = title
      if title.bracket.isEmpty, title.form == .councilBook {
        BracketReader(view: view).read(Span(span.lower, span.upper), into: &shape)
        tree.title = shape
        return
      }
      if !tree.subject.isEmpty {
        tree.referenceLine = span
        return
      }
    }
    guard block.kind != .item, block.kind != .bullet else { return }
    guard tree.formula == nil else { return }
    if tree.subject.isEmpty {
      tree.subject = span
    } else if span.lower - tree.subject.upper < 400, tree.referenceLine.isEmpty {
      tree.subject = Span(tree.subject.lower, span.upper)
    }
  }

  // MARK: - Clauses

  private mutating func addHeading(_ block: Block, _ index: Int) {
    guard let shape = block.heading else { return }
    let start = starts[index]
    started = true
    let moved = shape.shifted(by: start)
    let words = headingWords(block, shape)
    tree.clauses.append(
      Clause(
        heading: moved, block: index,
        paragraphs: tree.paragraphs.count..<tree.paragraphs.count, annex: annex, words: words.0,
        coreCount: words.1))
    clause = tree.clauses.count - 1
    open = false
    interrupted = false
    if Int(shape.textStart) < block.content.upper {
      var paragraph = makeParagraph(block, index)
      paragraph.text = Span(Int(shape.textStart) + start, block.content.upper + start)
      paragraph.span = paragraph.text
      append(paragraph)
    }
  }

  private func headingWords(_ block: Block, _ shape: HeadingShape) -> ([UInt32], Int) {
    var words: [UInt32] = []
    words.reserveCapacity(min(shape.tokenCount, block.tokens.count))
    var core = -1
    for token in block.tokens.prefix(shape.tokenCount) {
      if token.isMark(0x2C), core < 0, tailFollows(block, token) { core = words.count }
      guard token.kind == .word || token.kind == .number else { continue }
      if vocabulary.isPassedOver(token.hash) { continue }
      words.append(token.hash)
    }
    return (words, core < 0 ? words.count : core)
  }

  private static let and = wordHash("and")

  /// A comma before "in", "with", "within", "each" begins a tail; other commas join addressees.
  private func tailFollows(_ block: Block, _ comma: Token) -> Bool {
    guard let next = block.tokens.first(where: { $0.start > comma.start }) else { return false }
    return !next.flags.contains(.capital) && !vocabulary.roles(of: next.hash).contains(.article)
      && next.kind == .word && next.hash != Self.and
  }

  private mutating func append(_ paragraph: Paragraph) {
    tree.paragraphs.append(paragraph)
    let count = tree.paragraphs.count
    if clause >= 0 {
      let lower = tree.clauses[clause].paragraphs.lowerBound
      tree.clauses[clause].paragraphs = lower..<count
    }
    open = true
    interrupted = false
  }

  private mutating func addText(_ block: Block, _ index: Int) {
    if clause < 0, annex < 0 {
      addFront(block, starts[index])
      return
    }
    if block.kind == .markdownHeading {
      // A heading of another kind ends the clause; what follows belongs to no clause.
      if clause >= 0, annex < 0 { addAnnex(block, index) } else { clause = -1 }
      open = false
      return
    }
    if block.kind == .text, open, continues(block, index) {
      extendLast(block, index)
    } else {
      append(makeParagraph(block, index))
    }
    splitGluedAnnex(block, index)
  }

  /// Whether a plain block goes on with the paragraph before it: that one was cut in the middle of a
  /// sentence, or it is a label that stands alone on its line.
  private func continues(_ block: Block, _ index: Int) -> Bool {
    guard let last = tree.paragraphs.last, last.annex == annex else { return false }
    if last.isLabelled, last.text.isEmpty { return true }
    // A mark alone on its line is the end of the paragraph before it, not a paragraph.
    if block.tokens.count == 1, block.tokens[0].kind == .mark { return true }
    let small = isASCIILower(view[starts[index] + block.content.lower])
    switch blocks[last.lastBlock].contextAfter.ending {
    case .open, .reference: return true
    case .other: return small
    case .comma: return small && interrupted
    default: return false
    }
  }

  private mutating func extendLast(_ block: Block, _ index: Int) {
    guard var paragraph = tree.paragraphs.popLast() else { return }
    let joined = makeParagraph(block, index)
    paragraph.lastBlock = index
    if paragraph.text.isEmpty { paragraph.text = joined.text }
    paragraph.text = Span(paragraph.text.lower, joined.text.upper)
    paragraph.span = Span(paragraph.span.lower, joined.span.upper)
    paragraph.end = joined.end
    paragraph.endMark = joined.endMark
    paragraph.endSpan = joined.endSpan
    append(paragraph)
  }

  private func makeParagraph(_ block: Block, _ index: Int) -> Paragraph {
    let start = starts[index]
    var label = block.label
    if let moved = label {
      label?.span = moved.span.shifted(by: start)
      label?.textStart = Int32(clamping: Int(moved.textStart) + start)
    }
    let text = block.content.shifted(by: start)
    let end = ParagraphEnd(block: block, view: view.slice(start, start + block.length))
    return Paragraph(
      kind: block.kind, block: index, label: label, clause: clause, annex: annex,
      span: Span(label?.span.lower ?? text.lower, text.upper), text: text,
      end: end.offset + start, endMark: end.mark,
      endSpan: end.mark == 0
        ? Span(end.offset + start, end.offset + start)
        : Span(end.markStart + start, end.offset + start))
  }

  // MARK: - Annexes and footnotes

  private mutating func closeAnnex(at offset: Int) {
    guard annex >= 0 else { return }
    let old = tree.annexes[annex]
    tree.annexes[annex].clauses = old.clauses.lowerBound..<tree.clauses.count
    tree.annexes[annex].paragraphs = old.paragraphs.lowerBound..<tree.paragraphs.count
    tree.annexes[annex].span = Span(old.span.lower, offset)
  }

  private mutating func addAnnex(_ block: Block, _ index: Int) {
    // Before the first clause "ANNEX" is a word of a contribution's cover.
    guard started else { return }
    let start = starts[index]
    let bare = TitleShape(
      noun: .section, nounSpan: .none, number: .none, bracket: .none, place: .none, year: .none,
      yearValue: 0, revision: .none, span: block.content, form: .bare, formula: -1, rest: .none)
    openAnnex((block.title ?? bare).shifted(by: start), at: start)
  }

  private mutating func openAnnex(_ title: TitleShape, at start: Int) {
    closeAnnex(at: start)
    tree.annexes.append(
      Annex(
        title: title, clauses: tree.clauses.count..<tree.clauses.count,
        paragraphs: tree.paragraphs.count..<tree.paragraphs.count, span: Span(start, start),
        isSection: title.noun == .section))
    annex = tree.annexes.count - 1
    clause = -1
    open = false
  }

  /// `... of the Union. ANNEX 1 TO RESOLUTION 9 ...`: a converter lost the line break before an annex.
  private mutating func splitGluedAnnex(_ block: Block, _ index: Int) {
    guard annex < 0, let at = GluedAnnex(block: block).position(),
      var paragraph = tree.paragraphs.popLast()
    else { return }
    let start = starts[index]
    let last = block.tokens[GluedAnnex(block: block).end(before: at)]
    let end = last.end + start
    paragraph.text = Span(paragraph.text.lower, end)
    paragraph.span = Span(paragraph.span.lower, end)
    paragraph.end = end
    paragraph.endMark = ParagraphEnd.endMark(last)
    paragraph.endSpan = last.span.shifted(by: start)
    append(paragraph)
    let noun = block.tokens[at]
    let lineEnd = block.content.upper
    let line = LineShape(view.slice(0, start + lineEnd), from: start + Int(noun.start))
    let title =
      TitleReader(view: view.slice(0, start + lineEnd), line: line, afterBlank: true)
      .read()?.1
    openAnnex(
      title
        ?? TitleShape(
          noun: .annex, nounSpan: noun.span.shifted(by: start), number: .none, bracket: .none,
          place: .none, year: .none, yearValue: 0, revision: .none,
          span: noun.span.shifted(by: start), form: .other, formula: -1, rest: .none),
      at: start + Int(noun.start))
  }

  private mutating func addFootnote(_ block: Block, _ index: Int) {
    let start = starts[index]
    var textStart = block.content.lower
    var markEnd = block.content.lower
    if let first = block.tokens.first {
      if first.kind == .footnoteMark || first.kind == .number {
        markEnd = first.end
        // A colon may stand behind the mark: `[^1]: text`.
        let rest = block.tokens.dropFirst().drop { $0.isMark(0x3A) }
        textStart = rest.first.map { Int($0.start) } ?? first.end
      } else {
        textStart = Int(first.start)
      }
    }
    tree.footnotes.append(
      Footnote(
        mark: Span(block.content.lower + start, markEnd + start),
        text: Span(textStart + start, block.content.upper + start), block: index))
  }

  // MARK: - After the last clause

  /// Plain paragraphs behind the full stop that ends the last clause belong to no clause: a
  /// signature, a page's foot.
  private mutating func dropTail() {
    guard let last = tree.bodyClauses.indices.last else { return }
    let range = tree.clauses[last].paragraphs
    guard tree.clauses[last].part == .operative, !range.isEmpty else { return }
    var end = range.upperBound
    while end - 1 > range.lowerBound, !tree.paragraphs[end - 1].isLabelled,
      tree.paragraphs[end - 1].kind == .text
    {
      end -= 1
    }
    guard end < range.upperBound, tree.paragraphs[end - 1].endMark == 0x2E else { return }
    tree.clauses[last].paragraphs = range.lowerBound..<end
    for i in end..<range.upperBound { tree.paragraphs[i].clause = -1 }
  }

  private mutating func resolveNumbers() {
    // One for all clauses: it counts the lists, and keeps its memory.
    var resolver = NumberResolver()
    for clause in tree.clauses.indices {
      resolver.resolve(&tree.paragraphs, tree.clauses[clause].paragraphs)
    }
    for (index, annex) in tree.annexes.enumerated() {
      // Paragraphs of an annex that stand in none of its clauses are numbered on their own.
      var from = annex.paragraphs.lowerBound
      let stop = annex.paragraphs.upperBound
      while from < stop {
        guard tree.paragraphs[from].clause < 0 else {
          from += 1
          continue
        }
        var to = from
        while to < stop, tree.paragraphs[to].clause < 0, tree.paragraphs[to].annex == index {
          to += 1
        }
        guard to > from else { break }
        resolver.resolve(&tree.paragraphs, from..<to)
        from = to
      }
    }
  }
}
