internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// The label of the next paragraph at the start of a line, in the style of those before it.
struct LabelSuggestions {
  private let caret: TypingPlace
  private let line: TypingPlace.LineStart

  init(_ caret: TypingPlace, _ line: TypingPlace.LineStart) {
    self.caret = caret
    self.line = line
  }

  func suggestions() -> [Suggestion] {
    guard let clause = clause else { return [] }
    let paragraphs = caret.tree.paragraphs
    let last = caret.meaning.paragraph(before: caret.lineStart0).flatMap { index in
      paragraphs[index].span.lower > clause.heading.span.upper ? index : nil
    }
    guard let last else { return first(of: clause) }
    var items: [Suggestion] = []
    if paragraphs[last].opensList {
      let level = paragraphs[last].level + 1
      if let label = Self.first(caret.style(clause.part, level: level)) {
        add(label, like: nil, "first paragraph of the list", to: &items)
      }
    }
    var index = last
    while paragraphs.indices.contains(index), items.count < 6 {
      let found = paragraphs[index]
      if let label = found.label, let next = Self.next(found, label) {
        add(next, like: found, "next paragraph", to: &items)
      }
      index = found.parent
    }
    let group = paragraphs[last].endMark == UInt8(ascii: ",") || paragraphs[last].endMark == 0x2E
    for place in items.indices { items[place].sort(group: group ? 5 : 0, rank: place) }
    return items
  }

  /// The clause that the line stands in; the line itself may read as a heading.
  private var clause: Clause? {
    guard caret.lineStart0 > 0, let index = caret.meaning.clause(at: caret.lineStart0 - 1) else {
      return nil
    }
    let clause = caret.tree.clauses[index]
    return clause.annex == caret.annex ? clause : nil
  }

  /// Behind a heading: a label, for the case that more paragraphs follow.
  private func first(of clause: Clause) -> [Suggestion] {
    guard let label = Self.first(caret.style(clause.part, level: 1)) else { return [] }
    var items: [Suggestion] = []
    let part = clause.part
    let model = caret.tree.paragraphs.first { paragraph in
      paragraph.level == 1 && paragraph.label != nil && paragraph.label?.form != .bullet
        && caret.tree.clauses.indices.contains(paragraph.clause)
        && caret.tree.clauses[paragraph.clause].part == part
    }
    add(label, like: model, "first of several paragraphs", to: &items)
    for place in items.indices { items[place].sort(group: 0, rank: place) }
    return items
  }

  private func add(
    _ label: String, like model: Paragraph?, _ detail: String, to items: inout [Suggestion]
  ) {
    var text = label + " "
    if let model, let frame = frame(of: model) { text = frame.before + label + frame.after }
    let typed = caret.typed(from: line.start)
    guard label.hasFoldedPrefix(line.typed) || text.hasFoldedPrefix(typed), label != line.typed
    else { return }
    let closing = line.isClosed && text.contains("*") ? 1 : 0
    var item = Suggestion(
      .label, label, replacing: caret.range(from: line.start, extra: closing), with: text)
    item.detail = detail
    item.letPass(typed, as: text.hasFoldedPrefix(typed) ? text : label)
    items.append(item)
  }

  /// What stands around a label: list mark and emphasis before it, emphasis and blank behind it.
  private func frame(of model: Paragraph) -> (before: String, after: String)? {
    guard let label = model.label else { return nil }
    return caret.section.bytes.withByteView { view in
      var start = label.span.lower
      while start > 0, view[start - 1] != 0x0A, view[start - 1] != 0x0D { start -= 1 }
      let isIndented = line.start > caret.lineStart0
      if isIndented { while TypingPlace.isBlank(view[start]) { start += 1 } }
      let before = view.string(start, label.span.lower)
      let after = view.string(label.span.upper, model.text.lower)
      guard before.utf8.count <= 12, after.utf8.count <= 8,
        before.utf8.allSatisfy({
          TypingPlace.isBlank($0) || TypingPlace.isEmphasis($0) || $0 == 0x2D || $0 >= 0x80
        }),
        after.utf8.allSatisfy({
          TypingPlace.isBlank($0) || TypingPlace.isEmphasis($0) || $0 == 0xC2
        })
      else { return nil }
      return (before, after.isEmpty ? " " : after)
    }
  }

  // MARK: - Values

  private static func next(_ paragraph: Paragraph, _ label: Label) -> String? {
    let (value, overflow) = paragraph.ordinal.addingReportingOverflow(1)
    guard !overflow, value > 1 else { return nil }
    let text: String
    switch paragraph.form {
    case .letter: text = LabelValue.letter(value)
    case .roman: text = LabelValue.roman(value)
    case .digit: text = String(value)
    case .decimal:
      text = (label.prefix.map { String($0) } + [String(value)]).joined(separator: ".")
    case .bullet: return nil
    }
    switch label.closing {
    case .bracket: return text + ")"
    case .brackets: return "(\(text))"
    case .dot: return text + "."
    case .none: return text
    }
  }

  private static func first(_ style: NumberingStyle?) -> String? {
    switch style {
    case .letterBracket: "a)"
    case .digit: "1"
    case .romanBracket: "i)"
    case .decimal, .bullet, nil: nil
    }
  }
}

extension TypingPlace {
  /// The style of labels at a level (from 1) of a part, by the conventions of the text's body.
  func style(_ part: ClausePart, level: Int) -> NumberingStyle? {
    let part: Numbering.Part = annex >= 0 ? .annex : part == .preambular ? .preambular : .operative
    let styles = meaning.profile.styles(part: part, level: level)
    return styles.contains(.romanBracket) && level == 2 ? .romanBracket : styles.first
  }
}
