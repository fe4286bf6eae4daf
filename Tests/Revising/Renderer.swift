/// Writes a text out and notes where its references stand.
struct Renderer {
  private let text: BaseText
  private(set) var bytes: [UInt8] = []
  private(set) var ranges: [(reference: Int, range: Range<Int>)] = []

  init(_ text: BaseText) { self.text = text }

  /// - Parameter written: the words of a reference, by its index.
  mutating func render(_ written: (Int) -> String) {
    var isFirst = true
    func newLine() {
      if !isFirst { bytes.append(0x0A) }
      isFirst = false
    }
    for part in text.parts {
      switch part {
      case .line(let line):
        newLine()
        write(line, written)
      case .clause(let index):
        let clause = text.clauses[index]
        newLine()
        bytes += clause.headingLine.utf8
        for (place, member) in clause.members.enumerated() {
          let paragraph = text.paragraphs[member]
          newLine()
          let label = BaseText.label(place, isNumbered: clause.isNumbered)
          bytes += Array((paragraph.lead + paragraph.emphasis).utf8)
          bytes += Array((label + paragraph.emphasis + paragraph.gap).utf8)
          write(paragraph.text, written)
          for line in paragraph.tail {
            newLine()
            write(line, written)
          }
        }
      }
    }
  }

  private mutating func write(_ line: [BaseText.Segment], _ written: (Int) -> String) {
    for segment in line {
      switch segment {
      case .words(let words): bytes += words.utf8
      case .reference(let index):
        let start = bytes.count
        bytes += written(index).utf8
        ranges.append((index, start..<bytes.count))
      }
    }
  }
}
