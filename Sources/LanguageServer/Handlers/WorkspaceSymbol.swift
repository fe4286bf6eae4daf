import Features
import JSON
import LanguageServerProtocol
import Semantics

enum WorkspaceSymbolHandler: RequestHandler {
  /// The client can ask for the range of a symbol later.
  static let lazyProperty = "location.range"

  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.workspaceSymbol = ResolveOptions(
      resolve: client.workspaceSymbolResolve.contains(lazyProperty))
  }

  static func answer(
    _ request: WorkspaceSymbolRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [LanguageServerProtocol.WorkspaceSymbol]? {
    let isLazy = state.client.workspaceSymbolResolve.contains(lazyProperty)
    return state.index().symbols(matching: request.query).map { symbol in
      LanguageServerProtocol.WorkspaceSymbol(
        name: symbol.name, kind: SymbolKind(symbol.kind),
        containerName: symbol.container.isEmpty ? nil : symbol.container,
        uri: DocumentURI(symbol.text), range: isLazy ? nil : PositionRange(symbol.range),
        data: isLazy ? .int(symbol.range.bytes.lowerBound) : nil)
    }
  }
}

/// Gives a symbol its range. A symbol that is gone since goes back as it came.
enum WorkspaceSymbolResolveHandler: RequestHandler {
  static func answer(
    _ request: WorkspaceSymbolResolveRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Resolved {
    var symbol = request.entry
    guard let offset = request.data?.int,
      let uri = symbol["location"]?["uri"]?.string,
      let range = state.index()[uri]?.range(at: offset)
    else { return symbol }
    symbol.set("location", Location(uri: DocumentURI(uri), range: PositionRange(range)))
    return symbol
  }
}

extension TextSummary {
  /// The title, heading or annex title that begins at a byte offset.
  fileprivate func range(at offset: Int) -> SummaryRange? {
    for resolution in resolutions {
      let ranges = [resolution.titleRange] + resolution.parts.map(\.range)
      if let found = ranges.first(where: { $0.bytes.lowerBound == offset }) { return found }
    }
    return nil
  }
}
