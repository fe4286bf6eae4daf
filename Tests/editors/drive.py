#!/usr/bin/env python3
"""Plays the scenario (scenario.json) in each editor, against a server that records the session.

Each editor runs in a folder of its own, without a screen, under a limit of time. Its script writes
one line a step to a results file: `ok|fail|note TAB step TAB detail`, and `quit TAB seconds` just
before it leaves. This program prints the lines, measures how long leaving took, holds the recording
against the protocol, and ends with the counts.
"""

import argparse
import json
import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import check_recording
import recording_places
from editors import EDITORS, missing

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SESSION_LIMIT = 45.0
EXIT_LIMIT = 1.0
LEFT_WITHOUT_EXIT = "resolute: the client went away without exit\n"
SCENARIO = json.loads((HERE / "scenario.json").read_text(encoding="utf-8"))
INSTALLED = {
    "config/nvim/lsp/resolute.lua": "neovim/lsp/resolute.lua",
    "lisp/resolute.el": "emacs/resolute.el",
    ".vim/plugin/resolute.vim": "vim/plugin/resolute.vim",
}


class Tally:
    """Prints verdicts as they come and counts them."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def say(self, verdict, who, step, detail=""):
        word = {"ok": "ok  ", "fail": "FAIL", "skip": "skip", "note": "    "}[verdict]
        print(f"{word} {who}: {step}{': ' + detail if detail else ''}", flush=True)
        self.passed += verdict == "ok"
        self.failed += verdict == "fail"
        self.skipped += verdict == "skip"


class Session:
    """The folder, the server and the environment of one editor's session."""

    def __init__(self, root, name, steps, server, recordings):
        self.steps = steps
        self.folder = root / name
        self.workspace = self.folder / "workspace"
        self.workspace.mkdir(parents=True)
        self.draft = self.workspace / SCENARIO["draft"]
        shutil.copy(HERE / SCENARIO["draft"], self.draft)
        (self.workspace / ".resolute.json").write_text("{}\n")
        self.results = self.folder / "results"
        self.results.touch()
        self.pids = self.folder / "pids"
        self.pids.touch()
        self.recordings = recordings
        self.name = name
        home, binaries = self.folder / "home", self.folder / "bin"
        home.mkdir()
        binaries.mkdir()
        # Installed as the README says.
        for place, shipped in INSTALLED.items():
            (home / place).parent.mkdir(parents=True)
            (home / place).symlink_to(PROJECT / "editors" / shipped)
        # A `resolute` on the PATH, as the editors' files expect it, that keeps a record.
        wrapper = binaries / "resolute"
        wrapper.write_text(
            "#!/bin/sh\n"
            f'echo $$ >> "{self.pids}"\n'
            f'exec 2>> "{self.folder}/stderr"\n'
            f'exec "{server}" "$@" --log "{recordings}/{name}-$$.jsonl"\n'
        )
        wrapper.chmod(0o755)
        self.environment = {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "PATH": f"{binaries}:{os.environ.get('PATH', '')}",
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "EDITORS_STEPS": " ".join(steps),
            "EDITORS_SCENARIO": str(HERE / "scenario.json"),
            "EDITORS_RESULTS": str(self.results),
            "EDITORS_DRAFT": str(self.draft),
            "EDITORS_SERVER_PIDS": str(self.pids),
        }

    def records(self):
        return sorted(self.recordings.glob(f"{self.name}-*.jsonl"))

    def servers(self):
        return [int(word) for word in self.pids.read_text().split()]


