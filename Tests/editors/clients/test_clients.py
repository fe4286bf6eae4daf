"""Plays the scenario with pytest-lsp, which answers with the recorded capabilities of an editor.

Run by drive.py, with the client's name in EDITORS_CLIENT. A warning of pytest-lsp that the server
sent what the client did not declare fails the test.
"""

import asyncio
import json
import os
import pathlib
import re
import time

import pytest
import pytest_lsp
from lsprotocol import types
from lsprotocol.converters import get_converter
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from survey import Survey
from wire_text import OutsideText, Text

CONVERTER = get_converter()
SCENARIO = json.loads(pathlib.Path(os.environ["EDITORS_SCENARIO"]).read_text(encoding="utf-8"))
DRAFT = pathlib.Path(os.environ["EDITORS_DRAFT"])
CLIENT = os.environ["EDITORS_CLIENT"]
ANSWERED_BY_NOTHING = [
    "client/registerCapability",
    "client/unregisterCapability",
    "workspace/codeLens/refresh",
    "workspace/foldingRange/refresh",
    "workspace/inlayHint/refresh",
    "workspace/semanticTokens/refresh",
]


def report(verdict, step, detail=""):
    line = "\t".join([verdict, step, " ".join(detail.split())])
    with open(os.environ["EDITORS_RESULTS"], "a", encoding="utf-8") as results:
        results.write(line + "\n")


def judge(step, expected, actual):
    fine = expected == actual
    report("ok" if fine else "fail", step, "" if fine else f"expected {expected!r} got {actual!r}")


def keep(client: LanguageClient, params):
    client.published = list(params.diagnostics)


def make_client():
    client = LanguageClient(converter_factory=default_converter)
    client.published = []
    features = dict(DEFAULT_CLIENT_FEATURES)
    features.update((method, lambda *_: None) for method in ANSWERED_BY_NOTHING)
    features["textDocument/publishDiagnostics"] = keep
    features["$/progress"] = lambda *_: None
    register_lsp_features(client, features)
    return client


@pytest_lsp.fixture(
    config=ClientServerConfig(
        server_command=["resolute", "lsp"], server_env=dict(os.environ), client_factory=make_client))
async def client(lsp_client: LanguageClient):
    yield


class Author:
    """Holds the text as an editor does, and tells the server of each change."""

    def __init__(self, client):
        self.client = client
        self.declared = CONVERTER.unstructure(client.capabilities)
        self.uri = DRAFT.as_uri()
        self.document = types.TextDocumentIdentifier(uri=self.uri)
        self.version = 0

    def declares(self, *path):
        value = self.declared
        for key in path:
            value = (value or {}).get(key)
        return value

    async def begin(self):
        folder = DRAFT.parent
        result = await self.client.initialize_session(
            types.InitializeParams(
                capabilities=self.client.capabilities,
                root_uri=folder.as_uri(),
                workspace_folders=[
                    types.WorkspaceFolder(uri=folder.as_uri(), name=folder.name)]))
        self.offers = result.capabilities
        encoding = result.capabilities.position_encoding or "utf-16"
        self.text = Text(DRAFT.read_text(encoding="utf-8"), getattr(encoding, "value", encoding))
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(self.uri, "markdown", self.version, self.text.text)))

    def change(self, edits):
        """Applies edits, from the last to the first, as one version."""
        after = self.text.edited(edits)
        order = sorted(
            edits, key=lambda edit: self.text.span(edit["range"]), reverse=True)
        self.text = after
        self.version += 1
        changes = [
            types.TextDocumentContentChangePartial(
                range=CONVERTER.structure(edit["range"], types.Range), text=edit["newText"])
            for edit in order]
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri), changes))

    def apply(self, edit):
        """Applies a workspace edit that touches this text only."""
        edit = CONVERTER.unstructure(edit)
        listed = [
            (each["textDocument"]["uri"], each["textDocument"].get("version"), each["edits"])
            for each in edit.get("documentChanges") or []]
        listed += [(uri, None, edits) for uri, edits in (edit.get("changes") or {}).items()]
        for uri, version, edits in listed:
            assert uri == self.uri, f"an edit of {uri}"
            assert version in (None, self.version), f"an edit of version {version}"
            self.change(edits)

    def place(self, step):
        found = self.text.position(SCENARIO[step]["line"] - 1, SCENARIO[step]["before"])
        return types.Position(found["line"], found["character"])

    def line(self, number):
        return self.text.line(number - 1)

    async def diagnostics(self):
        """The newest diagnostics, by whichever door the client has."""
        if self.declares("textDocument", "diagnostic") and self.offers.diagnostic_provider:
            answer = await self.client.text_document_diagnostic_async(
                types.DocumentDiagnosticParams(self.document))
            return list(answer.items)
        return self.client.published

    def shown(self, diagnostics):
        lines = []
        for each in diagnostics:
            start, end = self.text.span(CONVERTER.unstructure(each.range))
            first = each.range.start.line
            before = self.text.text[self.text.starts[first]:start]
            lines.append(f"{first + 1}: {before}«{self.text.text[start:end]}» {each.code}")
        return sorted(lines)


def expected_diagnostics(without=None):
    return sorted(
        "{line}: {before}«{text}» {code}".format(**each)
        for each in SCENARIO["diagnostics"] if each["code"] != without)


async def see_diagnostics(author, step="diagnostics", without=None):
    """Pushed diagnostics come when they come: waits for the right ones."""
    expected, stop = expected_diagnostics(without), time.monotonic() + 3
    while True:
        try:
            shown = author.shown(await author.diagnostics())
        except OutsideText as fault:
            shown = repr(fault)
        if shown == expected or time.monotonic() > stop:
            return judge(step, expected, shown)
        await asyncio.sleep(0.005)


