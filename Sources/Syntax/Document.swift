public import TextModel

/// A whole text as a sequence of sections: a value made from its bytes and nothing else. The tree
/// after an edit equals the tree of a fresh parse of the same bytes, always.
public struct Document: Sendable {
  public private(set) var sections: [Section]
  /// Byte offset of each section.
  public private(set) var starts: [Int]
  /// Line ends in the text before each section.
  public private(set) var lineStarts: [Int]
  /// Line ends in the text.
  public private(set) var lineCount: Int
  /// Bytes in the text.
  public private(set) var count: Int
  /// Sections that may hold tracked changes.
  private var suspects = 0
  /// `nil` where nothing may begin a tracked change.
  private var tracked: TrackedReading?
  public let vocabulary: Vocabulary

  public init(_ bytes: [UInt8], vocabulary: Vocabulary = .english) {
    self.vocabulary = vocabulary
    sections = []
    starts = []
    lineStarts = []
    lineCount = 0
    count = 0
    var builder = SectionBuilder(vocabulary: vocabulary, whole: bytes)
    bytes.withByteView { view in
      var splitter = Splitter(
        view, from: 0, context: SplitContext(), vocabulary: vocabulary)
      while let block = splitter.next() { builder.add(block, view) }
      builder.finish(view)
    }
    sections = builder.sections
    index()
    suspects = sections.count { $0.mayHoldChanges }
    readChanges(previous: nil, shown: nil, first: 0, tail: 0)
  }

  /// A text whose tracked changes are read in one go. Only a test that compares needs it.
  package init(readingAsOne bytes: [UInt8], vocabulary: Vocabulary = .english) {
    self.init(bytes, vocabulary: vocabulary)
    guard let plain = tracked?.plain else { return }
    self = plain
    readChanges(previous: nil, shown: nil, first: 0, tail: 0, whole: true)
  }

  public init(_ text: String, vocabulary: Vocabulary = .english) {
    self.init(Array(text.utf8), vocabulary: vocabulary)
  }

  /// One section as it stands in its text, for edits that leave the text around it as it is. Without
  /// tracked changes nothing is read for it.
  package init(of section: Section) {
    guard section.changes == nil, !section.mayHoldChanges else {
      self.init(section.source, vocabulary: section.vocabulary)
      return
    }
    self.init([], vocabulary: section.vocabulary)
    sections = [section]
    index()
  }

  /// Counts anew where sections begin, from one of them on.
  ///
  /// - Parameter tail: how many sections at the end are as they were before; they only move.
  private mutating func index(from first: Int = 0, tail: Int = 0) {
    let kept = min(tail, starts.count, sections.count - first)
    let oldStarts = starts.suffix(kept)
    let oldLines = lineStarts.suffix(kept)
    let oldCount = count
    let oldLineCount = lineCount
    var offset = first < starts.count ? starts[first] : 0
    var lines = first < lineStarts.count ? lineStarts[first] : 0
    var newStarts = Array(starts.prefix(first))
    var newLines = Array(lineStarts.prefix(first))
    newStarts.reserveCapacity(sections.count)
    newLines.reserveCapacity(sections.count)
    for section in sections[first..<max(first, sections.count - kept)] {
      newStarts.append(offset)
      newLines.append(lines)
      offset += section.bytes.count
      lines += section.lineCount
    }
    // The sections of the tail are not looked at: there may be thousands of them.
    let growth = offset - (oldStarts.first ?? oldCount)
    let moreLines = lines - (oldLines.first ?? oldLineCount)
    newStarts.append(contentsOf: oldStarts.lazy.map { $0 + growth })
    newLines.append(contentsOf: oldLines.lazy.map { $0 + moreLines })
    starts = newStarts
    lineStarts = newLines
    count = kept > 0 ? oldCount + growth : offset
    lineCount = kept > 0 ? oldLineCount + moreLines : lines
  }

  /// A copy of all bytes.
  public var bytes: [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(count)
    for section in sections { all += section.source }
    return all
  }

  /// Index of the section that holds a byte offset; offsets outside are cut to the text.
  public func section(at offset: Int) -> Int {
    starts.lastIndex(startingAtOrBefore: offset)
  }

  // MARK: - Edits

  /// The text after an edit. A range outside the text is cut to it.
  public func applying(_ edit: TextEdit) -> Document {
    var copy = self
    copy.apply(edit)
    return copy
  }

  public mutating func apply(_ edit: TextEdit) { apply(edit, rereading: true) }

  /// - Parameter rereading: whether the block before the touched one is read again. Only a test that
  ///   shows why this is needed passes `false`.
  package mutating func apply(_ edit: TextEdit, rereading: Bool) {
    guard !sections.isEmpty else {
      self = Document(edit.replacement, vocabulary: vocabulary)
      return
    }
    let previous = tracked
    let shown = hasChanges ? self : nil
    if let previous { self = previous.plain }
    let (first, tail) = applyPlainly(edit, rereading: rereading)
    readChanges(previous: previous, shown: shown, first: first, tail: tail)
  }