def alive(pid):
    """Whether a process still runs; one that only waits to be collected does not."""
    try:
        stat = pathlib.Path(f"/proc/{pid}/stat").read_text()
        return stat.rpartition(")")[2].split()[0] not in "ZX"
    except (OSError, IndexError):
        pass
    if os.path.isdir("/proc/self"):
        return False
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def run_limited(command, session, limit):
    """Runs an editor on a terminal of its own that nobody looks at. Returns its status (`None`: it
    ran into the limit and was ended), what it printed, and the terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        command, cwd=session.workspace, env=session.environment, stdin=slave, stdout=slave,
        stderr=slave, start_new_session=True)
    os.close(slave)
    output = bytearray()

    def drain():
        while True:
            try:
                block = os.read(master, 65536)
            except OSError:
                return
            if not block:
                return
            output.extend(block)

    reader = threading.Thread(target=drain, daemon=True)
    reader.start()
    try:
        status = process.wait(limit)
    except subprocess.TimeoutExpired:
        status = None
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return status, output, master


class EndOfServers(threading.Thread):
    """Notes when the last of a session's servers was gone: a client that is a program of Python takes
    most of a second to leave itself."""

    def __init__(self, session):
        super().__init__(daemon=True)
        self.session = session
        self.moment = None
        self.over = threading.Event()
        self.start()

    def run(self):
        while not self.over.wait(0.005):
            pids = self.session.servers()
            gone = bool(pids) and not any(alive(pid) for pid in pids)
            self.moment = (self.moment or time.time()) if gone else None


def wait_for_servers(session, seconds=5.0):
    """Waits until the session's servers are gone; returns those that are not, and the time."""
    stop = time.time() + seconds
    while True:
        left = [pid for pid in session.servers() if alive(pid)]
        if not left or time.time() > stop:
            return left, time.time()
        time.sleep(0.005)


def play(session, who, command, tally, polite=True):
    """One session: the editor's own verdicts, then those on its end.

    `polite` editors leave the server the time to say its exit status.
    """
    end = EndOfServers(session)
    status, output, master = run_limited(command, session, SESSION_LIMIT)
    left, gone_at = wait_for_servers(session)
    end.over.set()
    if polite and not left:
        gone_at = end.moment or gone_at
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    os.close(master)
    failed_before = tally.failed
    seen = set()
    for line in session.results.read_text(encoding="utf-8").splitlines():
        verdict, step, detail = line.split("\t", 2)
        seen.add("quit" if verdict == "quit" else step)
        if verdict != "quit":
            tally.say(verdict, who, step, detail)
    for step in session.steps:
        if step not in seen:
            tally.say("fail", who, step, "expected a verdict, got none")
    judge_text(session, who, tally)
    if status is None:
        tally.say("fail", who, "session", f"expected an end within {SESSION_LIMIT:.0f} s, got none")
    elif status != 0:
        tally.say("fail", who, "session", f"expected exit status 0, got {status}")
    # `quit` is the last line of the results, so they were last written when the editor took leave.
    took = gone_at - session.results.stat().st_mtime
    if not session.servers():
        tally.say("fail", who, "exit", "expected a server, got none")
    elif "quit" not in seen:
        tally.say("fail", who, "exit", "expected the editor to leave by itself, it did not")
    elif left or took > EXIT_LIMIT:
        tally.say("fail", who, "exit", f"expected it gone in {EXIT_LIMIT} s, got {took:.2f} s")
    else:
        tally.say("ok", who, "exit", f"{took * 1000:.0f} ms")
    if polite:
        codes = [last_code(path) for path in session.records()]
        if codes and all(code == 0 for code in codes):
            tally.say("ok", who, "exit code")
        else:
            tally.say("fail", who, "exit code", f"expected 0, got {codes}")
    trouble = session.folder / "stderr"
    words = trouble.read_text(errors="replace") if trouble.exists() else ""
    if not polite:
        words = words.replace(LEFT_WITHOUT_EXIT, "")
    if words:
        tally.say("fail", who, "server", f"expected nothing on standard error, got {words[-800:]!r}")
    if tally.failed > failed_before and output:
        words = re.sub(r"\x1b\[[0-9;?]*[ -/]*[a-zA-Z]", "", bytes(output).decode(errors="replace"))
        print(f"     {who} printed: {words[-1000:]!r}", flush=True)


def expected_lines(steps):
    """The draft with what the steps make of it."""
    lines = (HERE / SCENARIO["draft"]).read_text(encoding="utf-8").splitlines()
    for name in ["complete", "rename", "fix"]:
        becomes = SCENARIO[name]["becomes"] if name in steps else {}
        if isinstance(becomes, str):
            becomes = {SCENARIO[name]["line"]: becomes}
        for number, words in becomes.items():
            lines[int(number) - 1] = words
    return lines


