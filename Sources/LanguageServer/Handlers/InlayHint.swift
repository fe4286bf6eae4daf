import Features
import JSON
import LanguageServerProtocol

enum InlayHintHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    capabilities.inlayHint = ResolveOptions(resolve: isLazy(client))
  }

  static func isLazy(_ client: ClientCapabilities) -> Bool {
    client.inlayHintResolve.contains("tooltip")
      && client.inlayHintResolve.contains("label.location")
  }

  static func answer(
    _ request: InlayHintRequest, _ state: inout ServerState
  ) throws(ResponseError) -> [LanguageServerProtocol.InlayHint]? {
    let text = try state.draft(of: request.uri)
    let range = text.map.offsets(of: request.range)
    let isLazy = isLazy(state.client)
    return text.draft.inlayHints(in: range, kinds: text.settings.hints).map { hint in
      var wire = LanguageServerProtocol.InlayHint(
        position: text.map.position(of: hint.offset), label: .text(hint.label), paddingLeft: true)
      if isLazy {
        wire.data = LateKey(text, kind: hint.kind, offset: hint.offset).json
      } else if let detail = text.draft.inlayHintDetail(hint.kind, at: hint.offset) {
        wire.tooltip = MarkupContent(kind: .plainText, value: detail.tooltip)
        wire.label = text.label(hint.label, detail)
      }
      return wire
    }
  }
}

/// Says more of a hint; one of a text that was edited since goes back as it came.
enum InlayHintResolveHandler: RequestHandler {
  static func answer(
    _ request: InlayHintResolveRequest, _ state: inout ServerState
  ) throws(ResponseError) -> Resolved {
    var hint = request.entry
    guard let key = request.data.flatMap({ LateKey<Features.InlayHint.Kind>(json: $0) }),
      let text = state.draft(of: key),
      let detail = text.draft.inlayHintDetail(key.kind, at: key.offset)
    else { return hint }
    hint.set("tooltip", MarkupContent(kind: .plainText, value: detail.tooltip))
    if let label = hint["label"]?.string { hint.set("label", text.label(label, detail)) }
    return hint
  }
}

extension OpenDraft {
  fileprivate func label(
    _ words: String, _ detail: InlayHintDetail
  ) -> LanguageServerProtocol.InlayHint.Label {
    guard let target = detail.target else { return .text(words) }
    return .link(words, Location(uri: uri, range: map.range(of: target)))
  }
}
