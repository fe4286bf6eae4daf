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

  /// What a rule said, at its new place; `nil` where it spoke of the word itself.
  func findings(of rule: Int) -> [Finding]? {
    guard let saying = said.first(where: { $0.rule == rule }) else { return [] }
    var moved: [Finding] = []
    for finding in saying.findings {
      guard let finding = finding.placed(change.moved) else { return nil }
      moved.append(finding)
    }
    return moved
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
