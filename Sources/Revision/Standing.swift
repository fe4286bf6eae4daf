internal import Semantics
internal import Syntax
internal import TextModel

/// What all edits of a resolution need of the text before them, found when the first one asks.
final class Standing {
  private let meaning: SectionMeaning
  /// The resolution without the text around it.
  private(set) lazy var text = TextMeaning(of: meaning)
  private(set) lazy var looseMentions = LooseMentions.all(in: meaning)

  init(_ meaning: SectionMeaning) { self.meaning = meaning }

  /// The resolution behind edits. What stands before the first and behind the last of them is
  /// not read anew.
  ///
  /// - Parameter edits: by offset, not overlapping.
  func text(behind edits: [TextEdit]) -> TextMeaning {
    guard let lower = edits.map(\.range.lowerBound).min(),
      let upper = edits.map(\.range.upperBound).max()
    else { return text }
    let edit = TextEdit(
      range: lower..<upper,
      replacement: meaning.section.source.applying(edits, in: lower..<upper))
    return TextMeaning(
      text.document.applying(edit), previous: text, profile: meaning.profile)
  }
}
