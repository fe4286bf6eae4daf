import JSON
import LanguageServerProtocol
import Rules
import Semantics
import Syntax
import TextModel

/// The diagnostics of a text as one JSON list. What is kept from one keystroke to the next is the
/// reports of its sections, and the list, in which those of the touched section are replaced.
struct TextReport: Sendable {
  private var sections: [SectionReport] = []
  /// What the reports were made of.
  private var sources: [SectionFindings] = []
  /// Findings of each severity in all sections.
  private var totals = Severity.allCases.map { _ in 0 }
  private var spliced = SplicedList()
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
    let shared = update(judgement)
    let lines = judgement.meaning.document.lineStarts
    var choice = Choice(counts(calm), limit: limit)
    guard choice.rest == 0 else {
      spliced.forget()
      var capped: [UInt8] = []
      append(.notShown(choice.rest), to: &capped)
      for index in sections.indices {
        write(index, lines, calm, to: &capped) { choice.takes($0.severity) }
      }
      return capped.closed
    }
    // Taken out while it changes, so that it is not copied.
    var list = spliced
    spliced.forget()
    defer { spliced = list }
    list.update(shared, lines: lines, count: sections.count, calm: calm?.section) { index, bytes in
      write(index, lines, calm, to: &bytes)
    }
    return list.bytes.closed
  }

  /// Writes the diagnostics of a section.
  private func write(
    _ index: Int, _ lines: [Int], _ calm: Calm?, to list: inout [UInt8],
    where isWanted: ((Finding) -> Bool)? = nil
  ) {
    let section = sections[index]
    let findings = section.source.findings
    guard !findings.isEmpty else { return }
    let line = lines.indices.contains(index) ? lines[index] : 0
    let calm = calm?.section == index ? calm : nil
    guard calm != nil || isWanted != nil else {
      return section.write(to: &list, line: line, where: nil)
    }
    section.write(to: &list, line: line) { entry in
      guard findings.indices.contains(entry) else { return false }
      if let calm, calm.withholdsInSection(findings[entry]) { return false }
      return isWanted?(findings[entry]) ?? true
    }
  }

  /// The list of some findings, nothing kept.
  func list(_ findings: [Finding], of judgement: Judgement) -> [UInt8] {
    let map = PositionMap(document: judgement.meaning.document, encoding: encoding)
    let writer = DiagnosticWriter(
      uri: uri, range: { map.range(of: $0) }, client: client, pages: pages)
    return findings.map(writer.diagnostic).jsonBytes
  }

  /// - Returns: what the sections have in common with those before.
  private mutating func update(_ judgement: Judgement) -> SharedEnds {
    let old = sections
    let before = sources
    let new = judgement.sections
    let shared = SharedEnds(old: before.count, new: new.count) { before[$0] === new[$1] }
    sections = shared.merge(old, count: new.count) { index in
      SectionReport(new[index], uri: uri, client: client, pages: pages, encoding: encoding)
    }
    sources = new
    for section in old[shared.prefix..<(old.count - shared.suffix)] {
      for index in totals.indices { totals[index] -= section.counts[index] }
    }
    for section in sections[shared.prefix..<(new.count - shared.suffix)] {
      for index in totals.indices { totals[index] += section.counts[index] }
    }
    return shared
  }

  /// Findings of each severity that may be sent.
  private func counts(_ calm: Calm?) -> [Int] {
    guard let calm, sections.indices.contains(calm.section) else { return totals }
    var counts = totals
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
    list.append(0x2C)
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
