/// Every message of the client that has a type here. What a server dispatches and what tests walk
/// over is this one list.
public enum KnownMessages {
  public static let requests: [any ClientRequest.Type] = [
    InitializeRequest.self, ShutdownRequest.self,
    CompletionRequest.self, CompletionResolveRequest.self, HoverRequest.self,
    DefinitionRequest.self, DeclarationRequest.self, ReferencesRequest.self,
    DocumentHighlightRequest.self, DocumentLinkRequest.self, DocumentLinkResolveRequest.self,
    DocumentSymbolRequest.self, WorkspaceSymbolRequest.self, WorkspaceSymbolResolveRequest.self,
    FoldingRangeRequest.self, SelectionRangeRequest.self, SemanticTokensRequest.self,
    SemanticTokensRangeRequest.self, SemanticTokensDeltaRequest.self, InlayHintRequest.self,
    InlayHintResolveRequest.self, CodeLensRequest.self, CodeLensResolveRequest.self,
    LinkedEditingRangeRequest.self, PrepareRenameRequest.self, RenameRequest.self,
    CodeActionRequest.self, CodeActionResolveRequest.self, ExecuteCommandRequest.self,
    FormattingRequest.self, RangeFormattingRequest.self, RangesFormattingRequest.self,
    OnTypeFormattingRequest.self, PrepareCallHierarchyRequest.self, IncomingCallsRequest.self,
    OutgoingCallsRequest.self, DocumentDiagnosticRequest.self, WorkspaceDiagnosticRequest.self,
    WillRenameFilesRequest.self,
  ]

  public static let notifications: [any ClientNotification.Type] = [
    InitializedNotification.self, ExitNotification.self, CancelRequestNotification.self,
    SetTraceNotification.self, ClientProgressNotification.self,
    WorkDoneProgressCancelNotification.self, DidChangeConfigurationNotification.self,
    DidChangeWatchedFilesNotification.self, DidChangeWorkspaceFoldersNotification.self,
    DidRenameFilesNotification.self, DidCreateFilesNotification.self,
    DidDeleteFilesNotification.self, DidOpenNotification.self, DidChangeNotification.self,
    WillSaveNotification.self, DidSaveNotification.self, DidCloseNotification.self,
  ]
}
