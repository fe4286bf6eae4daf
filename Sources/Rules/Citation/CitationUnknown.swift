internal import Semantics
internal import Syntax

/// The register knows no text of that number.
///
/// ## What it checks
/// The number lies beyond the last one known for the body, or in a range that the register covers whole,
/// and the register has no such text. Silent for texts of sessions that are later than what the register
/// knows, and for texts in the folder that is checked.
///
/// ## Why
/// New texts continue from the last number of the session before (CONVENTIONS 1.1), so a number far beyond
/// is a slip. The register may be behind, so this is a hint.
///
/// ## Wrong
/// ```resolution
/// *recalling*
///
/// Resolution 740 (Rev. Busan, 2014) of the Plenipotentiary Conference,
/// ```
///
/// ## Right
/// ```resolution
/// *recalling*
///
/// Resolution 140 (Rev. Busan, 2014) of the Plenipotentiary Conference,
/// ```
///
/// ## Fix
/// None: only the author knows which text was meant.
struct CitationUnknown: SectionRule {
  static let id = "citation/unknown"
  static let severity = Severity.hint
  static let heeds: BlockSigns = .citationWords

  func check(_ text: SectionContext, _ report: inout Report) {
    let all = text.citations
    guard !all.isEmpty else { return }
    let notes = text.citationNotes
    for index in all.indices where all[index].kind.isText {
      guard let facts = notes.facts[index], facts.nearby.isEmpty,
        let number = Self.value(all[index].number)
      else { continue }
      if let highest = facts.highest, number > highest {
        // What the draft's own session or a later one adopts, the register cannot know.
        let year = all[index].year ?? notes.year
        if let year, let known = facts.knownTo, year > known, number < highest + 40 { continue }
        report.add(
          "the highest number known of this body is \(highest)", at: all[index].numberSpan)
      } else if facts.isAbsent {
        report.add(
          "the register knows no \(all[index].name) of this body", at: all[index].numberSpan)
      }
    }
  }

  /// `61` of `61-2`; `nil` for numbers of another form.
  private static func value(_ number: String) -> Int? {
    var value: Int?
    for byte in number.utf8 {
      guard byte >= 0x30, byte <= 0x39 else { return byte == 0x2D ? value : nil }
      let (tens, isLong) = (value ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, isOver) = tens.addingReportingOverflow(Int(byte) - 0x30)
      guard !isLong, !isOver else { return nil }
      value = sum
    }
    return value
  }
}
