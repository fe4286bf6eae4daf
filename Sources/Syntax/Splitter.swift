internal import Grammar
internal import TextModel

/// Cuts a text into blocks, line by line, looking only back and only at a `SplitContext`: the same
/// bytes behind the same context always give the same blocks. Every byte ends up in one block.
struct Splitter {
  let view: ByteView
  let vocabulary: Vocabulary
  private(set) var context: SplitContext
  private var offset: Int
  private let tokens: TokenBuffer
  /// The line that ended the block before, read already.
  private var pendingLine: LineShape
  private var pendingReading = Reading(kind: .blank, opens: false)
  private var hasPending = false
  /// What the last line that was read has of a heading or title; offsets count from the view. Kept
  /// apart, so that readings are plain bytes.
  private var detail: Block.Detail?
  /// Known where only a few blocks of the text are read, after an edit.
  private let earlier: EarlierTokens?
  /// Of the last block, the token that is all that the edit changed.
  private(set) var changedToken: Int?

  init(
    _ view: ByteView, from offset: Int, context: SplitContext, vocabulary: Vocabulary,
    earlier: EarlierTokens? = nil
  ) {
    self.earlier = earlier
    self.view = view
    self.offset = offset
    self.context = context
    self.vocabulary = vocabulary
    tokens = TokenBuffer(vocabulary, keeping: earlier != nil ? 0 : min(1024, view.count / 4))
    pendingLine = LineShape(view, from: view.count)
  }

  /// What a line is on its own, and whether it opens a block.
  private struct Reading {
    var kind: Block.Kind
    var opens: Bool
    var label: Label?
  }

  /// The next block, or `nil` at the end of the text.
  mutating func next() -> Block? {
    guard offset < view.count else { return nil }
    let start = offset
    let before = context
    var line: LineShape
    let first: Reading
    if hasPending {
      line = pendingLine
      first = pendingReading
      hasPending = false
    } else {
      line = LineShape(view, from: start)
      first = read(line)
    }
    let firstDetail = detail
    detail = nil
    let firstLine = line
    var lines = 0
    var contentEnd = line.isBlank ? start : line.contentEnd
    while true {
      if view.count > line.textEnd { lines += 1 }
      advance(over: line, kind: first.kind, first: lines <= 1)
      offset = line.next
      guard offset < view.count else { break }
      line = LineShape(view, from: offset)
      if context.inside != .text { continue }
      if line.isBlank { continue }
      if first.kind == .blank || context.afterBlank { break }
      let reading = read(line)
      if reading.opens {
        pendingLine = line
        pendingReading = reading
        hasPending = true
        break
      }
      contentEnd = line.contentEnd
    }
    if context.inside != .text || first.kind == .code || first.kind == .comment {
      contentEnd = LineShape.trimmedEnd(view, from: start, to: offset)
    }
    let block = makeBlock(
      start: start, first: first, firstDetail, line: firstLine, contentEnd: contentEnd,
      lines: lines, before: before)
    return block
  }

  // MARK: - Reading a line

  private mutating func read(_ line: LineShape) -> Reading {
    if line.isBlank { return Reading(kind: .blank, opens: context.afterBlank) }
    let byte = view[line.content]
    if let kind = fixed(line, byte) { return Reading(kind: kind, opens: true) }
    if isASCIIUpper(byte) || byte == 0x28 {
      let reader = TitleReader(view: view, line: line, afterBlank: context.afterBlank)
      if let (kind, title) = reader.read() {
        detail = Block.Detail(heading: nil, title: title)
        return Reading(kind: kind, opens: true)
      }
      if byte == 0x54,
        let formula = FormulaReader(view: view, line: line, vocabulary: vocabulary).read()
      {
        detail = Block.Detail(heading: nil, title: formula)
        return Reading(kind: .formula, opens: true)
      }
    }
    if let label = label(line) { return Reading(kind: .item, opens: true, label: label) }
    let headings = HeadingReader(
      view: view, line: line, vocabulary: vocabulary, context: context, buffer: tokens)
    if !continuesHeading(line), let heading = headings.read() {
      detail = Block.Detail(heading: heading, title: nil)
      return Reading(kind: .heading, opens: true)
    }
    if line.listMark >= 0, !continuesSentence(line) {
      return Reading(kind: .bullet, opens: true)
    }
    if line.hashes > 0 { return Reading(kind: .markdownHeading, opens: true) }
    return Reading(kind: .text, opens: opensParagraph(line))
  }

  // MARK: - Labels and continuation

