public import JSON

extension ClientCapabilities: WireReadable {
  public init(json: JSONValue) {
    self.init()
    readGeneral(Branch(json))
    readWorkspace(Branch(json)["workspace"])
    let document = Branch(json)["textDocument"]
    readDiagnostics(document)
    readCompletion(document)
    readNavigation(document)
    readTokens(document)
    readChanges(document)
  }

  private mutating func readGeneral(_ client: Branch) {
    let general = client["general"]
    positionEncodings = general["positionEncodings"].values()
    let stale = general["staleRequestSupport"]
    cancelsStaleRequests = stale["cancel"].isTrue
    retriesOnContentModified = stale["retryOnContentModified"].values()
    workDoneProgress = client["window"]["workDoneProgress"].isTrue
    showDocument = client["window"]["showDocument"]["support"].isTrue
    showMessageRequest = client["window"]["showMessage"].isThere
  }

  private mutating func readWorkspace(_ workspace: Branch) {
    applyEdit = workspace["applyEdit"].isTrue
    let edit = workspace["workspaceEdit"]
    documentChanges = edit["documentChanges"].isTrue
    resourceOperations = edit["resourceOperations"].values()
    changeAnnotations = edit["changeAnnotationSupport"].isThere
    configuration = workspace["configuration"].isTrue
    workspaceFolders = workspace["workspaceFolders"].isTrue
    registersConfigurationChanges =
      workspace["didChangeConfiguration"]["dynamicRegistration"].isTrue
    registersWatchedFiles = workspace["didChangeWatchedFiles"]["dynamicRegistration"].isTrue
    relativePatterns = workspace["didChangeWatchedFiles"]["relativePatternSupport"].isTrue
    workspaceSymbolResolve = workspace["symbol"].resolvable
    refreshesSemanticTokens = workspace["semanticTokens"]["refreshSupport"].isTrue
    refreshesCodeLenses = workspace["codeLens"]["refreshSupport"].isTrue
    refreshesInlayHints = workspace["inlayHint"]["refreshSupport"].isTrue
    refreshesDiagnostics = workspace["diagnostics"]["refreshSupport"].isTrue
    refreshesFoldingRanges = workspace["foldingRange"]["refreshSupport"].isTrue
    let files = workspace["fileOperations"]
    willRenameFiles = files["willRename"].isTrue
    didRenameFiles = files["didRename"].isTrue
    didCreateFiles = files["didCreate"].isTrue
    didDeleteFiles = files["didDelete"].isTrue
  }

  private mutating func readDiagnostics(_ document: Branch) {
    didSave = document["synchronization"]["didSave"].isTrue
    willSave = document["synchronization"]["willSave"].isTrue
    let push = document["publishDiagnostics"]
    let pull = document["diagnostic"]
    pullsDiagnostics = pull.isThere
    relatedDocuments = pull["relatedDocumentSupport"].isTrue
    // Since 3.18 a client says for pulled diagnostics what 3.17 let it say for pushed ones only.
    let either = { (key: String) in push[key].isTrue || pull[key].isTrue }
    relatedInformation = either("relatedInformation")
    codeDescription = either("codeDescriptionSupport")
    diagnosticData = either("dataSupport")
    diagnosticVersion = push["versionSupport"].isTrue
    let tags: [DiagnosticTag] = push["tagSupport"]["valueSet"].values()
    diagnosticTags = tags.isEmpty ? pull["tagSupport"]["valueSet"].values() : tags
  }

  private mutating func readCompletion(_ document: Branch) {
    let completion = document["completion"]
    let item = completion["completionItem"]
    snippets = item["snippetSupport"].isTrue
    completionDocumentation = item["documentationFormat"].values()
    completionResolve = item.resolvable
    completionLabelDetails = item["labelDetailsSupport"].isTrue
    insertReplace = item["insertReplaceSupport"].isTrue
    completionDeprecatedTag = item["tagSupport"]["valueSet"].values().contains(1)
    completionListDefaults = completion["completionList"]["itemDefaults"].values()
    hoverFormats = document["hover"]["contentFormat"].values()
  }

  private mutating func readNavigation(_ document: Branch) {
    definitionLinks = document["definition"]["linkSupport"].isTrue
    declarationLinks = document["declaration"]["linkSupport"].isTrue
    hierarchicalSymbols = document["documentSymbol"]["hierarchicalDocumentSymbolSupport"].isTrue
    documentLinkTooltips = document["documentLink"]["tooltipSupport"].isTrue
    let folding = document["foldingRange"]
    foldsWholeLinesOnly = folding["lineFoldingOnly"].isTrue
    foldingRangeLimit = folding["rangeLimit"].count
    foldedText = folding["foldingRange"]["collapsedText"].isTrue
    callHierarchy = document["callHierarchy"].isThere
    linkedEditing = document["linkedEditingRange"].isThere
  }

  private mutating func readTokens(_ document: Branch) {
    let tokens = document["semanticTokens"]
    tokenTypes = tokens["tokenTypes"].values()
    tokenModifiers = tokens["tokenModifiers"].values()
    tokensForRange = tokens["requests"]["range"].isOffered
    tokensForText = tokens["requests"]["full"].isOffered
    tokenDeltas = tokens["requests"]["full"]["delta"].isTrue
    multilineTokens = tokens["multilineTokenSupport"].isTrue
    overlappingTokens = tokens["overlappingTokenSupport"].isTrue
    serverCancelsTokens = tokens["serverCancelSupport"].isTrue
    inlayHintResolve = document["inlayHint"].resolvable
    codeLensResolve = document["codeLens"].resolvable
  }

  private mutating func readChanges(_ document: Branch) {
    prepareRename = document["rename"]["prepareSupport"].isTrue
    renameAnnotations = document["rename"]["honorsChangeAnnotations"].isTrue
    let action = document["codeAction"]
    if action["codeActionLiteralSupport"].isThere {
      codeActionKinds = action["codeActionLiteralSupport"]["codeActionKind"]["valueSet"].values()
    }
    codeActionPreferred = action["isPreferredSupport"].isTrue
    codeActionDisabled = action["disabledSupport"].isTrue
    codeActionData = action["dataSupport"].isTrue
    codeActionResolve = action.resolvable
    codeActionAnnotations = action["honorsChangeAnnotations"].isTrue
    formatsRanges = document["rangeFormatting"]["rangesSupport"].isTrue
  }
}

/// A branch of the tree of capabilities, or nothing.
private struct Branch {
  var value: JSONValue?

  init(_ value: JSONValue?) { self.value = value }

  subscript(key: String) -> Branch { Branch(value?[key]) }

  var isTrue: Bool { value?.bool == true }

  var isThere: Bool { value?.object != nil }

  /// `true` or an object with details.
  var isOffered: Bool { isTrue || isThere }

  var count: Int? { value?.clampedInt.map { max(0, $0) } }

  /// What may be filled in later by a resolve request.
  var resolvable: [String] { self["resolveSupport"]["properties"].values() }

  /// The elements of the type asked for; others are passed over.
  func values<Value: WireReadable>(_ type: Value.Type = Value.self) -> [Value] {
    (value?.array ?? []).compactMap { try? Value(json: $0) }
  }
}
