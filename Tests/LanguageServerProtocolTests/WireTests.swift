import JSON
import LanguageServerProtocol
import Testing

@Suite struct WireTests {
  private func text(_ value: some WireWritable) -> String {
    String(decoding: value.jsonBytes, as: UTF8.self)
  }

  @Test func writesWhatIsThereAndNothingElse() {
    let range = PositionRange(
      start: Position(line: 0, character: 1), end: Position(line: 2, character: 3))
    let plain = #""range":{"start":{"line":0,"character":1},"end":{"line":2,"character":3}}"#
    #expect(text(Diagnostic(range: range, message: "m")) == #"{\#(plain),"message":"m"}"#)
    #expect(
      text(SelectionRange(range, [range])) == #"{\#(plain),"parent":{\#(plain)}}"#)
    #expect(text(Targets.locations([])) == "[]")
    #expect(text(RenameOptions(prepare: false)) == "true")
    #expect(
      text(TextDocumentEdit(uri: DocumentURI("u"), version: nil, edits: []))
        == #"{"textDocument":{"uri":"u","version":null},"edits":[]}"#)
    #expect(
      text(WorkspaceEdit(changes: [(DocumentURI("file:///\"é"), [])]))
        == #"{"changes":{"file:///\"é":[]}}"#)
  }

  @Test func everyMessageOfTheServerHasOneMethodAndEveryRequestASample() {
    let methods = KnownMessages.requests.map { $0.method }
    #expect(Set(methods).count == methods.count)
    let answered = Set(WireSamples.results.map(\.type))
    // A resolved entry goes back as it came: ResolvedTests.
    let missing = methods.filter { !answered.contains($0) && !$0.hasSuffix("/resolve") }
    #expect(missing == [])
    let notifications = KnownMessages.notifications.map { $0.method }
    #expect(Set(notifications).count == notifications.count)
  }

  @Test func resolvedEntriesKeepWhatTheClientSent() throws {
    let sent: JSONValue = ["label": "l", "odd": [1, nil], "data": ["id": 4], "detail": "old"]
    var request = try CompletionResolveRequest(json: sent)
    #expect(request.data == ["id": 4])
    request.entry.set("detail", "new")
    request.entry.set("documentation", MarkupContent(kind: .plainText, value: "d"))
    #expect(
      request.entry.jsonValue == [
        "label": "l", "odd": [1, nil], "data": ["id": 4], "detail": "new",
        "documentation": ["kind": "plaintext", "value": "d"],
      ])
  }

  @Test func unknownValuesOfOpenEnumerationsAreKept() throws {
    #expect(try SymbolKind(json: 99).rawValue == 99)
    #expect(try CodeActionKind(json: "source.odd").isKind(of: .source))
    #expect(!CodeActionKind(rawValue: "sourceodd").isKind(of: .source))
    #expect(CodeActionKind.sourceFixAll.isKind(of: CodeActionKind(rawValue: "")))
    #expect(throws: WireError.self) { try SymbolKind(json: "1") }
  }

  @Test func diagnosticsOfOtherServersAreRead() throws {
    let range: JSONValue = [
      "start": ["line": 0, "character": 0], "end": ["line": 0, "character": 1],
    ]
    let read = try Diagnostic(json: ["range": range, "message": "m", "code": 12, "source": "x"])
    #expect(read.code == "12")
    let markup = try Diagnostic(
      json: ["range": range, "message": ["kind": "markdown", "value": "v"]])
    #expect(markup.message == "v")
    let full = WireSamples.fullDiagnostic
    #expect(try Diagnostic(json: full.jsonValue) == full)
    let context: JSONValue = [
      "textDocument": ["uri": "u"], "range": range,
      "context": ["diagnostics": ["odd", full.jsonValue], "triggerKind": 2],
    ]
    let action = try CodeActionRequest(json: context)
    #expect(action.diagnostics == [full])
    #expect(action.isAutomatic)
  }

  @Test func initializeTakesWhatClientsSend() throws {
    let neovim = try InitializeRequest(json: [
      "processId": 12, "clientInfo": ["name": "Neovim", "version": "0.11.4"],
      "rootUri": "file:///r", "workspaceFolders": [["uri": "file:///r", "name": "r"]],
      "capabilities": ["general": ["positionEncodings": ["utf-8", 3, "utf-16"]]],
      "trace": "verbose",
    ])
    #expect(neovim.processID == 12)
    #expect(neovim.workspaceFolders == [WorkspaceFolder(uri: DocumentURI("file:///r"), name: "r")])
    #expect(neovim.capabilities.positionEncodings == [.utf8, .utf16])
    #expect(neovim.trace == .verbose)
    let bare = try InitializeRequest(json: ["processId": nil, "rootUri": nil, "capabilities": 3])
    #expect(bare.processID == nil)
    #expect(bare.workspaceFolders == nil)
    #expect(bare.capabilities == ClientCapabilities())
    let old = try InitializeRequest(json: ["rootUri": "file:///old", "capabilities": [:]])
    #expect(old.workspaceFolders?.map(\.uri) == [DocumentURI("file:///old")])
  }

  @Test func shutdownTakesAnyParameters() throws {
    for params in [nil, "null", "{}", "[1]"] as [String?] {
      let member = params.map { ",\"params\":\($0)" } ?? ""
      let envelope = try Envelope(Array(#"{"id":1,"method":"shutdown"\#(member)}"#.utf8))
      #expect(throws: Never.self) { try envelope.params(as: ShutdownRequest.self) }
    }
  }
}
