internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// How a draft types its labels and the gaps between paragraphs: learned from the paragraphs beside
/// the place, so that what is new looks like the rest.
struct Typing {
  let outline: Outline
  private var tree: Resolution { outline.tree }

  /// Before a label on its line: indentation, list mark, opening emphasis.
  var head: [UInt8] = []
  /// Behind a label: closing emphasis, tab or blank.
  var tail: [UInt8] = [0x20]
  /// A paragraph whose label has the brackets to copy.
  var pattern: Paragraph?

  /// Learns from a labelled paragraph.
  init(_ outline: Outline, like index: Int) {
    self.outline = outline
    learn(index)
  }

  /// For a place in a clause where no paragraph has a label of that form: another clause of the same
  /// part shows how, else any, else labels of another form, else the convention.
  /// - Parameter clause: a clause that is not looked at.
  init(_ outline: Outline, form: Label.Form, part: ClausePart, besides clause: Int = -2) {
    self.outline = outline
    let tree = outline.tree
    func shows(_ index: Int) -> Bool {
      let paragraph = tree.paragraphs[index]
      return paragraph.isLabelled && paragraph.annex < 0 && paragraph.clause >= 0
        && paragraph.clause != clause
    }
    let labelled = tree.paragraphs.indices.filter(shows)
    let same = labelled.filter { tree.paragraphs[$0].form == form }
    let near = same.first {
      tree.clauses[tree.paragraphs[$0].clause].part == part && tree.paragraphs[$0].level == 1
    }
    if let index = near ?? same.first {
      learn(index)
    } else if let index = labelled.first {
      learn(index)
      pattern = nil
      let marks = emphasis.count
      head.removeLast(marks)
      tail.removeFirst(marks)
    }
  }

  private mutating func learn(_ index: Int) {
    let paragraph = tree.paragraphs[index]
    guard let label = paragraph.label else { return }
    pattern = paragraph
    let start = outline.section.starts[paragraph.block]
    let before = outline.section.standing(in: start..<max(start, label.span.lower))
    let after = outline.section.standing(
      in: label.span.upper..<max(label.span.upper, Int(label.textStart)))
    // An anchor of a converter belongs to its own paragraph.
    if !before.contains(0x5B), !before.contains(0x0A) { head = before }
    if !after.contains(0x0A), !after.isEmpty { tail = after }
    // A label alone on its line.
    if tail.allSatisfy({ $0 == 0x2A || $0 == 0x5F }) { tail.append(0x20) }
  }

  func text(_ label: NewLabel) -> [UInt8] {
    var written = LabelText.standard(label.value, label.form, suffix: label.suffix)
    if let pattern, pattern.form == label.form {
      written = LabelText.text(label.value, suffix: label.suffix, like: pattern)
    }
    return Array(written.utf8)
  }

  /// A whole label with what stands before and behind it.
  func line(_ label: NewLabel) -> [UInt8] { head + text(label) + tail }

  /// The same for a paragraph that keeps its own beginning of line.
  func inline(_ label: NewLabel) -> [UInt8] { emphasis + text(label) + tail }

  /// Marks of emphasis directly before the label.
  var emphasis: [UInt8] {
    var marks: [UInt8] = []
    for byte in head.reversed() {
      guard byte == 0x2A || byte == 0x5F else { break }
      marks.append(byte)
    }
    // Closing marks must answer them.
    return tail.starts(with: marks) ? marks.reversed() : []
  }
}

extension Outline {
  /// The line ends that the text uses.
  var newline: [UInt8] {
    let feed = section.bytes.firstIndex(of: 0x0A)
    guard let feed, feed > 0, section.bytes[feed - 1] == 0x0D else { return [0x0A] }
    return [0x0D, 0x0A]
  }

  /// What stands between two paragraphs near a place: the bytes between two siblings, between the
  /// heading and the first paragraph, or a blank line.
  func gap(near index: Int) -> [UInt8] {
    let siblings = self.siblings(of: index)
    if let at = siblings.firstIndex(of: index) {
      let pairs = [(at, at + 1), (at - 1, at)]
      for (first, second) in pairs {
        guard siblings.indices.contains(first), siblings.indices.contains(second),
          let gap = gap(siblings[first], siblings[second])
        else { continue }
        return gap
      }
    }
    for first in tree.paragraphs.indices.dropLast() {
      if tree.paragraphs[first].isLabelled, let gap = gap(first, first + 1) { return gap }
    }
    return newline + newline
  }

  private func gap(_ first: Int, _ second: Int) -> [UInt8]? {
    guard let before = body(of: first), let after = body(of: second),
      before.upperBound < after.lowerBound,
      isBlank(between: before.upperBound, and: after.lowerBound)
    else { return nil }
    let gap = section.bytes[before.upperBound..<after.lowerBound]
    guard let feed = gap.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    // A hard line break's blanks belong to the paragraph, and so would those of a page's foot.
    let breaks = gap[feed...].filter { $0 == 0x0A || $0 == 0x0D }
    let most = 2 * newline.count
    return Array(breaks.prefix(most))
  }

  /// The form of labels in a place of a clause, as the profile has it.
  func form(part: ClausePart, level: Int) -> Label.Form {
    let part: Numbering.Part = part == .preambular ? .preambular : .operative
    for style in meaning.profile.styles(part: part, level: level) {
      switch style {
      case .letterBracket: return .letter
      case .digit: return .digit
      case .romanBracket: return .roman
      case .decimal, .bullet: continue
      }
    }
    return part == .preambular ? .letter : .digit
  }
}
