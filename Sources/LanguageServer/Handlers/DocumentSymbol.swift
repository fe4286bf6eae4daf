import Features
import LanguageServerProtocol

enum DocumentSymbolHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.documentSymbol = true
  }

  static func answer(
    _ request: DocumentSymbolRequest, _ state: inout ServerState
  ) throws(ResponseError) -> DocumentSymbols? {
    let text = try state.draft(of: request.uri)
    if state.client.hierarchicalSymbols {
      let outline = SectionOutline(text: text)
      let symbols = WrittenSections(
        text.draft, previous: state.texts[text.uri]?.sent.symbols, make: outline.json)
      state.texts[text.uri]?.sent.symbols = symbols
      return .written(symbols.list)
    }
    var flat: [SymbolInformation] = []
    for symbol in text.draft.documentSymbols() { flatten(symbol, in: nil, text, &flat) }
    return .flat(flat)
  }

  /// Without a tree the labels alone would say nothing, so the first words stand with them.
  private static func flatten(
    _ symbol: Symbol, in container: String?, _ text: OpenDraft, _ flat: inout [SymbolInformation]
  ) {
    let isParagraph = symbol.kind == .paragraph && !symbol.detail.isEmpty
    let name = isParagraph ? "\(symbol.name) \(symbol.detail)" : symbol.name
    flat.append(
      SymbolInformation(
        name: name, kind: SymbolKind(symbol.kind),
        location: Location(uri: text.uri, range: text.map.range(of: symbol.range)),
        containerName: container))
    for child in symbol.children { flatten(child, in: symbol.name, text, &flat) }
  }
}
