import JSON
import LanguageServerProtocol
import Rules
import Semantics
import Syntax
import TextModel

/// The diagnostics of a text as one JSON list. What is kept from one keystroke to the next is the
/// reports of its sections.
struct TextReport: Sendable {
  private var sections: [SectionReport] = []
  /// Bytes of the last list.
  private var length = 0
  private let uri: DocumentURI
  private let client: ClientCapabilities
  let pages: RulePages?
  private let encoding: PositionEncoding

  init(
    uri: DocumentURI, client: ClientCapabilities, pages: RulePages? = nil,
    encoding: PositionEncoding
  ) {
    self.uri = uri
    self.client = client
    self.pages = pages
    self.encoding = encoding
  }

  /// The list of a judgement: no more findings than the limit, the worst kept, and in front of them one
  /// that says how many were left out.
  ///
  /// - Parameter calm: what is held back while the text is written; `nil` for nothing.
  mutating func list(_ judgement: Judgement, limit: Int, calm: Calm?) -> [UInt8] {
    // Directives reach from one section into another.
    if judgement.hasDirectives {
      var findings = judgement.findings
      if let calm { findings.removeAll { calm.withholds($0) } }
      return list(findings.capped(at: limit), of: judgement)
    }
    update(judgement)
    let document = judgement.meaning.document
    var choice = Choice(counts(calm), limit: limit)
    var list: [UInt8] = []
    list.reserveCapacity(length + 2_048)
    list.append(0x5B)
    defer { length = list.count }
    if choice.rest > 0 { append(.notShown(choice.rest), to: &list) }
    for (index, section) in sections.enumerated() where !section.source.findings.isEmpty {
      let line = document.lineStarts.indices.contains(index) ? document.lineStarts[index] : 0
      let findings = section.source.findings
      let calm = calm?.section == index ? calm : nil
      if calm == nil, choice.rest == 0 {
        section.write(to: &list, line: line, where: nil)
      } else {
        section.write(to: &list, line: line) { entry in
          guard findings.indices.contains(entry) else { return false }
          if let calm, calm.withholdsInSection(findings[entry]) { return false }
          return choice.takes(findings[entry].severity)
        }
      }
    }
    list.append(0x5D)
    return list
  }

  /// The list of some findings, nothing kept.
  func list(_ findings: [Finding], of judgement: Judgement) -> [UInt8] {
    let map = PositionMap(document: judgement.meaning.document, encoding: encoding)
    let writer = DiagnosticWriter(
      uri: uri, range: { map.range(of: $0) }, client: client, pages: pages)
    return findings.map(writer.diagnostic).jsonBytes
  }

  private mutating func update(_ judgement: Judgement) {
    let old = sections
    let new = judgement.sections
    let shared = SharedEnds(old: old.count, new: new.count) { old[$0].source === new[$1] }
    sections = shared.merge(old, count: new.count) { index in
      SectionReport(new[index], uri: uri, client: client, pages: pages, encoding: encoding)
    }
  }

  /// Findings of each severity that may be sent.
  private func counts(_ calm: Calm?) -> [Int] {
    var counts = Severity.allCases.map { _ in 0 }
    for section in sections where !section.source.findings.isEmpty {
      for index in counts.indices { counts[index] += section.counts[index] }
    }
    guard let calm, sections.indices.contains(calm.section) else { return counts }
    for finding in sections[calm.section].source.findings where calm.withholdsInSection(finding) {
      counts[finding.severity.index] -= 1
    }
    return counts
  }

  private func append(_ finding: Finding, to list: inout [UInt8]) {
    let start = PositionRange(
      start: Position(line: 0, character: 0), end: Position(line: 0, character: 0))
    let writer = DiagnosticWriter(
      uri: uri, range: { _ in start }, client: client, pages: pages)
    list += writer.diagnostic(finding).jsonBytes
  }
}

/// Which findings are kept when there are too many: the worst, and among equals the first.
private struct Choice {
  /// How many of each severity there is still room for.
  private var room: [Int] = []
  /// How many are left out.
  private(set) var rest = 0

  init(_ counts: [Int], limit: Int) {
    var left = max(1, limit)
    for count in counts {
      let kept = min(count, left)
      room.append(kept)
      left -= kept
      rest += count - kept
    }
  }

  mutating func takes(_ severity: Severity) -> Bool {
    guard room[severity.index] > 0 else { return false }
    room[severity.index] -= 1
    return true
  }
}
