/// Decides which paragraphs belong together, from what is certain to what is likely: equal words, parts of
/// a split or merged paragraph, like words, and what stands alone between two matched neighbours.
struct Matching: Sendable {
  private(set) var newOf: [[Int]]
  private(set) var oldOf: [[Int]]
  private let base: AlignmentBase
  private let new: EditionDigest
  private let clauses: ClausePairs

  private var old: EditionDigest { base.digest }

  init(base: AlignmentBase, new: EditionDigest, rows: [MatchRow], clauses: ClausePairs) {
    self.base = base
    self.new = new
    self.clauses = clauses
    newOf = Array(repeating: [], count: base.digest.paragraphs.count)
    oldOf = Array(repeating: [], count: new.paragraphs.count)
    matchEqual()
    matchParts(rows)
    matchAlike(rows)
    matchBetween()
  }

  private mutating func link(_ old: Int, _ new: Int) {
    newOf[old].append(new)
    oldOf[new].append(old)
  }

  /// Whether both stand in the same clause, or in parts of annexes without clauses.
  func isSameClause(_ old: Int, _ new: Int) -> Bool {
    let before = self.old.paragraphs[old]
    let after = self.new.paragraphs[new]
    guard before.annex == after.annex else { return false }
    if before.clause < 0 || after.clause < 0 { return before.clause == after.clause }
    return clauses.newOf[before.clause] == after.clause
  }

  // MARK: - Equal words

  /// Of paragraphs with the same words the first goes with the first in each clause; across clauses only
  /// what is there once.
  private mutating func matchEqual() {
    var left: [UInt64: [Int]] = [:]
    for (index, paragraph) in new.paragraphs.enumerated() {
      guard let equal = base.byHash[paragraph.hash] else { continue }
      if let match = equal.first(where: { newOf[$0].isEmpty && isSameClause($0, index) }) {
        link(match, index)
      } else {
        left[paragraph.hash, default: []].append(index)
      }
    }
    for (hash, candidates) in left.sorted(by: { $0.value[0] < $1.value[0] }) {
      let free = (base.byHash[hash] ?? []).filter { newOf[$0].isEmpty }
      guard candidates.count == 1, free.count == 1, new.paragraphs[candidates[0]].words.count >= 3
      else { continue }
      link(free[0], candidates[0])
    }
  }

  // MARK: - Split and merged

  /// The least part of a piece that the whole must hold, and the least part of the whole that the pieces
  /// must make up.
  private static let pieceShare = 0.75
  private static let wholeShare = 0.7
  private static let leastWords = 4

  private mutating func matchParts(_ rows: [MatchRow]) {
    var piecesOfOld: [Int: [(part: Int, likeness: Likeness)]] = [:]
    var piecesOfNew: [Int: [(part: Int, likeness: Likeness)]] = [:]
    for (index, row) in rows.enumerated() where oldOf[index].isEmpty {
      for (old, likeness) in row.candidates
      where newOf[old].isEmpty && isSameClause(old, index)
        && self.old.paragraphs[old].label.isEmpty == new.paragraphs[index].label.isEmpty
      {
        if likeness.ofNew >= Self.pieceShare, likeness.new >= Self.leastWords {
          piecesOfOld[old, default: []].append((index, likeness))
        }
        if likeness.ofOld >= Self.pieceShare, likeness.old >= Self.leastWords {
          piecesOfNew[index, default: []].append((old, likeness))
        }
      }
    }
    for (whole, pieces) in piecesOfOld.sorted(by: { $0.key < $1.key }) where newOf[whole].isEmpty {
      let free = pieces.filter { oldOf[$0.part].isEmpty }.sorted { $0.part < $1.part }
      guard Self.isWhole(free.map(\.likeness), size: { $0.old }, share: { $0.ofNew }) else {
        continue
      }
      for piece in free { link(whole, piece.part) }
    }
    for (whole, pieces) in piecesOfNew.sorted(by: { $0.key < $1.key }) where oldOf[whole].isEmpty {
      let free = pieces.filter { newOf[$0.part].isEmpty }.sorted { $0.part < $1.part }
      guard Self.isWhole(free.map(\.likeness), size: { $0.new }, share: { $0.ofOld }) else {
        continue
      }
      for piece in free { link(piece.part, whole) }
    }
  }

  /// Whether pieces make up a whole, none of them nearly alone, and without saying the same twice.
  private static func isWhole(
    _ pieces: [Likeness], size: (Likeness) -> Int, share: (Likeness) -> Double
  ) -> Bool {
    guard pieces.count > 1, let first = pieces.first else { return false }
    let whole = Double(size(first))
    let shared = pieces.reduce(0) { $0 + $1.shared }
    let largest = pieces.map(\.shared).max() ?? 0
    return Double(shared) >= wholeShare * whole && Double(shared) <= 1.2 * whole
      && Double(largest) <= 0.85 * whole
  }

  // MARK: - Like words

  /// The least likeness in the same clause and in another one, and how much nearer the match must be than
  /// the next best.
  private static let leastAlike = 0.5
  private static let leastAlikeElsewhere = 0.65
  private static let margin = 0.12
  /// What standing in the same clause counts when two candidates are compared.
  private static let clauseWeight = 0.1

