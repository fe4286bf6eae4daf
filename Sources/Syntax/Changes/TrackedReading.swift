internal import TextModel

/// A text in which tracked changes may stand: the text as written, the marks found in each of its
/// sections, and the runs that are read with heed to them. After an edit the marks are searched again
/// from the touched section on, up to where the same is open as before, and only runs whose sections,
/// marks or context are others are read again.
final class TrackedReading: Sendable {
  /// Read without heed to the changes; edits are made here.
  let plain: Document
  /// Empty in a text without changes, and where nothing is left when all are accepted.
  let runs: [ChangedRun]
  /// How many runs at the beginning and at the end are those of the reading before.
  let keptHead: Int
  let keptTail: Int
  /// One for each section of the text as written; `nil` where there is nothing.
  fileprivate let scans: [ScannedSection?]
  /// Of each section, whether it changes what is open.
  private let flags: [Bool]
  /// Marks in the text.
  private let count: Int
  /// Of each section, whether a mark goes over its beginning.
  fileprivate let joined: [Bool]
  /// The first section of each run.
  fileprivate let firsts: [Int]

  /// - Parameters:
  ///   - first: sections at the beginning that are as they were before an edit.
  ///   - tail: those at the end.
  ///   - whole: all of the text is one run; for a test that compares.
  init(
    _ plain: Document, previous: TrackedReading?, first: Int, tail: Int, whole: Bool = false
  ) {
    self.plain = plain
    let old = previous?.scans.count ?? 0
    let new = plain.sections.count
    let first = min(first, old, new)
    let tail = min(tail, old - first, new - first)

    // Marks.
    var scans = Array((previous?.scans ?? []).prefix(first))
    scans.reserveCapacity(new)
    var state = scans.last.flatMap { $0?.after } ?? ScanState()
    var index = first
    while index < new {
      if index >= new - tail, let previous,
        previous.scans[index - new + old]?.before ?? ScanState() == state
      {
        break
      }
      let scan = ScannedSection.scan(plain.sections[index], after: state)
      scans.append(scan)
      state = scan?.after ?? ScanState()
      index += 1
    }
    let settled = index
    let rest = new - settled
    var count = previous?.count ?? 0
    for scan in previous?.scans[first..<(old - rest)] ?? [] { count -= scan?.count ?? 0 }
    for scan in scans[first...] { count += scan?.count ?? 0 }
    let changed = scans[first...].map { $0?.changesOpen ?? false }
    if let previous, rest > 0 { scans += previous.scans.suffix(rest) }
    let flags =
      (previous?.flags ?? []).prefix(first) + changed + (previous?.flags ?? []).suffix(rest)
    self.scans = scans
    self.flags = Array(flags)
    self.count = count
    guard count > 0 else {
      (runs, firsts, joined, keptHead, keptTail) = ([], [], [], 0, 0)
      return
    }
    let joined =
      whole ? Array(repeating: true, count: new) : Self.joined(scans, self.flags)
    self.joined = joined

    var builder = RunBuilder(
      plain: plain, scans: scans, joined: joined, old: previous, first: first, tail: tail,
      settled: settled)
    builder.build()
    let isEmpty = builder.runs.count == 1 && builder.runs[0].isEmpty
    runs = isEmpty ? [] : builder.runs
    firsts = isEmpty ? [] : builder.firsts
    keptHead = isEmpty ? 0 : builder.keptHead
    keptTail = isEmpty ? 0 : builder.keptTail
  }

  /// Over which beginnings of sections a mark goes.
  private static func joined(_ scans: [ScannedSection?], _ flags: [Bool]) -> [Bool] {
    var joined = Array(repeating: false, count: scans.count)
    // The section of each open sign.
    var open: [Int] = []
    for index in flags.indices where flags[index] {
      guard let scan = scans[index] else { continue }
      for place in scan.closed where open.indices.contains(place) {
        for border in open[place]..<index { joined[border + 1] = true }
      }
      open = scan.origins.map { origin in
        origin.flatMap { open.indices.contains($0) ? open[$0] : nil } ?? index
      }
    }
    return joined
  }
}

/// Puts runs together from the beginning of a text to its end.
private struct RunBuilder {
  let plain: Document
  let scans: [ScannedSection?]
  let joined: [Bool]
  private(set) var runs: [ChangedRun] = []
  private(set) var firsts: [Int] = []
  private(set) var keptHead = 0
  private(set) var keptTail = 0

