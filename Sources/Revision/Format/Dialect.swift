internal import Syntax
internal import TextModel

/// How a text is typed, by its majority.
struct Dialect {
  /// The gap between two blocks of the body: one line end, or two.
  var gap: [UInt8]
  /// Behind a label: a tab or a blank.
  var labelGap: [UInt8] = [0x20]
  /// Clause headings stand between marks of emphasis.
  var emphasisesHeadings = false
  /// Letters and numerals stand between marks of emphasis.
  var emphasisesLabels = false
  /// What stands before a label of a level on its line: indentation and list mark.
  private var heads: [Int: [UInt8]] = [:]
  /// The same before a bullet's text, its mark included.
  private var bullets: [Int: [UInt8]] = [:]
  let newline: [UInt8]

  init(_ outline: Outline) {
    newline = outline.newline
    gap = newline + newline
    let section = outline.section
    let tree = outline.tree
    var gaps = Tally<[UInt8]>()
    var labelGaps = Tally<[UInt8]>()
    var marked = Tally<Bool>()
    var headings = Tally<Bool>()
    var heads: [Int: Tally<[UInt8]>] = [:]
    var bullets: [Int: Tally<[UInt8]>] = [:]
    for paragraph in tree.paragraphs where paragraph.clause >= 0 && paragraph.annex < 0 {
      let block = paragraph.block
      if block > 0, section.blocks[block - 1].kind != .blank {
        let end = outline.end(ofBlock: block - 1)
        let breaks = section.bytes[end..<section.starts[block]].count { $0 == 0x0A }
        gaps.add(breaks > 1 ? newline + newline : newline)
      }
      guard let form = BlockForm(outline, block) else { continue }
      if paragraph.isLabelled {
        labelGaps.add(form.gap.contains(0x09) ? [0x09] : [0x20])
        if paragraph.form == .letter || paragraph.form == .roman {
          marked.add(form.emphasis > 0)
        }
        heads[paragraph.level, default: Tally()].add(form.head)
      } else if paragraph.kind == .bullet {
        bullets[paragraph.level, default: Tally()].add(form.head)
      }
    }
    for clause in tree.bodyClauses where clause.heading.endMark.isEmpty {
      headings.add(clause.heading.emphasised)
    }
    gap = gaps.winner ?? gap
    labelGap = labelGaps.winner ?? labelGap
    emphasisesLabels = marked.winner ?? false
    emphasisesHeadings = headings.winner ?? false
    self.heads = heads.compactMapValues(\.winner)
    self.bullets = bullets.compactMapValues(\.winner)
  }

  func head(level: Int) -> [UInt8]? { heads[level] }
  func bullet(level: Int) -> [UInt8]? { bullets[level] }
}

/// Counts and names the most frequent; of equals the one seen first.
struct Tally<Value: Hashable> {
  private var counts: [Value: Int] = [:]
  private var order: [Value] = []

  mutating func add(_ value: Value) {
    if counts[value] == nil { order.append(value) }
    counts[value, default: 0] += 1
  }

  var winner: Value? {
    var best: Value?
    for value in order where (counts[value] ?? 0) > (best.flatMap { counts[$0] } ?? 0) {
      best = value
    }
    return best
  }
}
