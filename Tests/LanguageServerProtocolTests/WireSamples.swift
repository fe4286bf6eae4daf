import JSON
import LanguageServerProtocol
import Testing

/// A value that we write and the name of its type, or the method it belongs to.
struct WireSample: Sendable, CustomTestStringConvertible {
  var type: String
  var value: any WireWritable

  init(_ type: String, _ value: any WireWritable) {
    self.type = type
    self.value = value
  }

  var testDescription: String { type }
}

/// Every type that we write, with everything in it and with as little as possible.
enum WireSamples {
  static let start = Position(line: 1, character: 2)
  static let range = PositionRange(start: start, end: Position(line: 3, character: 4))
  static let uri = DocumentURI("file:///a.md")
  static let location = Location(uri: uri, range: range)
  static let markup = MarkupContent(kind: .markdown, value: "*a*")
  static let command = Command(title: "t", command: "c", arguments: [1, "two"])
  static let edit = TextEdit(range: range, newText: "x")
  static let fullDiagnostic = Diagnostic(
    range: range, severity: .warning, code: "numbering/gap", codeDescription: "https://e.x/",
    source: "resolute", message: "m", tags: [.unnecessary],
    relatedInformation: [DiagnosticRelatedInformation(location: location, message: "r")],
    data: ["fix": 1])
  static let diagnostic = Diagnostic(range: range, message: "m")

  static let workspaceEdits: [WorkspaceEdit] = [
    WorkspaceEdit(changes: [(uri, [edit])]),
    WorkspaceEdit(
      documentChanges: [
        .edit(
          TextDocumentEdit(
            uri: uri, version: nil,
            edits: [edit, TextEdit(range: range, newText: "y", annotationID: "a")])),
        .edit(TextDocumentEdit(uri: uri, version: 3, edits: [])),
        .create(uri), .rename(from: uri, to: uri, annotationID: "a"), .delete(uri),
      ],
      changeAnnotations: [
        ("a", ChangeAnnotation(label: "l", needsConfirmation: true, description: "d"))
      ]),
    WorkspaceEdit(),
  ]

  static let item: CompletionItem = {
    var item = CompletionItem(label: "l", kind: .snippet, edit: .replace(range, with: "x$0"))
    item.labelDetail = "d"
    item.labelDescription = "e"
    item.isDeprecated = true
    item.detail = "d"
    item.documentation = markup
    item.preselect = true
    item.sortText = "1"
    item.filterText = "f"
    item.isSnippet = true
    item.adjustsIndentation = false
    item.additionalEdits = [edit]
    item.command = command
    item.data = 3
    return item
  }()

  static let capabilities: ServerCapabilities = {
    var all = ServerCapabilities()
    all.positionEncoding = .utf8
    all.textDocumentSync = TextDocumentSyncOptions(willSave: true)
    all.completion = CompletionOptions(triggerCharacters: [" "], resolve: true, labelDetails: true)
    all.hover = true
    all.declaration = true
    all.definition = true
    all.references = true
    all.documentHighlight = true
    all.documentSymbol = true
    all.workspaceSymbol = ResolveOptions(resolve: true)
    all.documentLink = ResolveOptions()
    all.foldingRange = true
    all.selectionRange = true
    all.semanticTokens = SemanticTokensOptions(
      tokenTypes: ["a"], tokenModifiers: ["b"], range: true, delta: true)
    all.inlayHint = ResolveOptions(resolve: true)
    all.codeLens = ResolveOptions(resolve: true)
    all.linkedEditingRange = true
    all.rename = RenameOptions(prepare: true)
    all.codeAction = CodeActionOptions(kinds: [.quickFix], resolve: true)
    all.executeCommands = ["c"]
    all.formatting = true
    all.rangeFormatting = RangeFormattingOptions(ranges: true)
    all.onTypeFormatting = OnTypeFormattingOptions(firstTrigger: "\n", moreTriggers: [";"])
    all.callHierarchy = true
    all.diagnostic = DiagnosticOptions(
      identifier: "i", interFileDependencies: true, workspaceDiagnostics: true)
    let filter = FileOperationFilter(glob: "**/*.md", matches: "file")
    all.workspace = WorkspaceOptions(
      folders: true, willRename: [filter], didRename: [filter], didCreate: [filter],
      didDelete: [filter])
    return all
  }()

  static let values: [WireSample] =
    [
      WireSample("ServerCapabilities", capabilities),
      WireSample("ServerCapabilities", ServerCapabilities()),
      WireSample("TextDocumentSyncOptions", TextDocumentSyncOptions(save: false)),
      WireSample("CompletionOptions", CompletionOptions(triggerCharacters: [])),
      WireSample("WorkspaceOptions", WorkspaceOptions(folders: false)),
      WireSample("Diagnostic", fullDiagnostic), WireSample("Diagnostic", diagnostic),
      WireSample("CompletionItem", item), WireSample("CompletionItem", CompletionItem(label: "l")),
      WireSample(
        "InsertReplaceEdit", CompletionEdit.insertOrReplace(insert: range, replace: range, with: "")
      ),
      WireSample("LocationLink", links[0]), WireSample("Command", command),
      WireSample("WorkspaceFolder", WorkspaceFolder(uri: uri, name: "n")),
      WireSample(
        "DiagnosticServerCancellationData", DiagnosticServerCancellationData(retriggerRequest: true)
      ),
      WireSample(
        "WorkDoneProgressBegin",
        WorkDoneProgress.begin(title: "t", message: "m", percentage: 3, cancellable: true)),
      WireSample("WorkDoneProgressReport", WorkDoneProgress.report(message: "m", percentage: 3)),
      WireSample("WorkDoneProgressEnd", WorkDoneProgress.end()),
    ] + workspaceEdits.map { WireSample("WorkspaceEdit", $0) }

  static let links = [
    LocationLink(
      originSelectionRange: range, targetURI: uri, targetRange: range, targetSelectionRange: range)
  ]
}
