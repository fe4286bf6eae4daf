import Features
import LanguageServerProtocol

enum SemanticTokensHandler: RequestHandler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
    guard client.tokensForText || client.tokensForRange else { return }
    capabilities.semanticTokens = SemanticTokensOptions(
      tokenTypes: legend(for: client), tokenModifiers: SemanticTokenModifiers.legend,
      range: client.tokensForRange, delta: client.tokenDeltas)
  }

  /// Types that the client does not name are shown as one that it does: the legend has the same
  /// length for all.
  private static func legend(for client: ClientCapabilities) -> [String] {
    let known = Set(client.tokenTypes)
    return SemanticTokenType.legend.map { name in
      known.isEmpty || known.contains(name) ? name : known.contains("keyword") ? "keyword" : name
    }
  }

  static func answer(
    _ request: SemanticTokensRequest, _ state: inout ServerState
  ) throws(ResponseError) -> LanguageServerProtocol.SemanticTokens? {
    let (tokens, id) = try state.tokens(of: request.uri)
    return LanguageServerProtocol.SemanticTokens(resultID: id, data: tokens.data)
  }
}

enum SemanticTokensDeltaHandler: RequestHandler {
  static func answer(
    _ request: SemanticTokensDeltaRequest, _ state: inout ServerState
  ) throws(ResponseError) -> SemanticTokensDelta? {
    let before = state.texts[request.uri]?.sent
    let (tokens, id) = try state.tokens(of: request.uri)
    guard before?.tokensID == request.previousResultID, let old = before?.tokens else {
      return .full(LanguageServerProtocol.SemanticTokens(resultID: id, data: tokens.data))
    }
    let edits = tokens.edit(since: old).map {
      SemanticTokensDelta.Edit(start: $0.start, deleteCount: $0.deleteCount, data: $0.data)
    }
    return .edits(resultID: id, edits.map { [$0] } ?? [])
  }
}

enum SemanticTokensRangeHandler: RequestHandler {
  static func answer(
    _ request: SemanticTokensRangeRequest, _ state: inout ServerState
  ) throws(ResponseError) -> LanguageServerProtocol.SemanticTokens? {
    let text = try state.draft(of: request.uri)
    let data = Features.SemanticTokens.data(
      text.draft, in: text.map.offsets(of: request.range), encoding: state.encoding,
      previous: state.texts[text.uri]?.sent.tokens)
    return LanguageServerProtocol.SemanticTokens(data: data)
  }
}

extension ServerState {
  /// The tokens of a text, and the name under which the client may ask for what changed since.
  fileprivate mutating func tokens(
    of uri: DocumentURI
  ) throws(ResponseError) -> (tokens: Features.SemanticTokens, id: String) {
    let text = try draft(of: uri)
    let tokens = Features.SemanticTokens(
      text.draft, encoding: encoding, previous: texts[uri]?.sent.tokens)
    resultCount += 1
    let id = String(resultCount)
    texts[uri]?.sent.tokens = tokens
    texts[uri]?.sent.tokensID = id
    return (tokens, id)
  }
}
