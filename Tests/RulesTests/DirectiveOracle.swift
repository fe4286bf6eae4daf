import Semantics
import Syntax

@testable import Rules

/// What the directives of a text leave, told in one go over the whole text: every directive becomes
/// ranges of the text, every finding is looked up in them.
struct DirectiveOracle {
  let judgement: Judgement

  /// What is left, and what is said of the directives.
  var findings: [Finding] {
    let document = judgement.meaning.document
    let judged = zip(judgement.judged, document.starts).flatMap { section, start in
      section.findings.map { $0.shifted(by: start) }
    }
    guard judgement.settings.allTexts || judgement.meaning.isRecognised else { return judged }
    let directives = gathered
    let scopes = Scopes(directives, length: document.count)
    var used: Set<Scopes.Word> = []
    let left = judged.filter { finding in
      guard let word = scopes.silencer(of: finding) else { return true }
      used.insert(word)
      return false
    }
    let reports =
      SuppressionUnknownRule.findings(directives)
      + SuppressionUnused.findings(
        directives,
        used: Set(used.map { SuppressionScopes.Word(index: $0.directive, name: $0.name) }),
        idleEnds: scopes.idleEnds, judgement.settings)
    return left + reports.filter { scopes.silencer(of: $0) == nil }
  }

  /// The directives of all sections, offsets counted from the start of the text.
  private var gathered: [Directive] {
    var all: [Directive] = []
    var following: Span?
    for (section, start) in zip(judgement.judged, judgement.meaning.document.starts).reversed() {
      for directive in section.directives.reversed() {
        var moved = directive
        moved.verbSpan = directive.verbSpan.shifted(by: start)
        moved.span = directive.span.shifted(by: start)
        moved.line = directive.line.shifted(by: start)
        moved.target = directive.target?.shifted(by: start)
        for i in moved.names.indices {
          moved.names[i].span = directive.names[i].span.shifted(by: start)
        }
        if moved.verb == .paragraph, moved.target == nil { moved.target = following }
        all.append(moved)
      }
      let first = DirectiveReader.firstTarget(of: section.meaning.section)
      if let first { following = first.shifted(by: start) }
    }
    return all.reversed()
  }

  private struct Scopes {
    struct Word: Hashable {
      var directive: Int
      var name: Int
    }

    var idleEnds: Set<Int> = []
    private var intervals: [(name: String, lower: Int, upper: Int, word: Word)] = []

    init(_ directives: [Directive], length: Int) {
      let end = length + 1
      var open: [(name: String, lower: Int, word: Word)] = []
      for (index, directive) in directives.enumerated() {
        let words =
          directive.names.isEmpty
          ? [("*", Word(directive: index, name: -1))]
          : directive.names.enumerated().map { ($1.text, Word(directive: index, name: $0)) }
        switch directive.verb {
        case .paragraph:
          guard let target = directive.target else { continue }
          let upper = target.upper == length ? end : target.upper
          for (name, word) in words { intervals.append((name, target.lower, upper, word)) }
        case .file:
          // The whole text is around everything that begins at its first byte.
          for (name, word) in words { intervals.append((name, -1, end, word)) }
        case .start:
          for (name, word) in words { open.append((name, directive.span.lower, word)) }
        case .end:
          let names = directive.names.map(\.text)
          let ended = open.filter { names.isEmpty || names.contains($0.name) }
          for scope in ended {
            intervals.append((scope.name, scope.lower, directive.span.upper, scope.word))
          }
          open.removeAll { names.isEmpty || names.contains($0.name) }
          if ended.isEmpty { idleEnds.insert(index) }
        case .unknown: break
        }
      }
      for scope in open { intervals.append((scope.name, scope.lower, end, scope.word)) }
    }

    /// The word of the innermost range around a finding; of a rule before its group before all.
    func silencer(of finding: Finding) -> Word? {
      let offset = finding.range.lowerBound
      let group = String(finding.rule.prefix { $0 != "/" })
      for name in [finding.rule, group, "*"] {
        let around = intervals.enumerated().filter {
          $1.name == name && $1.lower <= offset && offset < $1.upper
        }
        let inner = around.max { ($0.element.lower, $0.offset) < ($1.element.lower, $1.offset) }
        if let inner { return inner.element.word }
      }
      return nil
    }
  }
}
