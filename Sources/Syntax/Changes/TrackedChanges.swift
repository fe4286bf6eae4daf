internal import TextModel

/// The marks of tracked changes in a text: CriticMarkup (`{++new++}`, `{--old--}`, `{~~old~>new~~}`,
/// `{>>comment<<}`, `{==marked==}`), `<ins>` and `<del>` of HTML, and `~~old~~` of Markdown. They may
/// go over lines and paragraphs (the last may not go over a blank line), and stand inside one another.
/// Signs without their partner, in code and in HTML comments are plain text.
public struct TrackedChanges: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    case insertion, deletion, substitution, comment, highlight
  }

  /// One mark. All offsets are UTF-8 bytes in the text as written.
  public struct Mark: Sendable, Equatable {
    public var kind: Kind
    /// With its signs.
    public var range: Range<Int>
    /// The text that goes when changes are accepted, or a comment's words; else empty.
    public var old: Range<Int>
    /// The text that stays when changes are accepted; else empty.
    public var new: Range<Int>
  }

  public enum Side: Sendable {
    case accepted, rejected
  }

  /// In the order in which they begin.
  public let marks: [Mark]

  public init(_ bytes: [UInt8]) {
    marks = bytes.withByteView { view in
      var scanner = ChangeScanner(view)
      scanner.run()
      return scanner.marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }

  init(_ marks: [Mark]) { self.marks = marks }

  public var isEmpty: Bool { marks.isEmpty }

  /// The innermost mark that holds a byte offset.
  public func mark(at offset: Int) -> Mark? {
    var found: Mark?
    for mark in marks {
      if mark.range.lowerBound > offset { break }
      if mark.range.contains(offset) { found = mark }
    }
    return found
  }

  /// What one side leaves out: signs, comments and the other side's words; by offset, not touching
  /// one another.
  func removed(on side: Side) -> [Range<Int>] {
    var all: [Range<Int>] = []
    for mark in marks {
      let kept: Range<Int>
      switch mark.kind {
      case .comment: kept = mark.range.lowerBound..<mark.range.lowerBound
      case .highlight: kept = mark.new
      case .insertion, .deletion, .substitution: kept = side == .accepted ? mark.new : mark.old
      }
      guard !kept.isEmpty else {
        all.append(mark.range)
        continue
      }
      all.append(mark.range.lowerBound..<kept.lowerBound)
      all.append(kept.upperBound..<mark.range.upperBound)
    }
    all.sort { $0.lowerBound < $1.lowerBound }
    var merged: [Range<Int>] = []
    for range in all where !range.isEmpty {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension ByteView {
  /// Whether a mark of a tracked change may begin at an offset.
  func opensChange(at offset: Int) -> Bool {
    switch self[offset] {
    case 0x7B:
      let sign = self[offset + 1]
      switch sign {
      case 0x2B, 0x2D, 0x7E, 0x3E, 0x3D: return self[offset + 2] == sign
      default: return false
      }
    case 0x7E: return self[offset + 1] == 0x7E
    case 0x3C: return matchesFolded("<ins", at: offset) || matchesFolded("<del", at: offset)
    default: return false
    }
  }

  /// Whether a mark of a tracked change may begin between two offsets.
  func mayHoldChange(from start: Int, to end: Int) -> Bool {
    for i in start..<max(start, end) where opensChange(at: i) { return true }
    return false
  }
}