def judge_text(session, who, tally):
    """The saved file must be the expected text, whatever the editor says."""
    expected = expected_lines(session.steps)
    got = session.draft.read_text(encoding="utf-8").splitlines()
    for number in range(max(len(expected), len(got))):
        one = expected[number] if number < len(expected) else "no line"
        other = got[number] if number < len(got) else "no line"
        if one != other:
            tally.say("fail", who, "save", f"line {number + 1}: expected {one!r} got {other!r}")
            return
    tally.say("ok", who, "save")


def last_code(recording):
    lines = recording.read_text(encoding="utf-8").splitlines()
    last = json.loads(lines[-1]) if lines else {}
    return last.get("code") if last.get("dir") == "exit" else "no exit in the recording"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("server", help="the program resolute")
    parser.add_argument("--only", action="append", choices=EDITORS, help="play only this session")
    parser.add_argument("--recordings", type=pathlib.Path, help="a folder to keep recordings in")
    options = parser.parse_args()
    must = os.environ.get("CI") == "true"
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="editors-") as folder:
        root = pathlib.Path(folder).resolve()
        recordings = (options.recordings or root / "recordings").resolve()
        shutil.rmtree(recordings, ignore_errors=True)
        recordings.mkdir(parents=True)
        server = pathlib.Path(options.server).resolve()
        for name, (who, command, polite, steps) in EDITORS.items():
            if options.only and name not in options.only:
                continue
            lack = missing(name)
            if lack:
                tally.say("fail" if must else "skip", who, "session", lack)
                continue
            session = Session(root, name, steps, server, recordings)
            play(session, who, command(session), tally, polite)
        judge_recordings(recordings, tally)
        for path in sorted(recordings.glob("*.jsonl")):
            judge_replay(server, path, tally)
    print(f"{tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped")
    return 1 if tally.failed or not tally.passed else 0


def replies(asked, messages):
    """The results about texts among a session's messages, by the id of the request. Semantic tokens
    are given whole and without their name: on which earlier ones a client can build depends on
    which requests were cancelled in time."""
    documents = recording_places.Documents()
    results = {}
    for message in messages:
        if "result" not in message:
            continue
        name, result = message["id"], message["result"]
        request = asked.get(name)
        if request and request["method"].startswith("textDocument/semanticTokens/full") and result:
            params = request["params"]
            result = documents.token_numbers(params["textDocument"]["uri"], params, result)
        results[name] = result
    return results


def judge_replay(server, path, tally):
    """A recording, played to a fresh server, must give the same replies."""
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    asked = {
        entry["msg"]["id"]: entry["msg"] for entry in entries
        if entry["dir"] == "c2s" and entry["msg"].get("method", "").startswith("textDocument/")
        and "id" in entry["msg"]}
    recorded = replies(asked, (entry["msg"] for entry in entries if entry["dir"] == "s2c"))
    try:
        done = subprocess.run(
            [server, "replay", path], capture_output=True, timeout=30, text=True, check=True)
    except (OSError, subprocess.SubprocessError) as fault:
        tally.say("fail", path.name, "replay", f"expected exit status 0, got {fault!r}")
        return
    played = replies(asked, (json.loads(line) for line in done.stdout.splitlines()))
    other = [name for name in asked.keys() & recorded.keys() if played.get(name) != recorded[name]]
    if other:
        got = f"{len(other)} of {len(asked)} others, such as {played.get(other[0])!r:.300}"
        tally.say("fail", path.name, "replay", f"expected {recorded[other[0]]!r:.300}, got {got}")
    else:
        tally.say("ok", path.name, "replay", f"{len(asked)} replies about the text")


def judge_recordings(recordings, tally):
    """Each recording must keep to the protocol."""
    for path in sorted(recordings.glob("*.jsonl")):
        findings = check_recording.check(path)
        for finding in findings[:20]:
            tally.say("fail", path.name, "recording", finding)
        if not findings:
            tally.say("ok", path.name, "recording")


if __name__ == "__main__":
    sys.exit(main())
