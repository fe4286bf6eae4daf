import Features
import LanguageServerProtocol
import Rules
import Semantics
import Syntax
import TextModel

/// The outline of a text in the protocol's words, section by section, so that an edit costs what the
/// touched section costs.
struct SentSymbols: Sendable {
  private let sections: [SectionSymbols]

  init(_ text: OpenDraft, previous: SentSymbols?) {
    let new = text.draft.meaning.sections
    let old = previous?.sections ?? []
    let allTexts = text.draft.judgement.settings.allTexts
    let shared = SharedEnds(old: old.count, new: new.count) {
      old[$0].meaning === new[$1] && old[$0].allTexts == allTexts
    }
    sections = shared.merge(old, count: new.count) { index in
      let base =
        text.draft.document.lineStarts.indices.contains(index)
        ? text.draft.document.lineStarts[index] : 0
      return SectionSymbols(
        meaning: new[index], allTexts: allTexts,
        tree: text.draft.documentSymbol(ofSection: index).map {
          DocumentSymbol($0, text.map, linesFrom: base)
        })
    }
  }

  /// All symbols, with lines counted from the start of the text.
  func tree(_ text: OpenDraft) -> [DocumentSymbol] {
    zip(sections, text.draft.document.lineStarts).compactMap { section, line in
      section.tree?.moved(down: line)
    }
  }
}

/// The outline of one section; lines count from its first.
private final class SectionSymbols: Sendable {
  let meaning: SectionMeaning
  let allTexts: Bool
  let tree: DocumentSymbol?

  init(meaning: SectionMeaning, allTexts: Bool, tree: DocumentSymbol?) {
    self.meaning = meaning
    self.allTexts = allTexts
    self.tree = tree
  }
}

extension DocumentSymbol {
  fileprivate init(_ symbol: Symbol, _ map: PositionMap, linesFrom base: Int) {
    self.init(
      name: symbol.name, detail: symbol.detail.isEmpty ? nil : symbol.detail,
      kind: SymbolKind(symbol.kind), range: map.range(of: symbol.range).moved(down: -base),
      selectionRange: map.range(of: symbol.nameRange).moved(down: -base),
      children: symbol.children.map { DocumentSymbol($0, map, linesFrom: base) })
  }

  fileprivate func moved(down lines: Int) -> DocumentSymbol {
    if lines == 0 { return self }
    var copy = self
    copy.move(down: lines)
    return copy
  }

  private mutating func move(down lines: Int) {
    range = range.moved(down: lines)
    selectionRange = selectionRange.moved(down: lines)
    for index in children.indices { children[index].move(down: lines) }
  }
}

extension PositionRange {
  fileprivate func moved(down lines: Int) -> PositionRange {
    PositionRange(
      start: Position(line: start.line + lines, character: start.character),
      end: Position(line: end.line + lines, character: end.character))
  }
}
