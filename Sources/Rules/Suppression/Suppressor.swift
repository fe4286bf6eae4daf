internal import Semantics
internal import Syntax

/// Takes out the findings that a text's directives ask not to hear, and says which directives are of
/// no use. Directives are read section by section and kept with the findings, since most edits touch
/// no comment; putting them together costs no more than their number.
struct Suppressor {
  let judgement: Judgement

  func apply(to findings: [Finding]) -> [Finding] {
    let directives = gathered()
    guard !directives.isEmpty,
      judgement.settings.allTexts || judgement.meaning.isRecognised
    else { return findings }
    var scopes = SuppressionScopes(directives, length: judgement.meaning.document.count)
    var left = findings.filter { !scopes.silence($0) }
    let own = report(directives, &scopes).filter { !scopes.silence($0) }
    guard !own.isEmpty else { return left }
    left += own
    left.sort(by: Finding.isOrdered)
    return left
  }

  /// The directives of all sections, offsets counted from the start of the text.
  func gathered() -> [Directive] {
    guard judgement.sections.contains(where: { !$0.directives.isEmpty }) else { return [] }
    var all: [Directive] = []
    let starts = judgement.meaning.document.starts
    var following: Span?
    for index in judgement.sections.indices.reversed() {
      let section = judgement.sections[index]
      let start = starts[index]
      for directive in section.directives.reversed() {
        var moved = directive.shifted(by: start)
        if moved.verb == .paragraph, moved.target == nil { moved.target = following }
        all.append(moved)
      }
      let first = DirectiveReader.firstTarget(of: section.meaning.section)
      if let first { following = first.shifted(by: start) }
    }
    return all.reversed()
  }

  private func report(_ directives: [Directive], _ scopes: inout SuppressionScopes) -> [Finding] {
    let settings = judgement.settings
    var findings: [Finding] = []
    if settings.isOn(SuppressionUnknownRule.id) {
      findings += SuppressionUnknownRule.findings(directives)
    }
    if settings.isOn(SuppressionUnused.id) {
      findings += SuppressionUnused.findings(directives, scopes, settings)
    }
    return findings.map { finding in
      var finding = finding
      if let severity = settings.severity(of: finding.rule) ?? nil { finding.severity = severity }
      return finding
    }
  }
}

extension Directive {
  func shifted(by offset: Int) -> Directive {
    var moved = self
    moved.verbSpan = verbSpan.shifted(by: offset)
    moved.span = span.shifted(by: offset)
    moved.line = line.shifted(by: offset)
    moved.target = target?.shifted(by: offset)
    for i in moved.names.indices { moved.names[i].span = names[i].span.shifted(by: offset) }
    return moved
  }

  /// Every rule and every group.
  static let known: Set<String> = Set(RuleInfo.all.map(\.id) + RuleInfo.groups)
}
