internal import Grammar
internal import Syntax

extension NumberingStyle {
  /// The style that a label is written in, or `nil` when it is none of the conventions'.
  init?(_ paragraph: Paragraph) {
    guard let label = paragraph.label else {
      guard paragraph.kind == .bullet else { return nil }
      self = .bullet
      return
    }
    if label.capital { return nil }
    switch (paragraph.form, label.closing) {
    case (.letter, .bracket) where paragraph.ordinal > 0: self = .letterBracket
    case (.roman, .bracket): self = .romanBracket
    case (.digit, .none): self = .digit
    case (.decimal, .none): self = .decimal
    default: return nil
    }
  }

  /// The form of its labels.
  var form: Label.Form {
    switch self {
    case .letterBracket: .letter
    case .digit: .digit
    case .romanBracket: .roman
    case .decimal: .decimal
    case .bullet: .bullet
    }
  }

  /// For a message: "letters `a)`".
  var words: String {
    switch self {
    case .letterBracket: "letters `a)`"
    case .digit: "numbers `1`"
    case .romanBracket: "numerals `i)`"
    case .decimal: "decimals `1.1`"
    case .bullet: "bullets"
    }
  }
}

extension ClausePart {
  var numbering: Numbering.Part { self == .preambular ? .preambular : .operative }
}
