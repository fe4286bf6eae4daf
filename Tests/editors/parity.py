#!/usr/bin/env python3
"""The same folder judged by `lint`, by the server's workspace diagnostics, and in Neovim, Emacs and Vim
gives the same findings: rule, severity, message, place.

    Tests/editors/parity.py RESOLUTE

The folder has settings of its own above and below, texts in several dialects, line ends of both
kinds, a byte order mark, and characters beyond U+FFFF before a finding. `run` calls this.
"""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from drive import INSTALLED, PROJECT, Tally, run_limited
from editors import ALE, CLIENTS, missing, neovim_program

HERE = pathlib.Path(__file__).resolve().parent
LIMIT = 120.0
SEVERITIES = {"error": 1, "warning": 2, "information": 3, "hint": 4}
# Rule, severity (1 to 4), message, line (from 0) and UTF-16 column (from 0) of both ends.
Found = collections.namedtuple("Found", "file code severity message line column end_line end_column")


def make_folder(folder):
    """The texts; what differs between the ways to read them is in there on purpose."""
    (folder / "below").mkdir()
    (folder / ".resolute.json").write_text('{"severity": {"punctuation/spacing": "hint"}}\n')
    (folder / "below/.resolute.json").write_text(
        '{"ignore": ["punctuation/brackets"], "as-of": 2018}\n')
    examples = sorted((PROJECT / "Grammar/Examples").iterdir())
    examples = [path for path in examples if path.suffix in (".md", ".txt")]
    for index, source in enumerate(examples + [HERE / "draft.md"]):
        data = source.read_bytes()
        place = folder / "below" if index % 2 else folder
        (place / source.name).write_bytes(data)
        if index == 0:
            (place / "returns.md").write_bytes(data.replace(b"\n", b"\r\n"))
        if index == 1:
            (place / "marked.md").write_bytes(b"\xef\xbb\xbf" + data)
    draft = (HERE / "draft.md").read_text(encoding="utf-8")
    (folder / "wide.md").write_text(draft.replace("- b) the", "- b) 🌊🌊 the", 1), encoding="utf-8")
    (folder / "README.md").write_text("# No resolution,\n\nbut  words ;\n")


def lines_of(path):
    text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").split("\n")


def by_lint(server, folder):
    run = subprocess.run(
        [server, "lint", ".", "--format", "json"], cwd=folder, capture_output=True, timeout=LIMIT)
    report = json.loads(run.stdout)
    assert not report["errors"], report["errors"]
    found = []
    for finding in report["findings"]:
        file = finding["file"].removeprefix("./")
        lines = lines_of(folder / file)

        def place(end):
            at = finding["range"][end]
            before = lines[at["line"] - 1].encode()[:at["column"] - 1].decode()
            return at["line"] - 1, len(before.encode("utf-16-le")) // 2

        found.append(Found(
            file, finding["rule"], SEVERITIES[finding["severity"]], finding["message"],
            *place("start"), *place("end")))
    return found


