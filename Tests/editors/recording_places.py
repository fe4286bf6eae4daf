"""Whether what the server says of places fits the text that it speaks of."""

import bisect

from recording_gates import token_faults
from wire_text import OutsideText, Text

MAX_STATES = 200  # of one text between a request and its reply


class Documents:
    """The texts that the client has open, at every moment of the session."""

    def __init__(self):
        self.encoding = "utf-16"
        self.states = {}  # uri -> [(index, version, Text or None)]
        self.tokens = {}  # (uri, result id) -> numbers

    def follow(self, method, params, index):
        """Follows the client's messages about its texts."""
        if method == "textDocument/didOpen":
            document = params["textDocument"]
            text = Text(document["text"], self.encoding)
            self.states.setdefault(document["uri"], []).append((index, document["version"], text))
        elif method == "textDocument/didChange":
            document = params["textDocument"]
            states = self.states.get(document["uri"])
            if not states or states[-1][2] is None:
                return
            text = states[-1][2]
            for change in params["contentChanges"]:
                text = text.changed(change.get("range"), change["text"])
            states.append((index, document["version"], text))
        elif method == "textDocument/didClose":
            uri = params["textDocument"]["uri"]
            if uri in self.states:
                self.states[uri].append((index, None, None))

    def token_numbers(self, uri, params, result):
        """The numbers of a reply about semantic tokens, whole; `None` where it builds on a result
        that the server never gave."""
        data = result.get("data")
        if data is None:
            data = self.tokens.get((uri, params.get("previousResultId")))
            if data is None:
                return None
            # All edits refer to the numbers before them.
            for edit in sorted(result["edits"], key=lambda edit: edit["start"], reverse=True):
                start, count = edit["start"], edit["deleteCount"]
                data = data[:start] + edit.get("data", []) + data[start + count :]
        if "resultId" in result:
            self.tokens[uri, result["resultId"]] = data
        return data

    def version(self, uri):
        """The newest version of a text; `None` where it is not open."""
        states = self.states.get(uri)
        return states[-1][1] if states else None

    def of_version(self, uri, version):
        return next(
            (text for _, number, text in reversed(self.states.get(uri, []))
             if number == version), None)

    def between(self, uri, first, last):
        """The texts that stood open at any moment between two messages, the newest first."""
        states = self.states.get(uri, [])
        indices = [state[0] for state in states]
        low = max(0, bisect.bisect_right(indices, first) - 1)
        high = bisect.bisect_right(indices, last)
        return [text for _, _, text in reversed(states[low:high]) if text][:MAX_STATES]


def is_range(value):
    return (isinstance(value, dict) and set(value) == {"start", "end"}
            and all(isinstance(end, dict) and set(end) == {"line", "character"}
                    for end in value.values()))


def is_edit_list(value):
    return (isinstance(value, list) and bool(value)
            and all(isinstance(each, dict) and "range" in each and "newText" in each
                    for each in value))


def walk(value, uri):
    """Each thing with a place: (uri, what it is, its value)."""
    if is_range(value):
        yield uri, "range", value
    elif isinstance(value, list):
        if is_edit_list(value):
            yield uri, "edits", value
        for each in value:
            yield from walk(each, uri)
    elif isinstance(value, dict):
        own = value.get("uri") or (value.get("textDocument") or {}).get("uri") or uri
        for key, inner in value.items():
            if key == "data":
                continue  # the server's own
            if key == "changes":
                for target, edits in inner.items():
                    yield from walk(edits, target)
            elif key in ("targetRange", "targetSelectionRange"):
                yield from walk(inner, value["targetUri"])
            elif key == "position" and isinstance(inner, dict):
                yield own, "range", {"start": inner, "end": inner}
            elif key == "textEdit" and isinstance(inner, dict) and "insert" in inner:
                yield own, "range", inner["insert"]
                yield own, "range", inner["replace"]
            elif key == "fromRanges":
                continue  # of the caller, whose text the outer object names
            else:
                yield from walk(inner, own)
        if "selectionRange" in value and "range" in value:
            yield own, "inside", (value["selectionRange"], value["range"])
        if "parent" in value and "range" in value:
            yield own, "inside", (value["range"], value["parent"]["range"])


