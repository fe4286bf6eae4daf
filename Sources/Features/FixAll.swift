internal import Rules
internal import Semantics
internal import Syntax
public import TextModel

extension Draft {
  /// Whether there are safe fixes to apply.
  ///
  /// - Parameter group: only the rules of one group, such as `numbering`.
  func hasSafeFix(group: String? = nil) -> Bool {
    // Section by section: a list of all findings would be made for each menu.
    judgement.sections.contains { section in
      section.findings.contains { finding in
        finding.fixes.contains { $0.safety == .safe && !$0.edits.isEmpty }
          && Self.isOf(group, finding)
      }
    }
  }

  private static func isOf(_ group: String?, _ finding: Finding) -> Bool {
    group.map { finding.rule.hasPrefix($0 + "/") } ?? true
  }

  /// All safe fixes of a text, made until none is left: a fix may make room for another.
  ///
  /// - Parameter group: only the rules of one group, such as `numbering`.
  /// - Returns: edits of the text as it is, by offset, not overlapping.
  public func safeFixes(group: String? = nil) -> [TextEdit] {
    var composition = EditComposition(size: document.count)
    var judgement = judgement
    // Two rules that undo each other would otherwise go on for ever.
    for _ in 0..<20 {
      let findings = judgement.findings.filter { Self.isOf(group, $0) }
      var document = judgement.meaning.document
      let (edits, count) = FixChoice.choose(findings, size: document.count)
      guard count > 0 else { break }
      composition.append(edits)
      for edit in edits.reversed() { document.apply(edit) }
      judgement = Judgement(
        TextMeaning(document, previous: judgement.meaning), settings: judgement.settings,
        previous: judgement)
    }
    return composition.edits
  }
}
