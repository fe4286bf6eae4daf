/// What has to be taken out of one text and put into it to get another, in whole lines.
///
/// Lines that occur once on both sides hold the texts together; between them the shortest way is
/// searched (Myers 1986), up to an effort beyond which the stretch counts as replaced.
struct LineDifference {
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Lines taken out and put in that are searched for in one stretch.
  private static let effort = 400

  private let old: [Int]
  private let new: [Int]
  private var isKeptOld: [Bool]
  private var isKeptNew: [Bool]

  /// In ascending order; between two changes the lines are equal.
  static func changes(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Change] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      let next = numbers.count
      return { (slot: inout Int?) in
        if let known = slot { return known }
        slot = next
        return next
      }(&numbers[line])
    }
    var difference = LineDifference(old.map(number), new.map(number))
    difference.search()
    return difference.collect()
  }

  private init(_ old: [Int], _ new: [Int]) {
    self.old = old
    self.new = new
    isKeptOld = [Bool](repeating: false, count: old.count)
    isKeptNew = [Bool](repeating: false, count: new.count)
  }

  private mutating func keep(_ left: Int, _ right: Int) {
    isKeptOld[left] = true
    isKeptNew[right] = true
  }

  private mutating func search() {
    var stretches = [(0..<old.count, 0..<new.count)]
    while var (left, right) = stretches.popLast() {
      while let first = left.first, let other = right.first, old[first] == new[other] {
        keep(first, other)
        left = (first + 1)..<left.upperBound
        right = (other + 1)..<right.upperBound
      }
      while let last = left.last, let other = right.last, old[last] == new[other] {
        keep(last, other)
        left = left.lowerBound..<last
        right = right.lowerBound..<other
      }
      guard !left.isEmpty, !right.isEmpty else { continue }
      let anchors = anchors(left, right)
      guard !anchors.isEmpty else {
        for (line, other) in shortest(left, right) { keep(line, other) }
        continue
      }
      var from = (left.lowerBound, right.lowerBound)
      for (line, other) in anchors {
        keep(line, other)
        stretches.append((from.0..<line, from.1..<other))
        from = (line + 1, other + 1)
      }
      stretches.append((from.0..<left.upperBound, from.1..<right.upperBound))
    }
  }

  /// The longest ascending run of lines that occur once on either side.
  private func anchors(_ left: Range<Int>, _ right: Range<Int>) -> [(Int, Int)] {
    var places: [Int: (old: Int, new: Int)] = [:]
    let often = -2
    for line in left {
      let seen = places[old[line]] != nil
      places[old[line]] = (seen ? often : line, -1)
    }
    for line in right {
      guard let place = places[new[line]] else { continue }
      places[new[line]] = (place.old, place.new == -1 ? line : often)
    }
    let pairs = left.compactMap { line -> (Int, Int)? in
      guard let place = places[old[line]], place.old == line, place.new >= 0 else { return nil }
      return (line, place.new)
    }
    // Longest increasing subsequence of the new lines, by patience sorting.
    var tops: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = tops.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tops[low - 1] }
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var run: [(Int, Int)] = []
    var index = tops.last ?? -1
    while index >= 0 {
      run.append(pairs[index])
      index = previous[index]
    }
    return run.reversed()
  }

  /// The lines that the shortest way keeps; none where that way is too long to search.
  private func shortest(_ left: Range<Int>, _ right: Range<Int>) -> [(Int, Int)] {
    let (oldCount, newCount) = (left.count, right.count)
    let limit = min(oldCount + newCount, Self.effort)
    // For each diagonal (old line minus new line, shifted by `limit + 1`) the furthest old line.
    var furthest = [Int](repeating: 0, count: 2 * limit + 3)
    var trace: [[Int]] = []
    for steps in 0...limit {
      trace.append(furthest)
      for diagonal in stride(from: -steps, through: steps, by: 2) {
        let slot = diagonal + limit + 1
        let comesDown =
          diagonal == -steps || diagonal != steps && furthest[slot - 1] < furthest[slot + 1]
        var line = comesDown ? furthest[slot + 1] : furthest[slot - 1] + 1
        var other = line - diagonal
        while line < oldCount, other >= 0, other < newCount,
          old[left.lowerBound + line] == new[right.lowerBound + other]
        {
          line += 1
          other += 1
        }
        furthest[slot] = line
        if line >= oldCount, other >= newCount {
          return goBack(trace, steps, from: (line, other), limit).map {
            ($0 + left.lowerBound, $1 + right.lowerBound)
          }
        }
      }
    }
    return []
  }

  private func goBack(_ trace: [[Int]], _ steps: Int, from end: (Int, Int), _ limit: Int)
    -> [(Int, Int)]
  {
    var kept: [(Int, Int)] = []
    var (line, other) = end
    for step in stride(from: steps, through: 0, by: -1) {
      let furthest = trace[step]
      let diagonal = line - other
      let slot = diagonal + limit + 1
      let cameDown =
        diagonal == -step || diagonal != step && furthest[slot - 1] < furthest[slot + 1]
      let from = cameDown ? furthest[slot + 1] : furthest[slot - 1]
      let fromOther = from - (cameDown ? diagonal + 1 : diagonal - 1)
      let (startLine, startOther) =
        step == 0 ? (0, 0) : cameDown ? (from, fromOther + 1) : (from + 1, fromOther)
      while line > startLine, other > startOther {
        line -= 1
        other -= 1
        kept.append((line, other))
      }
      (line, other) = (from, fromOther)
    }
    return kept
  }

  private func collect() -> [Change] {
    var changes: [Change] = []
    var (line, other) = (0, 0)
    while line < old.count || other < new.count {
      let start = (line, other)
      while line < old.count, !isKeptOld[line] { line += 1 }
      while other < new.count, !isKeptNew[other] { other += 1 }
      if start != (line, other) {
        changes.append(Change(old: start.0..<line, new: start.1..<other))
      }
      if line < old.count, other < new.count {
        line += 1
        other += 1
      }
    }
    return changes
  }
}
