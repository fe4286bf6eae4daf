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
    case .letter: letter(value)
    case .roman: roman(value)
    case .digit, .decimal: String(value)
    case .bullet: "-"
    }
  }

  /// a to z, then aa, bb.
  static func letter(_ value: Int) -> String {
    guard value > 0, value <= 26 * 3, let scalar = UnicodeScalar(0x60 + (value - 1) % 26 + 1)
    else { return String(value) }
    return String(repeating: String(Character(scalar)), count: (value - 1) / 26 + 1)
  }

  static func roman(_ value: Int) -> String {
    guard value > 0, value < 100 else { return String(value) }
    let tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"]
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    return tens[value / 10] + ones[value % 10]
  }
}