def by_server(server, folder):
    """Asks for `workspace/diagnostic`, as a client that pulls."""
    process = subprocess.Popen(
        [server, "lsp"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send(**message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        process.stdin.flush()

    def read():
        length = 0
        while (line := process.stdout.readline().strip()):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(process.stdout.read(length))

    def ask(name, method, params):
        send(id=name, method=method, params=params)
        while True:
            message = read()
            if "method" in message and "id" in message:
                wanted = message.get("params", {}).get("items", [])
                send(id=message["id"], result=[None] * len(wanted) if wanted else None)
            elif message.get("id") == name:
                assert "result" in message, message
                return message["result"]

    folders = [{"uri": folder.as_uri(), "name": "drafts"}]
    ask(1, "initialize", {
        "processId": os.getpid(), "rootUri": folder.as_uri(), "workspaceFolders": folders,
        "capabilities": {
            "workspace": {"diagnostics": {"refreshSupport": True}, "workspaceFolders": True},
            "textDocument": {"diagnostic": {}}}})
    send(method="initialized", params={})
    reports = ask(2, "workspace/diagnostic", {"previousResultIds": []})["items"]
    ask(3, "shutdown", None)
    send(method="exit")
    process.stdin.close()
    process.wait(10)
    return [
        one(str(pathlib.Path(report["uri"].removeprefix("file://")).relative_to(folder)), item)
        for report in reports for item in report["items"]]


def one(file, diagnostic):
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    return Found(
        file, diagnostic["code"], diagnostic["severity"], diagnostic["message"],
        start["line"], start["character"], end["line"], end["character"])


def by_editor(command, server, folder, top, expected):
    """What an editor shows of each file: its script opens them one after the other."""
    top.mkdir()
    home, binaries = top / "home", top / "bin"
    binaries.mkdir()
    (binaries / "resolute").symlink_to(server)
    for place, shipped in INSTALLED.items():
        (home / place).parent.mkdir(parents=True)
        (home / place).symlink_to(PROJECT / "editors" / shipped)
    files = sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.suffix in (".md", ".txt"))
    counts = collections.Counter(found.file for found in expected)
    # How many findings to wait for, so that no pause has to be long; what they are is compared.
    (top / "files.json").write_text(
        json.dumps([{"file": file, "count": counts[file]} for file in files]))

    class Session:
        workspace = folder
        environment = {
            "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"), "XDG_STATE_HOME": str(home / "state"),
            "XDG_CACHE_HOME": str(home / "cache"), "TERM": "xterm-256color",
            "PATH": f"{binaries}:{os.environ.get('PATH', '')}", "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8", "EDITORS_ALE": ALE, "PARITY_FOLDER": str(folder),
            "PARITY_FILES": str(top / "files.json"), "PARITY_RESULTS": str(top / "results")}

    status, output, master = run_limited(command(Session), Session, LIMIT)
    os.close(master)
    results = top / "results"
    if status != 0 or not results.exists():
        raise RuntimeError(f"status {status}, printed {bytes(output)[-800:]!r}")
    return [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]


def by_neovim(server, folder, top, expected):
    def command(session):
        return [*neovim_program(session), "-u", str(CLIENTS / "parity.lua")]

    found = []
    for each in by_editor(command, server, folder, top, expected):
        lines = lines_of(folder / each["file"])

        def units(line, column):
            text = lines[line] if line < len(lines) else ""
            return len(text.encode()[:column].decode(errors="replace").encode("utf-16-le")) // 2

        found.append(Found(
            each["file"], each["code"], each["severity"], each["message"],
            each["lnum"], units(each["lnum"], each["col"]),
            each["end_lnum"], units(each["end_lnum"], each["end_col"])))
    return found


def by_emacs(server, folder, top, expected):
    def command(_):
        return ["emacs", "-Q", "--batch", "-l", str(CLIENTS / "parity.el")]

    return [one(each["file"], each) for each in by_editor(command, server, folder, top, expected)]


def by_vim(server, folder, top, expected):
    def command(_):
        return ["vim", "-N", "-u", str(CLIENTS / "parity.vim")]

    return [
        Found(each["file"], each["code"], each["type"], each["text"],
              each["lnum"] - 1, each["col"] - 1, each["end_lnum"] - 1, each["end_col"])
        for each in by_editor(command, server, folder, top, expected)]


def as_vim_shows(found):
    """ALE's list knows errors, and has everything else as warnings."""
    return found._replace(severity="E" if found.severity == 1 else "W")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("server", type=pathlib.Path, help="the program resolute")
    server = parser.parse_args().server.resolve()
    must = os.environ.get("CI") == "true"
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="parity-") as folder:
        top = pathlib.Path(folder).resolve()
        drafts = top / "drafts"
        drafts.mkdir()
        make_folder(drafts)
        expected = by_lint(server, drafts)
        if len(expected) < 40 or len({each.file for each in expected}) < 6:
            tally.say("fail", "lint", "parity", f"expected many findings, got {len(expected)}")
        ways = [
            ("server", "workspace diagnostics", lambda: by_server(server, drafts)),
            ("neovim", "Neovim", lambda: by_neovim(server, drafts, top / "neovim", expected)),
            ("emacs", "Emacs eglot", lambda: by_emacs(server, drafts, top / "emacs", expected)),
            ("vim", "Vim+ALE", lambda: by_vim(server, drafts, top / "vim", expected)),
        ]
        for name, who, way in ways:
            lack = missing(name)
            if lack:
                tally.say("fail" if must else "skip", who, "parity", lack)
                continue
            shown = map(as_vim_shows, expected) if name == "vim" else expected
            want = collections.Counter(shown)
            try:
                got = collections.Counter(way())
            except (RuntimeError, AssertionError, OSError, subprocess.SubprocessError) as fault:
                tally.say("fail", who, "parity", f"{fault!r:.900}")
                continue
            if got == want:
                tally.say("ok", who, "parity", f"{len(expected)} findings, as by lint")
                continue
            few, many = want - got, got - want
            tally.say(
                "fail", who, "parity",
                f"{few.total()} of {len(expected)} are not there, such as {list(few)[:3]}; "
                f"{many.total()} are there besides, such as {list(many)[:3]}")
    print(f"{tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped")
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main())
