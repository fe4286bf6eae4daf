internal import Semantics
internal import Syntax
internal import TextModel

/// A plain word of a paragraph that is another one now, and to whom that may matter: a word beside a
/// citation to the rules on citations, a word before an acronym in brackets to those on acronyms, most
/// words to nobody.
struct ChangedWord {
  /// Index among the tokens of its block.
  let place: Int
  /// Index of its paragraph in the tree.
  let paragraph: Int
  private let change: WordChange
  private let block: Block
  private let text: SectionContext

  init(_ change: WordChange, in text: SectionContext) {
    self.change = change
    self.text = text
    place = change.token
    paragraph = change.paragraph
    block = text.section.blocks[change.block]
  }

  /// From the end of a paragraph, how far a rule looks back that judges how it ends.
  private static let lastWords = 12

  /// No word that joins or follows labels is longer, in bytes, and no label is.
  private static let shortWord = 5

  /// How far, in tokens, what is due stands behind a year and before it at most.
  private static let due = (behind: 7, before: 60)

  /// What the paragraph and its word have that a rule may heed.
  func signs(since previous: SectionFindings) -> BlockSigns {
    var signs = BlockSigns(block.contents).union(.anyWord)
    if [previous.words, text.words].contains(where: hasJoint) { signs.insert(.notedWords) }
    let isShort = change.length <= Self.shortWord
    let namesAnew = text.meaning.namesAnew(since: previous.meaning)
    if namesAnew || block.index.hasCitations && isBesideCitation {
      signs.insert(.citationWords)
    }
    if namesAnew || isShort && block.index.mayRefer { signs.insert(.references) }
    if isBeforeBracketedName { signs.insert(.bracketedNames) }
    if isNearYear { signs.insert(.years) }
    if change.length <= 2 || block.tokens[place - 1].isWord(Self.to) { signs.insert(.infinitives) }
    let own = text.tree.paragraphs[paragraph]
    let isOneBlock = own.block == own.lastBlock
    if !isOneBlock || place + Self.lastWords >= block.tokens.count { signs.insert(.lastWords) }
    if isShort, !isOneBlock || !block.contents.isDisjoint(with: [.brackets, .numbers]) {
      signs.insert(.labels)
    }
    let hadTwins = previous.said.contains { $0.findings.first?.rule == DuplicationParagraph.id }
    if hadTwins || DuplicationParagraph.mayHaveTwin(self, text) { signs.insert(.twins) }
    return signs
  }

  /// Whether fewer words and numbers than these stand before it in its block.
  func isAmongFirst(_ count: Int) -> Bool {
    block.tokens.prefix(place).count { $0.kind == .word || $0.kind == .number } < count
  }

  private static let to = wordHash("to")

  private func hasJoint(_ words: [BlockWords]) -> Bool {
    words.indices.contains(change.block)
      && words[change.block].notes.contains { $0.kind == .joint }
  }

  /// Whether it is part of a citation or of its title, stands right before or behind it, or behind a noun
  /// with which one might begin.
  private var isBesideCitation: Bool {
    if block.index.citations.next(from: max(0, place - 4)) <= place { return true }
    let start = text.section.starts[change.block]
    let lower = start + Int(block.tokens[place - 1].start)
    let upper =
      place + 1 < block.tokens.count
      ? start + block.tokens[place + 1].end : start + block.content.upper
    return text.citations.contains { citation in
      [citation.span, citation.ownerSpan, citation.titleSpan, citation.bracketSpan].contains {
        !$0.isEmpty && $0.lower <= upper && $0.upper >= lower
      }
    }
  }

  /// Whether it may be one of the words that an acronym in brackets behind it stands for.
  private var isBeforeBracketedName: Bool {
    guard block.index.hasNames, block.contents.contains(.brackets) else { return false }
    return block.withTokens { tokens in
      var name = block.index.names.next(from: place + 1)
      while name < tokens.count {
        if tokens[name - 1].isMark(0x28) {
          let last = AcronymTable.last(tokens, from: name)
          let length = tokens[last].end - Int(tokens[name].start)
          if name - place <= Expansion.reach(length) { return true }
        }
        name = block.index.names.next(from: name + 1)
      }
      return false
    }
  }

  private var isNearYear: Bool {
    guard block.contents.contains(.numbers) else { return false }
    return block.withTokens { tokens in
      let near =
        max(0, place - Self.due.behind)..<min(tokens.count, place + Self.due.before)
      return near.contains {
        tokens[$0].kind == .number && tokens[$0].length == 4 && tokens[$0].hash >= 1900
      }
    }
  }
}

extension Token {
  fileprivate func isWord(_ hash: UInt32) -> Bool { kind == .word && self.hash == hash }
}
