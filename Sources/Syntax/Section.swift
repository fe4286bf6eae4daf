internal import Grammar
internal import TextModel

/// The bytes of one resolution (or of what stands between two), cut into blocks, with its tree.
/// Immutable: an edit makes a new one that shares all blocks it did not touch.
public final class Section: Sendable {
  /// What is read and judged. Where the text has tracked changes, all of them are accepted here: what
  /// that leaves out is blank, everything else stands at its place (see `SectionChanges`).
  public let bytes: [UInt8]
  /// The bytes as written, as many.
  public let source: [UInt8]
  /// `nil` in a text without tracked changes.
  public let changes: SectionChanges?
  /// Something in it may begin a tracked change.
  let mayHoldChanges: Bool
  public let blocks: [Block]
  /// Byte offset of each block in the section.
  public let starts: [Int]
  /// Line ends in the section before each block.
  public let lineStarts: [Int]
  /// Line ends in the section.
  public let lineCount: Int
  /// What the words of any of its blocks hold.
  public let contents: Token.Contents
  public let resolution: Resolution
  public let vocabulary: Vocabulary
  let identity = SectionIdentity()
  /// The section before it, when a word is all that is new.
  let origin: (identity: SectionIdentity, change: WordChange)?

  init(
    bytes: [UInt8], source: [UInt8]? = nil, changes: SectionChanges? = nil, blocks: [Block],
    vocabulary: Vocabulary
  ) {
    self.bytes = bytes
    self.source = source ?? bytes
    self.changes = changes
    self.blocks = blocks
    self.vocabulary = vocabulary
    origin = nil
    var starts: [Int] = []
    starts.reserveCapacity(blocks.count)
    var lineStarts: [Int] = []
    lineStarts.reserveCapacity(blocks.count)
    var offset = 0
    var lines = 0
    var contents: Token.Contents = []
    for index in blocks.indices {
      starts.append(offset)
      lineStarts.append(lines)
      offset += blocks[index].length
      lines += blocks[index].lineCount
      contents.formUnion(blocks[index].contents)
    }
    self.contents = contents
    self.starts = starts
    self.lineStarts = lineStarts
    lineCount = lines
    mayHoldChanges = contents.contains(.changes)
    resolution = bytes.withByteView { view in
      var builder = TreeBuilder(
        view: view, blocks: blocks, starts: starts, vocabulary: vocabulary)
      return builder.build()
    }
  }

  /// A section in which a word is another: nothing is counted or put together anew.
  init(_ before: Section, bytes: [UInt8], blocks: [Block], change: WordChange) {
    self.bytes = bytes
    source = bytes
    changes = nil
    mayHoldChanges = before.mayHoldChanges
    self.blocks = blocks
    starts = before.starts.map(change.move)
    lineStarts = before.lineStarts
    lineCount = before.lineCount
    contents = before.contents
    resolution = before.resolution.moved(by: change)
    vocabulary = before.vocabulary
    origin = (before.identity, change)
  }

  /// The text of a span; marks of emphasis included, bytes that are not UTF-8 as U+FFFD.
  public func string(_ span: Span) -> String {
    bytes.withByteView { view in
      guard let changes else { return view.string(span.lower, span.upper) }
      return changes.kept(in: span.range).map { view.string($0.lowerBound, $0.upperBound) }
        .joined()
    }
  }

  /// Index of the block that holds a byte offset.
  public func block(at offset: Int) -> Int {
    starts.lastIndex(startingAtOrBefore: offset)
  }

  public func start(ofBlock index: Int) -> Int {
    index >= 0 && index < starts.count ? starts[index] : bytes.count
  }
}
