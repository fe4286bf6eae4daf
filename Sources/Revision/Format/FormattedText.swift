public import Semantics
internal import Syntax
public import TextModel

extension TextMeaning {
  /// The edits that write the resolutions of a text in one form each; no word changes. By offset.
  /// Formatting twice is formatting once.
  public func formatting(_ dialect: DraftDialect = .auto) -> [TextEdit] {
    sections.indices.flatMap { formatting(ofSection: $0, dialect) }
  }

  /// The edits of one section, by offset in the text. They depend on the section and on
  /// `place(ofSection:)` alone.
  /// - Parameter index: of the section in the text.
  public func formatting(ofSection index: Int, _ dialect: DraftDialect = .auto) -> [TextEdit] {
    guard sections.indices.contains(index), document.starts.indices.contains(index) else {
      return []
    }
    let start = document.starts[index]
    let place = place(ofSection: index)
    if place == .before {
      return [TextEdit(range: 0..<sections[index].section.bytes.count, replacement: [])]
    }
    let formatter = Formatter(sections[index], dialect: dialect, endsText: place == .last)
    return formatter.edits().map {
      TextEdit(
        range: ($0.range.lowerBound + start)..<($0.range.upperBound + start),
        replacement: $0.replacement)
    }
  }

  /// What formatting must know of a section's place in the text.
  public enum FormattingPlace: Int, Sendable {
    /// Blank lines before the first resolution.
    case before
    case between
    case last
  }

  public func place(ofSection index: Int) -> FormattingPlace {
    guard sections.indices.contains(index) else { return .between }
    if index == 0, sections.count > 1, sections[1].resolution.isRecognised {
      let bytes = sections[0].section.bytes
      if bytes.last == 0x0A, bytes.allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }) {
        return .before
      }
    }
    return index == sections.count - 1 ? .last : .between
  }
}
