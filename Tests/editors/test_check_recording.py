"""A sound recording passes the check; one that was tampered with fails it, for the right reason."""

import copy
import json
import pathlib
import sys
import tempfile
import unittest

import check_recording

URI = "file:///drafts/tide.md"
DOCUMENT = {"uri": URI}
HERE = {"textDocument": DOCUMENT, "position": {"line": 1, "character": 0}}
TEXT = "a) приливы 🌊\nb) gauges\n"
CAPABILITIES = {
    "general": {"positionEncodings": ["utf-8", "utf-16"]},
    "window": {"workDoneProgress": True},
    "workspace": {"configuration": True, "workspaceEdit": {"documentChanges": True}},
    "textDocument": {
        "publishDiagnostics": {"versionSupport": True, "relatedInformation": True},
        "hover": {"contentFormat": ["plaintext"]},
        "completion": {"completionItem": {"documentationFormat": ["plaintext"]}},
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
        "rename": {},
        "semanticTokens": {
            "requests": {"full": True}, "formats": ["relative"], "tokenTypes": ["label"],
            "tokenModifiers": []},
        "synchronization": {"dynamicRegistration": False},
    },
}


def span(line, start, end):
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}


def request(identifier, method, params=None):
    return ["c2s", {"jsonrpc": "2.0", "id": identifier, "method": method, "params": params}]


def tell(side, method, params):
    return [side, {"jsonrpc": "2.0", "method": method, "params": params}]


def reply(identifier, result, side="s2c"):
    return [side, {"jsonrpc": "2.0", "id": identifier, "result": result}]


def sound():
    """A short session in UTF-8 positions, in which everything is right."""
    edits = [{"range": span(0, 0, 1), "newText": "b"}, {"range": span(1, 0, 1), "newText": "a"}]
    return [
        request(1, "initialize", {
            "processId": None, "rootUri": None, "capabilities": CAPABILITIES}),
        reply(1, {"capabilities": {
            "positionEncoding": "utf-8", "textDocumentSync": 2, "hoverProvider": True,
            "semanticTokensProvider": {
                "legend": {"tokenTypes": ["label"], "tokenModifiers": []}, "full": True}}}),
        tell("c2s", "initialized", {}),
        tell("c2s", "textDocument/didOpen", {"textDocument": {
            **DOCUMENT, "languageId": "markdown", "version": 1, "text": TEXT}}),
        tell("s2c", "textDocument/publishDiagnostics", {
            "uri": URI, "version": 1,
            "diagnostics": [{"range": span(0, 3, 17), "message": "a word", "severity": 1}]}),
        ["s2c", {"jsonrpc": "2.0", "id": 1, "method": "workspace/configuration",
                 "params": {"items": [{"section": "resolute"}]}}],
        reply(1, [None], side="c2s"),
        ["s2c", {"jsonrpc": "2.0", "id": 2, "method": "window/workDoneProgress/create",
                 "params": {"token": "index"}}],
        reply(2, None, side="c2s"),
        tell("s2c", "$/progress", {"token": "index", "value": {"kind": "begin", "title": "Index"}}),
        tell("s2c", "$/progress", {"token": "index", "value": {"kind": "end"}}),
        request(2, "textDocument/hover", HERE),
        reply(2, {"contents": {"kind": "plaintext", "value": "A label"}, "range": span(1, 0, 2)}),
        request(3, "textDocument/completion", HERE),
        reply(3, {"isIncomplete": False, "items": [{
            "label": "b)", "textEdit": {"range": span(1, 0, 2), "newText": "b)"}}]}),
        request(4, "textDocument/rename", {**HERE, "newName": "a)"}),
        reply(4, {"documentChanges": [{
            "textDocument": {**DOCUMENT, "version": 1}, "edits": edits}]}),
        request(5, "textDocument/codeAction", {
            "textDocument": DOCUMENT, "range": span(1, 0, 0),
            "context": {"diagnostics": [], "only": ["quickfix"]}}),
        reply(5, [{"title": "Add", "kind": "quickfix", "edit": {"changes": {URI: [
            {"range": span(1, 9, 9), "newText": ";"}]}}}]),
        request(6, "textDocument/semanticTokens/full", {"textDocument": DOCUMENT}),
        reply(6, {"data": [0, 0, 2, 0, 0, 1, 0, 2, 0, 0]}),
        tell("c2s", "textDocument/didChange", {
            "textDocument": {**DOCUMENT, "version": 2},
            "contentChanges": [{"range": span(1, 9, 9), "text": ";"}]}),
        tell("s2c", "textDocument/publishDiagnostics", {
            "uri": URI, "version": 2, "diagnostics": []}),
        ["c2s", {"jsonrpc": "2.0", "id": 7, "method": "shutdown"}],
        reply(7, None),
        ["c2s", {"jsonrpc": "2.0", "method": "exit"}],
    ]


def faults(session, code=0, end=0):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "session.jsonl"
        lines = [{"t_ms": 0, "dir": side, "msg": message} for side, message in session]
        lines.append({"t_ms": end, "dir": "exit", "code": code})
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return check_recording.check(path)


