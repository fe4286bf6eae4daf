import Features
import LanguageServerProtocol
import Syntax
import TextModel

/// Turns the client's positions in one text into byte offsets and back: the one place where the
/// encoding of positions counts. Costs what the block around a place costs, whatever the size of the
/// text. All functions are total.
struct PositionMap: Sendable {
  let document: Document
  let encoding: PositionEncoding

  /// The position of a byte offset, cut to the text. An offset inside a character counts as its
  /// bytes do.
  func position(of offset: Int) -> Position {
    let offset = max(0, min(offset, document.count))
    let index = document.section(at: offset)
    guard let place = place(index) else { return Position(line: 0, character: 0) }
    let inside = place.section.position(of: offset - place.start, encoding)
    return Position(line: place.line + inside.line, character: inside.character)
  }

  func range(of bytes: Range<Int>) -> PositionRange {
    PositionRange(start: position(of: bytes.lowerBound), end: position(of: bytes.upperBound))
  }

  /// The byte offset of a position for a question: what lies outside the text is cut to it, a place
  /// inside a character means its beginning.
  func offset(of position: Position) -> Int {
    guard let line = line(position.line) else {
      return position.line <= 0 ? 0 : document.count
    }
    return line.start + column(position.character, in: line).bytes
  }

  /// The byte range of a range for a question; empty at its start where it runs backwards.
  func offsets(of range: PositionRange) -> Range<Int> {
    let start = offset(of: range.start)
    return start..<max(start, offset(of: range.end))
  }

  /// The byte offset of a position for an edit, where a guess would spoil the text: `nil` for a line
  /// that does not exist and for a place inside a character. A column behind the line's end means
  /// that end, as the protocol asks; the beginning of the line after the last is the text's end.
  func exactOffset(of position: Position) -> Int? {
    guard let line = line(position.line) else {
      let isEnd = position.line == document.lineCount + 1 && position.character == 0
      return isEnd ? document.count : nil
    }
    let column = column(position.character, in: line)
    return column.isExact ? line.start + column.bytes : nil
  }

  /// The byte range of an edit; `nil` where it is not inside the text or runs backwards.
  func exactOffsets(of range: PositionRange) -> Range<Int>? {
    guard let start = exactOffset(of: range.start), let end = exactOffset(of: range.end),
      start <= end
    else { return nil }
    return start..<end
  }

  /// A line of the text: its section, its first byte in the text and in the section, and where its
  /// text ends there. A text without sections has one line that belongs to none.
  private struct Line {
    var section: Section?
    var start: Int
    var lower: Int
    var upper: Int
  }

  private func line(_ number: Int) -> Line? {
    guard number >= 0, number <= document.lineCount else { return nil }
    let index = document.lineStarts.lastIndex(startingAtOrBefore: number)
    guard let place = place(index) else { return Line(start: 0, lower: 0, upper: 0) }
    let section = place.section
    let inside = number - place.line
    let block = section.lineStarts.lastIndex(startingAtOrBefore: inside)
    return section.source.withByteView { view in
      var start = section.start(ofBlock: block)
      for _ in 0..<max(0, inside - section.line(ofBlock: block)) {
        start = view.afterLineEnd(view.endOfLine(from: start))
      }
      return Line(
        section: section, start: place.start + start, lower: start,
        upper: view.endOfLine(from: start))
    }
  }

  /// Bytes up to a column, and whether the column is a place between two characters.
  private func column(_ wanted: Int, in line: Line) -> (bytes: Int, isExact: Bool) {
    guard let section = line.section else { return (0, true) }
    return section.source.withByteView { view in
      let text = view.slice(line.lower, line.upper)
      let bytes = byteColumn(in: text, units: wanted, encoding)
      let isExact = bytes >= text.count || units(in: text.slice(0, bytes), encoding) == wanted
      return (bytes, isExact)
    }
  }

  private func place(_ index: Int) -> (section: Section, start: Int, line: Int)? {
    guard document.sections.indices.contains(index), document.starts.indices.contains(index),
      document.lineStarts.indices.contains(index)
    else { return nil }
    return (document.sections[index], document.starts[index], document.lineStarts[index])
  }
}

extension Section {
  /// The position of a byte offset of the section, lines counted from its first: a section begins with
  /// a line, so that nothing before it matters.
  func position(of offset: Int, _ encoding: PositionEncoding) -> Position {
    let block = block(at: offset)
    return source.withByteView { view in
      var line = line(ofBlock: block)
      var start = start(ofBlock: block)
      while true {
        let end = view.endOfLine(from: start)
        let next = view.afterLineEnd(end)
        if end >= view.count || next > offset { break }
        line += 1
        start = next
      }
      return Position(line: line, character: units(in: view.slice(start, offset), encoding))
    }
  }

  /// Line ends in the section before a block.
  fileprivate func line(ofBlock index: Int) -> Int {
    lineStarts.indices.contains(index) ? lineStarts[index] : lineCount
  }
}

/// The positions of byte offsets of a text inside one of its sections, lines counted from the
/// section's first.
struct SectionPlace {
  /// `nil` in a text without that section, where every position is the first.
  let section: Section?
  /// Byte offset of the section in the text.
  let start: Int
  let encoding: PositionEncoding

  func range(of bytes: Range<Int>) -> PositionRange {
    PositionRange(start: position(of: bytes.lowerBound), end: position(of: bytes.upperBound))
  }

  private func position(of offset: Int) -> Position {
    section?.position(of: offset - start, encoding) ?? Position(line: 0, character: 0)
  }
}

extension OpenDraft {
  /// - Parameter index: of the section in the document.
  func place(ofSection index: Int) -> SectionPlace {
    let document = draft.document
    guard document.sections.indices.contains(index), document.starts.indices.contains(index) else {
      return SectionPlace(section: nil, start: 0, encoding: map.encoding)
    }
    return SectionPlace(
      section: document.sections[index], start: document.starts[index], encoding: map.encoding)
  }
}

extension PositionEncoding {
  /// The one the client likes best of those that are known here; UTF-16 where it names none.
  init(preferredBy client: ClientCapabilities) {
    self = client.positionEncodings.lazy.compactMap(Self.init).first ?? .utf16
  }

  private init?(_ kind: PositionEncodingKind) {
    switch kind {
    case .utf8: self = .utf8
    case .utf16: self = .utf16
    case .utf32: self = .utf32
    default: return nil
    }
  }

  var kind: PositionEncodingKind {
    switch self {
    case .utf8: .utf8
    case .utf16: .utf16
    case .utf32: .utf32
    }
  }
}
