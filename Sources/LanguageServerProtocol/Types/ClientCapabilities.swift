/// What the client says it can do, as far as the server asks: one flat list in place of the
/// protocol's tree. What is absent or malformed counts as not supported.
public struct ClientCapabilities: Sendable, Equatable {
  // General
  /// In the client's order of preference; empty means UTF-16.
  public var positionEncodings: [PositionEncodingKind] = []
  /// Methods that the client sends again when they fail with `ContentModified`.
  public var retriesOnContentModified: [String] = []
  public var cancelsStaleRequests = false

  // Window
  public var workDoneProgress = false
  public var showDocument = false
  /// The client says how it shows messages with choices.
  public var showMessageRequest = false

  // Workspace
  public var applyEdit = false
  public var documentChanges = false
  public var resourceOperations: [String] = []
  public var changeAnnotations = false
  public var configuration = false
  public var workspaceFolders = false
  public var registersConfigurationChanges = false
  public var registersWatchedFiles = false
  public var relativePatterns = false
  public var workspaceSymbolResolve: [String] = []
  public var refreshesSemanticTokens = false
  public var refreshesCodeLenses = false
  public var refreshesInlayHints = false
  public var refreshesDiagnostics = false
  public var refreshesFoldingRanges = false
  public var willRenameFiles = false
  public var didRenameFiles = false
  public var didCreateFiles = false
  public var didDeleteFiles = false

  // Synchronisation and diagnostics
  public var didSave = false
  public var willSave = false
  /// The client pulls diagnostics; it must not be pushed any.
  public var pullsDiagnostics = false
  public var relatedDocuments = false
  public var relatedInformation = false
  public var diagnosticTags: [DiagnosticTag] = []
  public var codeDescription = false
  public var diagnosticData = false
  public var diagnosticVersion = false

  // Completion and hover
  public var snippets = false
  public var completionDocumentation: [MarkupKind] = []
  public var completionResolve: [String] = []
  public var completionLabelDetails = false
  public var insertReplace = false
  public var completionDeprecatedTag = false
  public var completionListDefaults: [String] = []
  public var hoverFormats: [MarkupKind] = []

  // Navigation
  public var definitionLinks = false
  public var declarationLinks = false
  public var hierarchicalSymbols = false
  public var documentLinkTooltips = false
  public var foldsWholeLinesOnly = false
  /// How many folding ranges the client wants of a text at most.
  public var foldingRangeLimit: Int?
  public var foldedText = false

  // Tokens, hints, lenses
  public var tokenTypes: [String] = []
  public var tokenModifiers: [String] = []
  public var tokensForRange = false
  public var tokensForText = false
  public var tokenDeltas = false
  public var multilineTokens = false
  public var overlappingTokens = false
  public var serverCancelsTokens = false
  public var inlayHintResolve: [String] = []
  public var codeLensResolve: [String] = []

  // Changes
  public var prepareRename = false
  public var renameAnnotations = false
  /// The kinds of literal code actions; `nil` for a client that only takes commands.
  public var codeActionKinds: [CodeActionKind]?
  public var codeActionPreferred = false
  public var codeActionDisabled = false
  public var codeActionData = false
  public var codeActionResolve: [String] = []
  public var codeActionAnnotations = false
  public var formatsRanges = false
  public var callHierarchy = false
  public var linkedEditing = false

  public init() {}
}
