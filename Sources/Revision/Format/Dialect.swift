internal import Grammar
internal import Syntax
internal import TextModel

/// How a text is typed: by its majority, or as a dialect asks.
struct Dialect {
  /// What decides how a line begins: lists of letters and of numbers, in the two parts and at each
  /// level, are often typed differently.
  struct Place: Hashable {
    var part: ClausePart
    var level: Int
    var form: Label.Form
    /// How many of the paragraphs above it are lettered or bullets, which are Markdown's lists.
    var listDepth: Int
  }

  /// The gap between two blocks of the body: one line end, or two.
  private(set) var gap: [UInt8]
  /// The same between two lines of a Markdown list.
  private(set) var listGap: [UInt8]
  /// Behind a label: a tab or a blank.
  private(set) var labelGap: [UInt8] = [0x20]
  /// Clause headings stand between marks of emphasis.
  private(set) var emphasisesHeadings = false
  /// What stands before a label on its line: indentation and list mark. Before a bullet's text its
  /// mark is included.
  private var heads: [Place: [UInt8]] = [:]
  /// Where letters and numerals stand between marks of emphasis.
  private var emphasised: [Place: Bool] = [:]
  private let asked: DraftDialect
  private let newline: [UInt8]

  init(_ outline: Outline, _ asked: DraftDialect = .auto) {
    self.asked = asked
    newline = outline.newline
    gap = newline + newline
    listGap = gap
    learn(outline)
    switch asked {
    case .auto: break
    case .markdown:
      gap = newline + newline
      listGap = newline
      labelGap = [0x20]
      emphasisesHeadings = true
    case .plain, .tabbed:
      gap = asked == .plain ? newline + newline : newline
      listGap = gap
      labelGap = [asked == .plain ? 0x20 : 0x09]
      emphasisesHeadings = false
    }
  }

  private mutating func learn(_ outline: Outline) {
    let section = outline.section
    let tree = outline.tree
    var gaps = Tally<[UInt8]>()
    var listGaps = Tally<[UInt8]>()
    var labelGaps = Tally<[UInt8]>()
    var marked: [Place: Tally<Bool>] = [:]
    var headings = Tally<Bool>()
    var heads: [Place: Tally<[UInt8]>] = [:]
    for (index, paragraph) in tree.paragraphs.enumerated()
    where paragraph.clause >= 0 && paragraph.annex < 0 {
      let block = paragraph.block
      if block > 0, section.blocks[block - 1].kind != .blank {
        let end = outline.end(ofBlock: block - 1)
        let breaks = section.bytes[end..<section.starts[block]].count { $0 == 0x0A }
        let width = breaks > 1 ? newline + newline : newline
        if outline.continuesList(block) { listGaps.add(width) } else { gaps.add(width) }
      }
      guard let form = BlockForm(outline, block) else { continue }
      if paragraph.isLabelled {
        labelGaps.add(form.gap.contains(0x09) ? [0x09] : [0x20])
        if paragraph.form == .letter || paragraph.form == .roman {
          marked[outline.place(of: index), default: Tally()].add(form.emphasis > 0)
        }
      }
      heads[outline.place(of: index), default: Tally()].add(form.head)
    }
    for clause in tree.bodyClauses where clause.heading.endMark.isEmpty {
      headings.add(clause.heading.emphasised)
    }
    gap = gaps.winner ?? gap
    listGap = listGaps.winner ?? gap
    labelGap = labelGaps.winner ?? labelGap
    emphasised = marked.compactMapValues(\.winner)
    emphasisesHeadings = headings.winner ?? false
    self.heads = heads.compactMapValues(\.winner)
  }

  func emphasisesLabel(at place: Place) -> Bool {
    asked != .plain && asked != .tabbed && emphasised[place] ?? false
  }

  /// What stands before the label or the text of a paragraph on its line; `nil` to leave it.
  func head(of place: Place) -> [UInt8]? {
    switch asked {
    case .auto: return heads[place]
    case .markdown:
      let indentation = Array(repeating: UInt8(0x20), count: 2 * place.listDepth)
      return indentation + (place.form.isNumber && place.listDepth == 0 ? [] : [0x2D, 0x20])
    case .plain, .tabbed:
      guard place.form == .bullet else { return [] }
      // The mark is the author's.
      return heads[place].map { head in
        let mark = head.filter { $0 != 0x20 && $0 != 0x09 }
        return mark.isEmpty ? head : mark + labelGap
      }
    }
  }
}

extension Outline {
  func place(of index: Int) -> Dialect.Place {
    let paragraph = tree.paragraphs[index]
    var above = paragraph.parent
    var listDepth = 0
    while above >= 0 {
      let parent = tree.paragraphs[above]
      listDepth += parent.isLabelled && parent.form.isNumber ? 0 : 1
      above = parent.parent
    }
    return Dialect.Place(
      part: tree.clauses[paragraph.clause].part, level: paragraph.level,
      form: paragraph.isLabelled ? paragraph.form : .bullet, listDepth: listDepth)
  }

  /// Whether a block and the one before it are lines of one Markdown list.
  func continuesList(_ block: Int) -> Bool {
    section.blocks[block].listMark >= 0 && section.blocks[block - 1].listMark >= 0
  }
}

extension Label.Form {
  fileprivate var isNumber: Bool { self == .digit || self == .decimal }
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
