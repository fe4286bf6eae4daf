"""Runs what editors/ci and .pre-commit-hooks.yaml tell a runner to run, with the shipped program."""

import functools
import hashlib
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading

import yaml

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
CI = PROJECT / "editors/ci"
SERVER = pathlib.Path(sys.argv[1])
GOOD = (PROJECT / "Grammar/Examples/lighthouse-radio-logs.md").read_text()
BAD = (PROJECT / "Grammar/Examples/beacon-colours.md").read_text()
failed = passed = 0


def check(fine, what, detail=""):
    global failed, passed
    passed += bool(fine)
    failed += not fine
    if not fine:
        print(f"FAIL {what}: {detail}", flush=True)


def folder(**texts):
    place = pathlib.Path(tempfile.mkdtemp())
    for name, text in texts.items():
        (place / f"{name}.md").write_text(text)
    return place


def run(command, place, on_path=True, **environment):
    path = os.environ["PATH"]
    if on_path:
        binaries = place / ".binaries"
        binaries.mkdir(exist_ok=True)
        if not (binaries / "resolute").exists():
            (binaries / "resolute").symlink_to(SERVER)
        path = f"{binaries}:{path}"
    return subprocess.run(
        command, cwd=place, env={**os.environ, "PATH": path, **environment}, capture_output=True,
        text=True, stdin=subprocess.DEVNULL, timeout=120)


def github():
    action = yaml.safe_load((CI / "github/action.yml").read_text())
    step = action["runs"]["steps"][0]
    defaults = {name: spec["default"] for name, spec in action["inputs"].items()}

    def act(place, on_path=True, **inputs):
        """The step as the runner runs it: the inputs put in, the script by its shell."""
        values = {**defaults, **inputs}
        environment = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: values[m[1]], text)
            for name, text in step["env"].items()}
        return run(
            ["bash", "-eo", "pipefail", "-c", step["run"]], place, on_path,
            GITHUB_ACTION_PATH=str(CI / "github"), **environment)

    place = folder(good=GOOD, bad=BAD)
    done = act(place)
    lines = done.stdout.strip().split("\n")
    check(done.returncode == 1, "action fails on findings", done.stderr)
    check(
        lines and all(re.match(r"::(error|warning|notice) file=[^,]+,line=\d+", line)
                      for line in lines if line.startswith("::")) and "file=bad.md" in done.stdout
        and "file=good.md" not in done.stdout, "action annotates", done.stdout[:300])
    check(act(place, paths="good.md").returncode == 0, "action passes a good text")
    check(act(place, **{"fail-on": "never"}).returncode == 0, "action obeys fail-on")
    done = act(place, sarif="found.sarif")
    check(
        json.loads((place / "found.sarif").read_text())["version"] == "2.1.0", "action writes SARIF")

    # The shipped archive, from a server on this machine.
    files = pathlib.Path(tempfile.mkdtemp())
    with tarfile.open(files / "r.tar.gz", "w:gz") as archive:
        archive.add(SERVER, "resolute-0.1.0/bin/resolute")
    digest = hashlib.sha256((files / "r.tar.gz").read_bytes()).hexdigest()
    handler = functools.partial(QuietHandler, directory=str(files))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{web.server_port}/r.tar.gz"
        done = act(place, on_path=False, paths="good.md", archive=address, sha256=digest)
        check(done.returncode == 0, "action fetches the archive", done.stderr + done.stdout)
        done = act(place, on_path=False, paths="good.md", archive=address, sha256="0" * 64)
        check(done.returncode != 0, "action refuses a wrong checksum")
        done = act(place, on_path=False, paths="good.md", archive=address)
        check(done.returncode == 2, "action refuses an archive without a checksum")
        gitlab(address, digest)
        web.shutdown()
    shutil.rmtree(place)
    shutil.rmtree(files)


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


