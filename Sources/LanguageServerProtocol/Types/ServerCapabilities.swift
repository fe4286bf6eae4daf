public import JSON

/// What the server offers; what is left at its default is not offered.
public struct ServerCapabilities: Sendable, Equatable {
  public var positionEncoding: PositionEncodingKind?
  public var textDocumentSync: TextDocumentSyncOptions?
  public var completion: CompletionOptions?
  public var hover = false
  public var declaration = false
  public var definition = false
  public var references = false
  public var documentHighlight = false
  public var documentSymbol = false
  public var workspaceSymbol: ResolveOptions?
  public var documentLink: ResolveOptions?
  public var foldingRange = false
  public var selectionRange = false
  public var semanticTokens: SemanticTokensOptions?
  public var inlayHint: ResolveOptions?
  public var codeLens: ResolveOptions?
  public var linkedEditingRange = false
  public var rename: RenameOptions?
  public var codeAction: CodeActionOptions?
  public var executeCommands: [String] = []
  public var formatting = false
  public var rangeFormatting: RangeFormattingOptions?
  public var onTypeFormatting: OnTypeFormattingOptions?
  public var callHierarchy = false
  public var diagnostic: DiagnosticOptions?
  public var workspace: WorkspaceOptions?

  public init() {}
}

extension ServerCapabilities: WireWritable {
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.optional("positionEncoding", positionEncoding)
      $0.optional("textDocumentSync", textDocumentSync)
      $0.optional("completionProvider", completion)
      $0.flag("hoverProvider", hover)
      $0.flag("declarationProvider", declaration)
      $0.flag("definitionProvider", definition)
      $0.flag("referencesProvider", references)
      $0.flag("documentHighlightProvider", documentHighlight)
      $0.flag("documentSymbolProvider", documentSymbol)
      $0.optional("workspaceSymbolProvider", workspaceSymbol)
      $0.optional("documentLinkProvider", documentLink)
      $0.flag("foldingRangeProvider", foldingRange)
      $0.flag("selectionRangeProvider", selectionRange)
      $0.optional("semanticTokensProvider", semanticTokens)
      $0.optional("inlayHintProvider", inlayHint)
      $0.optional("codeLensProvider", codeLens)
      $0.flag("linkedEditingRangeProvider", linkedEditingRange)
      $0.optional("renameProvider", rename)
      $0.optional("codeActionProvider", codeAction)
      if !executeCommands.isEmpty {
        $0.key("executeCommandProvider")
        $0.object { $0.member("commands", executeCommands) }
      }
      $0.flag("documentFormattingProvider", formatting)
      $0.optional("documentRangeFormattingProvider", rangeFormatting)
      $0.optional("documentOnTypeFormattingProvider", onTypeFormatting)
      $0.flag("callHierarchyProvider", callHierarchy)
      $0.optional("diagnosticProvider", diagnostic)
      $0.optional("workspace", workspace)
    }
  }
}