def fault_in(text, what, value):
    """Why a thing does not fit a text; `None` where it does."""
    try:
        if what == "range":
            text.span(value)
        elif what == "edits":
            text.edited(value)
        elif what == "inside":
            inner, outer = text.span(value[0]), text.span(value[1])
            if not outer[0] <= inner[0] <= inner[1] <= outer[1]:
                return f"{value[0]} is not inside {value[1]}"
    except (OutsideText, KeyError, TypeError) as fault:
        return f"{what}: {fault}"
    return None


def best_fault(texts, what, value):
    """A reply may be about any text that stood while the request did."""
    found = [fault_in(text, what, value) for text in texts]
    return None if None in found or not found else found[0]


def place_faults(documents, request, result, asked, answered, capabilities=None, legend=None):
    """Faults of the places in the result of a request that was sent with the message `asked`.

    Of the server's own messages `request` has the method only, and `result` are the params.
    """
    method, params = request["method"], request.get("params") or {}
    uri = (params.get("textDocument") or {}).get("uri")
    if method == "textDocument/publishDiagnostics":
        version = result.get("version")
        text = documents.of_version(result["uri"], version) if version is not None else None
        texts = [text] if text else documents.between(result["uri"], answered, answered)
        for diagnostic in result["diagnostics"]:
            fault = best_fault(texts, "range", diagnostic["range"])
            if fault:
                yield f"diagnostic {diagnostic.get('code')}: {fault}"
        return
    if result is None:
        return
    if method.startswith("textDocument/semanticTokens"):
        data = documents.token_numbers(uri, params, result)
        if data is None:
            yield f"{method}: edits of a result that the client never had"
            return
        texts = documents.between(uri, asked, answered)
        found = [token_fault(text, data, legend) for text in texts]
        if found and None not in found:
            yield f"{method}: {found[0]}"
        yield from token_faults(capabilities, legend, data)
        return
    if method == "textDocument/foldingRange":
        for each in result:
            lines = [len(text.starts) for text in documents.between(uri, asked, answered)]
            if lines and not 0 <= each["startLine"] <= each["endLine"] < max(lines):
                yield f"{method}: lines {each['startLine']} to {each['endLine']} of {max(lines)}"
        return
    for target, what, value in walk(result, uri):
        fault = best_fault(documents.between(target, asked, answered), what, value)
        if fault:
            yield f"{method}: {fault}"
    for version_fault in versions(documents, result):
        yield f"{method}: {version_fault}"


def versions(documents, result):
    """Versioned edits must name the version that the client has."""
    if not isinstance(result, dict):
        return
    edit = result.get("edit") or result
    for change in edit.get("documentChanges") or []:
        document = change.get("textDocument") or {}
        if document.get("version") is not None:
            if documents.of_version(document["uri"], document["version"]) is None:
                yield f"an edit of version {document['version']}, which the client never had"


def token_fault(text, data, legend):
    """Semantic tokens must be whole, in order, apart from each other, and inside their lines."""
    if len(data) % 5:
        return f"{len(data)} numbers"
    names, modifiers = legend.get("tokenTypes", []), legend.get("tokenModifiers", [])
    line = character = end = 0
    for index in range(0, len(data), 5):
        down, right, length, kind, bits = data[index : index + 5]
        if down:
            line, character, end = line + down, 0, 0
        character += right
        if not length or character < end:
            return f"token {index // 5} overlaps or is empty"
        end = character + length
        if kind >= len(names) or bits >> len(modifiers):
            return f"token {index // 5} has no name in the legend"
        try:
            text.span({"start": {"line": line, "character": character},
                       "end": {"line": line, "character": end}})
        except OutsideText as fault:
            return f"token {index // 5}: {fault}"
    return None
