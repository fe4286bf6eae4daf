"""What a server may send only to a client that declared it: each gate of the protocol, once."""

# A request or notification of the server, and the capability it needs.
NEEDS = {
    "workspace/applyEdit": "workspace.applyEdit",
    "workspace/configuration": "workspace.configuration",
    "workspace/workspaceFolders": "workspace.workspaceFolders",
    "workspace/codeLens/refresh": "workspace.codeLens.refreshSupport",
    "workspace/diagnostic/refresh": "workspace.diagnostics.refreshSupport",
    "workspace/foldingRange/refresh": "workspace.foldingRange.refreshSupport",
    "workspace/inlayHint/refresh": "workspace.inlayHint.refreshSupport",
    "workspace/inlineValue/refresh": "workspace.inlineValue.refreshSupport",
    "workspace/semanticTokens/refresh": "workspace.semanticTokens.refreshSupport",
    "window/showDocument": "window.showDocument.support",
    "window/workDoneProgress/create": "window.workDoneProgress",
}

# Methods whose dynamic registration is declared under another name than their own.
REGISTERED_UNDER = {
    "textDocument/didOpen": "textDocument.synchronization",
    "textDocument/didChange": "textDocument.synchronization",
    "textDocument/didClose": "textDocument.synchronization",
    "textDocument/didSave": "textDocument.synchronization",
    "textDocument/willSave": "textDocument.synchronization",
    "textDocument/willSaveWaitUntil": "textDocument.synchronization",
    "textDocument/prepareCallHierarchy": "textDocument.callHierarchy",
    "textDocument/prepareTypeHierarchy": "textDocument.typeHierarchy",
    "textDocument/documentColor": "textDocument.colorProvider",
    "textDocument/linkedEditingRange": "textDocument.linkedEditingRange",
    "textDocument/semanticTokens": "textDocument.semanticTokens",
    "workspace/didCreateFiles": "workspace.fileOperations",
    "workspace/willCreateFiles": "workspace.fileOperations",
    "workspace/didRenameFiles": "workspace.fileOperations",
    "workspace/willRenameFiles": "workspace.fileOperations",
    "workspace/didDeleteFiles": "workspace.fileOperations",
    "workspace/willDeleteFiles": "workspace.fileOperations",
}

FIRST_SYMBOL_KINDS = list(range(1, 19))
FIRST_COMPLETION_KINDS = list(range(1, 19))


def declared(capabilities, path, default=None):
    """The value of a capability such as `workspace.applyEdit`."""
    value = capabilities
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return default if value is None else value


def request_faults(capabilities, message):
    """Faults of a message that the server sends of its own accord."""
    method, params = message["method"], message.get("params") or {}
    need = NEEDS.get(method)
    if need and not declared(capabilities, need):
        yield f"{method}: the client did not declare {need}"
    if method == "client/registerCapability":
        for each in params["registrations"]:
            name = each["method"]
            under = REGISTERED_UNDER.get(name, name.replace("/", "."))
            if not declared(capabilities, under + ".dynamicRegistration"):
                yield f"{name} registered: the client did not declare {under}.dynamicRegistration"
    if method == "textDocument/publishDiagnostics":
        path = "textDocument.publishDiagnostics"
        if "version" in params and not declared(capabilities, path + ".versionSupport"):
            yield f"version of diagnostics: the client did not declare {path}.versionSupport"
        for each in params["diagnostics"]:
            yield from diagnostic_faults(capabilities, each, [path])


def offer_faults(capabilities, offers):
    """Faults of the answer to `initialize`."""
    encodings = declared(capabilities, "general.positionEncodings", ["utf-16"])
    encoding = offers.get("positionEncoding", "utf-16")
    if encoding not in encodings:
        yield f"position encoding {encoding}: the client offered {encodings}"
    if isinstance(offers.get("renameProvider"), dict):
        if not declared(capabilities, "textDocument.rename.prepareSupport"):
            yield "options of rename: the client did not declare textDocument.rename.prepareSupport"
    if isinstance(offers.get("codeActionProvider"), dict):
        if not declared(capabilities, "textDocument.codeAction.codeActionLiteralSupport"):
            yield "options of codeAction: the client did not declare codeActionLiteralSupport"


