internal import Syntax

/// What the directives of earlier sections ask of a section. Two sections with the same bytes under the
/// same state hear the same.
struct DirectiveState: Equatable, Sendable {
  /// Rules and groups of `ignore-start` without an end yet, the outer first.
  var open: [String] = []
  /// Rules and groups of `ignore` whose paragraph did not come yet.
  var waiting: [String] = []

  var isEmpty: Bool { open.isEmpty && waiting.isEmpty }
}

/// Where in a section which rules and groups are silenced, and by which word of which directive.
struct SuppressionScopes: Sendable {
  /// A word of a directive.
  struct Word: Hashable, Sendable {
    enum Source: UInt8, Sendable {
      /// Of a directive in this section.
      case own
      /// One of `DirectiveState.open`.
      case open
      /// One of `DirectiveState.waiting`.
      case waiting
      /// One of the words of all `ignore-file` of the text.
      case file
    }

    var source = Source.own
    /// Of the directive in the section, or of the word in its list.
    var index: Int
    /// Of the name in an own directive; -1 for "all".
    var name = -1
  }

  /// A name with the word that it comes from.
  struct Asked: Sendable {
    var name: String
    var word: Word
    /// Where it begins to hold.
    var lower = 0
  }

  private struct Interval: Sendable {
    var lower: Int
    /// Exclusive.
    var upper: Int
    var word: Word
    /// The greatest `upper` of this interval and all before it.
    var reach = 0
  }

  private(set) var used: Set<Word> = []
  /// Directives `ignore-end` that end nothing.
  private(set) var idleEnds: Set<Int> = []
  /// What is open at the section's end, and what waits there.
  private(set) var open: [Asked]
  private(set) var waiting: [Asked] = []
  private var intervals: [String: [Interval]] = [:]

  static let all = "*"

  /// - Parameters:
  ///   - file: the words of all `ignore-file` of the text.
  ///   - incoming: what earlier sections ask.
  ///   - target: the section's first paragraph, for which directives before the section wait.
  ///   - length: bytes of the section.
  init(
    _ directives: [Directive], file: [String], incoming: DirectiveState, target: Span?, length: Int
  ) {
    let end = length + 1
    func upper(_ target: Span) -> Int { target.upper == length ? end : target.upper }
    // Whatever stands before the section is around what stands in it.
    open = incoming.open.enumerated().map { index, name in
      Asked(
        name: name, word: Word(source: .open, index: index), lower: index - incoming.open.count)
    }
    for (index, name) in file.enumerated() {
      add(name, Int.min, end, Word(source: .file, index: index))
    }
    for (index, name) in incoming.waiting.enumerated() {
      let word = Word(source: .waiting, index: index)
      if let target {
        add(name, target.lower, upper(target), word)
      } else {
        waiting.append(Asked(name: name, word: word))
      }
    }
    for (index, directive) in directives.enumerated() {
      let words = Self.words(directive, index)
      switch directive.verb {
      case .paragraph:
        if let target = directive.target {
          for asked in words { add(asked.name, target.lower, upper(target), asked.word) }
        } else {
          waiting += words
        }
      case .start: open += words
      case .end:
        let names = Set(directive.names.map(\.text))
        let ended = open.filter { names.isEmpty || names.contains($0.name) }
        if ended.isEmpty { idleEnds.insert(index) }
        for asked in ended { add(asked.name, asked.lower, directive.span.upper, asked.word) }
        open.removeAll { names.isEmpty || names.contains($0.name) }
      case .file, .unknown: break
      }
    }
    for asked in open { add(asked.name, asked.lower, end, asked.word) }
    for name in intervals.keys { finish(name) }
  }

  /// The words of a directive; one that names nothing means all rules.
  static func words(_ directive: Directive, _ index: Int) -> [Asked] {
    let lower = directive.span.lower
    guard !directive.names.isEmpty else {
      return [Asked(name: all, word: Word(index: index), lower: lower)]
    }
    return directive.names.enumerated().map {
      Asked(name: $1.text, word: Word(index: index, name: $0), lower: lower)
    }
  }

  private mutating func add(_ name: String, _ lower: Int, _ upper: Int, _ word: Word) {
    intervals[name, default: []].append(Interval(lower: lower, upper: upper, word: word))
  }

  private mutating func finish(_ name: String) {
    guard var list = intervals[name] else { return }
    list.sort { $0.lower < $1.lower }
    var reach = 0
    for i in list.indices {
      reach = max(reach, list[i].upper)
      list[i].reach = reach
    }
    intervals[name] = list
  }

  /// Whether a directive asks not to hear the finding; that directive counts as used.
  mutating func silence(_ finding: Finding) -> Bool {
    guard let word = silencer(of: finding) else { return false }
    used.insert(word)
    return true
  }

  /// The word that asks not to hear a finding; offsets count from the section.
  func silencer(of finding: Finding) -> Word? {
    let offset = finding.range.lowerBound
    let group = String(finding.rule.prefix { $0 != "/" })
    for name in [finding.rule, group, Self.all] {
      if let word = cover(name, offset) { return word }
    }
    return nil
  }

  /// The innermost interval of a name around an offset.
  private func cover(_ name: String, _ offset: Int) -> Word? {
    guard let list = intervals[name] else { return nil }
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].lower <= offset { low = middle + 1 } else { high = middle }
    }
    var i = low - 1
    while i >= 0, list[i].reach > offset {
      if list[i].upper > offset { return list[i].word }
      i -= 1
    }
    return nil
  }
}
