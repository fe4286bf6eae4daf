import LanguageServerProtocol
import TextModel

/// The language server for drafts of resolutions.
public enum ResolutionServer {
  /// The server as routes to its handlers; the state starts empty.
  ///
  /// - Parameter version: the program's, told to the client.
  public static func routes(version: String) -> Routes<ServerState> {
    var routes = Routes<ServerState> { state, request, _ throws(ResponseError) in
      state.begin(request)
      return InitializeResult(
        capabilities: capabilities(for: request.capabilities), serverName: "resolute",
        serverVersion: version)
    }
    for handler in Handlers.all { handler.register(in: &routes) }
    routes.brief = brief
    routes.initialized = { state, connection in
      Warmup.begin()
      DidChangeConfigurationHandler.begin(&state, connection)
      DidChangeWatchedFilesHandler.begin(&state, connection)
      state.indexFolders(connection)
    }
    routes.idle = { state, connection in
      state.publish(connection)
      state.publishSettings(connection)
      state.prepareDiagnostics()
      state.tellProblems(connection)
      state.tellNotices(connection)
      DidChangeWatchedFilesHandler.watchRegisters(&state, connection)
      state.letGo()
    }
    routes.malformed = { state, envelope, error, connection in
      DidChangeHandler.malformed(envelope, error, &state, connection)
    }
    routes.lost = { state in
      for uri in state.texts.keys { state.texts[uri]?.doubt() }
    }
    return routes
  }

  /// What clients ask at each keystroke and each movement of the caret, and what costs no more than the
  /// section around it.
  private static let brief: Set<String> = [
    DidChangeNotification.method, DocumentDiagnosticRequest.method, HoverRequest.method,
    CompletionRequest.method, DefinitionRequest.method, DocumentHighlightRequest.method,
    SelectionRangeRequest.method, FoldingRangeRequest.method, SemanticTokensDeltaRequest.method,
    SemanticTokensRangeRequest.method, InlayHintRequest.method, LinkedEditingRangeRequest.method,
    DocumentLinkRequest.method, CodeActionRequest.method, PrepareRenameRequest.method,
  ]

  static func capabilities(for client: ClientCapabilities) -> ServerCapabilities {
    var capabilities = ServerCapabilities()
    if !client.positionEncodings.isEmpty {
      capabilities.positionEncoding = PositionEncoding(preferredBy: client).kind
    }
    for handler in Handlers.all { handler.offer(&capabilities, to: client) }
    return capabilities
  }
}

extension ServerState {
  fileprivate mutating func begin(_ request: InitializeRequest) {
    client = request.capabilities
    encoding = PositionEncoding(preferredBy: client)
    folders = request.workspaceFolders ?? []
    settings.begin(
      options: request.initializationOptions, root: root, encoding: encoding)
  }
}