def diagnostic_faults(capabilities, diagnostic, paths):
    """`paths` are the capabilities of which one must hold (pull and push declare apart)."""
    def holds(name):
        found = [declared(capabilities, f"{path}.{name}") for path in paths]
        return next((value for value in found if value), None)

    for key, gate in {
        "relatedInformation": "relatedInformation",
        "codeDescription": "codeDescriptionSupport",
        "data": "dataSupport",
    }.items():
        if key in diagnostic and not holds(gate):
            yield f"{key} of a diagnostic: the client did not declare {paths[0]}.{gate}"
    for tag in diagnostic.get("tags", []):
        if tag not in (holds("tagSupport") or {}).get("valueSet", []):
            yield f"tag {tag} of a diagnostic: not in {paths[0]}.tagSupport"
    if not isinstance(diagnostic["message"], str) and not holds("markupMessageSupport"):
        yield f"a message with marks: the client did not declare {paths[0]}.markupMessageSupport"


def markup_faults(capabilities, value, path, what):
    """Faults of a documentation or hover; without a word of the client it is plain text."""
    if isinstance(value, dict) and "kind" in value:
        if value["kind"] not in declared(capabilities, path, ["plaintext"]):
            yield f"{what} in {value['kind']}: not in {path}"


def completion_faults(capabilities, result):
    path = "textDocument.completion"
    items = result["items"] if isinstance(result, dict) else result
    if isinstance(result, dict):
        for key in result.get("itemDefaults") or {}:
            if key not in declared(capabilities, path + ".completionList.itemDefaults", []):
                yield f"default {key} of completions: not in {path}.completionList.itemDefaults"
    for item in items:
        yield from completion_item_faults(capabilities, item)


def completion_item_faults(capabilities, item):
    path = "textDocument.completion.completionItem"
    simple = {
        "commitCharacters": "commitCharactersSupport",
        "deprecated": "deprecatedSupport",
        "preselect": "preselectSupport",
        "labelDetails": "labelDetailsSupport",
        "insertTextMode": "insertTextModeSupport",
    }
    for key, gate in simple.items():
        if key in item and not declared(capabilities, f"{path}.{gate}"):
            yield f"{key} of a completion: the client did not declare {path}.{gate}"
    if item.get("insertTextFormat") == 2 and not declared(capabilities, path + ".snippetSupport"):
        yield f"a snippet: the client did not declare {path}.snippetSupport"
    if "insert" in (item.get("textEdit") or {}):
        if not declared(capabilities, path + ".insertReplaceSupport"):
            yield f"insert and replace: the client did not declare {path}.insertReplaceSupport"
    for tag in item.get("tags", []):
        if tag not in declared(capabilities, path + ".tagSupport.valueSet", []):
            yield f"tag {tag} of a completion: not in {path}.tagSupport"
    kinds = declared(
        capabilities, "textDocument.completion.completionItemKind.valueSet", FIRST_COMPLETION_KINDS)
    if "kind" in item and item["kind"] not in kinds:
        yield f"kind {item['kind']} of a completion: not in completionItemKind.valueSet"
    yield from markup_faults(
        capabilities, item.get("documentation"), path + ".documentationFormat", "documentation")


def resolve_faults(capabilities, method, before, after):
    """A resolved entry may differ only in what the client said that it can take later."""
    path, default = {
        "completionItem/resolve": (
            "textDocument.completion.completionItem.resolveSupport.properties",
            ["documentation", "detail"]),
        "codeAction/resolve": ("textDocument.codeAction.resolveSupport.properties", []),
        "inlayHint/resolve": ("textDocument.inlayHint.resolveSupport.properties", []),
        "workspaceSymbol/resolve": ("workspace.symbol.resolveSupport.properties", []),
    }.get(method, (None, []))
    if path is None:
        return
    allowed = declared(capabilities, path, default)
    for key in sorted(set(before) | set(after)):
        if before.get(key) != after.get(key):
            if not any(name == key or name.startswith(key + ".") for name in allowed):
                yield f"{method} changed {key}: not in {path}"