  private func label(_ line: LineShape) -> Label? {
    // Bytes that can begin a label: a letter followed closely by a bracket, a digit, a parenthesis.
    let byte = view[line.content]
    guard isASCIIDigit(byte) || byte == 0x28 || hasBracketNear(line) else { return nil }
    guard let label = LabelReader(view: view, limit: line.contentEnd).read(at: line.content)
    else { return nil }
    let set = line.listMark >= 0 || context.afterBlank
    // "2018)," may be the second line of a formula.
    if context.kind == .formula, !context.afterBlank, label.ordinal > 99 { return nil }
    if continuesReference(label, line) { return nil }
    switch label.form {
    case .letter, .roman:
      if label.closing == .brackets, !set, !context.terminated { return nil }
      if label.ordinal == 0, label.roman == 0 {
        // Two unlike letters: a label only where one is expected beyond doubt.
        guard label.tabbed || context.terminated || set else { return nil }
      }
      if label.glued, !set, !context.terminated, context.kind != .heading { return nil }
      if context.ending == .open, !set, !label.tabbed { return nil }
      return label
    case .digit, .decimal:
      guard Int(label.textStart) < line.contentEnd || label.tabbed || context.terminated || set
      else { return nil }
      let plain = label.closing == .none
      if plain, label.form == .digit, label.ordinal > 99, !label.tabbed { return nil }
      if label.tabbed { return label }
      guard set || context.terminated || context.kind == .heading else { return nil }
      // A number and a blank: a paragraph begins with a letter, a quotation, a bracket or a sign.
      let next = view[Int(label.textStart)]
      if Int(label.textStart) >= line.contentEnd { return label.form == .digit ? label : nil }
      if plain, isASCIIUpper(next),
        Self.months.contains(where: { view.matches($0, at: Int(label.textStart)) })
      {
        return nil
      }
      guard
        isASCIILetter(next) || next >= 0xC2 || next == 0x22 || next == 0x28 || next == 0x2A
          || next == 0x5B || next == 0x3C || next == 0x7B
      else { return nil }
      return label
    case .bullet: return nil
    }
  }

  /// `16 June 2015` at the start of a line is a date.
  private static let months: [StaticString] = [
    "January ", "February ", "March ", "April ", "May ", "June ", "July ", "August ", "September ",
    "October ", "November ", "December ",
  ]

  private func hasBracketNear(_ line: LineShape) -> Bool {
    var i = line.content
    let limit = min(line.contentEnd, i + 16)
    while i < limit {
      let byte = view[i]
      if byte == 0x29 { return true }
      guard isASCIILetter(byte) || byte == 0x2A || byte == 0x5F || byte >= 0x80 else {
        return false
      }
      i += 1
    }
    return false
  }

  /// The line before ends with the opening of a reference ("resolves", "No."), or the line goes on
  /// as a list of labels does ("b) and c) above"): then the label belongs to a sentence.
  private func continuesReference(_ label: Label, _ line: LineShape) -> Bool {
    guard line.listMark < 0, !context.afterBlank else { return false }
    if context.ending == .reference { return true }
    guard !context.terminated || context.ending == .comma else { return false }
    let text = Int(label.textStart)
    let next = view[text]
    if next == 0x2C || next == 0x3B { return true }
    for word in ["and", "or", "above", "below"] as [StaticString]
    where view.matches(word, at: text) && !isASCIILetter(view[text + word.utf8CodeUnitCount]) {
      return true
    }
    return false
  }

  private func continuesHeading(_ line: LineShape) -> Bool {
    context.kind == .heading && !context.afterBlank && context.ending == .open
  }

  /// An en dash or hyphen that goes on with a broken sentence is no bullet.
  private func continuesSentence(_ line: LineShape) -> Bool {
    guard !context.afterBlank, !context.terminated else { return false }
    return view[line.listMark] == 0xE2 && view[line.listMark + 2] != 0xA2
  }

  /// Whether a plain line begins a paragraph, or goes on with the one before.
  private func opensParagraph(_ line: LineShape) -> Bool {
    if context.afterBlank { return true }
    switch context.kind {
    case .heading: return context.ending != .open
    case .formula:
      // A formula broken before or inside its bracket goes on.
      let byte = view[line.content]
      return !(byte == 0x28 && context.ending == .other)
        && !(isASCIIDigit(byte) && context.ending == .comma)
    case .proposal, .furniture, .comment, .code, .footnote, .annexTitle, .sectionTitle,
      .markdownHeading, .closing, .table:
      return true
    case .title: return true
    case .blank: return true
    case .item, .bullet, .text: break
    }
    switch context.ending {
    case .semicolon: return true
    case .colon: return true
    case .open, .reference: return false
    // No paragraph begins with a number that is not its label.
    case .other where isASCIIDigit(view[line.content]),
      .comma where isASCIIDigit(view[line.content]):
      return false
    case .other: return context.longLine && !isASCIILower(view[line.content])
    case .comma, .stop, .start: return context.longLine
    }
  }

  // MARK: - Context

