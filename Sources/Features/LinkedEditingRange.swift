internal import Syntax

extension Draft {
  /// The places that name the session that adopts the text, title, formula and titles of annexes, as
  /// far as they say the same: place or year, whichever the caret is on. Empty where it is on neither,
  /// or where only one place says it.
  public func linkedEditingRanges(at offset: Int) -> [Range<Int>] {
    guard let part = part(at: offset) else { return [] }
    let tree = part.tree
    let shapes = [tree.title, tree.formula].compactMap { $0 } + tree.annexes.map(\.title)
    for spans in [shapes.map(\.place), shapes.map(\.year)] {
      guard let own = spans.first(where: { $0.touches(offset - part.start) }) else { continue }
      let words = part.section.string(own)
      let same = spans.filter { !$0.isEmpty && part.section.string($0) == words }
      return same.count > 1 ? same.map(part.range) : []
    }
    return []
  }
}