def code_action_faults(capabilities, params, actions):
    path = "textDocument.codeAction"
    only = (params.get("context") or {}).get("only")
    for action in actions:
        literal = "kind" in action or not isinstance(action.get("command"), str)
        if literal and not declared(capabilities, path + ".codeActionLiteralSupport"):
            yield f"a code action: the client did not declare {path}.codeActionLiteralSupport"
        for key, gate in {
            "isPreferred": "isPreferredSupport",
            "disabled": "disabledSupport",
            "data": "dataSupport",
        }.items():
            if key in action and not declared(capabilities, f"{path}.{gate}"):
                yield f"{key} of a code action: the client did not declare {path}.{gate}"
        if literal and not any(key in action for key in ["edit", "command", "disabled"]):
            if "edit" not in declared(capabilities, path + ".resolveSupport.properties", []):
                yield f"a code action without edit: no edit in {path}.resolveSupport"
        kind = action.get("kind", "")
        if only is not None and literal:
            if not any(kind == each or kind.startswith(each + ".") or not each for each in only):
                yield f"a code action of kind {kind!r}: the client asked for {only}"


def workspace_edit_faults(capabilities, edit):
    path = "workspace.workspaceEdit"
    annotations = path + ".changeAnnotationSupport"
    if "documentChanges" in edit and not declared(capabilities, path + ".documentChanges"):
        yield f"documentChanges: the client did not declare {path}.documentChanges"
    if "changeAnnotations" in edit and not declared(capabilities, annotations):
        yield f"changeAnnotations: the client did not declare {annotations}"
    if "documentChanges" in edit and "changes" in edit:
        yield "an edit with both changes and documentChanges"
    for change in edit.get("documentChanges") or []:
        if "kind" in change:
            if change["kind"] not in declared(capabilities, path + ".resourceOperations", []):
                yield f"{change['kind']} of a file: not in {path}.resourceOperations"
        for each in change.get("edits", []):
            if "annotationId" in each and not declared(capabilities, annotations):
                yield f"an annotation: the client did not declare {annotations}"
            if "snippet" in each and not declared(capabilities, path + ".snippetEditSupport"):
                yield f"a snippet: the client did not declare {path}.snippetEditSupport"


def symbol_faults(capabilities, symbols, path):
    kinds = declared(capabilities, path + ".symbolKind.valueSet", FIRST_SYMBOL_KINDS)
    for symbol in symbols:
        if symbol["kind"] not in kinds:
            yield f"kind {symbol['kind']} of a symbol: not in {path}.symbolKind"
        for tag in symbol.get("tags", []):
            if tag not in declared(capabilities, path + ".tagSupport.valueSet", []):
                yield f"tag {tag} of a symbol: not in {path}.tagSupport"
        if path == "textDocument.documentSymbol" and "location" not in symbol:
            if not declared(capabilities, path + ".hierarchicalDocumentSymbolSupport"):
                yield f"a tree of symbols: no {path}.hierarchicalDocumentSymbolSupport"
        if "location" in symbol and "range" not in symbol["location"]:
            if not declared(capabilities, path + ".resolveSupport"):
                yield f"a symbol without range: the client did not declare {path}.resolveSupport"
        yield from symbol_faults(capabilities, symbol.get("children") or [], path)


def folding_faults(capabilities, ranges):
    path = "textDocument.foldingRange"
    limit = declared(capabilities, path + ".rangeLimit")
    if limit and len(ranges) > limit:
        yield f"{len(ranges)} folding ranges: {path}.rangeLimit is {limit}"
    for each in ranges:
        if "collapsedText" in each and not declared(
                capabilities, path + ".foldingRange.collapsedText"):
            yield f"collapsedText: the client did not declare {path}.foldingRange.collapsedText"
        kinds = declared(capabilities, path + ".foldingRangeKind.valueSet")
        if kinds and "kind" in each and each["kind"] not in kinds:
            yield f"kind {each['kind']} of a folding range: not in {path}.foldingRangeKind"


