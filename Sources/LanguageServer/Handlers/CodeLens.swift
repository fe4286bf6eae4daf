import Features
import JSON
import LanguageServerProtocol
import Semantics

/// Off until the user turns a kind of lens on.
enum CodeLensHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.codeLens = ResolveOptions(resolve: isLazy(client))
  }

  static func isLazy(_ client: ClientCapabilities) -> Bool {
    client.codeLensResolve.contains("command")
  }

  static func answer(
    _ request: CodeLensRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [LanguageServerProtocol.CodeLens]? {
    let text = try state.draft(of: request.uri)
    let lenses = text.draft.codeLenses(text.settings.lenses)
    if lenses.isEmpty { return [] }
    if isLazy(state.client) {
      return lenses.map { lens in
        LanguageServerProtocol.CodeLens(
          range: text.map.range(of: lens.range),
          data: [
            "uri": .string(text.uri.rawValue), "version": .int(text.version),
            "kind": .string(lens.kind.rawValue), "offset": .int(lens.range.lowerBound),
          ])
      }
    }
    let index = state.index(except: text.uri)
    return lenses.compactMap { lens in
      text.draft.title(of: lens, in: index, text: text.key).map { title in
        LanguageServerProtocol.CodeLens(
          range: text.map.range(of: lens.range), command: Command(title: title, command: ""))
      }
    }
  }
}

/// Gives a lens its words; one of a text that was edited since says nothing.
enum CodeLensResolveHandler: RequestHandler {
  static func answer(
    _ request: CodeLensResolveRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Resolved {
    var lens = request.lens
    var title = ""
    if let data = request.data, let uri = data["uri"]?.string, let offset = data["offset"]?.int,
      let kind = data["kind"]?.string.flatMap(Features.CodeLens.Kind.init),
      let text = try? state.draft(of: DocumentURI(uri)), data["version"]?.int == text.version
    {
      let asked = Features.CodeLens(kind: kind, range: offset..<offset)
      title =
        text.draft.title(of: asked, in: state.index(except: text.uri), text: text.key) ?? ""
    }
    lens.set("command", Command(title: title, command: ""))
    return lens
  }
}
