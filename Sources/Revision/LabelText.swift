public import Syntax

/// The label that a paragraph is to have: `d)`, `iv)`, `7`, `2bis`.
public struct NewLabel: Sendable, Equatable {
  public var form: Label.Form
  public var value: Int
  /// 0, or 1 for *bis*, 2 for *ter*, and so on.
  public var suffix: Int

  public init(form: Label.Form, value: Int, suffix: Int = 0) {
    self.form = form
    self.value = value
    self.suffix = suffix
  }
}

/// Writes labels.
package enum LabelText {
  /// The label of another value in the form of a paragraph's own: `d)`, `iv)`, `7`, `1.3`.
  package static func text(_ value: Int, suffix: Int = 0, like paragraph: Paragraph) -> String {
    let closing = paragraph.label?.closing ?? .bracket
    let prefix = (paragraph.label?.prefix ?? []).map { "\($0)." }.joined()
    let core = core(value, paragraph.form)
    let suffix = word(suffix)
    switch closing {
    case .bracket: return prefix + core + ")" + suffix
    case .brackets: return "(" + prefix + core + ")" + suffix
    case .dot: return prefix + core + suffix + "."
    case .none: return prefix + core + suffix
    }
  }

  /// The label that a list of this form has by convention: `a)`, `i)`, `1`.
  package static func standard(_ value: Int, _ form: Label.Form, suffix: Int = 0) -> String {
    let bracket = form == .letter || form == .roman ? ")" : ""
    return core(value, form) + bracket + word(suffix)
  }

  /// The value alone.
  package static func core(_ value: Int, _ form: Label.Form) -> String {
    switch form {
    case .letter: LabelValue.letter(value)
    case .roman: LabelValue.roman(value)
    case .digit, .decimal: String(value)
    case .bullet: "-"
    }
  }

  /// What an insertion between two numbers carries.
  package static func word(_ suffix: Int) -> String {
    let words = ["", "bis", "ter", "quater", "quinquies"]
    return words.indices.contains(suffix) ? words[suffix] : ""
  }
}