def workspace_diagnostic_faults(capabilities, report):
    paths = ["textDocument.diagnostic", "textDocument.publishDiagnostics"]
    for document in report["items"]:
        for each in document.get("items", []):
            yield from diagnostic_faults(capabilities, each, paths)


def token_faults(capabilities, legend, data):
    """Of the legend, only what the client declared may be used."""
    path = "textDocument.semanticTokens"
    names, modifiers = legend.get("tokenTypes", []), legend.get("tokenModifiers", [])
    known = declared(capabilities, path + ".tokenTypes", [])
    known_modifiers = declared(capabilities, path + ".tokenModifiers", [])
    used = {names[kind] for kind in data[3::5] if kind < len(names)}
    used_bits = 0
    for bits in data[4::5]:
        used_bits |= bits
    used_modifiers = {name for bit, name in enumerate(modifiers) if used_bits >> bit & 1}
    for name in sorted(used - set(known)):
        yield f"token type {name}: not in {path}.tokenTypes"
    for name in sorted(used_modifiers - set(known_modifiers)):
        yield f"token modifier {name}: not in {path}.tokenModifiers"


def result_faults(capabilities, request, result):
    """Faults of a result, by the method of its request."""
    method, params = request["method"], request.get("params") or {}
    if result is None:
        return
    if method == "initialize":
        yield from offer_faults(capabilities, result["capabilities"])
    elif method == "textDocument/completion":
        yield from completion_faults(capabilities, result)
    elif method == "textDocument/hover":
        yield from markup_faults(
            capabilities, result["contents"], "textDocument.hover.contentFormat", "hover")
    elif method in ["textDocument/definition", "textDocument/declaration",
                    "textDocument/typeDefinition", "textDocument/implementation"]:
        path = method.replace("/", ".") + ".linkSupport"
        links = result if isinstance(result, list) else [result]
        if any("targetUri" in each for each in links) and not declared(capabilities, path):
            yield f"a link as place: the client did not declare {path}"
    elif method == "textDocument/documentSymbol":
        yield from symbol_faults(capabilities, result, "textDocument.documentSymbol")
    elif method == "workspace/symbol":
        yield from symbol_faults(capabilities, result, "workspace.symbol")
    elif method == "textDocument/foldingRange":
        yield from folding_faults(capabilities, result)
    elif method == "textDocument/codeAction":
        yield from code_action_faults(capabilities, params, result)
        for action in result:
            yield from workspace_edit_faults(capabilities, action.get("edit") or {})
    elif method in ["textDocument/rename", "workspace/willRenameFiles",
                    "workspace/willCreateFiles", "workspace/willDeleteFiles"]:
        yield from workspace_edit_faults(capabilities, result)
    elif method == "textDocument/prepareRename" and "defaultBehavior" in result:
        if not declared(capabilities, "textDocument.rename.prepareSupportDefaultBehavior"):
            yield "default of rename: the client did not declare prepareSupportDefaultBehavior"
    elif method == "textDocument/documentLink":
        path = "textDocument.documentLink.tooltipSupport"
        if any("tooltip" in each for each in result) and not declared(capabilities, path):
            yield f"tooltip of a link: the client did not declare {path}"
    elif method == "textDocument/diagnostic":
        paths = ["textDocument.diagnostic", "textDocument.publishDiagnostics"]
        for each in result.get("items", []):
            yield from diagnostic_faults(capabilities, each, paths)
        if "relatedDocuments" in result:
            if not declared(capabilities, "textDocument.diagnostic.relatedDocumentSupport"):
                yield "related documents: the client did not declare relatedDocumentSupport"
    elif method == "workspace/diagnostic":
        yield from workspace_diagnostic_faults(capabilities, result)
    elif method.endswith("/resolve"):
        yield from resolve_faults(capabilities, method, params, result)
        yield from workspace_edit_faults(capabilities, result.get("edit") or {})
        if method == "completionItem/resolve":
            yield from completion_item_faults(capabilities, result)
