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
    routes.initialized = { state, connection in
      DidChangeConfigurationHandler.begin(&state, connection)
      DidChangeWatchedFilesHandler.begin(&state, connection)
      state.indexFolders(connection)
    }
    routes.idle = { state, connection in
      state.publish(connection)
      state.tellProblems(connection)
      DidChangeWatchedFilesHandler.watchRegisters(&state, connection)
    }
    routes.malformed = { state, envelope, error, connection in
      DidChangeHandler.malformed(envelope, error, &state, connection)
    }
    routes.lost = { state in
      for uri in state.texts.keys { state.texts[uri]?.doubt() }
    }
    return routes
  }

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
    settings.begin(options: request.initializationOptions, root: root)
  }
}
