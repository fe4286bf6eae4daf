"""A repository that means no good: a message for each thing, no hang, nothing obeyed, nothing written
outside."""

import os
import pty
import shutil
import socket
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
RESOLUTE = Path(os.environ["RESOLUTE"]).resolve()
EXAMPLE = PROJECT / "Grammar/Examples/harbour-time-signals.md"
ESCAPES = "evil \x1b]0;title\x07\x1b[31m\u009b2J\u202e\nname.md"


def snapshot(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()}


class Hostile(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        top = Path(self.folder.name)
        self.outside = top / "outside"
        self.outside.mkdir()
        self.repository = repository = top / "repository"
        repository.mkdir()
        text = EXAMPLE.read_text()
        (self.outside / "victim.md").write_text(text)
        (self.outside / "settings.json").write_text('{"select": ["draft"]}')
        (self.outside / "words.tsv").write_text("form\tright\na\tb\n")
        # A loop of links, and links out.
        (repository / "loop-a.md").symlink_to("loop-b.md")
        (repository / "loop-b.md").symlink_to("loop-a.md")
        (repository / "up").symlink_to("..")
        (repository / "way-out.md").symlink_to("../outside/victim.md")
        # A file of 2 GB that takes no room, a pipe, a socket, a device.
        with open(repository / "large.md", "wb") as file:
            file.truncate(2 << 30)
        os.mkfifo(repository / "pipe.md")
        with socket.socket(socket.AF_UNIX) as listener:
            here = os.getcwd()
            os.chdir(repository)
            listener.bind("socket.md")
            os.chdir(here)
        (repository / "zeros.md").symlink_to("/dev/zero")
        # Names and texts with what a terminal obeys.
        (repository / ESCAPES).write_text(text.replace("harbour", "har\x1b[2Jbour", 1))
        (repository / "deep.md").write_text(text)
        (repository / ".gitignore").mkdir()
        (repository / ".resolute.json").write_text(
            '{"extends": ["../outside/settings.json", "/etc/passwd"],'
            ' "registers": ["../outside/words.tsv"], "words": ["../outside/words.tsv", "pipe.md"],'
            ' "ba\\u001b[31md": true}')

    def tearDown(self):
        self.folder.cleanup()

    def run_it(self, *words):
        return subprocess.run(
            [RESOLUTE, *words], cwd=self.repository, capture_output=True, timeout=30)

    def assert_harmless(self, data, what):
        text = data.decode()
        for mark in ["\x1b", "\x07", "\u009b", "\u202e"]:
            self.assertNotIn(mark, text, what)

    def test_a_message_for_each(self):
        before = snapshot(self.outside)
        run = self.run_it("lint", ".", "--format", "compact", "--fix")
        self.assertEqual(run.returncode, 2)
        errors = run.stderr.decode()
        for words in [
            "./loop-a.md: Too many levels of symbolic links", "./loop-b.md: Too many levels",
            "./large.md: larger than the limit of 512 MB", "./pipe.md: a named pipe",
            "./socket.md: a socket", "./zeros.md: a device",
            "./up: a link to a folder, which is not followed",
            "./way-out.md: leads out of the given paths, so its fixes were not written",
            "'extends': '../outside/settings.json' lies outside",
            "'extends': '/etc/passwd' is not relative",
            "register '../outside/words.tsv': lies outside",
            "word list '../outside/words.tsv': lies outside",
            "word list 'pipe.md': a named pipe", "unknown key 'ba\\u{1b}[31md'",
        ]:
            self.assertEqual(errors.count(words), 1, f"{words}\n{errors}")
        self.assert_harmless(run.stdout, "compact")
        self.assert_harmless(run.stderr, "errors")
        # The others are judged and mended all the same.
        self.assertNotEqual((self.repository / "deep.md").read_text(), EXAMPLE.read_text())
        self.assertEqual(snapshot(self.outside), before)
        self.assertTrue((self.repository / "way-out.md").is_symlink())
        left = {name for name in os.listdir(self.repository) if name.endswith(".tmp")}
        self.assertEqual(left, set())

    def test_no_format_hands_escapes_to_a_terminal(self):
        formats = ["text", "compact", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"]
        for words in [["lint", f"--format={name}", "--color=never"] for name in formats] + [
            ["lint", "--diff", "--color=never"], ["config", "x.md"],
        ]:
            master, slave = pty.openpty()
            process = subprocess.Popen(
                [RESOLUTE, *words, *([] if words[0] == "config" else ["-q"])], cwd=self.repository,
                stdin=subprocess.DEVNULL, stdout=slave, stderr=slave)
            os.close(slave)
            seen = []

            def read():
                while True:
                    try:
                        chunk = os.read(master, 65536)
                    except OSError:
                        return
                    if not chunk:
                        return
                    seen.append(chunk)

            reader = threading.Thread(target=read)
            reader.start()
            process.wait(30)
            reader.join(30)
            os.close(master)
            data = b"".join(seen)
            self.assertIn(b".md", data, words)
            self.assert_harmless(data, words)

    def test_a_file_that_vanishes(self):
        many = self.repository / "many"
        many.mkdir()
        for number in range(3000):
            shutil.copy(EXAMPLE, many / f"{number:04}.md")
        process = subprocess.Popen(
            [RESOLUTE, "lint", "many", "-fcompact", "--jobs", "1", "--config", "none"],
            cwd=self.repository, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        first = process.stdout.readline()
        (many / "2999.md").unlink()
        out, errors = process.communicate(timeout=60)
        self.assertIn(b"many/0000.md", first)
        self.assertIn(b"many/2999.md: No such file or directory", errors)
        self.assertIn(b"many/2998.md", out)
        self.assertEqual(process.returncode, 2)

    def test_links_given_by_name_are_followed(self):
        # The user named it, so what it leads to is given.
        run = self.run_it("lint", "way-out.md", "--fix", "-q", "--config", "none")
        self.assertEqual(run.stderr, b"")
        self.assertTrue((self.repository / "way-out.md").is_symlink())
        self.assertNotEqual((self.outside / "victim.md").read_text(), EXAMPLE.read_text())

    def test_settings_that_are_no_file(self):
        (self.repository / ".resolute.json").unlink()
        os.mkfifo(self.repository / ".resolute.json")
        run = self.run_it("lint", "deep.md")
        self.assertIn(b".resolute.json: a named pipe, not a regular file", run.stderr)
        self.assertEqual(run.returncode, 2)


if __name__ == "__main__":
    unittest.main()
