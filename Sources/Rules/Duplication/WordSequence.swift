internal import Semantics
internal import Syntax

/// The words and numbers of a paragraph as hashes: marks, case, emphasis, labels and footnotes aside.
struct WordSequence {
  let words: [UInt32]
  init(_ paragraph: Int, _ text: SectionContext) {
    words = text.words(of: paragraph).compactMap { token, _ in
      guard token.kind == .word || token.kind == .number, !token.flags.contains(.footnote)
      else { return nil }
      return token.hash
    }
  }

  /// Whether the two differ by at most so many words taken out or put in. The cost is that of the
  /// difference, not of the words: two that have nothing in common are told at once.
  func isWithin(_ limit: Int, of other: WordSequence) -> Bool {
    let (a, b) = (words, other.words)
    guard abs(a.count - b.count) <= limit else { return false }
    // How far along each diagonal one gets with so many edits (Myers, 1986).
    var reach = [Int](repeating: -1, count: limit * 2 + 3)
    let middle = limit + 1
    reach[middle + 1] = 0
    for edits in 0...limit {
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let down =
          diagonal == -edits
          || diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]
        var x = down ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1
        var y = x - diagonal
        while x < a.count, y < b.count, y >= 0, a[x] == b[y] {
          x += 1
          y += 1
        }
        reach[middle + diagonal] = x
        if x >= a.count, y >= b.count { return true }
      }
    }
    return false
  }
}
