/// One line of a text with a mark under some of its bytes, as a terminal shows it.
struct Excerpt: Equatable {
  /// Columns at most; a longer line is cut around the mark, `…` standing for what is left out.
  static let width = 100
  /// Columns kept before the mark of a line that is cut.
  private static let lead = 40
  private static let tabStop = 4
  /// The proofreader's mark of insertion, under the place between two characters.
  static let insertionMark = "\u{2038}"

  /// From 1.
  var line: Int
  var text: String
  /// Blanks up to the mark, then the mark: `^` for each column that is meant.
  var underline: String

  /// Something that takes its place on the line: a character, its escape, a tab.
  private struct Cell {
    var shown: String
    var width: Int
    var range: Range<Int>
    var isTab = false
  }

  /// - Parameter range: in bytes; what goes past the end of its first line is not marked.
  init(of range: Range<Int>, in source: SourceText) {
    let start = source.position(of: range.lowerBound)
    let lineRange = source.line(start.line)
    let low = min(max(start.offset, lineRange.lowerBound), lineRange.upperBound)
    let high = min(max(range.upperBound, low), lineRange.upperBound)
    line = start.line

    // A range that begins inside a character marks all of it.
    var first = low
    while first > max(lineRange.lowerBound, low - 3), first < source.bytes.count,
      source.bytes[first] & 0xC0 == 0x80
    { first -= 1 }
    let (before, isCut) = Self.cellsBefore(first, in: source, from: lineRange.lowerBound)
    var cells = before
    // One column is kept for each `…` that may be needed.
    var column = cells.reduce(isCut ? 1 : 0) { $0 + $1.width }
    var scanner = ScalarScanner(
      source.bytes[(cells.last?.range.upperBound ?? first)..<lineRange.upperBound])
    var isCutAfter = false
    while let (scalar, range) = scanner.next() {
      let cell = Self.cell(scalar, range)
      column += cell.width
      guard column < Self.width, cells.count < Self.width * 4 else {
        isCutAfter = true
        break
      }
      cells.append(cell)
    }
    (text, underline) = Self.draw(cells, marking: low..<high, isCut: isCut)
    if isCutAfter { text += "…" }
  }

  /// What stands before the mark: all of it, or the last columns.
  private static func cellsBefore(_ low: Int, in source: SourceText, from lineStart: Int)
    -> (cells: [Cell], isCut: Bool)
  {
    // No column needs more than this many bytes, escapes aside, so a line of megabytes costs little.
    var start = max(lineStart, low - width * 4)
    while start < low, start > lineStart, source.bytes[start] & 0xC0 == 0x80 { start += 1 }
    var cells: [Cell] = []
    var scanner = ScalarScanner(
      source.bytes[start..<source.line(source.position(of: low).line).upperBound])
    while let (scalar, range) = scanner.next(), range.upperBound <= low {
      cells.append(cell(scalar, range))
    }
    var isCut = start > lineStart
    var total = cells.reduce(0) { $0 + $1.width }
    guard isCut || total > width - 20 else { return (cells, false) }
    var dropped = 0
    while dropped < cells.count, total > lead || cells[dropped].width == 0 {
      total -= cells[dropped].width
      dropped += 1
    }
    isCut = isCut || dropped > 0
    return (Array(cells[dropped...]), isCut)
  }

  private static func cell(_ scalar: Unicode.Scalar, _ range: Range<Int>) -> Cell {
    if scalar == "\t" { return Cell(shown: "", width: tabStop, range: range, isTab: true) }
    if Display.needsEscape(scalar) {
      let shown = Display.shown(scalar)
      return Cell(shown: shown, width: shown.utf8.count, range: range)
    }
    return Cell(
      shown: String(Character(scalar)), width: Display.width(scalar), range: range)
  }

  private static func draw(_ cells: [Cell], marking mark: Range<Int>, isCut: Bool)
    -> (text: String, underline: String)
  {
    var text = isCut ? "…" : ""
    var column = isCut ? 1 : 0
    var markStart: Int?
    var markEnd = 0
    for cell in cells {
      let width = cell.isTab ? tabStop - column % tabStop : cell.width
      text += cell.isTab ? String(repeating: " ", count: width) : cell.shown
      if mark.isEmpty {
        if cell.range.lowerBound >= mark.lowerBound, markStart == nil { markStart = column }
      } else if cell.range.lowerBound < mark.upperBound, cell.range.upperBound > mark.lowerBound {
        if markStart == nil { markStart = column }
        markEnd = column + width
      }
      column += width
    }
    let start = markStart ?? column
    let blanks = String(repeating: " ", count: start)
    guard !mark.isEmpty else { return (text, blanks + insertionMark) }
    return (text, blanks + String(repeating: "^", count: max(1, markEnd - start)))
  }
}
