/// An edition made ready to be compared with others: where each of its words stands. It is made once and
/// kept as long as the edition is the base of a draft.
public final class AlignmentBase: Sendable {
  public let digest: EditionDigest
  /// Paragraphs by word: those of a word stand at `starts[n]..<starts[n + 1]` of `postings`.
  private let numbers: [UInt32: Int32]
  private let starts: [Int32]
  private let postings: [Int32]
  let byHash: [UInt64: [Int]]

  /// Words in more paragraphs than these say nothing about which one is meant.
  private static let most = 64
  private static let candidateCount = 8

  public init(_ digest: EditionDigest) {
    self.digest = digest
    var numbers: [UInt32: Int32] = [:]
    numbers.reserveCapacity(digest.words.count / 3)
    var counts: [Int32] = []
    // The paragraph a word was seen in last, so that each counts once.
    var last: [Int32] = []
    var pairs: [(word: Int32, paragraph: Int32)] = []
    pairs.reserveCapacity(digest.words.count)
    var byHash: [UInt64: [Int]] = [:]
    for (index, paragraph) in digest.paragraphs.enumerated() {
      byHash[paragraph.hash, default: []].append(index)
      let own = Int32(truncatingIfNeeded: index)
      for word in digest.words[paragraph.words] {
        let number: Int32
        if let known = numbers[word] {
          number = known
        } else {
          number = Int32(truncatingIfNeeded: counts.count)
          numbers[word] = number
          counts.append(0)
          last.append(-1)
        }
        let at = Int(number)
        guard last[at] != own else { continue }
        last[at] = own
        counts[at] += 1
        pairs.append((number, own))
      }
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append((starts.last ?? 0) + count) }
    var next = starts
    var postings = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      let word = Int(pair.word)
      postings[Int(next[word])] = pair.paragraph
      next[word] += 1
    }
    self.numbers = numbers
    self.starts = starts
    self.postings = postings
    self.byHash = byHash
  }

  /// Counts while candidates are looked for; kept so that no array is made for each paragraph.
  struct Scores {
    fileprivate var values: [Int32]
    fileprivate var touched: [Int] = []

    init(_ base: AlignmentBase) {
      values = Array(repeating: 0, count: base.digest.paragraphs.count)
    }
  }

  /// The paragraphs of the base that share the rarest words with a paragraph, and how alike they are.
  func candidates(_ words: ArraySlice<UInt32>, _ scores: inout Scores) -> [(
    old: Int, likeness: Likeness
  )] {
    guard !words.isEmpty else { return [] }
    for word in words {
      guard let number = numbers[word] else { continue }
      let from = Int(starts[Int(number)])
      let to = Int(starts[Int(number) + 1])
      guard to - from <= Self.most else { continue }
      let weight = Int32(truncatingIfNeeded: 256 / (to - from + 1) + 4)
      for posting in postings[from..<to] {
        let paragraph = Int(posting)
        if scores.values[paragraph] == 0 { scores.touched.append(paragraph) }
        scores.values[paragraph] &+= weight
      }
    }
    var best: [(old: Int, score: Int32)] = []
    for paragraph in scores.touched {
      let score = scores.values[paragraph]
      scores.values[paragraph] = 0
      if best.count == Self.candidateCount, score <= best[best.count - 1].score { continue }
      let place = best.firstIndex { $0.score < score } ?? best.count
      best.insert((paragraph, score), at: place)
      if best.count > Self.candidateCount { best.removeLast() }
    }
    scores.touched.removeAll(keepingCapacity: true)
    let shared = SharedWords(words)
    return best.map { candidate in
      let own = digest.words[digest.paragraphs[candidate.old].words]
      return (
        candidate.old,
        Likeness(shared: shared.shared(with: own), old: own.count, new: words.count)
      )
    }
  }
}
