import JSON
import LanguageServerProtocol

extension WireSamples {
  static let call = CallHierarchyItem(
    name: "n", kind: .class, detail: "d", uri: uri, range: range, selectionRange: range, data: 1)

  static let symbol = DocumentSymbol(
    name: "n", detail: "d", kind: .number, range: range, selectionRange: range,
    children: [DocumentSymbol(name: "c", kind: .key, range: range, selectionRange: range)])

  static let reports: [WorkspaceDiagnosticReport.Item] = [
    .init(uri: uri, version: nil, report: .full(resultID: "1", [fullDiagnostic])),
    .init(uri: uri, version: 4, report: .unchanged(resultID: "1")),
  ]

  /// Answers, by the method of their request.
  static let results: [WireSample] =
    [
      result(
        InitializeRequest.self,
        InitializeResult(capabilities: capabilities, serverName: "r", serverVersion: "1")),
      result(ShutdownRequest.self, Nothing()),
      result(CompletionRequest.self, CompletionList(isIncomplete: true, items: [item])),
      result(HoverRequest.self, Hover(contents: markup, range: range)),
      result(DefinitionRequest.self, .links(links)),
      result(DeclarationRequest.self, .locations([location])),
      result(ReferencesRequest.self, [location]),
      result(DocumentHighlightRequest.self, [DocumentHighlight(range: range, kind: .write)]),
      result(
        DocumentLinkRequest.self,
        [DocumentLink(range: range, target: "https://e.x/", tooltip: "t", data: 1)]),
      result(DocumentSymbolRequest.self, .tree([symbol])),
      result(
        DocumentSymbolRequest.self,
        .flat([SymbolInformation(name: "n", kind: .key, location: location, containerName: "c")])),
      result(
        WorkspaceSymbolRequest.self,
        [
          WorkspaceSymbol(name: "n", kind: .file, containerName: "c", uri: uri, range: nil),
          WorkspaceSymbol(name: "n", kind: .file, uri: uri, range: range, data: 1),
        ]),
      result(
        FoldingRangeRequest.self,
        [
          FoldingRange(
            startLine: 1, startCharacter: 2, endLine: 3, endCharacter: 4, kind: .region,
            collapsedText: "…")
        ]),
      result(SelectionRangeRequest.self, [SelectionRange(range, [range, range])]),
      result(SemanticTokensRequest.self, SemanticTokens(resultID: "1", data: [0, 1, 2, 3, 4])),
      result(SemanticTokensRangeRequest.self, SemanticTokens(data: [])),
      result(
        SemanticTokensDeltaRequest.self,
        .edits(
          resultID: "2",
          [.init(start: 0, deleteCount: 5, data: [1]), .init(start: 9, deleteCount: 1, data: [])])),
      result(SemanticTokensDeltaRequest.self, .full(SemanticTokens(resultID: "1", data: [1]))),
      result(
        InlayHintRequest.self,
        [InlayHint(position: start, label: "l", tooltip: markup, paddingLeft: true, data: 1)]),
      result(CodeLensRequest.self, [CodeLens(range: range, command: command, data: 1)]),
      result(
        LinkedEditingRangeRequest.self, LinkedEditingRanges(ranges: [range], wordPattern: "a+")),
      result(PrepareRenameRequest.self, PrepareRenameResult(range: range, placeholder: "p")),
      result(RenameRequest.self, workspaceEdits[1]),
      result(
        CodeActionRequest.self,
        [
          CodeAction(
            title: "t", kind: .sourceFixAll, diagnostics: [fullDiagnostic], isPreferred: true,
            disabledReason: "d", edit: workspaceEdits[1], command: command, data: 1),
          CodeAction(title: "t"),
        ]),
      result(ExecuteCommandRequest.self, ["a": 1]),
      result(FormattingRequest.self, [edit]), result(RangeFormattingRequest.self, nil),
      result(RangesFormattingRequest.self, [edit]), result(OnTypeFormattingRequest.self, []),
      result(PrepareCallHierarchyRequest.self, [call]),
      result(IncomingCallsRequest.self, [IncomingCall(from: call, fromRanges: [range])]),
      result(OutgoingCallsRequest.self, [OutgoingCall(to: call, fromRanges: [range])]),
      result(DocumentDiagnosticRequest.self, .full(resultID: nil, [diagnostic])),
      result(DocumentDiagnosticRequest.self, .unchanged(resultID: "1")),
      result(WorkspaceDiagnosticRequest.self, WorkspaceDiagnosticReport(items: reports)),
      result(WillRenameFilesRequest.self, workspaceEdits[0]),
    ]

  /// Messages of the server, by method.
  static let parameters: [WireSample] = [
    request(WorkDoneProgressCreateRequest(token: ProgressToken("t"))),
    request(
      RegisterCapabilityRequest([
        .watchedFiles(id: "w", globs: ["**/*.md"]), .configuration(id: "c", section: "resolute"),
      ])),
    request(ConfigurationRequest(items: [.init(scope: uri, section: "resolute"), .init()])),
    request(ApplyEditRequest(label: "l", edit: workspaceEdits[1])),
    request(DiagnosticRefreshRequest()), request(SemanticTokensRefreshRequest()),
    request(InlayHintRefreshRequest()), request(CodeLensRefreshRequest()),
    request(ShowDocumentRequest(uri: uri, selection: range)),
    request(ShowMessageRequest(.info, "m", choices: ["a", "b"])),
    notification(LogMessageNotification(.info, "m")),
    notification(ShowMessageNotification(.error, "m")),
    notification(LogTraceNotification(message: "m", verbose: "v")),
    notification(CancelRequestNotification(id: .string("a"))),
    notification(
      ProgressNotification(
        token: ProgressToken(1), value: WorkspaceDiagnosticReport(items: reports))),
    notification(
      PublishDiagnosticsNotification(
        uri: uri, version: 3, diagnostics: [fullDiagnostic, diagnostic])),
  ]

  private static func result<Request: ClientRequest>(
    _ type: Request.Type, _ value: Request.Response
  ) -> WireSample { WireSample(type.method, value) }

  private static func request<Request: ServerRequest>(_ value: Request) -> WireSample {
    WireSample(Request.method, value)
  }

  private static func notification<Message: ServerNotification>(_ value: Message) -> WireSample {
    WireSample(Message.method, value)
  }
}
