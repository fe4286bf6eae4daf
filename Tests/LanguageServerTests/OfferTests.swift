import Glibc
import JSON
import LanguageServerProtocol
import Testing

@testable import LanguageServer

/// What the server offers, and that it sends nothing that the client did not declare.
@Suite struct OfferTests {
  @Test func aClientThatCanDoNothingIsSentOnlyWhatEveryClientTakes() {
    let editor = Editor(Abilities.none)
    #expect(
      editor.offers["textDocumentSync"].map(shown) == "openClose=true change=2")
    for offer in ["positionEncoding", "diagnosticProvider", "workspace"] {
      #expect(editor.offers[offer] == nil)
    }
    let marks = editor.open(Drafts.gap)
    editor.replace(marks.offsets[0], with: "2")
    editor.save()
    editor.sendChange([["range": ["start": Self.far, "end": Self.far], "text": "x"]])
    editor.sendChange([["text": "new"]])
    for type in KnownMessages.requests where type.method != "shutdown" {
      _ = editor.ask(type.method, at: ["line": 0, "character": 0])
    }
    for type in KnownMessages.notifications where type.method != "exit" {
      editor.notify(type.method, ["textDocument": ["uri": .string(Editor.uri)]])
    }
    let allowed = [
      "textDocument/publishDiagnostics", "window/logMessage", "window/showMessage",
    ]
    #expect(Set(editor.receivedMethods()).subtracting(allowed) == [])
  }

  private static let far: JSONValue = ["line": 99, "character": 0]

  /// Each offer of the protocol that stands for a method, with its method.
  private static let offers = [
    "completionProvider": "textDocument/completion", "hoverProvider": "textDocument/hover",
    "declarationProvider": "textDocument/declaration",
    "definitionProvider": "textDocument/definition",
    "referencesProvider": "textDocument/references",
    "documentHighlightProvider": "textDocument/documentHighlight",
    "documentSymbolProvider": "textDocument/documentSymbol",
    "workspaceSymbolProvider": "workspace/symbol",
    "documentLinkProvider": "textDocument/documentLink",
    "foldingRangeProvider": "textDocument/foldingRange",
    "selectionRangeProvider": "textDocument/selectionRange",
    "semanticTokensProvider": "textDocument/semanticTokens/full",
    "inlayHintProvider": "textDocument/inlayHint", "codeLensProvider": "textDocument/codeLens",
    "linkedEditingRangeProvider": "textDocument/linkedEditingRange",
    "renameProvider": "textDocument/rename", "codeActionProvider": "textDocument/codeAction",
    "executeCommandProvider": "workspace/executeCommand",
    "documentFormattingProvider": "textDocument/formatting",
    "documentRangeFormattingProvider": "textDocument/rangeFormatting",
    "documentOnTypeFormattingProvider": "textDocument/onTypeFormatting",
    "callHierarchyProvider": "textDocument/prepareCallHierarchy",
    "diagnosticProvider": "textDocument/diagnostic",
  ]

  @Test(arguments: [Abilities.none, Abilities.push, Abilities.pull])
  func whatIsOfferedHasAHandler(abilities: String) {
    let editor = Editor(abilities)
    let known = ResolutionServer.routes(version: "0").requestMethods
    for (offer, method) in Self.offers where editor.offers[offer] != nil {
      #expect(known.contains(method), "\(offer)")
    }
    let unknown = Set(editor.offers.object?.members.map(\.key) ?? [])
      .subtracting(Self.offers.keys)
      .subtracting(["positionEncoding", "textDocumentSync", "workspace"])
    #expect(unknown == [])
  }

  private func connection(_ lifecycle: Lifecycle) -> InProcessConnection<ServerState> {
    let connection = InProcessConnection(
      state: ServerState(), routes: ResolutionServer.routes(version: "0"))
    let all = [Say.initialize, Say.initialized, Say.shutdown, Say.exit]
    let steps = [Lifecycle.created, .initialized, .running, .shutDown, .exited]
    for message in all.prefix(steps.firstIndex(of: lifecycle) ?? 0) { connection.send(message) }
    _ = connection.receive()
    return connection
  }

  /// What the tables below walk over is all that the server handles, and the other way round.
  @Test func everyHandlerIsForAKnownMessage() {
    let routes = ResolutionServer.routes(version: "0")
    #expect(
      Set(routes.requestMethods + ["initialize", "shutdown"])
        == Set(KnownMessages.requests.map { $0.method }))
    // The session's own, and those that ask for nothing.
    let own = [
      "initialized", "exit", "$/cancelRequest", "$/setTrace", "$/progress",
      "window/workDoneProgress/cancel", "textDocument/willSave",
    ]
    #expect(
      Set(routes.notifications.keys).union(own)
        == Set(KnownMessages.notifications.map { $0.method }))
    #expect(routes.requestMethods.count + routes.notifications.count == Handlers.all.count)
  }

  @Test(arguments: Lifecycle.allCases)
  func notificationsInEveryState(lifecycle: Lifecycle) {
    let isOpen = lifecycle == .initialized || lifecycle == .running
    for method in KnownMessages.notifications.map({ $0.method }) + ["odd/note"] {
      for params in ["{}", "null", #"{"textDocument":{"uri":"file:///a.md"},"files":[]}"#]
      where method != "exit" {
        let connection = connection(lifecycle)
        connection.send(Say.notify(method, params))
        let sent = connection.receive()
        #expect(sent.allSatisfy { $0["id"] == nil || $0["method"] != nil }, "\(method)")
        if !isOpen { #expect(sent == [], "\(method) in \(lifecycle)") }
        let after = lifecycle == .initialized && method == "initialized" ? .running : lifecycle
        #expect(connection.lifecycle == after, "\(method) in \(lifecycle)")
      }
    }
  }

  /// Every method in every state, for the server that is shipped.
  @Test(arguments: Lifecycle.allCases)
  func methodsInEveryState(lifecycle: Lifecycle) {
    let routes = ResolutionServer.routes(version: "0")
    let handled = Set(routes.requestMethods)
    for method in KnownMessages.requests.map({ $0.method }) + ["odd/request"] {
      let connection = connection(lifecycle)
      connection.send(Say.request(7, method))
      var answers = connection.receive().filter { $0["id"] == 7 }
      // Some are answered from a thread of their own.
      for _ in 0..<2000 where answers.isEmpty && lifecycle != .exited {
        usleep(1000)
        answers = connection.receive().filter { $0["id"] == 7 }
      }
      let code = answers.first?.at("error", "code")?.int
      let isOpen = lifecycle == .initialized || lifecycle == .running
      switch lifecycle {
      case .exited: #expect(answers.isEmpty)
      case .created where method != "initialize": #expect(code == -32002, "\(method)")
      case .shutDown: #expect(code == -32600, "\(method)")
      case _ where isOpen && method == "initialize": #expect(code == -32600)
      case _ where method == "initialize" || method == "shutdown": #expect(code == nil)
      default: #expect((code == -32601) == !handled.contains(method), "\(method)")
      }
      #expect(answers.count == (lifecycle == .exited ? 0 : 1))
    }
  }
}
