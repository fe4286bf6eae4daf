import Features
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
    let isLazy = isLazy(state.client)
    let index = isLazy ? TextIndex() : state.index(except: text.uri)
    return lenses.compactMap { lens in
      let key = LensKey(text, kind: lens.kind, offset: lens.range.lowerBound)
      var wire = LanguageServerProtocol.CodeLens(range: text.map.range(of: lens.range))
      if isLazy {
        wire.data = key.json
      } else {
        wire.command = text.command(key, index, state.client)
      }
      return isLazy || wire.command?.title.isEmpty == false ? wire : nil
    }
  }
}

/// Gives a lens its words; one of a text that was edited since says nothing.
enum CodeLensResolveHandler: RequestHandler {
  static func answer(
    _ request: CodeLensResolveRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Resolved {
    var lens = request.entry
    // One without data has its words.
    guard request.data != nil else { return lens }
    let key = request.data.flatMap { LensKey(json: $0) }
    let text = key.flatMap { state.draft(of: $0) }
    let command = key.flatMap { key in
      text?.command(key, state.index(except: key.uri), state.client)
    }
    lens.set("command", command ?? Command(title: "", command: ""))
    return lens
  }
}

typealias LensKey = LateKey<Features.CodeLens.Kind>

extension OpenDraft {
  /// The words of a lens, which show the places that it counts when they are clicked, where the client
  /// can be asked to show a place. Clients have no command of the protocol's for that.
  fileprivate func command(
    _ key: LensKey, _ index: TextIndex, _ client: ClientCapabilities
  ) -> Command {
    let title = draft.title(of: key.lens, in: index, text: self.key) ?? ""
    let leads =
      client.showDocument && !draft.places(of: key.lens, in: index, text: self.key).isEmpty
    return leads
      ? Command(title: title, command: ExecuteCommandHandler.showPlaces, arguments: [key.json])
      : Command(title: title, command: "")
  }
}

extension LensKey {
  var lens: Features.CodeLens { Features.CodeLens(kind: kind, range: offset..<offset) }
}
