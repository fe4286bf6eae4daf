import Features
import Rules
import Semantics
import Syntax
import TextModel

/// An answer about a whole text as it was sent, section by section: after an edit only the touched
/// section is made again.
struct WrittenSections: Sendable {
  private let sections: [WrittenSection]
  /// Lines of the text before each section.
  private let lines: [Int]

  /// - Parameters:
  ///   - variant: what the answer about a section depends on beside the section itself.
  ///   - make: writes what there is to say of a section; its index comes in, lines count from its first.
  init(
    _ draft: Draft, previous: WrittenSections?, variant: (Int) -> Int = { _ in 0 },
    make: (Int) -> MovableJSON
  ) {
    let new = draft.meaning.sections
    let old = previous?.sections ?? []
    let allTexts = draft.judgement.settings.allTexts
    let shared = SharedEnds(old: old.count, new: new.count) {
      old[$0].meaning === new[$1] && old[$0].allTexts == allTexts
        && old[$0].variant == variant($1)
    }
    sections = shared.merge(old, count: new.count) { index in
      WrittenSection(
        meaning: new[index], allTexts: allTexts, variant: variant(index), json: make(index))
    }
    lines = draft.document.lineStarts
  }

  /// How many values there are.
  var count: Int { sections.reduce(0) { $0 + $1.json.count } }

  /// All of it as one JSON list.
  var list: [UInt8] {
    var list: [UInt8] = []
    list.reserveCapacity(sections.reduce(16) { $0 + $1.json.length })
    for (section, line) in zip(sections, lines) where section.json.count > 0 {
      section.json.write(to: &list, line: line)
    }
    return list.closed
  }
}

private final class WrittenSection: Sendable {
  let meaning: SectionMeaning
  let allTexts: Bool
  let variant: Int
  let json: MovableJSON

  init(meaning: SectionMeaning, allTexts: Bool, variant: Int, json: MovableJSON) {
    self.meaning = meaning
    self.allTexts = allTexts
    self.variant = variant
    self.json = json
  }
}
