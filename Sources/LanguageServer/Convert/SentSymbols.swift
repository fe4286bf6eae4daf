import Features
import LanguageServerProtocol
import Rules
import Semantics
import Syntax
import TextModel

/// The outline of a text as it was sent, section by section, so that an edit costs what the touched
/// section costs, and one that adds a line what it costs to write those behind it again.
struct SentSymbols: Sendable {
  private let sections: [SectionSymbols]

  init(_ text: OpenDraft, previous: SentSymbols?) {
    let document = text.draft.document
    let new = text.draft.meaning.sections
    let old = previous?.sections ?? []
    let allTexts = text.draft.judgement.settings.allTexts
    let shared = SharedEnds(old: old.count, new: new.count) {
      old[$0].meaning === new[$1] && old[$0].allTexts == allTexts
    }
    let merged = shared.merge(old, count: new.count) { index in
      let line = document.lineStarts.indices.contains(index) ? document.lineStarts[index] : 0
      return SectionSymbols(
        meaning: new[index], allTexts: allTexts, line: line,
        tree: text.draft.documentSymbol(ofSection: index).map {
          DocumentSymbol($0, text.map, linesFrom: line)
        })
    }
    sections = zip(merged, document.lineStarts).map { $0.at(line: $1) }
  }

  var answer: DocumentSymbols { .written(sections.lazy.map(\.bytes).filter { !$0.isEmpty }) }
}

/// The outline of one section.
private final class SectionSymbols: Sendable {
  let meaning: SectionMeaning
  let allTexts: Bool
  /// The line of the text at which the section begins.
  let line: Int
  /// Lines count from the section's first.
  let tree: DocumentSymbol?
  /// The tree as JSON, with lines counted from the start of the text; empty where there is none.
  let bytes: [UInt8]

  init(meaning: SectionMeaning, allTexts: Bool, line: Int, tree: DocumentSymbol?) {
    self.meaning = meaning
    self.allTexts = allTexts
    self.line = line
    self.tree = tree
    bytes = tree?.moved(down: line).jsonBytes ?? []
  }

  /// The same where the section begins at another line.
  func at(line: Int) -> SectionSymbols {
    if line == self.line { return self }
    return SectionSymbols(meaning: meaning, allTexts: allTexts, line: line, tree: tree)
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
