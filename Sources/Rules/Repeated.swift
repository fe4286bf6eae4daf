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

  /// From the end of a paragraph, how far a rule looks back that judges how it ends.
  private static let lastWords = 12

  /// No word that joins or follows labels is longer, in bytes, and no label is.
  private static let shortWord = 5

  /// `nil` where more has changed than a word.
  init?(of text: SectionContext, since previous: SectionFindings) {
    guard let change = text.section.wordChange(since: previous.meaning.section),
      previous.meaning.profile.id == text.profile.id
    else { return nil }
    let block = text.section.blocks[change.block]
    var signs = BlockSigns(block).union(.anyWord)
    if [previous.words, text.words].contains(where: { words in
      words.indices.contains(change.block) && words[change.block].hasNotes
    }) {
      signs.insert(.notedWords)
    }
    if block.index.hasCitations { signs.insert(.citationWords) }
    let isShort = change.length <= Self.shortWord
    if text.meaning.namesAnew(since: previous.meaning) || isShort && block.index.mayRefer {
      signs.insert(.references)
    }
    if block.hasBracketedName { signs.insert(.bracketedNames) }
    if change.token + Self.lastWords >= block.tokens.count { signs.insert(.lastWords) }
    if isShort, !block.contents.isDisjoint(with: [.brackets, .numbers]) {
      signs.insert(.labels)
    }
    self.signs = signs
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

extension Block {
  /// Whether a word that may be an acronym stands right behind a bracket.
  fileprivate var hasBracketedName: Bool {
    guard index.hasNames, contents.contains(.brackets) else { return false }
    var walk = index.names.walk()
    while true {
      let place = walk.next()
      guard place < tokens.count else { return false }
      if tokens[place - 1].isMark(0x28) { return true }
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