def reply_to(session, method):
    """The place of the server's reply to a method."""
    wanted = next(message["id"] for side, message in session
                  if side == "c2s" and message.get("method") == method)
    return next(index for index, (side, message) in enumerate(session)
                if side == "s2c" and message.get("id") == wanted and "method" not in message)


def sent(session, method):
    """The message with which the server first sends a method."""
    return next(message for side, message in session
                if side == "s2c" and message.get("method") == method)


class Tampered(unittest.TestCase):
    def expect(self, words, tamper, code=0):
        session = copy.deepcopy(sound())
        tamper(session)
        found = faults(session, code)
        self.assertTrue(any(words in fault for fault in found), f"{words!r} not in {found}")

    def change(self, method, words, change):
        """Tampers with the result of a method."""
        self.expect(words, lambda session: change(
            session[reply_to(session, method)][1]["result"]))

    def undeclare(self, words, *path):
        """Takes back what the client declared."""
        def tamper(session):
            value = session[0][1]["params"]["capabilities"]
            for key in path[:-1]:
                value = value[key]
            del value[path[-1]]
        self.expect(words, tamper)

    def test_a_sound_recording_passes(self):
        self.assertEqual(faults(sound()), [])

    def test_replies(self):
        self.expect("no reply to textDocument/hover", lambda session: session.pop(
            reply_to(session, "textDocument/hover")))
        self.expect("second reply to textDocument/hover", lambda session: session.insert(
            -3, session[reply_to(session, "textDocument/hover")]))
        self.expect("reply to unknown id 99", lambda session: session.insert(-3, reply(99, None)))
        self.expect("sent after exit", lambda session: session.append(reply(7, None)))
        self.expect("not one of result and error", lambda session: session[
            reply_to(session, "textDocument/hover")][1].update(
                error={"code": 1, "message": "both"}))
        self.expect("answered with a result after shutdown", lambda session: session.insert(
            -1, session.pop(reply_to(session, "textDocument/hover"))))
        # A client that goes away is excused a question of the last moment, and no other.
        gone = sound()[:-3] + [request(9, "textDocument/hover", HERE)]
        self.assertEqual(faults(gone, code=1, end=900), [])
        self.assertEqual(len(faults(gone, code=1, end=1100)), 1)
        self.expect("exit status 3", lambda session: None, code=3)

    def test_messages_that_nobody_declared(self):
        self.expect("did not declare workspace.applyEdit", lambda session: session.insert(-3, [
            "s2c", {"jsonrpc": "2.0", "id": 8, "method": "workspace/applyEdit",
                    "params": {"edit": {"changes": {}}}}]))
        self.expect("did not declare textDocument.synchronization", lambda session: session.insert(
            -3, ["s2c", {
                "jsonrpc": "2.0", "id": 8, "method": "client/registerCapability",
                "params": {"registrations": [
                    {"id": "1", "method": "textDocument/didSave"}]}}]))
        self.expect("no such method", lambda session: session.insert(
            -3, tell("s2c", "resolute/status", {})))
        self.expect("not a server's to send", lambda session: session.insert(
            -3, tell("s2c", "textDocument/didSave", {"textDocument": DOCUMENT})))
        self.expect("the trace is off", lambda session: session.insert(
            -3, tell("s2c", "$/logTrace", {"message": "hm"})))
        self.expect("before the answer to initialize", lambda session: session.insert(
            1, tell("s2c", "textDocument/publishDiagnostics", {"uri": URI, "diagnostics": []})))
        self.undeclare("did not declare workspace.configuration", "workspace", "configuration")
        self.undeclare("did not declare window.workDoneProgress", "window", "workDoneProgress")
        self.undeclare("versionSupport", "textDocument", "publishDiagnostics", "versionSupport")
        self.undeclare("position encoding utf-8", "general", "positionEncodings")
        self.undeclare("did not declare workspace.workspaceEdit.documentChanges",
                       "workspace", "workspaceEdit", "documentChanges")
        self.undeclare("codeActionLiteralSupport",
                       "textDocument", "codeAction", "codeActionLiteralSupport")

    def test_results_that_nobody_declared(self):
        def item(**more):
            return lambda result: result["items"][0].update(more)

        self.change("textDocument/completion", "a snippet", item(insertTextFormat=2))
        self.change("textDocument/completion", "labelDetails", item(labelDetails={}))
        self.change("textDocument/completion", "commitCharacters", item(commitCharacters=[","]))
        self.change("textDocument/completion", "kind 25", item(kind=25))
        self.change("textDocument/completion", "documentation in markdown", item(
            documentation={"kind": "markdown", "value": "*"}))
        self.change("textDocument/hover", "hover in markdown", lambda result: result[
            "contents"].update(kind="markdown"))
        self.change("textDocument/codeAction", "isPreferred", lambda result: result[0].update(
            isPreferred=True))
        self.change("textDocument/codeAction", "without edit", lambda result: result[0].pop("edit"))
        self.change("textDocument/codeAction", "asked for", lambda result: result[0].update(
            kind="refactor"))
        self.expect("data of a diagnostic", lambda session: sent(
            session, "textDocument/publishDiagnostics")["params"]["diagnostics"][0].update(data=1))

        self.expect("token type label", lambda session: session[0][1]["params"]["capabilities"][
            "textDocument"]["semanticTokens"]["tokenTypes"].clear())

    def test_parts_of_results(self):
        def part(value, at=-3):
            def tamper(session):
                session[-3:-3] = [
                    request(8, "workspace/diagnostic", {
                        "previousResultIds": [], "partialResultToken": "part"}),
                    reply(8, {"items": []})]
                session.insert(at, tell("s2c", "$/progress", {"token": "part", "value": value}))
            return tamper

        report = {"kind": "full", "uri": URI, "version": 2, "items": []}
        session = sound()
        part({"items": [report]}, -4)(session)
        self.assertEqual(faults(session), [])
        self.expect("after the reply", part({"items": [report]}))
        self.expect("PartialResult", part({"items": [{**report, "kind": "half"}]}, -4))
        marked = {"range": span(0, 0, 1), "message": "a word", "data": 1}
        self.expect("data of a diagnostic", part({"items": [{**report, "items": [marked]}]}, -4))

    def test_types(self):
        hover = "textDocument/hover"
        self.change(hover, "contents", lambda result: result.update(contents=7))
        self.change(hover, "response to textDocument/hover", lambda result: result.pop("contents"))
        self.change(hover, "unknown to the protocol", lambda result: result.update(colour="red"))
        self.change(hover, "null in place of nothing", lambda result: result.update(range=None))
        self.change(hover, "read as", lambda result: result["range"]["start"].update(line="1"))
        self.change(hover, "response to textDocument/hover", lambda result: result["range"][
            "start"].update(line=-1))
        self.expect("publishDiagnostics", lambda session: sent(
            session, "textDocument/publishDiagnostics")["params"].pop("uri"))
        self.expect("no JSON", lambda session: session.insert(-3, ["s2c", {"_invalid_json": "{"}]))
        self.expect("no jsonrpc", lambda session: session[1][1].pop("jsonrpc"))

    def test_places(self):
        self.change("textDocument/hover", "line 9 of 3", lambda result: result.update(
            range=span(9, 0, 0)))
        self.change("textDocument/hover", "ends before it starts", lambda result: result.update(
            range=span(1, 2, 0)))
        # Inside the wave, inside a letter, past the end of the line.
        for character in [19, 6, 23]:
            wrong = span(0, 0, character)
            self.change("textDocument/hover", f"character {character}",
                        lambda result: result.update(range=wrong))
        self.change("textDocument/rename", "overlap", lambda result: result[
            "documentChanges"][0]["edits"].append({"range": span(0, 0, 2), "newText": "c"}))
        self.change("textDocument/rename", "never had", lambda result: result[
            "documentChanges"][0]["textDocument"].update(version=5))
        self.change("textDocument/semanticTokens/full", "numbers", lambda result: result[
            "data"].pop())
        self.change("textDocument/semanticTokens/full", "legend", lambda result: result.update(
            data=[0, 0, 2, 1, 0]))
        self.change("textDocument/semanticTokens/full", "overlaps", lambda result: result.update(
            data=[0, 0, 2, 0, 0, 0, 1, 1, 0, 0]))
        def delta(session):
            session[-3:-3] = [
                request(8, "textDocument/semanticTokens/full/delta", {
                    "textDocument": DOCUMENT, "previousResultId": "3"}),
                reply(8, {"edits": []})]
        self.expect("a result that the client never had", delta)
        self.expect("diagnostic None", lambda session: sent(
            session, "textDocument/publishDiagnostics")["params"]["diagnostics"][0].update(
                range=span(0, 0, 40)))

    def test_versions_and_doors(self):
        def later(version):
            return lambda session: session.insert(-3, tell(
                "s2c", "textDocument/publishDiagnostics",
                {"uri": URI, "version": version, "diagnostics": []}))

        self.expect("the client is at 2", later(9))
        self.expect("went back to version 1", later(1))

        def pull(session):
            session[-3:-3] = [
                request(8, "textDocument/diagnostic", {"textDocument": DOCUMENT}),
                reply(8, {"kind": "full", "items": []}),
                tell("s2c", "textDocument/publishDiagnostics", {
                    "uri": URI, "version": 2,
                    "diagnostics": [{"range": span(0, 0, 1), "message": "twice"}]})]
        self.expect("which the client pulls", pull)

        def unchanged(session):
            session[-3:-3] = [
                request(8, "textDocument/diagnostic", {"textDocument": DOCUMENT}),
                reply(8, {"kind": "unchanged", "resultId": "3"})]
        self.expect("not what the client had", unchanged)

    def test_progress(self):
        def token(session):
            sent(session, "$/progress")["params"]["token"] = "other"
        self.expect("which nobody made", token)
        self.expect("in state 'ended'", lambda session: session.insert(-3, tell(
            "s2c", "$/progress", {"token": "index", "value": {"kind": "report"}})))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "--quiet"] if len(sys.argv) == 1 else sys.argv)
