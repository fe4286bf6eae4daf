public import Semantics
internal import Syntax

/// A place that means what the caret is on.
public enum Mention: Sendable, Equatable {
  case here(Range<Int>)
  /// In another text, by its key in the index.
  case elsewhere(text: String, range: SummaryRange)
}

extension Draft {
  /// Every place that refers to what the caret is on: for a label or a heading the internal references
  /// that name it, for a title or a citation the citations of that text in this draft and in others,
  /// for an acronym its uses, for a footnote its marks.
  ///
  /// - Parameters:
  ///   - declaration: whether the label, heading, title or note itself is among them.
  ///   - index: other texts; `text` is the draft's own key in it.
  public func references(
    at offset: Int, declaration: Bool, in index: TextIndex = TextIndex(),
    text: String? = nil
  ) -> [Mention] {
    guard let caret = Caret(self, offset) else { return [] }
    var mentions: [Mention] = Occurrences(draft: self, caret: caret).places()
      .filter { declaration || !$0.isDeclaration }.map { .here($0.range) }
    guard let name = caret.textName else { return mentions }
    if declaration {
      mentions += index.resolutions(named: name, except: text).map {
        .elsewhere(text: $0.text, range: $0.resolution.titleRange)
      }
    }
    for (place, citations) in index.resolutions(citing: name, except: text) {
      mentions += citations.map { .elsewhere(text: place.text, range: $0.range) }
    }
    return mentions
  }
}

extension Caret {
  /// The text that title or citation names.
  var textName: TextName? {
    switch subject {
    case .title: TextName(of: part.meaning)
    case .citation(let number): TextName(part.meaning.citations[number])
    default: nil
    }
  }
}
