internal import Grammar
internal import Revision
internal import Syntax

/// What several rules need to know of the labels of one text, found once. A text whose lists all run
/// as they should costs one pass over its paragraphs.
final class NumberingNotes {
  /// Faults of sequence, in the order of the text.
  private(set) var faults: [SequenceFault] = []
  /// Lists whose labels are an old and a new one run together, by `Paragraph.list`.
  private(set) var tracked: [Int: TrackedLabels] = [:]
  /// Paragraphs whose label goes on with the list above in another style (`1`, `2`, `c)`, `4`), with
  /// the level that they belong to.
  private(set) var strays: [Int: Int] = [:]
  /// Paragraphs that lack a label.
  private(set) var missing: [MissingLabel] = []

  /// The styles that the profile allows at the levels 1, 2, 3 of the preamble and the operative part.
  private let styles: Styles

  private struct Styles {
    var preambular: [[NumberingStyle]]
    var operative: [[NumberingStyle]]

    init(_ profile: Profile) {
      func levels(_ part: Numbering.Part) -> [[NumberingStyle]] {
        let depth = profile.depth(of: part)
        return depth < 1 ? [] : (1...depth).map { profile.styles(part: part, level: $0) }
      }
      preambular = levels(.preambular)
      operative = levels(.operative)
    }

    static let known: [String: Styles] = Dictionary(
      Profile.all.map { ($0.id, Styles($0)) }, uniquingKeysWith: { first, _ in first })
  }

  func styles(_ part: Numbering.Part, _ level: Int) -> [NumberingStyle] {
    let levels = part == .preambular ? styles.preambular : styles.operative
    return level > 0 && level <= levels.count ? levels[level - 1] : []
  }

  init(_ text: SectionContext) {
    styles = Styles.known[text.profile.id] ?? Styles(text.profile)
    missing = MissingLabel.all(in: text)
    let irregular = Self.irregularLists(text.tree)
    guard !irregular.isEmpty else { return }
    var lists = [[Int]](repeating: [], count: (text.tree.paragraphs.map(\.list).max() ?? -1) + 1)
    for index in text.tree.paragraphs.indices {
      let list = text.tree.paragraphs[index].list
      if list >= 0, text.tree.paragraphs[index].isLabelled { lists[list].append(index) }
    }
    let numbers = merge(&lists, irregular, text)
    for number in numbers {
      let list = lists[number]
      guard let first = list.first else { continue }
      if text.tree.paragraphs[first].clause < 0 {
        for run in Self.sentenceRuns(list, text.tree) { judge(run, text) }
      } else if !text.isLone(first) {
        if let labels = TrackedLabels(list: list, text: text) {
          tracked[number] = labels
        } else if !continuesSentence(list, text), !isMeasurement(first, text.tree) {
          judge(list, text)
        }
      }
    }
    faults.sort { $0.paragraph < $1.paragraph }
  }

  private func judge(_ list: [Int], _ text: SectionContext) {
    faults += SequenceFault.find(in: list, text, missing: missing)
  }

  /// `6.4 dB` at the start of a line: a decimal that stands under no 6.
  private func isMeasurement(_ index: Int, _ tree: Resolution) -> Bool {
    let paragraph = tree.paragraphs[index]
    guard paragraph.form == .decimal, let label = paragraph.label, paragraph.ordinal != 1 else {
      return false
    }
    return paragraph.parent < 0
      || tree.paragraphs[paragraph.parent].ordinal != Int(label.prefix.last ?? 0)
  }

  /// The enumeration of a sentence (`to prevent a) ...; b) ...`) goes on in lines of its own, so that
  /// nobody can tell which of two b) belongs to it.
  private func continuesSentence(_ list: [Int], _ text: SectionContext) -> Bool {
    zip(list, list.dropFirst()).contains { first, second in
      text.tree.paragraphs[second].ordinal == 2
        && text.runsOn(first, with: { $0.form == .letter && $0.value == 1 })
    }
  }

