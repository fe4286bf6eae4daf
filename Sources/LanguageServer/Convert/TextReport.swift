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
  /// By section, the same.
  private var counts: [SIMD4<Int32>] = []
  private var spliced = SplicedList()
  /// Where the list ends for want of room.
  private var cut: Cut?
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
  mutating func list(_ judgement: Judgement, limit: Int, calm: Calm?) -> WrittenDiagnostics {
    let shared = update(judgement)
    let lines = judgement.meaning.document.lineStarts
    let withheld = withheld(calm)
    let choice = Choice(zip(totals, withheld).map { $0 - $1 }, limit: limit)
    let cut = cut(choice, calm?.section, withheld)
    let old = self.cut
    if cut?.severity != old?.severity { spliced.forget() }
    self.cut = cut
    // Taken out while it changes, so that it is not copied.
    var list = spliced
    spliced.forget()
    defer { spliced = list }
    func put(_ index: Int, _ bytes: inout [UInt8]) {
      write(index, lines, calm, cut, to: &bytes)
    }
    let before = list.count
    list.update(shared, lines: lines, count: sections.count, calm: calm?.section, write: put)
    if let cut, let old {
      // Where the place has moved up to which findings are shown.
      var known = old
      if known.section >= shared.prefix {
        known.section =
          known.section >= before - shared.suffix
          ? known.section + sections.count - before : shared.prefix
      }
      if known != cut {
        let lower = max(0, min(known.section, cut.section))
        list.rewrite(
          lower..<min(sections.count, max(known.section, cut.section) + 1), write: put)
      }
    }
    guard choice.rest > 0 else { return WrittenDiagnostics(list.bytes, number: list.number) }
    var capped: [UInt8] = []
    capped.reserveCapacity(list.bytes.count + 1_000)
    append(.notShown(choice.rest), to: &capped)
    capped[0] = 0x5B
    capped.append(list.bytes.count > 2 ? 0x2C : 0x5D)
    capped += list.bytes.dropFirst(2)
    return WrittenDiagnostics(capped)
  }

  /// Where the findings that are shown end when there are too many.
  ///
  /// - Parameters:
  ///   - calm: the section of which some are held back.
  ///   - withheld: how many of each severity.
  private func cut(_ choice: Choice, _ calm: Int?, _ withheld: [Int]) -> Cut? {
    guard choice.rest > 0, let severity = choice.severity else { return nil }
    var left = choice.room[severity]
    for index in counts.indices {
      let count = Int(counts[index][severity]) - (index == calm ? withheld[severity] : 0)
      if count > left { return Cut(severity: severity, section: index, taken: left) }
      left -= count
    }
    return nil
  }

  /// Writes the diagnostics of a section.
  private func write(
    _ index: Int, _ lines: [Int], _ calm: Calm?, _ cut: Cut?, to list: inout [UInt8]
  ) {
    let section = sections[index]
    let findings = section.source.findings
    guard !findings.isEmpty else { return }
    let line = lines.indices.contains(index) ? lines[index] : 0
    let calm = calm?.section == index ? calm : nil
    guard calm != nil || cut != nil else {
      return section.write(to: &list, line: line, where: nil)
    }
    var taken = 0
    section.write(to: &list, line: line) { entry in
      guard findings.indices.contains(entry) else { return false }
      let finding = findings[entry]
      if let calm, calm.withholdsInSection(finding) { return false }
      guard let cut, finding.severity.index >= cut.severity else { return true }
      guard finding.severity.index == cut.severity, index <= cut.section else { return false }
      taken += 1
      return index < cut.section || taken <= cut.taken
    }
  }

  /// The list of some findings, nothing kept.
  func list(_ findings: [Finding], of judgement: Judgement) -> WrittenDiagnostics {
    let map = PositionMap(document: judgement.meaning.document, encoding: encoding)
    let writer = DiagnosticWriter(
      uri: uri, range: { map.range(of: $0) }, client: client, pages: pages)
    return WrittenDiagnostics(findings.map(writer.diagnostic).jsonBytes)
  }

  /// - Returns: what the sections have in common with those before.
  private mutating func update(_ judgement: Judgement) -> SharedEnds {
    let before = sources
    let new = judgement.sections
    let shared = SharedEnds(old: before.count, new: new.count) { before[$0] === new[$1] }
    sources = new
    let replaced = shared.prefix..<(before.count - shared.suffix)
    let made = (shared.prefix..<(new.count - shared.suffix)).map { index in
      SectionReport(
        new[index], previous: replaced.contains(index) ? sections[index] : nil, uri: uri,
        client: client, pages: pages, encoding: encoding)
    }
    for section in sections[replaced] {
      for index in totals.indices { totals[index] -= Int(section.counts[index]) }
    }
    for section in made {
      for index in totals.indices { totals[index] += Int(section.counts[index]) }
    }
    // In place: there may be thousands of sections.
    sections.replaceSubrange(replaced, with: made)
    counts.replaceSubrange(replaced, with: made.map(\.counts))
    return shared
  }

  /// Findings of each severity that are held back.
  private func withheld(_ calm: Calm?) -> [Int] {
    var withheld = totals.map { _ in 0 }
    guard let calm, sections.indices.contains(calm.section) else { return withheld }
    for finding in sections[calm.section].source.findings where calm.withholdsInSection(finding) {
      withheld[finding.severity.index] += 1
    }
    return withheld
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
  /// How many of each severity there is room for.
  private(set) var room: [Int] = []
  /// How many are left out.
  private(set) var rest = 0
  /// The worst severity of which some are left out.
  private(set) var severity: Int?

  init(_ counts: [Int], limit: Int) {
    var left = max(1, limit)
    for (index, count) in counts.enumerated() {
      let kept = min(count, left)
      room.append(kept)
      left -= kept
      rest += count - kept
      if kept < count, severity == nil { severity = index }
    }
  }
}

/// Up to where findings are shown: all that are worse than a severity, those of the severity up to a
/// place, none that are better.
private struct Cut: Equatable {
  var severity: Int
  /// The section in which some of the severity are left out for the first time.
  var section: Int
  /// How many of them are shown there.
  var taken: Int
}
