/// Finds for each label of a clause the list it belongs to, its level and its value: `i)` behind
/// `h)` is a letter, `i)` behind a colon opens a roman list (CONVENTIONS 1.6).
struct NumberResolver {
  private struct Frame {
    var form: Label.Form
    var prefix: [Int32]
    var last: Int
    var list: Int
    var parent: Int
    /// The last paragraph of this list.
    var lastParagraph: Int
  }

  private var frames: [Frame] = []
  private var nextList = 0

  mutating func resolve(_ paragraphs: inout [Paragraph], _ range: Range<Int>) {
    frames.removeAll(keepingCapacity: true)
    for index in range {
      if let label = paragraphs[index].label {
        let colon = index > range.lowerBound && paragraphs[index - 1].opensList
        let next = index + 1 < range.upperBound ? paragraphs[index + 1].label : nil
        let choice = choose(label, afterColon: colon, next: next)
        place(&paragraphs, index, form: choice.form, value: choice.value, label, range)
      } else if paragraphs[index].kind == .bullet {
        place(&paragraphs, index, form: .bullet, value: 0, nil, range)
      } else {
        // A plain paragraph belongs to the clause itself.
        paragraphs[index].level = 1
        paragraphs[index].parent = -1
      }
    }
  }

  // MARK: - Reading

  private func choose(_ label: Label, afterColon: Bool, next: Label?)
    -> (form: Label.Form, value: Int)
  {
    switch label.form {
    case .digit, .decimal, .bullet: return (label.form, Int(label.ordinal))
    case .letter, .roman: break
    }
    let letter = Int(label.ordinal)
    let roman = Int(label.roman)
    guard roman > 0 else { return (.letter, letter) }
    guard letter > 0 else { return (.roman, roman) }
    // A colon before the numeral one opens a list below.
    if roman == 1, afterColon, frames.last?.form != .roman { return (.roman, 1) }
    for frame in frames.reversed() {
      if frame.form == .roman, frame.last + 1 == roman { return (.roman, roman) }
      if frame.form == .letter, frame.last + 1 == letter { return (.letter, letter) }
    }
    // Out of sequence either way: the label behind it may tell.
    if let next {
      if Int(next.roman) == roman + 1, next.ordinal == 0 { return (.roman, roman) }
      if Int(next.ordinal) == letter + 1 { return (.letter, letter) }
    }
    for frame in frames.reversed() where frame.form == .roman || frame.form == .letter {
      return frame.form == .roman ? (.roman, roman) : (.letter, letter)
    }
    return roman == 1 ? (.roman, 1) : (.letter, letter)
  }

  // MARK: - Placing

  private mutating func place(
    _ paragraphs: inout [Paragraph], _ index: Int, form: Label.Form, value: Int, _ label: Label?,
    _ range: Range<Int>
  ) {
    let prefix = form == .decimal ? label?.prefix ?? [] : []
    if form == .decimal {
      popForDecimal(prefix)
    } else if let depth = frames.lastIndex(where: { $0.form == form }),
      !opensBelow(paragraphs, index, form, value, depth)
    {
      frames.removeLast(frames.count - depth - 1)
    } else {
      push(form, prefix, paragraphs, index, range)
    }
    if frames.isEmpty || frames[frames.count - 1].form != form
      || (form == .decimal && frames[frames.count - 1].prefix != prefix)
    {
      push(form, prefix, paragraphs, index, range)
    }
    let top = frames.count - 1
    frames[top].last = max(frames[top].last, value)
    frames[top].lastParagraph = index
    paragraphs[index].form = form
    paragraphs[index].ordinal = value
    paragraphs[index].list = frames[top].list
    paragraphs[index].parent = frames[top].parent
    paragraphs[index].level =
      frames[top].parent >= 0 ? paragraphs[frames[top].parent].level + 1 : 1
  }

  /// A list of a form that is open already begins anew below the last item: `2 ... :`, `1 ...`? No:
  /// only letters and numerals do so, behind a colon and with their first value.
  private func opensBelow(
    _ paragraphs: [Paragraph], _ index: Int, _ form: Label.Form, _ value: Int, _ depth: Int
  ) -> Bool {
    guard value == 1, form == .letter || form == .roman, index > 0 else { return false }
    return paragraphs[index - 1].opensList && frames[depth].last > 0
      && frames[depth].lastParagraph == index - 1
  }

  private mutating func popForDecimal(_ prefix: [Int32]) {
    while let top = frames.last {
      if top.form == .decimal, top.prefix == prefix { return }
      if top.form == .decimal, prefix.count > top.prefix.count { return }
      if top.form == .digit, prefix.count == 1, top.last == Int(prefix[0]) { return }
      if frames.count == 1 { return }
      frames.removeLast()
    }
  }

  private mutating func push(
    _ form: Label.Form, _ prefix: [Int32], _ paragraphs: [Paragraph], _ index: Int,
    _ range: Range<Int>
  ) {
    var parent = -1
    if let top = frames.last, top.lastParagraph >= range.lowerBound {
      parent = top.lastParagraph
    }
    if index > range.lowerBound {
      let before = paragraphs[index - 1]
      if before.label == nil, before.kind != .bullet, before.opensList { parent = index - 1 }
    }
    frames.append(
      Frame(
        form: form, prefix: prefix, last: 0, list: nextList, parent: parent,
        lastParagraph: index))
    nextList += 1
  }
}