  private mutating func advance(over line: LineShape, kind: Block.Kind, first: Bool) {
    if context.inside == .code {
      if view[line.content] == context.fence, view[line.content + 1] == context.fence,
        view[line.content + 2] == context.fence, !first
      {
        context.inside = .text
      }
      context.afterBlank = false
      return
    }
    if context.inside == .comment || (kind == .comment && first) {
      context.inside = containsCommentEnd(line) ? .text : .comment
      // A comment leaves the paragraph that it interrupts as it was, but ends the line.
      context.afterBlank = false
      // A proposal's mark still belongs to the title behind the comment.
      if context.kind != .proposal { context.kind = .comment }
      context.ending = .start
      return
    }
    if line.isBlank {
      context.afterBlank = true
      return
    }
    if kind == .code {
      context.inside = .code
      context.fence = view[line.content]
      context.kind = .code
      context.ending = .start
      context.afterBlank = false
      return
    }
    context.afterBlank = false
    context.kind = kind
    context.ending =
      kind == .furniture
      ? context.ending
      : EndingReader(
        view: view, vocabulary: vocabulary
      ).read(line, kind: kind)
    context.longLine = line.contentEnd - line.content > 110
    if kind == .title {
      context.linesSinceTitle = 0
    } else if context.linesSinceTitle < 9 {
      context.linesSinceTitle += 1
    }
  }

  private func containsCommentEnd(_ line: LineShape) -> Bool {
    var i = line.start
    while i < line.textEnd {
      if view[i] == 0x2D, view.matches("-->", at: i) { return true }
      i += 1
    }
    return false
  }

  // MARK: - Blocks

  private mutating func makeBlock(
    start: Int, first: Reading, _ firstDetail: Block.Detail?, line: LineShape, contentEnd: Int,
    lines: Int, before: SplitContext
  ) -> Block {
    let local = view.slice(start, offset)
    let shift = -start
    var content = line.content
    if let label = first.label { content = Int(label.textStart) }
    content = min(content, max(contentEnd, line.content))
    var label: Label?
    if var moved = first.label {
      moved.span = moved.span.shifted(by: shift)
      moved.textStart = Int32(clamping: content - start)
      label = moved
    }
    let detail = detail(
      first.kind, firstDetail, line: line, contentEnd: contentEnd, before: before, shift: shift)
    var words = TokenList.none
    var contents: Token.Contents = []
    var index = WordIndex()
    let ownContent = Span(content - start, max(content, contentEnd) - start)
    changedToken = nil
    switch first.kind {
    case .blank: break
    case .comment, .code, .furniture, .table:
      if local.mayHoldChange(from: 0, to: local.count) { contents.insert(.changes) }
    default:
      if let known = earlier?.tokens(of: local, at: start, label: label, content: ownContent) {
        words = known.tokens
        contents = known.contents
        index = known.index
        changedToken = known.changed
        break
      }
      var lexer = Lexer(
        local.slice(0, max(0, contentEnd - start)), from: max(0, content - start), into: tokens,
        slack: view.count - max(contentEnd, start))
      lexer.startEmphasis(from: max(line.start, line.commentEnd) - start)
      lexer.run()
      words = tokens.keep()
      contents = tokens.contents
      index = tokens.index
      if line.commentEnd >= 0 { contents.insert(.comments) }
      let behind = local[max(content, contentEnd) - start]
      if behind != 0x0A, behind != 0x0D { contents.insert(.trailingBlanks) }
    }
    return Block(
      kind: first.kind, length: offset - start, lineCount: lines,
      startsSection: startsSection(first.kind, before), label: label,
      content: ownContent, tokens: words, contents: contents, index: index, detail: detail,
      listMark: line.listMark < 0 ? -1 : Int32(clamping: line.listMark - start),
      indent: UInt8(clamping: line.indent), contextAfter: context)
  }

  /// What a heading or a title says, counted from the block.
  private func detail(
    _ kind: Block.Kind, _ first: Block.Detail?, line: LineShape, contentEnd: Int,
    before: SplitContext, shift: Int
  ) -> Block.Detail? {
    guard first != nil || kind == .formula else { return nil }
    var heading = first?.heading
    var title = first?.title
    if contentEnd > line.contentEnd, heading != nil || kind == .formula {
      // The first line was enough to know the kind; what it says stands on all of them.
      var whole = line
      whole.contentEnd = contentEnd
      if kind == .formula {
        title =
          FormulaReader(view: view, line: whole, vocabulary: vocabulary).read() ?? title
      } else {
        let reader = HeadingReader(
          view: view, line: whole, vocabulary: vocabulary, context: before, buffer: tokens)
        heading = reader.read() ?? heading
      }
    }
    guard heading != nil || title != nil else { return nil }
    return Block.Detail(heading: heading?.shifted(by: shift), title: title?.shifted(by: shift))
  }

  /// A title begins a resolution, unless its proposal mark has begun it already. A formula with no
  /// title near begins one too.
  private func startsSection(_ kind: Block.Kind, _ before: SplitContext) -> Bool {
    switch kind {
    case .proposal: true
    case .title: before.kind != .proposal
    case .formula: before.linesSinceTitle >= 9
    default: false
    }
  }
}