def matcher():
    patterns = json.loads((CI / "github/problem-matcher.json").read_text())["problemMatcher"]
    pattern = patterns[0]["pattern"][0]
    place = folder(bad=BAD)
    lines = run(["resolute", "lint", "--format", "compact"], place).stdout.strip().split("\n")
    found = run(["resolute", "lint", "--format", "json"], place)
    findings = json.loads(found.stdout)["findings"]
    check(len(lines) == len(findings) > 5, "compact has a line for each finding")
    for line, finding in zip(lines, findings):
        match = re.match(pattern["regexp"], line)
        check(match, "problem matcher", line)
        if match:
            got = [match[pattern[key]] for key in ("file", "line", "column", "severity", "code")]
            start = finding["range"]["start"]
            want = [finding["file"], str(start["line"]), str(start["column"]), finding["severity"],
                    finding["rule"]]
            check(got == want, "problem matcher", f"{got} for {want}")
    shutil.rmtree(place)


def gitlab(address, digest):
    job = yaml.safe_load((CI / "gitlab/resolute.gitlab-ci.yml").read_text())["resolute"]
    for archive in ("", address):
        place = folder(good=GOOD, bad=BAD)
        variables = {**job["variables"], "CI_PROJECT_DIR": str(place)}
        if archive:
            variables.update(RESOLUTE_ARCHIVE=archive, RESOLUTE_SHA256=digest)
        script = "\n".join(job["before_script"] + job["script"])
        done = run(["bash", "-eo", "pipefail", "-c", script], place, not archive, **variables)
        check(done.returncode == 1, "GitLab job fails on findings", done.stderr)
        report = json.loads((place / job["artifacts"]["reports"]["codequality"]).read_text())
        check(
            report and all(
                issue["location"]["path"] == "bad.md" and issue["location"]["lines"]["begin"] > 0
                and issue["fingerprint"] and issue["check_name"] and issue["description"]
                and issue["severity"] in ("info", "minor", "major", "critical", "blocker")
                for issue in report), "GitLab report", str(report)[:300])
        check("bad.md" in done.stdout, "GitLab job shows the findings")
        done = run(
            ["bash", "-eo", "pipefail", "-c", script], place, not archive,
            **{**variables, "RESOLUTE_PATHS": "good.md"})
        check(done.returncode == 0, "GitLab job passes a good text", done.stderr)
        shutil.rmtree(place)


def pre_commit():
    """The hooks from the file as it is, in a repository of its own."""
    source = folder()
    shutil.copy(PROJECT / ".pre-commit-hooks.yaml", source)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]

    def commit(place):
        run(git + ["init", "-q"], place)
        run(git + ["add", "-A", "--", ":!.binaries"], place)
        run(git + ["commit", "-qm", "a"], place)

    commit(source)
    place = folder(good=GOOD, bad=BAD, README="# Nothing to judge\n")
    commit(place)
    cache = tempfile.mkdtemp()
    hook = [str(pathlib.Path(sys.executable).parent / "pre-commit"), "try-repo", str(source)]

    def hooked(*words):
        return run(hook + [*words], place, PRE_COMMIT_HOME=cache)

    done = hooked("resolute", "--all-files")
    check(done.returncode == 1 and "bad.md" in done.stdout, "pre-commit finds", done.stdout + done.stderr)
    check("good.md" not in done.stdout and "README" not in done.stdout, "pre-commit is silent", done.stdout)
    done = hooked("resolute", "--files", "good.md", "README.md")
    check(done.returncode == 0 and "Passed" in done.stdout, "pre-commit passes", done.stdout)
    before = (place / "bad.md").read_text()
    done = hooked("resolute-fix", "--files", "bad.md")
    check((place / "bad.md").read_text() != before, "pre-commit mends", done.stdout)
    check("files were modified by this hook" in done.stdout, "pre-commit tells of it", done.stdout)
    for unneeded in (source, place, cache):
        shutil.rmtree(unneeded)


def main():
    matcher()
    github()
    pre_commit()
    print(f"continuous integration: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
