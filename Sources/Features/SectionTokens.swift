internal import Rules
internal import Semantics
internal import Syntax
internal import TextModel

/// A token in its section.
struct SectionToken: Sendable {
  /// Byte offset and length.
  var offset: Int32
  var bytes: Int32
  /// From the section's first line.
  var line: Int32
  /// Units of the client's encoding.
  var column: Int32
  var length: Int32
  var type: SemanticTokenType
  var modifiers: SemanticTokenModifiers
}

/// The tokens of one section; kept as long as its meaning is.
final class SectionTokens: Sendable {
  let meaning: SectionMeaning
  let isSpokenOf: Bool
  /// In the order of the text; none overlaps another, none goes over a line end.
  let tokens: [SectionToken]

  init(_ meaning: SectionMeaning, part: Part?, _ encoding: PositionEncoding) {
    self.meaning = meaning
    isSpokenOf = part != nil
    guard let part else {
      tokens = []
      return
    }
    var reader = TokenReader(part: part)
    reader.read()
    tokens = meaning.section.source.withByteView { view in
      TokenPlacer(view: view, encoding: encoding).place(reader.ordered())
    }
  }
}

/// Finds what is to be told of the words, before lines and columns are counted.
private struct TokenReader {
  typealias Found = (start: Int, end: Int, type: SemanticTokenType, SemanticTokenModifiers)

  let part: Part
  private var found: [Found] = []
  private var tree: Resolution { part.tree }

  init(part: Part) { self.part = part }

  mutating func read() {
    found.reserveCapacity(tree.paragraphs.count * 3)
    front()
    for clause in tree.clauses { heading(clause.heading) }
    for annex in tree.annexes { add(annex.title.span, .namespace, .declaration) }
    for paragraph in tree.paragraphs {
      if let label = paragraph.label { add(label.span, .enumMember, .declaration) }
    }
    for note in tree.footnotes { add(note.mark, .decorator, .declaration) }
    for comment in tree.comments { add(comment, .comment) }
    for reference in part.meaning.references { add(reference.span, .enumMember) }
    for citation in part.meaning.citations { add(citation.span, type(of: citation.kind)) }
    words()
    for mark in part.section.changes?.marks ?? [] { change(mark) }
  }

  /// The signs of a tracked change, what it deletes and what it says.
  private mutating func change(_ mark: TrackedChanges.Mark) {
    func span(_ range: Range<Int>) -> Span { Span(range.lowerBound, range.upperBound) }
    switch mark.kind {
    case .comment: add(span(mark.range), .comment)
    case .deletion: add(span(mark.range), .comment, .deprecated)
    case .insertion, .highlight, .substitution:
      let kept = mark.new
      add(Span(mark.range.lowerBound, mark.range.lowerBound + min(3, mark.range.count)), .operator)
      add(span(mark.old), .comment, .deprecated)
      if mark.kind == .substitution {
        add(Span(mark.old.upperBound, kept.lowerBound), .operator)
      }
      add(Span(kept.upperBound, mark.range.upperBound), .operator)
    }
  }

  private mutating func front() {
    if let proposal = tree.proposal { add(proposal.nounSpan, .modifier) }
    if let title = tree.title { add(title.span, .class, .declaration) }
    if let formula = tree.formula { add(formula.span, .type) }
  }

  private mutating func heading(_ heading: HeadingShape) {
    guard !heading.addressees.isEmpty, heading.addressees.lower > heading.span.lower else {
      return add(heading.span, .keyword, .declaration)
    }
    let verb = part.section.bytes.withByteView { view in
      var end = heading.addressees.lower
      while end > heading.span.lower, view[end - 1] <= 0x20 { end -= 1 }
      return Span(heading.span.lower, end)
    }
    add(verb, .keyword, .declaration)
    add(heading.addressees, .parameter)
    add(Span(heading.addressees.upper, heading.span.upper), .keyword)
  }

