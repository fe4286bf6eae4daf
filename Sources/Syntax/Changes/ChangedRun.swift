internal import TextModel

/// A part of a text read with heed to its tracked changes: sections of the text as written over whose
/// borders no mark goes. The accepted side is split into blocks, and these are laid over the text as
/// written.
final class ChangedRun: Sendable {
  let before: SplitContext
  let after: SplitContext
  let sections: [Section]
  /// How many sections of the text as written it takes.
  let partCount: Int
  /// Whether it begins with the first block of a resolution.
  let opensSection: Bool
  /// Its last byte goes when all changes are accepted: it belongs to what stands behind the run.
  let endsRemoved: Bool
  /// Nothing is left of it when all changes are accepted.
  let isEmpty: Bool

  /// - Parameters:
  ///   - parts: sections of the text as written.
  ///   - state: what is open before them.
  ///   - context: what the accepted side before them leaves.
  init(
    _ parts: ArraySlice<Section>, after state: ScanState, context: SplitContext,
    vocabulary: Vocabulary
  ) {
    let bytes = parts.count == 1 ? parts.first?.source ?? [] : parts.flatMap(\.source)
    let changes = bytes.withByteView { view in
      var scanner = ChangeScanner(view, after: state)
      scanner.run()
      return TrackedChanges(scanner.marks.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
    let side = ResolvedText(bytes, changes, side: .accepted)
    var reader = ChangedReader(bytes, changes, side, vocabulary)
    before = context
    after = reader.read(side, context)
    sections = reader.sections
    partCount = parts.count
    opensSection = sections.first?.blocks.first?.startsSection ?? false
    endsRemoved = side.pieces.last.map { $0.origin + $0.count } != bytes.count
    isEmpty = side.bytes.isEmpty
  }

  /// A section that has no change and is read as if the text had none.
  init(_ section: Section, context: SplitContext) {
    before = context
    after = section.blocks.last?.contextAfter ?? context
    sections = [section]
    partCount = 1
    opensSection = section.blocks.first?.startsSection ?? false
    endsRemoved = false
    isEmpty = false
  }
}

/// Reads the sections of a run.
private struct ChangedReader {
  private(set) var sections: [Section] = []
  private let bytes: [UInt8]
  private let vocabulary: Vocabulary
  private let text: PlacedText
  private let changes: TrackedChanges
  private let moved: [MovedBytes]
  private var blocks: [Block] = []
  private var start = 0
  private var end = 0

  init(
    _ bytes: [UInt8], _ changes: TrackedChanges, _ side: ResolvedText, _ vocabulary: Vocabulary
  ) {
    self.bytes = bytes
    self.vocabulary = vocabulary
    self.changes = changes
    text = PlacedText(side, count: bytes.count)
    moved = text.moved
  }

  /// - Returns: what the side leaves behind it.
  mutating func read(_ side: ResolvedText, _ context: SplitContext) -> SplitContext {
    side.bytes.withByteView { view in
      var splitter = Splitter(
        view, from: 0, context: context, vocabulary: vocabulary)
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
      return splitter.context
    }
  }

  private mutating func close() {
    let own = start..<end
    let source = bytes.withByteView { $0.array(start, end) }
    let changes = sectionChanges(own)
    let placed = changes == nil ? source : text.bytes.withByteView { $0.array(start, end) }
    sections.append(
      Section(
        bytes: placed, source: source, changes: changes, blocks: blocks, vocabulary: vocabulary))
    blocks.removeAll(keepingCapacity: true)
    start = end
  }

  /// `nil` for a section without tracked changes.
  private func sectionChanges(_ own: Range<Int>) -> SectionChanges? {
    func cut(_ range: Range<Int>) -> Range<Int> {
      let cut = range.clamped(to: own)
      return (cut.lowerBound - own.lowerBound)..<(cut.upperBound - own.lowerBound)
    }
    let found = SectionChanges(
      marks: changes.marks.filter { $0.range.overlaps(own) }.map {
        TrackedChanges.Mark(
          kind: $0.kind, range: cut($0.range), old: cut($0.old), new: cut($0.new))
      },
      removed: text.removed.filter { $0.overlaps(own) }.map(cut),
      moved: moved.filter { own.contains($0.place) }.map {
        MovedBytes(
          place: $0.place - own.lowerBound, origin: $0.origin - own.lowerBound, count: $0.count)
      }, blanks: text.blanks.filter { $0.overlaps(own) }.map(cut))
    let isPlain =
      found.marks.isEmpty && found.removed.isEmpty && found.moved.isEmpty && found.blanks.isEmpty
    return isPlain ? nil : found
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
