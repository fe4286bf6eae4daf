internal import Grammar
internal import Semantics
internal import Syntax
internal import TextModel

/// What one section rule said of a section.
struct Said: Sendable {
  /// Its index among the section rules that are on.
  var rule: Int
  var findings: [Finding]
}

/// What section rules said of a section may be said again when just a word of it has changed, at places
/// moved by so many bytes: by all rules to which the words of such a paragraph do not matter.
struct Repeated {
  /// What the paragraph has; a rule that heeds any of it must be asked again.
  let signs: BlockSigns
  private let said: [Said]
  /// Up to where `said` was gone through: rules are asked in their order.
  private var next = 0
  private let change: WordChange

  /// `nil` where more has changed than a word.
  init?(of text: SectionContext, since previous: SectionFindings) {
    guard let change = text.section.wordChange(since: previous.meaning.section),
      previous.meaning.profile.id == text.profile.id
    else { return nil }
    self.signs = ChangedWord(change, in: text).signs(since: previous)
    self.change = change
    said = previous.said
  }

  /// Whether what a rule said before, at its new place, is what it would say now. That is added to a
  /// list; rules that say nothing are the most. `false` where the rule must be asked.
  mutating func repeats(_ rule: Int, heeding heeds: BlockSigns, into list: inout [Said]) -> Bool {
    while next < said.count, said[next].rule < rule { next += 1 }
    guard signs.isDisjoint(with: heeds) else { return false }
    guard next < said.count, said[next].rule == rule else { return true }
    var moved: [Finding] = []
    for finding in said[next].findings {
      // It spoke of the word itself.
      guard let finding = finding.placed(change.moved) else { return false }
      moved.append(finding)
    }
    list.append(Said(rule: rule, findings: moved))
    return true
  }
}

extension SectionFindings {
  /// Which findings are what they were, all their places on the lines and columns where they were; `nil`
  /// where more has changed than a word.
  public func standing(since previous: SectionFindings) -> [Bool]? {
    guard let change = meaning.section.wordChange(since: previous.meaning.section),
      findings.count == previous.findings.count
    else { return nil }
    let word = change.word
    let lineEnd = meaning.section.bytes.withByteView { $0.endOfLine(from: word.upper) }
    return zip(findings, previous.findings).map { finding, before in
      before.placed { range in
        guard let range = change.moved(range),
          [range.lowerBound, range.upperBound].allSatisfy({ $0 <= word.lower || $0 > lineEnd })
        else { return nil }
        return range
      } == finding
    }
  }
}

extension WordChange {
  fileprivate func moved(_ range: Range<Int>) -> Range<Int>? {
    guard let lower = moved(range.lowerBound), let upper = moved(range.upperBound) else {
      return nil
    }
    return lower..<max(lower, upper)
  }
}
