#!/usr/bin/env python3
"""Holds recordings of sessions against the protocol: `check_recording.py RECORDING...`

A recording has one JSON object a line: {"t_ms": ..., "dir": "c2s" or "s2c", "msg": ...} and at the
end {"t_ms": ..., "dir": "exit", "code": ...}. Checked are: the types of all messages; that the
server sends, registers and answers only what the client declared; one reply a request and none
after `exit`; versions; ranges inside the text that they were computed for; edits that do not
overlap; progress. Prints a line a fault; the exit status is 1 where there is one.
"""

import json
import pathlib
import sys

import recording_gates as gates
import recording_types as kinds
from recording_places import Documents, place_faults

BEFORE_INITIALIZE = ["window/showMessage", "window/logMessage", "telemetry/event"]
LAST_MOMENT = 1000.0  # milliseconds
SERVER_METHODS = {
    "client/registerCapability", "client/unregisterCapability", "telemetry/event",
    "textDocument/publishDiagnostics", "window/logMessage", "window/showMessage",
    "window/showMessageRequest", "$/progress", "$/logTrace", "$/cancelRequest", *gates.NEEDS,
}


class Session:
    """What a session has come to, message by message; `faults` are those found so far."""

    def __init__(self):
        self.faults = []
        self.capabilities = {}
        self.trace = "off"
        self.initialized = self.shut = self.exited = False
        self.asked = {}  # requests of the client: id -> [message, replies, index]
        self.asking = {}  # requests of the server: id -> [message, replies]
        self.documents = Documents()
        self.published = {}  # the last version of pushed diagnostics
        self.pulled = set()
        self.legend = {}
        self.registered = {}
        self.partial = {}  # tokens for parts of results -> their requests
        self.progress = {}  # tokens: None (may begin), "begun", "ended"
        self.index = 0
        self.now = 0.0  # milliseconds
        self.times = {}  # by index

    def say(self, fault):
        self.faults.append(f"message {self.index}: {fault}")

    def message(self, side, message, milliseconds):
        self.index += 1
        self.now = self.times[self.index] = milliseconds
        if "_invalid_json" in message:
            self.say(f"{side}: no JSON")
        elif side == "c2s":
            self.from_client(message)
        else:
            if message.get("jsonrpc") != "2.0":
                self.say("no jsonrpc 2.0")
            if self.exited:
                self.say("sent after exit")
            if "method" in message:
                self.from_server(message)
            else:
                self.reply(message)

    # The client's side is believed, but for what it has to say about the server's replies.

    def from_client(self, message):
        method, params = message.get("method"), message.get("params") or {}
        if method is None:
            return self.answer(message)
        if "id" in message:
            if message["id"] in self.asked:
                self.say(f"the client used id {message['id']!r} twice")
            self.asked[message["id"]] = [message, 0, self.index]
            if params.get("workDoneToken") is not None:
                self.progress[params["workDoneToken"]] = None
            if params.get("partialResultToken") is not None:
                self.partial[params["partialResultToken"]] = message
        for fault in kinds.faults(message, strict=False):
            self.say(f"of the client: {fault}")
        if method == "initialize":
            self.capabilities = params.get("capabilities") or {}
            self.trace = params.get("trace", "off")
        elif method == "$/setTrace":
            self.trace = params.get("value")
        elif method == "exit":
            self.exited = True
        elif method == "textDocument/diagnostic":
            self.pulled.add(params["textDocument"]["uri"])
        self.documents.follow(method, params, self.index)

    def answer(self, message):
        known = self.asking.get(message.get("id"))
        if known is None:
            return self.say(f"the client answered unknown id {message.get('id')!r}")
        known[1] += 1
        for fault in kinds.faults(message, known[0]["method"], strict=False):
            self.say(f"of the client: {fault}")
        if known[0]["method"] == "window/workDoneProgress/create" and "error" not in message:
            self.progress[known[0]["params"]["token"]] = None

    def from_server(self, message):
        method, params = message["method"], message.get("params") or {}
        found = kinds.faults(message)
        for fault in found:
            self.say(fault)
        if found:
            return  # what is built wrongly is not judged further
        if method not in SERVER_METHODS:
            self.say(f"{method} is not a server's to send")
        if not self.initialized and method not in BEFORE_INITIALIZE:
            self.say(f"{method} before the answer to initialize")
        if self.shut and "id" in message:
            self.say(f"{method} after shutdown")
        if "id" in message:
            if message["id"] in self.asking:
                self.say(f"the server used id {message['id']!r} twice")
            self.asking[message["id"]] = [message, 0]
        for fault in gates.request_faults(self.capabilities, message):
            self.say(fault)
        if method == "$/logTrace" and self.trace == "off":
            self.say("$/logTrace though the trace is off")
        elif method == "$/progress":
            self.follow_progress(params)
        elif method == "textDocument/publishDiagnostics":
            self.publish(params)
        elif method == "workspace/applyEdit":
            for fault in gates.workspace_edit_faults(self.capabilities, params["edit"]):
                self.say(fault)
            for fault in place_faults(self.documents, message, params, self.index, self.index):
                self.say(fault)
        elif method == "client/registerCapability":
            for each in params["registrations"]:
                if each["id"] in self.registered:
                    self.say(f"registration id {each['id']!r} used twice")
                self.registered[each["id"]] = each["method"]
        elif method == "client/unregisterCapability":
            for each in params["unregisterations"]:
                if self.registered.pop(each["id"], None) != each["method"]:
                    self.say(f"{each['id']!r} unregistered, which was not registered")

    def follow_progress(self, params):
        token, value = params["token"], params["value"]
        if token in self.partial:
            return self.part(self.partial[token], value)
        if token not in self.progress:
            return self.say(f"progress for token {token!r}, which nobody made")
        state = self.progress[token]
        kind = value.get("kind") if isinstance(value, dict) else None
        if (state, kind) not in [(None, "begin"), ("begun", "report"), ("begun", "end")]:
            self.say(f"progress {kind!r} for token {token!r} in state {state!r}")
        self.progress[token] = {"begin": "begun", "end": "ended"}.get(kind, state)

    def part(self, request, value):
        """A part of a result, which must come before the result itself."""
        if self.asked[request["id"]][1]:
            self.say(f"a part of {request['method']} after the reply")
        if request["method"] == "workspace/diagnostic":
            found = kinds.part_faults(value, "WorkspaceDiagnosticReportPartialResult")
            if not found:
                found = gates.workspace_diagnostic_faults(self.capabilities, value)
            for fault in found:
                self.say(fault)

    def publish(self, params):
        uri, version = params["uri"], params.get("version")
        if params["diagnostics"] and uri in self.pulled:
            self.say(f"diagnostics pushed for {uri}, which the client pulls")
        if version is not None:
            newest = self.documents.version(uri)
            if newest is not None and version > newest:
                self.say(f"diagnostics for version {version}, the client is at {newest}")
            if version < self.published.get(uri, version):
                self.say(f"diagnostics went back to version {version}")
            self.published[uri] = version
        message = {"method": "textDocument/publishDiagnostics"}
        for fault in place_faults(self.documents, message, params, 0, self.index):
            self.say(fault)

    def reply(self, message):
        known = self.asked.get(message.get("id"))
        if message.get("id") is None and "error" in message:
            return  # to what could not be read
        if known is None:
            return self.say(f"reply to unknown id {message.get('id')!r}")
        request, count, asked_at = known
        method = request["method"]
        known[1] += 1
        if count:
            self.say(f"second reply to {method}, id {message['id']!r}")
        if ("result" in message) == ("error" in message):
            return self.say(f"reply to {method} has not one of result and error")
        if self.shut and "result" in message:
            self.say(f"{method} answered with a result after shutdown")
        if not self.initialized and method != "initialize" and "result" in message:
            self.say(f"{method} answered with a result before initialize")
        found = kinds.faults(message, method)
        for fault in found:
            self.say(fault)
        if found or "error" in message:
            return
        result = message["result"]
        if method == "initialize":
            self.initialized = True
            offers = result["capabilities"]
            self.legend = (offers.get("semanticTokensProvider") or {}).get("legend") or {}
            self.documents.encoding = offers.get("positionEncoding", "utf-16")
        elif method == "shutdown":
            self.shut = True
        elif method == "textDocument/diagnostic" and result["kind"] == "unchanged":
            if (request["params"].get("previousResultId")) != result["resultId"]:
                self.say("unchanged, though not what the client had")
        for fault in gates.result_faults(self.capabilities, request, result):
            self.say(fault)
        for fault in place_faults(
                self.documents, request, result, asked_at, self.index, self.capabilities,
                self.legend):
            self.say(fault)

    def end(self, code):
        # A client that goes away without `exit` cannot be told the answers to its last questions.
        for identifier, (request, count, index) in self.asked.items():
            late = not self.exited and self.now - self.times[index] < LAST_MOMENT
            if not count and not late:
                self.say(f"no reply to {request['method']}, id {identifier!r}")
        if self.exited and code is not None:
            expected = 0 if self.shut else 1
            if code != expected:
                self.say(f"exit status {code}, expected {expected}")


def check(path):
    """The faults of a recording, a line each."""
    session, code = Session(), None
    # A server that was killed may leave half a line at the end.
    lines = pathlib.Path(path).read_text(encoding="utf-8").split("\n")[:-1]
    for line in lines:
        entry = json.loads(line)
        if entry["dir"] == "exit":
            code = entry["code"]
            session.now = entry["t_ms"]
        else:
            session.message(entry["dir"], entry["msg"], entry["t_ms"])
    session.end(code)
    if not session.initialized:
        session.say("the session never began")
    return session.faults


def main(paths):
    status = 0
    for path in paths:
        faults = check(path)
        print(f"{path}: {'ok' if not faults else ''}")
        for fault in faults:
            print(f"  {fault}")
        status |= bool(faults)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