  private func type(of kind: Citation.Kind) -> SemanticTokenType {
    switch kind {
    case .resolution, .decision, .recommendation, .opinion: .class
    case .provision, .article, .paragraph, .actionLine: .property
    case .document: .string
    case .annex: .namespace
    }
  }

  /// Acronyms and footnote marks.
  private mutating func words() {
    let acronyms = AcronymPlaces(part.section)
    for (index, block) in part.section.blocks.enumerated() {
      switch block.kind {
      case .item, .bullet, .text, .footnote, .closing: break
      default: continue
      }
      if block.kind != .footnote, block.contents.contains(.footnoteMarks) {
        let start = part.section.start(ofBlock: index)
        for token in block.tokens where token.kind == .footnoteMark {
          add(token.span.shifted(by: start), .decorator)
        }
      }
      var uses: [AcronymPlaces.Use] = []
      acronyms.uses(inBlock: index) { uses.append($0) }
      for use in uses { add(use.span, .macro, use.defines ? .declaration : []) }
    }
  }

  private mutating func add(
    _ span: Span, _ type: SemanticTokenType, _ modifiers: SemanticTokenModifiers = []
  ) {
    if !span.isEmpty { found.append((span.lower, span.upper, type, modifiers)) }
  }

  /// In the order of the text; of two that begin together the longer, of two that overlap the first.
  func ordered() -> [Found] {
    // Offsets in a section fit in 32 bits, so that a key holds the order and the place.
    var keys = found.enumerated().map { index, found in
      (UInt64(UInt32(clamping: found.start)) << 32) | UInt64(UInt32(clamping: index))
    }
    keys.sort()
    var ordered: [Found] = []
    ordered.reserveCapacity(keys.count)
    for key in keys {
      let next = found[Int(key & 0xFFFF_FFFF)]
      if let last = ordered.last, next.start < last.end {
        if next.start == last.start, next.end > last.end { ordered[ordered.count - 1] = next }
        continue
      }
      ordered.append(next)
    }
    return ordered
  }
}

/// Counts lines and columns, and cuts what goes over a line end.
private struct TokenPlacer {
  let view: ByteView
  let encoding: PositionEncoding
  private var lineStart = 0
  private var lineEnd: Int
  private var line = 0
  /// Up to where the columns of the line have been counted.
  private var counted = 0
  private var column = 0
  private var tokens: [SectionToken] = []

  init(view: ByteView, encoding: PositionEncoding) {
    self.view = view
    self.encoding = encoding
    lineEnd = view.endOfLine(from: 0)
  }

  consuming func place(_ found: [TokenReader.Found]) -> [SectionToken] {
    tokens.reserveCapacity(found.count)
    for (start, end, type, modifiers) in found {
      var from = start
      while from < end {
        while from >= lineEnd, lineEnd < view.count {
          lineStart = view.afterLineEnd(lineEnd)
          lineEnd = view.endOfLine(from: lineStart)
          line += 1
          counted = lineStart
          column = 0
        }
        // Blanks at the ends of a line are no part of the words.
        from = max(from, lineStart)
        while from < min(end, lineEnd), view[from] <= 0x20 { from += 1 }
        var to = min(end, lineEnd)
        while to > from, view[to - 1] <= 0x20 { to -= 1 }
        if to > from { add(from, to, type, modifiers) }
        guard end > lineEnd, lineEnd < view.count else { break }
        from = view.afterLineEnd(lineEnd)
      }
    }
    return tokens
  }

  private mutating func add(
    _ from: Int, _ to: Int, _ type: SemanticTokenType, _ modifiers: SemanticTokenModifiers
  ) {
    column += units(in: view.slice(counted, from), encoding)
    let length = units(in: view.slice(from, to), encoding)
    tokens.append(
      SectionToken(
        offset: Int32(clamping: from), bytes: Int32(clamping: to - from),
        line: Int32(clamping: line), column: Int32(clamping: column),
        length: Int32(clamping: length), type: type, modifiers: modifiers))
    column += length
    counted = to
  }
}
