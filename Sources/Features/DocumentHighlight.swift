/// A place to show while the caret stands on another of the same meaning.
public struct Highlight: Sendable, Equatable {
  public var range: Range<Int>
  /// It is the label, heading, title or note that the others point at.
  public var isDeclaration: Bool

  public init(range: Range<Int>, isDeclaration: Bool) {
    self.range = range
    self.isDeclaration = isDeclaration
  }
}

extension Draft {
  /// Every place of the draft that means what the caret is on, in the order of the text.
  public func documentHighlights(at offset: Int) -> [Highlight] {
    guard let caret = Caret(self, offset) else { return [] }
    return Occurrences(draft: self, caret: caret).places().map {
      Highlight(range: $0.range, isDeclaration: $0.isDeclaration)
    }
  }
}
