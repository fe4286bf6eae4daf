internal import Syntax

/// A list whose labels were changed with tracking on, old and new label run together: `76` where the
/// seventh paragraph became the sixth or the other way round, `ed)` for e) and d) (CONVENTIONS 1.2).
///
/// It is one when either the old or the new numbering alone reads as a sequence, and at least one
/// label can only be read as such a pair.
struct TrackedLabels {
  struct Pair {
    /// Index in `Resolution.paragraphs`.
    var paragraph: Int
    var first: Int
    var second: Int
    /// The half that goes on with the numbering which counts every paragraph.
    var expected: Int
  }

  let pairs: [Pair]

  init?(list: [Int], text: SectionContext) {
    let labels = list.map { Candidate(text.tree.paragraphs[$0], $0, text) }
    guard labels.contains(where: { !$0.splits.isEmpty }) else { return nil }
    guard let reading = Self.read(labels), labels.count > reading.count, Self.ascends(reading)
    else { return nil }
    pairs = reading
  }

  private struct Candidate {
    var index: Int
    var value: Int
    /// Ways to cut the label into two.
    var splits: [(Int, Int)]

    init(_ paragraph: Paragraph, _ index: Int, _ text: SectionContext) {
      self.index = index
      value = paragraph.ordinal
      splits = []
      guard let label = paragraph.label, label.suffix == 0, label.prefix.isEmpty else { return }
      let core = text.label(paragraph).filter { $0 != ")" && $0 != "(" && $0 != "." }
      let bytes = Array(core.utf8)
      if paragraph.form == .letter || paragraph.form == .roman {
        guard bytes.count == 2, bytes[0] != bytes[1] else { return }
        splits = [(Int(bytes[0] & 0x1F), Int(bytes[1] & 0x1F))]
        if paragraph.form == .roman { splits = [] }
        return
      }
      guard bytes.count >= 2, bytes.count <= 4 else { return }
      for cut in 1..<bytes.count {
        let first = bytes[..<cut]
        let second = bytes[cut...]
        guard first.first != 0x30, second.first != 0x30, abs(first.count - second.count) <= 1 else {
          continue
        }
        splits.append((Self.number(first), Self.number(second)))
      }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
      digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }
  }

  /// The other numbering ascends as well: in `13`, `14`, `15` it does not.
  private static func ascends(_ pairs: [Pair]) -> Bool {
    let others = pairs.map { $0.first == $0.expected ? $0.second : $0.first }
    guard let first = others.first, let last = others.last else { return false }
    return zip(others, others.dropFirst()).allSatisfy(<=) && (pairs.count == 1 || first < last)
  }

  /// Numberings of one list drift apart by as many paragraphs as were added or deleted.
  private static let farthest = 9

  /// Follows one numbering through the list. A plain label is in it when it is the next one and may
  /// else belong to the other numbering; a pair must give the next one.
  private static func read(_ labels: [Candidate]) -> [Pair]? {
    var pairs: [Pair] = []
    var last = 0
    for label in labels {
      let expected = last + 1
      if label.value == expected {
        last = expected
        continue
      }
      let split = label.splits.first { halves in
        (halves.0 == expected || halves.1 == expected) && abs(halves.0 - halves.1) <= farthest
      }
      if let split {
        pairs.append(
          Pair(paragraph: label.index, first: split.0, second: split.1, expected: expected))
        last = expected
        continue
      }
      // A jump ahead is a gap. A step back belongs to the other numbering, once there is one.
      guard label.splits.isEmpty, label.value > 0, label.value < expected, !pairs.isEmpty else {
        return nil
      }
    }
    return pairs.isEmpty ? nil : pairs
  }
}
