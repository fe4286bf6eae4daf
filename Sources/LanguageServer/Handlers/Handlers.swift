import LanguageServerProtocol

// How to add a method: two files and a line.
//
// 1. The message: `LanguageServerProtocol/Messages/NAME.swift`, its parameters and its response, and
//    its type in `KnownMessages`.
// 2. The handler: `LanguageServer/Handlers/NAME.swift`, an enum `NAMEHandler` of twenty to forty lines:
//    what it offers, and the way client → feature → client. `draft(of:)` gives the text with all that
//    is known of it; its `map` turns the client's positions into byte offsets and back; the work itself
//    is a function in `Features`, which knows no protocol.
// 3. Its line in `Handlers.all`.
//
// The server's capabilities are put together from the handlers' offers: what has no handler is not
// offered, and a handler leaves an offer out that the client did not say it understands.

/// All methods that the server knows beside `initialize`, `initialized`, `shutdown` and `exit`.
enum Handlers {
  static let all: [any Handler.Type] = [
    DidOpenHandler.self,
    DidChangeHandler.self,
    DidSaveHandler.self,
    DidCloseHandler.self,
    DidChangeConfigurationHandler.self,
    DidChangeWatchedFilesHandler.self,
    DidChangeWorkspaceFoldersHandler.self,
    WillRenameFilesHandler.self,
    DidCreateFilesHandler.self,
    DidRenameFilesHandler.self,
    DidDeleteFilesHandler.self,
    DocumentDiagnosticHandler.self,
    WorkspaceDiagnosticHandler.self,
    CompletionHandler.self,
    CompletionResolveHandler.self,
    HoverHandler.self,
    DocumentLinkHandler.self,
    DocumentLinkResolveHandler.self,
    DefinitionHandler.self,
    DeclarationHandler.self,
    ReferencesHandler.self,
    DocumentHighlightHandler.self,
    DocumentSymbolHandler.self,
    WorkspaceSymbolHandler.self,
    WorkspaceSymbolResolveHandler.self,
    FoldingRangeHandler.self,
    SelectionRangeHandler.self,
    SemanticTokensHandler.self,
    SemanticTokensRangeHandler.self,
    SemanticTokensDeltaHandler.self,
    InlayHintHandler.self,
    InlayHintResolveHandler.self,
    CodeLensHandler.self,
    CodeLensResolveHandler.self,
    ExecuteCommandHandler.self,
    LinkedEditingRangeHandler.self,
    PrepareCallHierarchyHandler.self,
    IncomingCallsHandler.self,
    OutgoingCallsHandler.self,
    PrepareRenameHandler.self,
    RenameHandler.self,
    CodeActionHandler.self,
    CodeActionResolveHandler.self,
    FormattingHandler.self,
    RangeFormattingHandler.self,
    RangesFormattingHandler.self,
    OnTypeFormattingHandler.self,
  ]
}

/// What a method adds to the server.
protocol Handler: SendableMetatype {
  static func register(in routes: inout Routes<ServerState>)

  /// Enters what the method offers to a client; a method that is never announced has no offer.
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities)
}

extension Handler {
  static func offer(_ capabilities: inout ServerCapabilities, to client: ClientCapabilities) {}
}

/// A request that is answered at once, in turn with all other messages. For one whose answer takes
/// long, conform to `Handler` and register it with `Routes.answerLater`.
protocol RequestHandler: Handler {
  associatedtype Request: ClientRequest
  static func answer(
    _ request: Request, _ state: inout ServerState
  ) throws(ResponseError) -> Request.Response
}

extension RequestHandler {
  static func register(in routes: inout Routes<ServerState>) {
    routes.answer(Request.self) { state, request throws(ResponseError) in
      try answer(request, &state)
    }
  }
}

protocol NotificationHandler: Handler {
  associatedtype Notification: ClientNotification
  static func take(
    _ notification: Notification, _ state: inout ServerState, _ connection: Client<ServerState>)
}

extension NotificationHandler {
  static func register(in routes: inout Routes<ServerState>) {
    routes.observe(Notification.self) { state, notification, connection in
      take(notification, &state, connection)
    }
  }
}