  /// - Returns: how many sections at the beginning and at the end are as they were.
  private mutating func applyPlainly(_ edit: TextEdit, rereading: Bool) -> (Int, Int) {
    let lower = max(0, min(edit.range.lowerBound, count))
    let upper = max(lower, min(edit.range.upperBound, count))

    // The block before the touched one is read again: its last line may have changed its neighbour.
    var first = section(at: lower)
    var firstBlock = sections[first].block(at: lower - starts[first]) - (rereading ? 1 : 0)
    if firstBlock < 0 {
      if first > 0 {
        first -= 1
        firstBlock = max(0, sections[first].blocks.count - 1)
      } else {
        firstBlock = 0
      }
    }
    var last = max(first, section(at: upper))

    // Bytes of the touched sections with the edit made; more sections join while blocks disagree.
    let base = starts[first]
    let growth = edit.replacement.count - (upper - lower)
    var merged: [UInt8] = []
    merged.reserveCapacity(starts[last] + sections[last].bytes.count - base + max(0, growth))
    for i in first...last where starts[i] < lower {
      merged += sections[i].bytes.prefix(lower - starts[i])
    }
    merged += edit.replacement
    for i in first...last { merged += sections[i].bytes.dropFirst(max(0, upper - starts[i])) }

    let context = sections.contextBefore(first, firstBlock)
    let from = sections[first].starts.isEmpty ? 0 : sections[first].start(ofBlock: firstBlock)
    var resplit = Resplit(
      document: self, first: first, last: last, growth: growth,
      edit: (lower - base)..<(upper - base))
    while true {
      let done = merged.withByteView { view in
        resplit.run(view, from: from, context: context)
      }
      if done || last + 1 >= sections.count { break }
      last += 1
      merged += sections[last].bytes
      resplit.extend(to: last, in: self)
    }

    let tail = sections.count - 1 - last
    if first == last,
      let section = sections[first].changingWord(
        merged, first: firstBlock, blocks: resplit.blocks, kept: resplit.keptCount,
        retyped: resplit.retyped)
    {
      replace(first, by: section)
      return (first, tail)
    }

    var builder = SectionBuilder(vocabulary: vocabulary, whole: merged)
    merged.withByteView { view in
      for block in sections[first].blocks.prefix(firstBlock) { builder.add(block, view) }
      for block in resplit.blocks { builder.add(block, view) }
      for block in resplit.kept { builder.add(block, view) }
      builder.finish(view)
    }
    suspects -= sections[first...last].count { $0.mayHoldChanges }
    suspects += builder.sections.count { $0.mayHoldChanges }
    sections.replaceSubrange(first...last, with: builder.sections)
    index(from: first, tail: tail)
    return (first, tail)
  }

  /// Replaces a section by one with as many lines.
  private mutating func replace(_ index: Int, by section: Section) {
    let growth = section.bytes.count - sections[index].bytes.count
    sections[index] = section
    for next in (index + 1)..<max(index + 1, starts.count) { starts[next] += growth }
    count += growth
  }

  // MARK: - Tracked changes

  public var hasChanges: Bool { tracked.map { !$0.runs.isEmpty } ?? false }

  /// The text with all its tracked changes accepted is what counts: where it has any, it is read once
  /// more with heed to them.
  ///
  /// - Parameters:
  ///   - previous: of the text before an edit.
  ///   - shown: the text before, if it had changes.
  ///   - first: sections of the text as written that stayed at the beginning.
  ///   - tail: those that stayed at the end.
  private mutating func readChanges(
    previous: TrackedReading?, shown: Document?, first: Int, tail: Int, whole: Bool = false
  ) {
    guard suspects > 0 else { return }
    let reading = TrackedReading(self, previous: previous, first: first, tail: tail, whole: whole)
    guard !reading.runs.isEmpty else {
      tracked = reading
      return
    }
    if var shown, let previous {
      let head = previous.runs.prefix(reading.keptHead).reduce(0) { $0 + $1.sections.count }
      let end = previous.runs.suffix(reading.keptTail).reduce(0) { $0 + $1.sections.count }
      let made = reading.runs[reading.keptHead..<(reading.runs.count - reading.keptTail)]
      shown.sections.replaceSubrange(
        head..<(shown.sections.count - end), with: made.flatMap(\.sections))
      shown.index(from: head, tail: end)
      shown.suspects = suspects
      self = shown
    } else {
      sections = reading.runs.flatMap(\.sections)
      index()
    }
    tracked = reading
  }

}

