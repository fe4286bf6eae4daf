internal import Syntax

/// Writes labels.
enum LabelText {
  /// The label of another value in the form of a paragraph's own: `d)`, `iv)`, `7`, `1.3`.
  static func text(_ value: Int, like paragraph: Paragraph) -> String {
    let closing = paragraph.label?.closing ?? .bracket
    let prefix = (paragraph.label?.prefix ?? []).map { "\($0)." }.joined()
    let core = core(value, paragraph.form)
    switch closing {
    case .bracket: return prefix + core + ")"
    case .brackets: return "(" + prefix + core + ")"
    case .dot: return prefix + core + "."
    case .none: return prefix + core
    }
  }

  /// The label that a list of this form has by convention: `a)`, `i)`, `1`.
  static func standard(_ value: Int, _ form: Label.Form) -> String {
    form == .letter || form == .roman ? core(value, form) + ")" : core(value, form)
  }

  /// The value alone.
  static func core(_ value: Int, _ form: Label.Form) -> String {
    switch form {
    case .letter: LabelValue.letter(value)
    case .roman: LabelValue.roman(value)
    case .digit, .decimal: String(value)
    case .bullet: "-"
    }
  }
}
