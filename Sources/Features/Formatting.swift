public import Revision
internal import Semantics
internal import Syntax
public import TextModel

extension Draft {
  /// The edits that write a text in one form throughout; no word changes. By offset.
  ///
  /// - Parameter ranges: only blocks that one of them touches; `nil` for the whole text.
  public func formatting(
    in ranges: [Range<Int>]? = nil, dialect: DraftDialect = .auto
  ) -> [TextEdit] {
    guard let ranges else { return meaning.formatting(dialect) }
    var edits: [TextEdit] = []
    var done = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let first = document.section(at: range.lowerBound)
      let last = max(first, document.section(at: range.upperBound))
      for index in first...last where meaning.sections.indices.contains(index) {
        let start = document.starts[index]
        let end = start + meaning.sections[index].section.bytes.count
        let lower = max(range.lowerBound, start)
        let upper = min(range.upperBound, end)
        guard lower <= upper else { continue }
        let found = Formatter(meaning.sections[index], dialect: dialect)
          .edits(in: (lower - start)..<(upper - start))
        // Two ranges may touch one block.
        for edit in found.map({ $0.shifted(by: start) }) where edit.range.lowerBound >= done {
          edits.append(edit)
          done = max(edit.range.upperBound, edit.range.lowerBound + 1)
        }
      }
    }
    return edits
  }

  /// The edits of one section.
  /// - Parameter index: of the section in the document.
  public func formatting(ofSection index: Int, dialect: DraftDialect = .auto) -> [TextEdit] {
    meaning.formatting(ofSection: index, dialect)
  }
}
