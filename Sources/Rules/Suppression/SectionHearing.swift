internal import Semantics
internal import Syntax

/// How one section hears the directives of its text: made of its findings and directives, and of what
/// the sections before it ask; kept as long as these are.
final class SectionHearing: Sendable {
  let incoming: DirectiveState
  let outgoing: DirectiveState
  /// Where the words of `outgoing` come from.
  let open: [SuppressionScopes.Word]
  let waiting: [SuppressionScopes.Word]
  /// Words of other sections, and of `ignore-file`, that silence something here.
  let foreign: [SuppressionScopes.Word]
  private let scopes: SuppressionScopes
  private let judged: SectionFindings
  private let left: [Finding]
  private let settings: RuleSettings

  /// - Parameter file: the words of all `ignore-file` of the text.
  init(
    _ judged: SectionFindings, file: [String], incoming: DirectiveState, settings: RuleSettings
  ) {
    let section = judged.meaning.section
    var scopes = SuppressionScopes(
      judged.directives, file: file, incoming: incoming,
      target: incoming.waiting.isEmpty ? nil : DirectiveReader.firstTarget(of: section),
      length: section.bytes.count)
    left = judged.findings.filter { !scopes.silence($0) }
    self.scopes = scopes
    self.judged = judged
    self.settings = settings
    self.incoming = incoming
    open = scopes.open.map(\.word)
    waiting = scopes.waiting.map(\.word)
    outgoing = DirectiveState(
      open: scopes.open.map(\.name), waiting: scopes.waiting.map(\.name))
    foreign = scopes.used.filter { $0.source != .own }
  }

  /// Whether what is asked behind the section is not word by word what is asked before it.
  var changesState: Bool {
    open.count != incoming.open.count || waiting.count != incoming.waiting.count
      || open.contains { $0.source == .own } || waiting.contains { $0.source == .own }
      || open.enumerated().contains { $0.offset != $0.element.index }
  }

  /// What is left to hear, and which of the section's directives are of no use.
  ///
  /// - Parameter elsewhere: words of its directives that silence something in other sections.
  func findings(usedElsewhere elsewhere: Set<SuppressionScopes.Word>) -> SectionFindings {
    let reports = reports(scopes.used.union(elsewhere)).filter { scopes.silencer(of: $0) == nil }
    if reports.isEmpty, left.count == judged.findings.count { return judged }
    return SectionFindings(
      judged, heard: reports.isEmpty ? left : (left + reports).sorted(by: Finding.isOrdered))
  }

  private func reports(_ used: Set<SuppressionScopes.Word>) -> [Finding] {
    let directives = judged.directives
    guard !directives.isEmpty else { return [] }
    var findings: [Finding] = []
    if settings.isOn(SuppressionUnknownRule.id) {
      findings += SuppressionUnknownRule.findings(directives)
    }
    if settings.isOn(SuppressionUnused.id) {
      findings += SuppressionUnused.findings(
        directives, used: used, idleEnds: scopes.idleEnds, settings)
    }
    return findings.map { finding in
      var finding = finding
      if let severity = settings.severity(of: finding.rule) ?? nil { finding.severity = severity }
      return finding
    }
  }
}
