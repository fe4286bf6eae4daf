internal import TextModel

/// Turns offsets in one side of a text, counted from a block's first byte there, into places, counted
/// from the block's first byte as written.
struct BlockPlacer {
  let text: PlacedText
  /// Of the block in the side.
  let start: Int
  /// Of the block as written.
  let origin: Int

  func lower(_ offset: Int) -> Int { text.place(of: start + offset) - origin }

  func upper(_ offset: Int) -> Int { max(0, text.end(of: start + offset) - origin) }

  func span(_ span: Span) -> Span {
    guard !span.isEmpty else {
      let end = upper(span.lower)
      return Span(end, end)
    }
    return Span(lower(span.lower), upper(span.upper))
  }

  /// A span that is there or not.
  func part(_ span: Span) -> Span { span.isEmpty ? span : self.span(span) }

  func heading(_ shape: HeadingShape, contentEnd: Int) -> HeadingShape {
    var shape = shape
    shape.span = span(shape.span)
    let text = Int(shape.textStart)
    shape.textStart = Int32(clamping: text < contentEnd ? lower(text) : upper(contentEnd))
    shape.verb = span(shape.verb)
    shape.addressees = part(shape.addressees)
    shape.endMark = part(shape.endMark)
    return shape
  }

  func title(_ shape: TitleShape) -> TitleShape {
    var shape = shape
    shape.nounSpan = part(shape.nounSpan)
    shape.number = part(shape.number)
    shape.bracket = part(shape.bracket)
    shape.place = part(shape.place)
    shape.year = part(shape.year)
    shape.revision = part(shape.revision)
    shape.span = part(shape.span)
    shape.rest = part(shape.rest)
    return shape
  }

  func label(_ label: Label, content: Span) -> Label {
    var label = label
    label.span = span(label.span)
    label.textStart = content.start
    return label
  }

  func token(_ token: Token) -> Token {
    Token(
      start: lower(Int(token.start)), end: upper(token.end), kind: token.kind, flags: token.flags,
      hash: token.hash)
  }
}

extension Block {
  /// The block of one side as it stands in the text as written.
  ///
  /// - Parameters:
  ///   - length: bytes as written, what the side leaves out before and in the block included.
  ///   - lineCount: line ends in them.
  func placed(by placer: BlockPlacer, length: Int, lineCount: Int) -> Block {
    let content = placer.span(content)
    var detail: Detail?
    if heading != nil || title != nil {
      detail = Detail(
        heading: heading.map { placer.heading($0, contentEnd: self.content.upper) },
        title: title.map(placer.title))
    }
    return Block(
      kind: kind, length: length, lineCount: lineCount, startsSection: startsSection,
      label: label.map { placer.label($0, content: content) }, content: content,
      tokens: TokenList(tokens.map(placer.token)), contents: contents, index: index, detail: detail,
      listMark: listMark < 0 ? -1 : Int32(clamping: placer.lower(Int(listMark))), indent: indent,
      contextAfter: contextAfter)
  }
}
