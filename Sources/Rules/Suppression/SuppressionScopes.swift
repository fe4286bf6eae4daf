internal import Syntax

/// Where in a text which rules and groups are silenced, and by which word of which directive.
struct SuppressionScopes {
  /// A word of a directive: its index among the directives and among their names, -1 for "all".
  struct Word: Hashable {
    var directive: Int
    var name: Int
  }

  private struct Interval {
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
  private var intervals: [String: [Interval]] = [:]

  private static let all = "*"

  /// - Parameter length: bytes of the text.
  init(_ directives: [Directive], length: Int) {
    let end = length + 1
    var open: [String: [(lower: Int, word: Word)]] = [:]
    for (index, directive) in directives.enumerated() {
      let words = Self.words(directive, index)
      switch directive.verb {
      case .paragraph:
        guard let target = directive.target else { continue }
        let upper = target.upper == length ? end : target.upper
        for (name, word) in words { add(name, target.lower, upper, word) }
      case .file:
        for (name, word) in words { add(name, 0, end, word) }
      case .start:
        for (name, word) in words { open[name, default: []].append((directive.span.lower, word)) }
      case .end:
        let names = directive.names.isEmpty ? Array(open.keys) : directive.names.map(\.text)
        var ended = false
        for name in names {
          for scope in open.removeValue(forKey: name) ?? [] {
            add(name, scope.lower, directive.span.upper, scope.word)
            ended = true
          }
        }
        if !ended { idleEnds.insert(index) }
      case .unknown: break
      }
    }
    for (name, scopes) in open {
      for scope in scopes { add(name, scope.lower, end, scope.word) }
    }
    for name in intervals.keys { finish(name) }
  }

  private static func words(_ directive: Directive, _ index: Int) -> [(String, Word)] {
    if directive.names.isEmpty { return [(all, Word(directive: index, name: -1))] }
    return directive.names.enumerated().map { ($1.text, Word(directive: index, name: $0)) }
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
    let offset = finding.range.lowerBound
    let group = String(finding.rule.prefix { $0 != "/" })
    for name in [finding.rule, group, Self.all] {
      guard let word = cover(name, offset) else { continue }
      used.insert(word)
      return true
    }
    return false
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