  /// Lists in which some label is not the next one.
  private static func irregularLists(_ tree: Resolution) -> [Int] {
    var last: [Int] = []
    last.reserveCapacity(32)
    var irregular: [Int] = []
    tree.paragraphs.withUnsafeBufferPointer { paragraphs in
      for index in paragraphs.indices where paragraphs[index].list >= 0 {
        let list = paragraphs[index].list
        while last.count <= list { last.append(0) }
        guard let suffix = paragraphs[index].label?.suffix else { continue }
        let before = last[list]
        if before < 0 { continue }
        let ordinal = paragraphs[index].ordinal
        if ordinal == before + 1, suffix == 0 {
          last[list] = ordinal
        } else {
          last[list] = -1
          irregular.append(list)
        }
      }
    }
    return irregular
  }

  /// Joins lists that only go on with the list above in another style, and gives the lists to judge.
  private func merge(_ lists: inout [[Int]], _ irregular: [Int], _ text: SectionContext)
    -> [Int]
  {
    let paragraphs = text.tree.paragraphs
    var judged = irregular
    for number in irregular {
      let list = lists[number]
      guard let first = list.first, paragraphs[first].parent >= 0,
        paragraphs[first].clause >= 0
      else { continue }
      let above = paragraphs[paragraphs[first].parent]
      guard above.isLabelled, !above.opensList, above.list != number,
        paragraphs[first].ordinal == above.ordinal + 1, paragraphs[first].form != .decimal,
        (paragraphs[first].label?.suffix ?? 0) == 0
      else { continue }
      for index in list { strays[index] = above.level }
      lists[above.list] = (lists[above.list] + list).sorted()
      lists[number] = []
      if !judged.contains(above.list) { judged.append(above.list) }
    }
    return judged
  }

  /// Annexes number freely: tables, forms, sections. Only a run of whole sentences that begins with
  /// the first label, with nothing but its own sub-items between, is a list for certain.
  private static func sentenceRuns(_ list: [Int], _ tree: Resolution) -> [[Int]] {
    var runs: [[Int]] = []
    var run: [Int] = []
    func close() {
      if run.count > 2, run.allSatisfy({ tree.paragraphs[$0].endMark != 0 }),
        tree.paragraphs[run[0]].ordinal == 1, tree.paragraphs[run[0]].form != .decimal
      {
        runs.append(run)
      }
      run = []
    }
    for index in list {
      if let last = run.last {
        let level = tree.paragraphs[last].level
        let broken = tree.paragraphs[(last + 1)..<index].contains {
          $0.level <= level || !$0.isLabelled
        }
        let restarts =
          tree.paragraphs[index].ordinal == 1 && tree.paragraphs[index].label?.suffix == 0
        if broken || restarts { close() }
      }
      run.append(index)
    }
    close()
    return runs
  }
}

/// Keeps what was found once.
final class NumberingMemory {
  var notes: NumberingNotes?
}

extension SectionContext {
  var numbering: NumberingNotes {
    if let notes = memory.notes { return notes }
    let notes = NumberingNotes(self)
    memory.notes = notes
    return notes
  }

  /// Whether a paragraph is the only one of its clause, sub-items left aside.
  func isLone(_ index: Int) -> Bool {
    let paragraph = tree.paragraphs[index]
    guard paragraph.clause >= 0, paragraph.level == 1 else { return false }
    return !tree.clauses[paragraph.clause].paragraphs.contains {
      $0 != index && tree.paragraphs[$0].level == 1
    }
  }

  /// A mark of emphasis stands at an offset.
  func isEmphasis(_ offset: Int) -> Bool { byte(offset) == 0x2A || byte(offset) == 0x5F }

  /// Where the bullet or label of a paragraph stands.
  func markSpan(_ paragraph: Paragraph) -> Span? {
    if let label = paragraph.label { return label.span }
    guard paragraph.kind == .bullet else { return nil }
    let mark = Int(section.blocks[paragraph.block].listMark)
    guard mark >= 0 else { return nil }
    let start = section.starts[paragraph.block] + mark
    let length = byte(start) < 0x80 ? 1 : byte(start) < 0xE0 ? 2 : 3
    return Span(start, start + length)
  }
}
