internal import Semantics
internal import Syntax
internal import TextModel

/// A directive to the linter in a comment: `<!-- resolute: ignore numbering/gap -->`. Works in
/// Markdown and in plain text. Offsets count from the section that it stands in.
struct Directive: Sendable {
  enum Verb: Sendable {
    /// `ignore`: the next paragraph, or the one it stands in.
    case paragraph
    /// `ignore-start`
    case start
    /// `ignore-end`
    case end
    /// `ignore-file`
    case file
    case unknown
  }

  struct Name: Sendable {
    /// A rule or a group, as written.
    var text: String
    var span: Span
  }

  var verb: Verb
  /// The verb as written.
  var verbSpan: Span
  /// From `<!--` to `-->`.
  var span: Span
  /// `span`, with its line when nothing else stands on it.
  var line: Span
  /// Rules and groups; none means all.
  var names: [Name]
  /// For `ignore`: the bytes of its paragraph; `nil` when that is in a later section.
  var target: Span?
}

/// Finds the directives of one section.
struct DirectiveReader {
  let section: Section

  /// Comments longer than this are no directives.
  private static let longest = 2_000

  static func directives(of meaning: SectionMeaning) -> [Directive] {
    let section = meaning.section
    // A comment is a block of its own or stands among words, whose block knows of it.
    guard section.contents.contains(.comments) || !section.resolution.comments.isEmpty else {
      return []
    }
    let reader = DirectiveReader(section: section)
    return section.bytes.withByteView { view in reader.read(view) }
  }

  /// The bytes of the first paragraph, heading or title, which a directive before the section means.
  static func firstTarget(of section: Section) -> Span? {
    DirectiveReader(section: section).target(fromBlock: 0)
  }

  private func read(_ view: ByteView) -> [Directive] {
    var directives: [Directive] = []
    var offset = 0
    while offset < view.count {
      offset = view.firstOffset(of: 0x3C, from: offset)
      guard view.matches("<!--", at: offset) else {
        offset += 1
        continue
      }
      guard let directive = directive(view, at: offset) else {
        offset += 4
        continue
      }
      directives.append(directive)
      offset = max(offset + 4, directive.span.upper)
    }
    return directives
  }

  private func directive(_ view: ByteView, at start: Int) -> Directive? {
    var offset = skipBlanks(view, start + 4)
    guard view.matches("resolute:", at: offset) else { return nil }
    let limit = min(view.count, start + Self.longest)
    var end = offset
    while end < limit, !view.matches("-->", at: end) { end += 1 }
    guard end < limit, !isQuoted(start) else { return nil }
    offset = skipBlanks(view, offset + 9)
    var words: [Directive.Name] = []
    while offset < end {
      let first = offset
      while offset < end, !isBlank(view[offset]), view[offset] != 0x2C { offset += 1 }
      if offset > first {
        words.append(
          Directive.Name(text: view.string(first, offset), span: Span(first, offset)))
      }
      while offset < end, isBlank(view[offset]) || view[offset] == 0x2C { offset += 1 }
    }
    let span = Span(start, end + 3)
    let verb = words.isEmpty ? nil : words.removeFirst()
    var directive = Directive(
      verb: Self.verb(verb?.text ?? ""), verbSpan: verb?.span ?? span, span: span,
      line: line(view, span), names: words, target: nil)
    if directive.verb == .paragraph { directive.target = target(of: directive) }
    return directive
  }

  private static func verb(_ text: String) -> Directive.Verb {
    switch text {
    case "ignore": .paragraph
    case "ignore-start": .start
    case "ignore-end": .end
    case "ignore-file": .file
    default: .unknown
    }
  }

  /// Code shows a directive, it does not give one.
  private func isQuoted(_ offset: Int) -> Bool {
    let index = section.block(at: offset)
    guard index < section.blocks.count else { return false }
    let block = section.blocks[index]
    if block.kind == .code { return true }
    let local = offset - section.starts[index]
    let tokens = block.tokens
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= local { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].kind == .opaque && tokens[low].span.contains(local)
  }

  private func line(_ view: ByteView, _ span: Span) -> Span {
    let before = span.lower == 0 ? 0x0A : view[span.lower - 1]
    let lineEnd = view.endOfLine(from: span.upper)
    guard before == 0x0A || before == 0x0D, lineEnd == span.upper else { return span }
    return Span(span.lower, view.afterLineEnd(lineEnd))
  }

  // MARK: - What a directive is about

  private func target(of directive: Directive) -> Span? {
    let index = section.block(at: directive.span.lower)
    guard index < section.blocks.count else { return nil }
    // A comment of its own speaks of what follows, one within a paragraph of that paragraph.
    return target(fromBlock: section.blocks[index].kind == .comment ? index + 1 : index)
  }

  private func target(fromBlock first: Int) -> Span? {
    var index = first
    while index < section.blocks.count {
      switch section.blocks[index].kind {
      case .blank, .comment, .furniture: index += 1
      default: return bytes(ofBlock: index)
      }
    }
    return nil
  }

  private func bytes(ofBlock index: Int) -> Span {
    var blocks = index...index
    let paragraphs = section.resolution.paragraphs
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].lastBlock < index { low = middle + 1 } else { high = middle }
    }
    if low < paragraphs.count, paragraphs[low].block <= index {
      blocks = paragraphs[low].block...max(index, paragraphs[low].lastBlock)
    }
    return Span(section.starts[blocks.lowerBound], section.start(ofBlock: blocks.upperBound + 1))
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func skipBlanks(_ view: ByteView, _ start: Int) -> Int {
    var offset = start
    while isBlank(view[offset]) { offset += 1 }
    return offset
  }
}
