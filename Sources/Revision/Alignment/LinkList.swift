/// Puts the paragraphs of both editions in one order and says of each what happened.
struct LinkList {
  private let alignment: Alignment
  private var old: EditionDigest { alignment.old }
  private var new: EditionDigest { alignment.new }
  /// Old paragraphs that passed others, or went to another clause.
  private let moved: Set<Int>

  init(_ alignment: Alignment) {
    self.alignment = alignment
    moved = Self.moved(alignment)
  }

  var links: [Alignment.Link] {
    var links: [Alignment.Link] = []
    var isTold = [Bool](repeating: false, count: old.paragraphs.count)
    // Deleted paragraphs by the one that stood before them.
    var gone: [Int: [Int]] = [:]
    var last = -1
    for index in old.paragraphs.indices {
      if alignment.places(ofOld: index).isEmpty {
        gone[last, default: []].append(index)
      } else {
        last = index
      }
    }
    func addGone(behind index: Int) {
      for paragraph in gone[index] ?? [] {
        links.append(
          Alignment.Link(old: [paragraph], new: [], likeness: nil, change: .deleted))
      }
    }
    addGone(behind: -1)
    for index in new.paragraphs.indices {
      let origins = alignment.origins(ofNew: index)
      guard let first = origins.first else {
        links.append(Alignment.Link(old: [], new: [index], likeness: nil, change: .inserted))
        continue
      }
      guard !isTold[first] else { continue }
      for origin in origins { isTold[origin] = true }
      links.append(link(origins, alignment.places(ofOld: first)))
      for origin in origins { addGone(behind: origin) }
    }
    return links
  }

  private func link(_ before: [Int], _ after: [Int]) -> Alignment.Link {
    var change: Alignment.Change = []
    if after.count > 1 { change.insert(.split) }
    if before.count > 1 { change.insert(.merged) }
    guard let old = before.first, let new = after.first else {
      return Alignment.Link(old: before, new: after, likeness: nil, change: change)
    }
    let was = self.old.paragraphs[old]
    let now = self.new.paragraphs[new]
    if was.hash != now.hash {
      change.insert(.reworded)
    } else if was.hashWithLabels != now.hashWithLabels {
      change.insert(.references)
    }
    if was.label != now.label { change.insert(.relabelled) }
    if before.contains(where: { moved.contains($0) }) { change.insert(.moved) }
    return Alignment.Link(
      old: before, new: after, likeness: alignment.matching.likeness(old, new), change: change)
  }

  /// Of the paragraphs that stay in a clause, the longest run that keeps its order did not move.
  private static func moved(_ alignment: Alignment) -> Set<Int> {
    var moved: Set<Int> = []
    var stays: [[Int]] = Array(repeating: [], count: alignment.new.clauses.count + 1)
    for index in alignment.old.paragraphs.indices {
      guard let place = alignment.places(ofOld: index).first else { continue }
      guard alignment.matching.isSameClause(index, place) else {
        moved.insert(index)
        continue
      }
      let clause = alignment.new.paragraphs[place].clause
      stays[clause >= 0 ? clause : stays.count - 1].append(index)
    }
    for group in stays where group.count > 1 {
      let places = group.map { alignment.places(ofOld: $0)[0] }
      let kept = Self.longestRun(places)
      for (index, paragraph) in group.enumerated() where !kept.contains(index) {
        moved.insert(paragraph)
      }
    }
    return moved
  }

  /// Indices of a longest run of ascending values.
  static func longestRun(_ values: [Int]) -> Set<Int> {
    // The last index of the best run of each length, and whom each value follows.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if values[ends[middle]] <= value { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = ends[low - 1] }
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var run: Set<Int> = []
    var at = ends.last ?? -1
    while at >= 0 {
      run.insert(at)
      at = before[at]
    }
    return run
  }
}