  /// The runs before an edit, and over which beginnings of sections a mark went.
  private let old: [ChangedRun]
  private let oldFirsts: [Int]
  private let oldJoined: [Bool]
  private let oldScans: [ScannedSection?]
  /// Sections at the beginning that are as they were.
  private let first: Int
  /// From which section on sections are as they were, and from which on marks are too.
  private let tail: Int
  private let settled: Int
  /// From the place of such a section to that before the edit.
  private let shift: Int

  init(
    plain: Document, scans: [ScannedSection?], joined: [Bool], old: TrackedReading?, first: Int,
    tail: Int, settled: Int
  ) {
    self.plain = plain
    self.scans = scans
    self.joined = joined
    let old = old.flatMap { $0.runs.isEmpty ? nil : $0 }
    self.old = old?.runs ?? []
    oldFirsts = old?.firsts ?? []
    oldJoined = old?.joined ?? []
    oldScans = old?.scans ?? []
    self.tail = old == nil ? joined.count : joined.count - tail
    self.first = old == nil ? 0 : first
    self.settled = old == nil ? joined.count : settled
    shift = (old?.joined.count ?? joined.count) - joined.count
  }

  mutating func build() {
    let count = joined.count
    var start = 0
    var stable = count
    if !old.isEmpty {
      // The run before the touched sections may take them in.
      var same = 0
      while same < first, joined[same] == oldJoined[same] { same += 1 }
      let run = oldFirsts.lastIndex(startingAtOrBefore: max(0, same - 1))
      keptHead = run
      runs += old[..<run]
      firsts += oldFirsts[..<run]
      start = oldFirsts[run]
      while stable > settled, joined[stable - 1] == oldJoined[stable - 1 + shift] { stable -= 1 }
    }
    while start < count {
      let context = runs.last?.after ?? SplitContext()
      if start >= stable, let twin = index(of: start + shift), old[twin].before == context,
        runs.isEmpty || opens(old[twin])
      {
        keptTail = old.count - twin
        runs += old[twin...]
        firsts += oldFirsts[twin...].lazy.map { $0 - shift }
        return
      }
      add(from: start)
      start = (firsts.last ?? start) + (runs.last?.partCount ?? 1)
    }
  }

  /// Adds the run that begins with a section; where it does not begin a section when changes are
  /// accepted, it goes on with the run before.
  private mutating func add(from start: Int) {
    var start = start
    var end = groupEnd(start)
    var run = make(start..<end)
    while run.endsRemoved, end < joined.count {
      end = groupEnd(end)
      run = make(start..<end)
    }
    while !runs.isEmpty, run.isEmpty || !opens(run) {
      runs.removeLast()
      start = firsts.removeLast()
      run = make(start..<end)
    }
    keptHead = min(keptHead, runs.count)
    runs.append(run)
    firsts.append(start)
  }

  /// Whether a run begins a section where the last one ends.
  private func opens(_ run: ChangedRun) -> Bool {
    run.opensSection && runs.last?.after.inside == .text
  }

  private func groupEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < joined.count, joined[end] { end += 1 }
    return end
  }

  private func make(_ parts: Range<Int>) -> ChangedRun {
    let context = runs.last?.after ?? SplitContext()
    if let twin = twin(of: parts), twin.before == context { return twin }
    let start = parts.lowerBound
    if parts.count == 1, scans[start]?.count ?? 0 == 0 {
      let plainContext =
        start > 0
        ? plain.sections[start - 1].blocks.last?.contextAfter ?? SplitContext() : SplitContext()
      if context == plainContext { return ChangedRun(plain.sections[start], context: context) }
    }
    return ChangedRun(
      plain.sections[parts], after: scans[start]?.before ?? ScanState(), context: context,
      vocabulary: plain.vocabulary)
  }

  /// The run of the same sections before the edit, if neither they nor their marks are others.
  private func twin(of parts: Range<Int>) -> ChangedRun? {
    let move = parts.lowerBound >= tail ? shift : 0
    guard parts.upperBound <= first || parts.lowerBound >= tail,
      let index = index(of: parts.lowerBound + move), old[index].partCount == parts.count,
      parts.allSatisfy({ ScannedSection.areAlike(scans[$0], oldScans[$0 + move]) })
    else { return nil }
    return old[index]
  }

  private func index(of start: Int) -> Int? {
    let index = oldFirsts.lastIndex(startingAtOrBefore: start)
    return index < oldFirsts.count && oldFirsts[index] == start ? index : nil
  }
}