  /// A paragraph that holds nearly all of the other is what was made of it.
  private static func value(_ likeness: Likeness, isSameClause: Bool) -> Double {
    let part = max(likeness.ofOld, likeness.ofNew)
    guard isSameClause, part >= 0.9, likeness.shared >= 6 else { return likeness.value }
    return max(likeness.value, 0.85 * part)
  }

  private struct Pair {
    var old: Int
    var new: Int
    var value: Double
    var weight: Double
  }

  private mutating func matchAlike(_ rows: [MatchRow]) {
    var pairs: [Pair] = []
    for (index, row) in rows.enumerated() where oldOf[index].isEmpty {
      for (old, likeness) in row.candidates where newOf[old].isEmpty {
        guard self.old.paragraphs[old].annex == new.paragraphs[index].annex else { continue }
        let isSame = isSameClause(old, index)
        let value = Self.value(likeness, isSameClause: isSame)
        guard value >= 0.3 else { continue }
        var weight = value + (isSame ? Self.clauseWeight : 0)
        // A paragraph of the clause and one below another are seldom the same.
        if (self.old.paragraphs[old].parent < 0) != (new.paragraphs[index].parent < 0) {
          weight -= Self.clauseWeight
        }
        pairs.append(Pair(old: old, new: index, value: value, weight: weight))
      }
    }
    pairs.sort { ($0.weight, $1.new, $1.old) > ($1.weight, $0.new, $0.old) }
    for (index, pair) in pairs.enumerated()
    where newOf[pair.old].isEmpty && oldOf[pair.new].isEmpty {
      let isSame = isSameClause(pair.old, pair.new)
      guard pair.value >= (isSame ? Self.leastAlike : Self.leastAlikeElsewhere) else { continue }
      let words = min(
        old.paragraphs[pair.old].words.count, new.paragraphs[pair.new].words.count)
      guard words >= Self.leastWords || pair.value >= 0.8 && isSame else { continue }
      // Rivals come behind it in the list; what was matched before is none.
      let hasRival = pairs[(index + 1)...].contains { other in
        (other.old == pair.old && oldOf[other.new].isEmpty
          || other.new == pair.new && newOf[other.old].isEmpty)
          && other.weight > pair.weight - Self.margin
      }
      if !hasRival { link(pair.old, pair.new) }
    }
  }

  // MARK: - Between matched neighbours

  /// One paragraph without match on both sides, between the same neighbours, that has some words in
  /// common with the other.
  private mutating func matchBetween() {
    for (newClause, oldClause) in clauses.oldOf.enumerated() {
      guard let oldClause else { continue }
      let olds = Array(old.clauses[oldClause].paragraphs)
      let news = Array(new.clauses[newClause].paragraphs)
      var lastNew = -1
      for (place, paragraph) in news.enumerated() where !oldOf[paragraph].isEmpty {
        fill(olds, news, from: lastNew, to: place)
        lastNew = place
      }
      fill(olds, news, from: lastNew, to: news.count)
    }
  }

  private mutating func fill(_ olds: [Int], _ news: [Int], from: Int, to: Int) {
    guard to - from == 2 else { return }
    let paragraph = news[from + 1]
    let before = from >= 0 ? oldOf[news[from]].last : nil
    let after = to < news.count ? oldOf[news[to]].first : nil
    let first = before.flatMap { olds.firstIndex(of: $0) } ?? (from < 0 ? -1 : nil)
    let last = after.flatMap { olds.firstIndex(of: $0) } ?? (to >= news.count ? olds.count : nil)
    guard let first, let last, last - first == 2, newOf[olds[first + 1]].isEmpty else { return }
    let candidate = olds[first + 1]
    let likeness = likeness(candidate, paragraph)
    if likeness.value >= 0.35, likeness.shared >= 3 { link(candidate, paragraph) }
  }

  func likeness(_ old: Int, _ new: Int) -> Likeness {
    let before = self.old.words[self.old.paragraphs[old].words]
    let after = self.new.words[self.new.paragraphs[new].words]
    return Likeness(
      shared: SharedWords(after).shared(with: before), old: before.count, new: after.count)
  }

  // MARK: - In doubt

  static let leastCandidate = 0.3

  func candidates(forOld paragraph: Int, rows: [MatchRow], in alignment: Alignment)
    -> [Alignment.Candidate]
  {
    guard newOf.indices.contains(paragraph), newOf[paragraph].isEmpty else { return [] }
    var found: [Alignment.Candidate] = []
    for index in new.paragraphs.indices
    where oldOf[index].isEmpty && isSameClause(paragraph, index)
      && (new.paragraphs[index].parent < 0) == (old.paragraphs[paragraph].parent < 0)
    {
      let likeness = likeness(paragraph, index)
      if likeness.value >= Self.leastCandidate {
        found.append(Alignment.Candidate(new: index, likeness: likeness))
      }
    }
    let best = found.map(\.likeness.value).max() ?? 0
    return found.filter { $0.likeness.value >= 0.6 * best }
      .sorted { ($0.likeness.value, $1.new) > ($1.likeness.value, $0.new) }
  }
}
