"""Asks the server for all that it offers and the client knows; the recording is judged later."""

import asyncio

from lsprotocol import types
from lsprotocol.converters import get_converter

CONVERTER = get_converter()
LIMIT = 5.0


class Survey:
    """One round of requests over an open text.

    - `author` has `client`, `text`, `uri` and the capabilities `declared` (a dictionary).
    - `everything`: ask also for what the client did not declare.
    """

    def __init__(self, author, offers, everything=False):
        self.author = author
        self.offers = offers
        self.everything = everything
        self.faults = []
        self.asked = 0
        self.document = {"textDocument": {"uri": author.uri}}
        end = author.text.starts[-1], len(author.text.text)
        self.end = author.text.position(len(author.text.starts) - 1, author.text.text[slice(*end)])
        self.whole = {"start": {"line": 0, "character": 0}, "end": self.end}

    def knows(self, capability):
        group, name = capability.split(".")
        return self.everything or (self.author.declared.get(group) or {}).get(name) is not None

    async def ask(self, method, params, must=False):
        """The result as plain JSON; a fault is noted where there is an error, or nothing though
        there must be something."""
        kind = types.METHOD_TO_TYPES[method][2]
        params = CONVERTER.structure(params, kind)
        self.asked += 1
        try:
            result = await asyncio.wait_for(
                self.author.client.protocol.send_request_async(method, params), LIMIT)
        except Exception as fault:
            self.faults.append(f"{method}: {fault!r}")
            return None
        result = CONVERTER.unstructure(result)
        if must and not result:
            self.faults.append(f"{method}: expected something, got {result!r}")
        return result

    def resolves(self, provider):
        value = self.offers.get(provider)
        return isinstance(value, dict) and value.get("resolveProvider")

    async def resolve(self, provider, method, entries):
        if self.resolves(provider):
            for entry in (entries or [])[:5]:
                await self.ask(method, entry)

    async def about_the_text(self):
        """What is asked of the whole text."""
        for provider, name, must in [
            ("documentSymbolProvider", "documentSymbol", True),
            ("foldingRangeProvider", "foldingRange", True),
            ("documentLinkProvider", "documentLink", False),
            ("codeLensProvider", "codeLens", False),
        ]:
            if self.offers.get(provider) and self.knows(f"textDocument.{name}"):
                entries = await self.ask(f"textDocument/{name}", self.document, must)
                await self.resolve(provider, f"{name}/resolve", entries)
        if self.offers.get("inlayHintProvider") and self.knows("textDocument.inlayHint"):
            hints = await self.ask(
                "textDocument/inlayHint", {**self.document, "range": self.whole})
            await self.resolve("inlayHintProvider", "inlayHint/resolve", hints)
        await self.tokens()

    async def tokens(self):
        offer = self.offers.get("semanticTokensProvider")
        if not offer or not self.knows("textDocument.semanticTokens"):
            return
        method = "textDocument/semanticTokens"
        full = await self.ask(method + "/full", self.document, must=True)
        if isinstance(offer.get("full"), dict) and offer["full"].get("delta") and full:
            await self.ask(method + "/full/delta", {
                **self.document, "previousResultId": full.get("resultId", "")})
        if offer.get("range"):
            await self.ask(method + "/range", {**self.document, "range": self.whole})

    async def about_places(self, places):
        """What is asked of a caret."""
        for position in places:
            here = {**self.document, "position": position}
            for provider, name in [
                ("hoverProvider", "hover"),
                ("definitionProvider", "definition"),
                ("declarationProvider", "declaration"),
                ("documentHighlightProvider", "documentHighlight"),
                ("linkedEditingRangeProvider", "linkedEditingRange"),
            ]:
                if self.offers.get(provider) and self.knows(f"textDocument.{name}"):
                    await self.ask(f"textDocument/{name}", here)
            if self.offers.get("referencesProvider") and self.knows("textDocument.references"):
                await self.ask("textDocument/references", {
                    **here, "context": {"includeDeclaration": True}})
            if self.offers.get("completionProvider") and self.knows("textDocument.completion"):
                answer = await self.ask("textDocument/completion", here) or []
                items = answer["items"] if isinstance(answer, dict) else answer
                await self.resolve("completionProvider", "completionItem/resolve", items)
            await self.hierarchy(here)
        if self.offers.get("selectionRangeProvider") and self.knows("textDocument.selectionRange"):
            await self.ask("textDocument/selectionRange", {
                **self.document, "positions": places}, must=True)

    async def hierarchy(self, here):
        if not self.offers.get("callHierarchyProvider"):
            return
        if not self.knows("textDocument.callHierarchy"):
            return
        for item in await self.ask("textDocument/prepareCallHierarchy", here) or []:
            await self.ask("callHierarchy/incomingCalls", {"item": item})
            await self.ask("callHierarchy/outgoingCalls", {"item": item})

    async def edits(self, diagnostics):
        """What changes the text; the edits are judged, not made."""
        options = {"tabSize": 2, "insertSpaces": True}
        if self.offers.get("documentFormattingProvider") and self.knows("textDocument.formatting"):
            await self.ask("textDocument/formatting", {**self.document, "options": options})
        offer = self.offers.get("documentRangeFormattingProvider")
        if offer and self.knows("textDocument.rangeFormatting"):
            await self.ask("textDocument/rangeFormatting", {
                **self.document, "range": self.whole, "options": options})
        offer = self.offers.get("documentOnTypeFormattingProvider")
        if offer and self.knows("textDocument.onTypeFormatting"):
            await self.ask("textDocument/onTypeFormatting", {
                **self.document, "position": self.end, "options": options,
                "ch": offer["firstTriggerCharacter"]})
        if self.offers.get("codeActionProvider") and self.knows("textDocument.codeAction"):
            actions = await self.ask("textDocument/codeAction", {
                **self.document, "range": self.whole, "context": {"diagnostics": diagnostics}})
            lazy = [action for action in actions or []
                    if "edit" not in action and "disabled" not in action and "kind" in action]
            await self.resolve("codeActionProvider", "codeAction/resolve", lazy)

    async def about_the_workspace(self):
        if self.offers.get("workspaceSymbolProvider") and self.knows("workspace.symbol"):
            symbols = await self.ask("workspace/symbol", {"query": "tide"})
            await self.resolve("workspaceSymbolProvider", "workspaceSymbol/resolve", symbols)
        offer = self.offers.get("diagnosticProvider")
        if offer and offer.get("workspaceDiagnostics") and self.knows("textDocument.diagnostic"):
            await self.ask("workspace/diagnostic", {
                "previousResultIds": [], "partialResultToken": "workspace-diagnostics"})
        operations = (self.offers.get("workspace") or {}).get("fileOperations") or {}
        if "willRename" in operations and self.knows("workspace.fileOperations"):
            await self.ask("workspace/willRenameFiles", {"files": [
                {"oldUri": self.author.uri, "newUri": self.author.uri + ".txt"}]})
