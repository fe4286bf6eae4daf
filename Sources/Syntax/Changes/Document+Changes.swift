internal import TextModel

/// A text read with heed to its tracked changes: the accepted side is split into blocks, and these are
/// laid over the text as written.
struct ChangedSections {
  private(set) var sections: [Section] = []
  private let bytes: [UInt8]
  private let vocabulary: Vocabulary
  private let text: PlacedText
  private let changes: TrackedChanges
  private let moved: [MovedBytes]
  /// Sections of the text before an edit, to be kept where nothing changed.
  private let old: [Section]
  private let oldContexts: [SplitContext]
  private var blocks: [Block] = []
  private var start = 0
  private var end = 0
  private var context = SplitContext()

  /// `nil` where there is no tracked change, or nothing is left when all are accepted.
  ///
  /// - Parameter old: the sections before an edit, if they were read in this way.
  init?(_ bytes: [UInt8], vocabulary: Vocabulary, old: [Section]) {
    changes = TrackedChanges(bytes)
    guard !changes.isEmpty else { return nil }
    let side = ResolvedText(bytes, changes, side: .accepted)
    guard !side.bytes.isEmpty else { return nil }
    self.bytes = bytes
    self.vocabulary = vocabulary
    text = PlacedText(side, count: bytes.count)
    moved = text.moved
    self.old = old
    oldContexts =
      [SplitContext()] + old.map { $0.blocks.last?.contextAfter ?? SplitContext() }
    side.bytes.withByteView { read($0) }
  }

  private mutating func read(_ view: ByteView) {
    var splitter = Splitter(view, from: 0, context: SplitContext(), vocabulary: vocabulary)
    var offset = 0
    while let block = splitter.next() {
      if block.startsSection, !blocks.isEmpty { close() }
      let next = offset + block.length
      // A block of the side ends with a line; what is left out behind that belongs to the next one.
      let border = next < view.count ? max(end, text.end(of: next)) : bytes.count
      let lines = bytes.withByteView { $0.lineEnds(from: end, to: border) }
      blocks.append(
        block.placed(
          by: BlockPlacer(text: text, start: offset, origin: end), length: border - end,
          lineCount: lines))
      end = border
      offset = next
    }
    if !blocks.isEmpty { close() }
  }

  private mutating func close() {
    defer {
      context = blocks.last?.contextAfter ?? SplitContext()
      blocks.removeAll(keepingCapacity: true)
      start = end
    }
    let own = start..<end
    let source = bytes.withByteView { $0.array(start, end) }
    let changes = sectionChanges(own)
    if let kept = kept(source, changes) {
      sections.append(kept)
      return
    }
    let placed = text.bytes.withByteView { $0.array(start, end) }
    sections.append(
      Section(
        bytes: placed, source: source, changes: changes, blocks: blocks, vocabulary: vocabulary))
  }

  /// A section of the text before that has the same bytes behind the same context, at the same place
  /// from the start or from the end.
  private func kept(_ source: [UInt8], _ changes: SectionChanges) -> Section? {
    let index = sections.count
    guard old.indices.contains(index), oldContexts[index] == context,
      old[index].source == source, old[index].changes == changes,
      old[index].blocks.count == blocks.count,
      old[index].blocks.last?.contextAfter == blocks.last?.contextAfter
    else { return nil }
    return old[index]
  }

  private func sectionChanges(_ own: Range<Int>) -> SectionChanges {
    func cut(_ range: Range<Int>) -> Range<Int> {
      let cut = range.clamped(to: own)
      return (cut.lowerBound - own.lowerBound)..<(cut.upperBound - own.lowerBound)
    }
    return SectionChanges(
      marks: changes.marks.filter { $0.range.overlaps(own) }.map {
        TrackedChanges.Mark(
          kind: $0.kind, range: cut($0.range), old: cut($0.old), new: cut($0.new))
      },
      removed: text.removed.filter { $0.overlaps(own) }.map(cut),
      moved: moved.filter { own.contains($0.place) }.map {
        MovedBytes(
          place: $0.place - own.lowerBound, origin: $0.origin - own.lowerBound, count: $0.count)
      }, blanks: text.blanks.filter { $0.overlaps(own) }.map(cut))
  }
}

extension ByteView {
  /// Line ends between two offsets.
  fileprivate func lineEnds(from start: Int, to end: Int) -> Int {
    let part = slice(0, end)
    var lines = 0
    var i = part.endOfLine(from: start)
    while i < part.count {
      lines += 1
      i = part.endOfLine(from: part.afterLineEnd(i))
    }
    return lines
  }
}
