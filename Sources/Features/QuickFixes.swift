internal import Rules
internal import Semantics
internal import Syntax
internal import TextModel

extension Draft {
  /// The fixes of the findings in a range, and for each rule how not to hear it: here, in this text, in
  /// the whole project.
  func quickFixes(in range: Range<Int>) -> [OfferedAction] {
    let findings = judgement.findings(touching: reach(of: range))
      .filter { $0.range.isEmpty || $0.range.lowerBound <= range.upperBound }
    var actions: [OfferedAction] = []
    for finding in findings {
      for (index, fix) in finding.fixes.enumerated() {
        let isSafe = fix.safety == .safe
        actions.append(
          OfferedAction(
            title: isSafe ? fix.title : fix.title + " (unsafe)", kind: .quickFix,
            finding: finding, isPreferred: isSafe && index == 0, work: .edits(fix.edits)))
      }
    }
    var seen: Set<String> = []
    for finding in findings where !finding.rule.hasPrefix("suppression/") {
      guard let edit = suppression(of: finding), seen.insert(finding.rule).inserted else {
        continue
      }
      func offer(_ where: String, _ work: ActionWork) {
        actions.append(
          OfferedAction(
            title: "Ignore `\(finding.rule)` \(`where`)", kind: .quickFix, finding: finding,
            work: work))
      }
      offer("here (comment)", .edits([edit]))
      offer("in this text (comment)", .edits([fileSuppression(of: finding.rule)]))
      offer("in this project (settings)", .ignoreInProject(rule: finding.rule))
    }
    return actions
  }

  /// A directive for the whole text on a line of its own before everything but front matter.
  private func fileSuppression(of rule: String) -> TextEdit {
    let bytes = document.sections.first?.bytes ?? []
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let dashes = Array("---".utf8)
    func isFence(_ line: ArraySlice<UInt8>) -> Bool {
      line.starts(with: dashes) && line.dropFirst(3).allSatisfy { $0 == 0x0D || $0 == 0x20 }
    }
    let front = bytes.dropFirst(at).prefix(8_192)
    if front.starts(with: dashes) {
      let lines = front.split(separator: 0x0A, omittingEmptySubsequences: false)
      if let first = lines.first, isFence(first),
        let last = lines.dropFirst().dropLast().first(where: isFence)
      {
        at = last.endIndex + 1
      }
    }
    return TextEdit(
      range: at..<at, text: "<!-- resolute: ignore-file \(rule) -->" + newline(in: bytes))
  }

  /// The line end that a text uses first.
  private func newline(in bytes: [UInt8]) -> String {
    let usesReturns = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D }
    return usesReturns == true ? "\r\n" : "\n"
  }

  /// A range with the character behind it: a caret that stands on characters, not between them, cannot
  /// come nearer to what is missing at the end of a line.
  private func reach(of range: Range<Int>) -> Range<Int> {
    guard let (meaning, start) = section(at: range.upperBound) else { return range }
    let bytes = meaning.section.bytes
    let place = range.upperBound - start
    guard bytes.indices.contains(place), bytes[place] != 0x0A, bytes[place] != 0x0D else {
      return range
    }
    return range
      .lowerBound..<min(range.upperBound + sequenceLength(bytes[place]), start + bytes.count)
  }

  /// A directive on a line of its own before the paragraph.
  private func suppression(of finding: Finding) -> TextEdit? {
    guard let (meaning, start) = section(at: finding.range.lowerBound) else { return nil }
    let section = meaning.section
    var index = section.block(at: finding.range.lowerBound - start)
    guard section.starts.indices.contains(index) else { return nil }
    // A paragraph that a page break cuts begins in an earlier block.
    let paragraphs = meaning.resolution.paragraphs
    if let own = paragraphs.first(where: { $0.block <= index && index <= $0.lastBlock }) {
      index = own.block
    }
    let at = start + section.starts[index]
    return TextEdit(
      range: at..<at,
      text: "<!-- resolute: ignore \(finding.rule) -->" + newline(in: section.bytes))
  }
}
