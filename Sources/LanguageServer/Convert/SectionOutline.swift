import Features
import LanguageServerProtocol
import Syntax
import TextModel

/// The outline as it is sent, section by section.
struct SectionOutline {
  let text: OpenDraft

  /// The outline of one section, its lines counted from the section's first.
  func json(_ index: Int) -> MovableJSON {
    var json = MovableJSON()
    if let symbol = text.draft.documentSymbol(ofSection: index) {
      json.append(DocumentSymbol(symbol, text.place(ofSection: index)).jsonBytes)
    }
    return json
  }
}

extension DocumentSymbol {
  fileprivate init(_ symbol: Symbol, _ place: SectionPlace) {
    self.init(
      name: symbol.name, detail: symbol.detail.isEmpty ? nil : symbol.detail,
      kind: SymbolKind(symbol.kind), range: place.range(of: symbol.range),
      selectionRange: place.range(of: symbol.nameRange),
      children: symbol.children.map { DocumentSymbol($0, place) })
  }
}