async def hover(author):
    answer = await author.client.text_document_hover_async(
        types.HoverParams(author.document, author.place("hover")))
    words = answer.contents.value if answer else ""
    judge("hover", SCENARIO["hover"]["says"].lower(),
          SCENARIO["hover"]["says"].lower() if SCENARIO["hover"]["says"].lower() in words.lower()
          else words)


async def jump(author):
    answer = await author.client.text_document_definition_async(
        types.DefinitionParams(author.document, author.place("jump")))
    places = answer if isinstance(answer, (list, tuple)) else [answer] if answer else []
    lines = [
        (getattr(place, "target_selection_range", None) or place.range).start.line + 1
        for place in places]
    judge("jump", [SCENARIO["jump"]["to"]], lines)


async def complete(author):
    step = SCENARIO["complete"]
    for index, letter in enumerate(step["type"]):
        typed = step["before"] + step["type"][:index]
        start = author.text.position(step["line"] - 1, typed)
        author.change([{"range": {"start": start, "end": start}, "newText": letter}])
    end = author.text.position(step["line"] - 1, step["before"] + step["type"])
    context = types.CompletionContext(types.CompletionTriggerKind.Invoked)
    answer = await author.client.text_document_completion_async(
        types.CompletionParams(
            author.document, types.Position(end["line"], end["character"]),
            context if author.declares("textDocument", "completion", "contextSupport") else None))
    items = list(getattr(answer, "items", answer) or [])
    chosen = [item for item in items if item.label == step["choose"]]
    if not chosen:
        judge("complete", step["choose"], [item.label for item in items])
        return
    item = CONVERTER.unstructure(chosen[0])
    edit = item.get("textEdit") or {}
    if not edit:
        defaults = CONVERTER.unstructure(answer.item_defaults) if answer.item_defaults else {}
        edit = {"range": defaults.get("editRange"), "newText": item.get("textEditText")}
    words = edit["newText"]
    if item.get("insertTextFormat") == types.InsertTextFormat.Snippet:
        words = re.sub(r"\$0|\$\{0\}", "", words)
        words = re.sub(r"\\([\\$}])", r"\1", words)
    author.change([{"range": edit.get("range") or edit.get("insert"), "newText": words}])
    judge("complete", step["becomes"], author.line(step["line"]))


async def rename(author):
    step = SCENARIO["rename"]
    place = author.place("rename")
    if author.declares("textDocument", "rename", "prepareSupport"):
        answer = await author.client.text_document_prepare_rename_async(
            types.PrepareRenameParams(author.document, place))
        found = CONVERTER.unstructure(answer) if answer else {}
        if "defaultBehavior" in found:
            judge("rename prompt", step["label"], found)
        else:
            start, end = author.text.span(found.get("range", found))
            shown = found.get("placeholder", author.text.text[start:end])
            judge("rename prompt", step["label"], shown)
    edit = await author.client.text_document_rename_async(
        types.RenameParams(author.document, place, step["name"]))
    author.apply(edit)
    judge("rename", list(step["becomes"].values()),
          [author.line(int(number)) for number in step["becomes"]])


async def fix(author):
    step = SCENARIO["fix"]
    place = author.place("fix")
    range_ = types.Range(place, place)
    of_place = [
        each for each in await author.diagnostics() if each.range.start == place]
    actions = await author.client.text_document_code_action_async(
        types.CodeActionParams(
            author.document, range_,
            types.CodeActionContext(of_place, only=[types.CodeActionKind.QuickFix])))
    chosen = [each for each in actions or [] if each.title.startswith(step["title"])]
    if not chosen:
        judge("fix", step["title"], [each.title for each in actions or []])
        return
    action = chosen[0]
    if action.edit is None:
        assert author.declares("textDocument", "codeAction", "resolveSupport")
        action = await author.client.code_action_resolve_async(action)
    author.apply(action.edit)
    judge("fix", step["becomes"], author.line(step["line"]))
    await see_diagnostics(author, "diagnostics after the fix", step["code"])


async def survey(author):
    """Everything else that the server offers; the recording shows whether it keeps to the protocol."""
    round_ = Survey(
        author, CONVERTER.unstructure(author.offers), everything=CLIENT == "nothing")
    places = [
        author.text.position(SCENARIO[name]["line"] - 1, SCENARIO[name]["before"])
        for name in ["hover", "jump", "rename"]]
    places.append({"line": 0, "character": 5})
    await round_.about_the_text()
    await round_.about_places(places)
    await round_.edits(CONVERTER.unstructure(await author.diagnostics()))
    await round_.about_the_workspace()
    judge("survey", [], round_.faults)


def save(author):
    DRAFT.write_text(author.text.text, encoding="utf-8")
    author.client.text_document_did_save(types.DidSaveTextDocumentParams(author.document))


STEPS = {
    "diagnostics": see_diagnostics, "hover": hover, "jump": jump, "complete": complete,
    "rename": rename, "fix": fix, "survey": survey,
}


@pytest.mark.asyncio
async def test_session(client: LanguageClient):
    client.capabilities = (
        types.ClientCapabilities() if CLIENT == "nothing" else client_capabilities(CLIENT))
    author = Author(client)
    await asyncio.wait_for(author.begin(), 5)
    for name in os.environ["EDITORS_STEPS"].split():
        try:
            await asyncio.wait_for(STEPS[name](author), 10)
        except Exception as fault:  # a step that fails must not hide the others
            report("fail", name, f"expected no fault, got {fault!r}")
    save(author)
    report("quit", "")
    await asyncio.wait_for(client.shutdown_session(), 5)