extension [Section] {
  /// What the splitter knows where a block begins; where the first section does, what it knows at the
  /// start of a text.
  fileprivate func contextBefore(_ section: Int, _ block: Int) -> SplitContext {
    if block > 0, block - 1 < self[section].blocks.count {
      return self[section].blocks[block - 1].contextAfter
    }
    guard section > 0 else { return SplitContext() }
    return self[section - 1].blocks.last?.contextAfter ?? SplitContext()
  }
}

/// Splits the touched part of a text anew, up to the first block border where old and new agree on
/// everything that the splitter looks at.
private struct Resplit {
  private(set) var blocks: [Block] = []
  /// The block in which a token is all that the edit changed.
  private(set) var retyped: (block: Int, token: Int)?
  /// Behind the agreed border blocks are taken over by identity; it lies before this one.
  private var agreed: Border?

  private var sections: [Section]
  private let touchedEnd: Int
  private let growth: Int
  private let vocabulary: Vocabulary
  private let earlier: EarlierTokens

  /// The border before a block of the text as it was.
  private struct Border {
    /// Index among the touched sections.
    var section = 0
    /// Index of the block in it.
    var block = 0
    /// Where the section begins in the merged bytes, if it lies behind the edit.
    var start: Int
  }

  /// - Parameter edit: what is replaced, in bytes from the start of the first section.
  init(document: Document, first: Int, last: Int, growth: Int, edit: Range<Int>) {
    touchedEnd = edit.upperBound + growth
    self.growth = growth
    vocabulary = document.vocabulary
    earlier = EarlierTokens(
      of: document.sections[first], edit: edit, growth: growth, document.vocabulary)
    sections = Array(document.sections[first...max(first, last)])
  }

  mutating func extend(to last: Int, in document: Document) {
    sections.append(document.sections[last])
  }

  /// Blocks behind the agreed border.
  var kept: [Block] {
    guard let agreed else { return [] }
    return sections[agreed.section].blocks[agreed.block...]
      + sections[(agreed.section + 1)...].flatMap(\.blocks)
  }

  /// How many they are when all of them stand in the first section.
  var keptCount: Int {
    guard let agreed, agreed.section == 0 else { return 0 }
    return sections[0].blocks.count - agreed.block
  }

  /// Returns whether everything behind the given bytes is as it was.
  mutating func run(_ view: ByteView, from offset: Int, context: SplitContext) -> Bool {
    blocks = []
    retyped = nil
    agreed = nil
    var splitter = Splitter(
      view, from: offset, context: context, vocabulary: vocabulary, earlier: earlier)
    var position = offset
    var border = Border(start: growth)
    while true {
      if position >= touchedEnd, move(&border, to: position),
        sections.contextBefore(border.section, border.block) == splitter.context
      {
        agreed = border
        return true
      }
      guard let block = splitter.next() else { break }
      if let token = splitter.changedToken { retyped = (blocks.count, token) }
      blocks.append(block)
      position += block.length
    }
    // Without a line end the next section's first line would go on with this one.
    let last = view[view.count - 1]
    let oldContext = sections.last?.blocks.last?.contextAfter ?? SplitContext()
    return splitter.context == oldContext && (last == 0x0A || last == 0x0D)
  }

  /// Moves on to the first border that is not before a byte offset; `false` where none is just there.
  private func move(_ border: inout Border, to position: Int) -> Bool {
    while border.section < sections.count {
      let starts = sections[border.section].starts
      while border.block < starts.count, border.start + starts[border.block] < position {
        border.block += 1
      }
      if border.block < starts.count { return border.start + starts[border.block] == position }
      border.start += sections[border.section].bytes.count
      border.section += 1
      border.block = 0
    }
    return false
  }
}

/// Gathers blocks into sections.
private struct SectionBuilder {
  let vocabulary: Vocabulary
  private(set) var sections: [Section] = []
  private var blocks: [Block] = []
  private var start = 0
  private var offset = 0
  /// The bytes of all sections: shared, not copied, by a section that is all there is.
  private let whole: [UInt8]

  init(vocabulary: Vocabulary, whole: [UInt8]) {
    self.vocabulary = vocabulary
    self.whole = whole
  }

  mutating func add(_ block: Block, _ view: ByteView) {
    if block.startsSection, !blocks.isEmpty { close(view) }
    blocks.append(block)
    offset += block.length
  }

  private mutating func close(_ view: ByteView) {
    let bytes = start == 0 && offset == whole.count ? whole : view.array(start, offset)
    sections.append(Section(bytes: bytes, blocks: blocks, vocabulary: vocabulary))
    blocks.removeAll(keepingCapacity: true)
    start = offset
  }

  mutating func finish(_ view: ByteView) {
    if !blocks.isEmpty { close(view) }
  }
}
